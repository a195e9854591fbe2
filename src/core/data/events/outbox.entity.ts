import { Column, Entity, Index } from 'typeorm';
import { Row } from '../database';

/** A durable event: written with the change it describes, done once every consumer has processed it. */
@Entity('outbox')
@Index('ix_outbox_unspread', ['createdAt'], { where: 'pending IS NULL AND delivered_at IS NULL' })
@Index('ix_outbox_delivered_at', ['deliveredAt'], { where: 'delivered_at IS NOT NULL' })
export class OutboxRow extends Row {
  @Column('text')
  type: string;

  @Column('jsonb')
  payload: object;

  /** Of the event's schema. */
  @Column('int', { default: 1 })
  version: number;

  /** What the event is about; consumers that ask for it have the events of a subject in their order. */
  @Column('text', { nullable: true })
  subject: string | null;

  /** Deliveries that are not delivered; null while the relay still has to make them. */
  @Column('int', { nullable: true })
  pending: number | null;

  @Column('timestamptz', { nullable: true })
  deliveredAt: Date | null;
}
