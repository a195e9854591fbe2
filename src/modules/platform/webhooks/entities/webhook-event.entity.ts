import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/** What has happened, as webhooks are told of it; written in the transaction in which it happens. */
@Entity('webhook_events')
@Index('ix_webhook_events_unspread', ['id'], { where: 'spread_at IS NULL' })
@Index('ix_webhook_events_created_at', ['createdAt'])
export class WebhookEventRow {
  @PrimaryColumn('uuid')
  id: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  /** As `orders.placed`. */
  @Column('text')
  type: string;

  /** What it is about, as `order`. */
  @Column('text')
  about: string;

  @Column('uuid')
  subjectId: string;

  /** Of the subject, from the root. */
  @Column('text')
  path: string;

  @Column('uuid', { nullable: true })
  actorId: string | null;

  /** The subject is there no more: those are told who could see it, which the deliveries say. */
  @Column('boolean', { default: false })
  isGone: boolean;

  /** When its deliveries were made. */
  @Column('timestamptz', { nullable: true })
  spreadAt: Date | null;
}
