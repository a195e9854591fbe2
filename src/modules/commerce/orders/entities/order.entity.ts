import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { MoneyColumn, Row } from '../../../../core/data/database';

/** Where an order stands, in the order in which it goes on; `cancelled` instead of going on. */
export const ORDER_STATUSES = ['pending', 'processing', 'shipped', 'delivered', 'cancelled'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** What somebody bought, at the prices and names of that moment. */
@Entity('orders')
@Index('ix_orders_user', ['userId', 'id'])
@Index('ix_orders_status', ['status', 'id'])
@Check('ck_orders_status', `status IN (${ORDER_STATUSES.map((one) => `'${one}'`).join(', ')})`)
@Check('ck_orders_total', 'total_minor >= 0')
export class Order extends Row {
  /** What people call it: `A-001024`, out of the sequence `order_numbers`. */
  @Index('uq_orders_number', { unique: true })
  @Column('text')
  number: string;

  /** Buyer; owned by users, so an id and not a relation. */
  @ForeignKey('users', { name: 'fk_orders_user', onDelete: 'RESTRICT' })
  @Column('uuid')
  userId: string;

  @Column('text', { default: 'pending' })
  status: OrderStatus;

  /** Sum of the lines, minor units of `currency`. */
  @MoneyColumn()
  totalMinor: number;

  /** ISO 4217. */
  @Column('char', { length: 3 })
  currency: string;

  /** Empty once the buyer's account is erased. */
  @Column('text')
  shippingAddress: string;
}
