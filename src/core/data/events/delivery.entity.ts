import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const DELIVERY_STATES = ['pending', 'delivered', 'dead'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A durable event on its way to one consumer. */
@Entity('event_deliveries')
@Check('ck_event_deliveries_state', `state IN (${DELIVERY_STATES.map((one) => `'${one}'`).join(', ')})`)
@Index('uq_event_deliveries_event', ['eventId', 'consumer'], { unique: true })
@Index('ix_event_deliveries_due', ['dueAt'], { where: `state = 'pending'` })
@Index('ix_event_deliveries_dead', ['createdAt', 'id'], { where: `state = 'dead'` })
@Index('ix_event_deliveries_dead_consumer', ['consumer', 'createdAt', 'id'], { where: `state = 'dead'` })
@Index('ix_event_deliveries_open', ['consumer', 'subject', 'eventId'], { where: `state <> 'delivered'` })
export class EventDelivery {
  @PrimaryColumn('uuid')
  id: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @ForeignKey('outbox', { name: 'fk_event_deliveries_event', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  @Column('text')
  consumer: string;

  @Column('text')
  type: string;

  /** Of the event's schema, as it was emitted. */
  @Column('int', { default: 1 })
  version: number;

  @Column('text', { nullable: true })
  subject: string | null;

  /** Whether it waits for the earlier ones of its consumer and subject. */
  @Column('boolean', { default: false })
  ordered: boolean;

  @Column('text', { default: 'pending' })
  state: DeliveryState;

  /** Failed attempts so far. */
  @Column('int', { default: 0 })
  attempts: number;

  /** When the relay hands it (again) to the queue, unless it is delivered by then. */
  @Column('timestamptz', { default: () => 'now()' })
  dueAt: Date;

  @Column('text', { nullable: true })
  lastError: string | null;

  @Column('timestamptz', { nullable: true })
  deliveredAt: Date | null;
}
