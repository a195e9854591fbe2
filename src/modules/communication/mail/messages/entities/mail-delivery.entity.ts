import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * queued: to be sent. deferred: refused for now. sent: taken by the mail server. delivered: it says that the mailbox has it. bounced:
 * there is no such mailbox, or it takes nothing. failed: refused for another reason, or out of date. suppressed: the address is on the
 * list. cancelled: by who sent it.
 */
export const DELIVERY_STATES = [
  'queued',
  'deferred',
  'sent',
  'delivered',
  'bounced',
  'failed',
  'suppressed',
  'cancelled',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const FIELDS = ['to', 'cc', 'bcc'] as const;
export type RecipientField = (typeof FIELDS)[number];

const WAITING = `state IN ('queued', 'deferred')`;

/** A mail on its way to one recipient. */
@Entity('mail_deliveries')
@Check('ck_mail_deliveries_state', `state IN (${DELIVERY_STATES.map((one) => `'${one}'`).join(', ')})`)
@Check('ck_mail_deliveries_field', `field IN (${FIELDS.map((one) => `'${one}'`).join(', ')})`)
@Check('ck_mail_deliveries_lease', `lease IS NULL OR ${WAITING}`)
@Index('ix_mail_deliveries_message', ['messageId', 'id'])
@Index('ix_mail_deliveries_queue', ['priority', 'senderKey', 'dueAt', 'id'], { where: WAITING })
@Index('ix_mail_deliveries_due', ['dueAt'], { where: WAITING })
@Index('ix_mail_deliveries_lease', ['domain'], { where: 'lease IS NOT NULL' })
@Index('ix_mail_deliveries_address', ['addressKey', 'id'])
export class MailDelivery {
  /** Of the first recipient that of the message. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mail_deliveries' })
  id: string;

  @ForeignKey('mail_messages', { name: 'fk_mail_deliveries_message', onDelete: 'CASCADE' })
  @Column('uuid')
  messageId: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @Column('text')
  field: RecipientField;

  /** Sealed. */
  @Column('bytea', { select: false })
  address: Buffer;

  /** A fingerprint by which an address is found. */
  @Column('bytea', { select: false })
  addressKey: Buffer;

  @Column('text')
  domain: string;

  /** Whose turn it takes: the sender, or zeros for the application. */
  @Column('uuid')
  senderKey: string;

  /** 0 security, 1 transactional, 2 bulk. */
  @Column('smallint')
  priority: number;

  @Column('text', { default: 'queued' })
  state: DeliveryState;

  /** Of the mail server on this mail; a server that is away counts as none. */
  @Column('int', { default: 0 })
  attempts: number;

  /** When it is to be sent, or, while it is, until when its sender has it. */
  @Column('timestamptz')
  dueAt: Date;

  /** Of the process that has it: what one says that has lost it does not count. */
  @Column('uuid', { nullable: true })
  lease: string | null;

  /** Of the last reply (RFC 5321). */
  @Column('int', { nullable: true })
  lastCode: number | null;

  /** Of the last reply (RFC 3463): `5.1.1`. */
  @Column('text', { nullable: true })
  lastStatus: string | null;

  /** A word: `unknown_address`, `expired`. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;

  /** When the present state began. */
  @Column('timestamptz', { default: () => 'now()' })
  stateAt: Date;
}
