import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Row } from '../../../../core/data/database';

/** Why a webhook is off: its owner has done so, it answered 410, it has failed for five days. */
export const OFF_REASONS = ['switched_off', 'gone', 'failing'] as const;
export type OffReason = (typeof OFF_REASONS)[number];

/** An address that is told of events. */
@Entity('webhooks')
@Index('ix_webhooks_owner', ['ownerId', 'id'])
@Index('ix_webhooks_events', { synchronize: false }) // GIN, of those that are on
@Check('ck_webhooks_off', '(disabled_at IS NULL) = (disabled_reason IS NULL)')
@Check('ck_webhooks_previous_secret', '(previous_secret IS NULL) = (previous_until IS NULL)')
export class Webhook extends Row {
  @ForeignKey('users', { name: 'fk_webhooks_owner', onDelete: 'RESTRICT' })
  @Column('uuid')
  ownerId: string;

  @Column('text')
  url: string;

  /** Patterns: `orders.*`. */
  @Column('text', { array: true })
  events: string[];

  /** Sealed. */
  @Column('bytea', { select: false })
  secret: Buffer;

  /** Sealed; signs beside the new one until `previousUntil`. */
  @Column('bytea', { select: false, nullable: true })
  previousSecret: Buffer | null;

  @Column('timestamptz', { nullable: true })
  previousUntil: Date | null;

  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;

  @Column('text', { nullable: true })
  disabledReason: OffReason | null;

  /** Attempts that have failed since the last one that did not. */
  @Column('int', { default: 0 })
  failures: number;

  /** When the first of them did. */
  @Column('timestamptz', { nullable: true })
  failingSince: Date | null;

  /** Nothing is sent before. */
  @Column('timestamptz', { default: () => 'now()' })
  resumeAt: Date;
}
