import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Generated,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
} from 'typeorm';
import { Product } from './product.entity';

/** Why a stock changed: opened with the product, set by hand, sold to an order, given back by one, imported. */
export const MOVEMENT_REASONS = ['initial', 'set', 'sold', 'returned', 'import'] as const;
export type MovementReason = (typeof MOVEMENT_REASONS)[number];

/** One change of one product's stock. Append-only: a trigger in the database refuses any change and deletion. */
@Entity('stock_movements')
@Check('ck_stock_movements_delta', 'delta <> 0')
@Check('ck_stock_movements_on_hand', 'on_hand >= 0')
@Check('ck_stock_movements_reason', `reason IN (${MOVEMENT_REASONS.map((one) => `'${one}'`).join(', ')})`)
@Index('ix_stock_movements_product', ['productId', 'seq'])
@Index('ix_stock_movements_reference', ['reference'], { where: 'reference IS NOT NULL' })
export class StockMovement {
  @PrimaryColumn('uuid')
  id: string;

  /** Grows with every movement of a product, since each is written while its row is locked; text in the code. */
  @Column('bigint')
  @Generated('increment')
  seq: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @Column('uuid')
  productId: string;

  @ManyToOne(() => Product, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'product_id', foreignKeyConstraintName: 'fk_stock_movements_product' })
  product?: Product;

  /** Pieces that came, or went when below zero. */
  @Column('int')
  delta: number;

  /** Pieces on hand afterwards. */
  @Column('int')
  onHand: number;

  @Column('text')
  reason: MovementReason;

  /** The order that sold or gave back. No foreign key: the ledger knows no other module. */
  @Column('uuid', { nullable: true })
  reference: string | null;

  /** Who; null for nobody signed in. No foreign key: the ledger outlives the account. */
  @Column('uuid', { nullable: true })
  actorId: string | null;
}
