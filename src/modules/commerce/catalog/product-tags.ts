import type { ProductQuery } from './dto/product.dto';
import type { Product } from './entities/product.entity';
import { changesAvailability, StockChange } from './stock-lines';

/*
 * What makes a cached answer about products stale. A list depends on which products belong to it and in which order
 * (`listTags`), and on what it shows of each (`productTag`). An order changes stock, so it makes stale what shows its
 * products, and the lists by stock where a product was sold out.
 */

const ALL = 'products';
const BY_STOCK = 'products-by-stock';
const ofCategory = (id: string): string => `products-of:${id}`;

/** Of everything that shows this product. */
export const productTag = (id: string): string => `product:${id}`;

/** Of the lists that the product belongs or belonged to, whatever they show of it. */
export const listTagsOf = (...versions: readonly Pick<Product, 'categoryId'>[]): string[] => [
  ALL,
  BY_STOCK,
  ...new Set(versions.map(({ categoryId }) => ofCategory(categoryId))),
];

/** What decides which products a list has. A search depends on the words of all products, by which words are corrected. */
export function listTags({ q, categoryId, inStock }: ProductQuery): string[] {
  const members = categoryId !== undefined && q === undefined ? ofCategory(categoryId) : ALL;
  return inStock === undefined ? [members] : [members, BY_STOCK];
}

/** What a change of stock makes stale. */
export const stockTags = (changes: readonly StockChange[]): string[] => [
  ...changes.map(({ productId }) => productTag(productId)),
  ...(changes.some(changesAvailability) ? [BY_STOCK] : []),
];
