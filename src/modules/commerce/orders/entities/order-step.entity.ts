import { Column, Entity, Generated, Index, JoinColumn, ManyToOne } from 'typeorm';
import { Row } from '../../../../core/data/database';
import { Order, OrderStatus } from './order.entity';

/** One step of an order's history; the first is its placing. */
@Entity('order_steps')
@Index('ix_order_steps_order', ['orderId', 'seq'])
export class OrderStep extends Row {
  /** In the order of happening: an order's steps wait for each other. Ids would follow the clocks of the instances. */
  @Column('bigint')
  @Generated('increment')
  seq: string;

  @Column('uuid')
  orderId: string;

  @ManyToOne(() => Order, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'order_id', foreignKeyConstraintName: 'fk_order_steps_order' })
  order?: Order;

  /** null at the placing. */
  @Column('text', { nullable: true })
  fromStatus: OrderStatus | null;

  @Column('text')
  toStatus: OrderStatus;

  /** Who; null for nobody signed in. No foreign key: the history outlives the account. */
  @Column('uuid', { nullable: true })
  actorId: string | null;
}
