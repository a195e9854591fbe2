import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That a consumer wants the events of a type, whichever release emits them. */
@Entity('event_subscriptions')
@Index('ix_event_subscriptions_type', ['type'])
export class EventSubscription {
  @PrimaryColumn('text')
  consumer: string;

  @Column('text')
  type: string;

  @Column('boolean', { default: false })
  ordered: boolean;

  /** When a process that has this consumer last said so. */
  @Column('timestamptz', { default: () => 'now()' })
  seenAt: Date;
}
