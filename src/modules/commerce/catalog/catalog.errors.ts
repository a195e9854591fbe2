import { defineError } from '../../../core/kernel/errors';

export const CategoryNotFound = defineError('category_not_found', 404, 'There is no such category.');
export const CategoryNotEmpty = defineError('category_not_empty', 409, 'The category still has products.');
export const CategoryNameTaken = defineError('category_name_taken', 409, 'Another category has this name.');
export const ProductNotFound = defineError('product_not_found', 404, 'There is no such product.');
export const SkuTaken = defineError('sku_taken', 409, 'Another product has this SKU.');

/** A product that has less than was asked for; pieces. */
export interface ShortItem {
  readonly productId: string;
  readonly available: number;
  readonly requested: number;
}

export const InsufficientStock = defineError<{ items: ShortItem[] }>('insufficient_stock', 409, ({ items }) =>
  items.length === 1 ? 'There is not enough of a product.' : `There is not enough of ${items.length} products.`,
);
