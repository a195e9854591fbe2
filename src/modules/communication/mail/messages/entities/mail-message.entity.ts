import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** system: of the application. user: somebody's by the API or a task. submission: somebody's by SMTP. */
export const MAIL_KINDS = ['system', 'user', 'submission'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** A mail as it was accepted; what becomes of it is in its deliveries. */
@Entity('mail_messages')
@Check('ck_mail_messages_kind', `kind IN (${MAIL_KINDS.map((one) => `'${one}'`).join(', ')})`)
@Check('ck_mail_messages_sender', `kind = 'system' OR sender_id IS NOT NULL`)
@Index('ix_mail_messages_sender', ['senderId', 'id'])
@Index('ix_mail_messages_sender_at', ['senderId', 'createdAt'])
@Index('ix_mail_messages_created_at', ['createdAt'])
export class MailMessage {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mail_messages' })
  id: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @Column('text')
  kind: MailKind;

  /** Whose it is; null for a letter of the application. */
  @ForeignKey('users', { name: 'fk_mail_messages_sender', onDelete: 'RESTRICT' })
  @Column('uuid', { nullable: true })
  senderId: string | null;

  @Column('text', { default: 'transactional' })
  category: string;

  @Column('text', { nullable: true })
  template: string | null;

  /** Of a template of the API. */
  @Column('int', { nullable: true })
  templateVersion: number | null;

  /** Subject, text, headers; sealed JSON. */
  @Column('bytea', { select: false })
  content: Buffer;

  /** Each recipient has a message of their own: the header shows nobody else. */
  @Column('boolean', { default: false })
  isSeparate: boolean;

  @Column('int')
  recipients: number;

  /** By which rule of the gate it was let through. */
  @Column('text')
  gate: string;

  /** Of the call or job that asked for it. */
  @Column('text', { nullable: true })
  requestId: string | null;

  @Column('timestamptz', { nullable: true })
  sendAt: Date | null;

  /** After it nothing more is tried. */
  @Column('timestamptz')
  expiresAt: Date;
}
