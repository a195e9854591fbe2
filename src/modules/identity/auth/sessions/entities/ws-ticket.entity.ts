import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Session } from './session.entity';

/** A secret that opens one socket, once, for a moment. */
@Entity('ws_tickets')
@Check('ck_ws_tickets_hash', 'octet_length(token_hash) = 32')
export class WsTicket {
  /** SHA-256 of the ticket. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'pk_ws_tickets' })
  tokenHash: Buffer;

  @Index('ix_ws_tickets_session')
  @Column('uuid')
  sessionId: string;

  @ManyToOne(() => Session, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'fk_ws_tickets_session' })
  session?: Session;

  @Index('ix_ws_tickets_expires_at')
  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
