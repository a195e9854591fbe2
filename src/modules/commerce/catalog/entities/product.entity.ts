import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { MoneyColumn, Row } from '../../../../core/data/database';
import { Category } from './category.entity';

/** Something that can be bought. */
@Entity('products')
@Check('ck_products_price', 'price_minor >= 0')
@Check('ck_products_stock', 'stock >= 0')
@Index('uq_products_sku', { synchronize: false }) // on lower(sku) of those not deleted, in the migration
@Index('ix_products_category', ['categoryId', 'id'], { where: 'deleted_at IS NULL' })
@Index('ix_products_name', ['name', 'id'], { where: 'deleted_at IS NULL' })
@Index('ix_products_price', ['priceMinor', 'id'], { where: 'deleted_at IS NULL' })
@Index('ix_products_search', { synchronize: false }) // GIN, in the migration
export class Product extends Row {
  @Column('text')
  sku: string;

  @Column('text')
  name: string;

  @Column('text', { default: '' })
  description: string;

  /** Minor units of `currency`. */
  @MoneyColumn()
  priceMinor: number;

  /** ISO 4217. */
  @Column('char', { length: 3 })
  currency: string;

  @Column('uuid')
  categoryId: string;

  @ManyToOne(() => Category, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'category_id', foreignKeyConstraintName: 'fk_products_category' })
  category?: Category;

  /** Pieces on hand. */
  @Column('int')
  stock: number;

  /** Words of name, SKU and description; a trigger's affair, never read. */
  @Column({ type: 'tsvector', select: false, insert: false, update: false })
  search: string;

  /** Orders keep what is no longer sold. */
  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;
}
