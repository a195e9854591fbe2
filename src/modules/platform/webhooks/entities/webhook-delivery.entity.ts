import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** pending: to be sent. delivered: answered by 2xx. failed: given up. skipped: its owner may not see it. */
export const WEBHOOK_DELIVERY_STATES = ['pending', 'delivered', 'failed', 'skipped'] as const;
export type WebhookDeliveryState = (typeof WEBHOOK_DELIVERY_STATES)[number];

/** An event on its way to one webhook. */
@Entity('webhook_deliveries')
@Check('ck_webhook_deliveries_state', `state IN (${WEBHOOK_DELIVERY_STATES.map((one) => `'${one}'`).join(', ')})`)
@Check('ck_webhook_deliveries_delivered', `(state = 'delivered') = (delivered_at IS NOT NULL)`)
@Check('ck_webhook_deliveries_lease', `lease IS NULL OR state = 'pending'`)
@Index('ix_webhook_deliveries_queue', ['webhookId', 'dueAt', 'eventId'], { where: `state = 'pending'` })
@Index('ix_webhook_deliveries_due', ['dueAt'], { where: `state = 'pending'` })
@Index('ix_webhook_deliveries_lease', ['webhookId', 'dueAt'], { where: 'lease IS NOT NULL' })
@Index('ix_webhook_deliveries_error', ['webhookId', 'eventId'], { where: 'last_error IS NOT NULL' })
@Index('ix_webhook_deliveries_event', ['eventId'])
export class WebhookDelivery {
  @ForeignKey('webhooks', { name: 'fk_webhook_deliveries_webhook', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_webhook_deliveries' })
  webhookId: string;

  @ForeignKey('webhook_events', { name: 'fk_webhook_deliveries_event', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_webhook_deliveries' })
  eventId: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @Column('text', { default: 'pending' })
  state: WebhookDeliveryState;

  /** Made so far. */
  @Column('int', { default: 0 })
  attempts: number;

  /** When it is to be sent, or, while it is, until when its sender has it. */
  @Column('timestamptz', { default: () => 'now()' })
  dueAt: Date;

  /** Of the sender that has it: what one says that has lost it does not count. */
  @Column('uuid', { nullable: true })
  lease: string | null;

  @Column('timestamptz', { nullable: true })
  lastAttemptAt: Date | null;

  /** Of the last answer. */
  @Column('int', { nullable: true })
  lastStatus: number | null;

  /** A word for why the last attempt failed; null where it did not. */
  @Column('text', { nullable: true })
  lastError: string | null;

  @Column('timestamptz', { nullable: true })
  deliveredAt: Date | null;
}
