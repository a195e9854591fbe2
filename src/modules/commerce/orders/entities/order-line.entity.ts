import { Check, Column, Entity, ForeignKey, Index, JoinColumn, ManyToOne } from 'typeorm';
import { MoneyColumn, Row } from '../../../../core/data/database';
import { Order } from './order.entity';

/** One line of an order; never changed. */
@Entity('order_lines')
@Index('uq_order_lines_position', ['orderId', 'position'], { unique: true })
@Check('ck_order_lines_quantity', 'quantity > 0')
@Check('ck_order_lines_subtotal', 'subtotal_minor = unit_price_minor * quantity')
export class OrderLine extends Row {
  @Column('uuid')
  orderId: string;

  @ManyToOne(() => Order, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'order_id', foreignKeyConstraintName: 'fk_order_lines_order' })
  order?: Order;

  /** From 1, as the buyer wrote them. */
  @Column('int')
  position: number;

  @ForeignKey('products', { name: 'fk_order_lines_product', onDelete: 'RESTRICT' })
  @Index('ix_order_lines_product')
  @Column('uuid')
  productId: string;

  @Column('text')
  productName: string;

  /** Minor units of the order's currency. */
  @MoneyColumn()
  unitPriceMinor: number;

  @Column('int')
  quantity: number;

  /** Minor units of the order's currency. */
  @MoneyColumn()
  subtotalMinor: number;
}
