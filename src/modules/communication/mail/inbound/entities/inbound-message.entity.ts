import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A mail that has come in by a route. */
@Entity('mail_inbound_messages')
@Index('uq_mail_inbound_messages_message', ['routeId', 'messageKey'], { unique: true })
@Index('ix_mail_inbound_messages_created_at', ['createdAt'])
export class InboundMessage {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mail_inbound_messages' })
  id: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @ForeignKey('mail_inbound_routes', { name: 'fk_mail_inbound_messages_route', onDelete: 'CASCADE' })
  @Column('uuid')
  routeId: string;

  /** A fingerprint of its Message-ID, or, where it has none, of all of it. */
  @Column('bytea', { select: false })
  messageKey: Buffer;

  /** As it came; sealed. */
  @Column('bytea', { select: false })
  content: Buffer;
}
