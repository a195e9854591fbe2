import { Column, Entity, Index } from 'typeorm';
import { Row } from '../database';

/** A durable event on its way: written with the change it tells of, done once every listener has had it. */
@Entity('outbox')
@Index('ix_outbox_due', ['dueAt'], { where: 'delivered_at IS NULL' })
@Index('ix_outbox_delivered_at', ['deliveredAt'], { where: 'delivered_at IS NOT NULL' })
export class OutboxRow extends Row {
  @Column('text')
  type: string;

  @Column('jsonb')
  payload: object;

  /** When the relay hands it (again) to the queue, unless it is delivered by then. */
  @Column('timestamptz', { default: () => 'now()' })
  dueAt: Date;

  /** Failed attempts so far. */
  @Column('int', { default: 0 })
  attempts: number;

  @Column('timestamptz', { nullable: true })
  deliveredAt: Date | null;
}
