import { Statement, statement } from '../../core/database';
import { decodeCursor, encodeCursor, parseMoney } from '../../core/dto';
import { isId } from '../../core/runtime';
import { PRODUCT_SORTS, ProductQuery, ProductSort } from './dto/product.dto';
import type { Product } from './entities/product.entity';

export const PRODUCT_COLUMNS = `id, sku, name, description, price_minor AS "priceMinor", currency,
  category_id AS "categoryId", stock, created_at AS "createdAt", updated_at AS "updatedAt"`;

/** The column behind a sort, apart from the id that makes it total, and how a cursor's value of it is checked. */
const SORT_COLUMNS: Record<string, { column: string; type: string; of: (row: Product) => string | number } | null> = {
  created_at: null, // ids are made in that order
  name: { column: 'name', type: 'text', of: (row) => row.name },
  price: { column: 'price_minor', type: 'bigint', of: (row) => row.priceMinor },
};

/** The cursor after this row. */
export function cursorOf(sort: ProductSort, row: Product): string {
  const key = SORT_COLUMNS[sort.replace('-', '')];
  return encodeCursor(sort, key ? [key.of(row), row.id] : [row.id]);
}

/**
 * The statement of a page, one more row than asked for: only the conditions that are there, so that each has a plan of its
 * own; all are prepared by name. @throws Validation for a broken cursor or a price with too many digits
 */
export function productPageQuery(query: ProductQuery): { statement: Statement; values: unknown[] } {
  const values: unknown[] = [];
  const bind = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const conditions = ['deleted_at IS NULL'];
  const shape: string[] = [PRODUCT_SORTS.includes(query.sort) ? query.sort : '-created_at'];
  const add = (name: string, condition: string): void => {
    shape.push(name);
    conditions.push(condition);
  };
  if (query.categoryId) add('category', `category_id = ${bind(query.categoryId, 'uuid')}`);
  if (query.inStock !== undefined) add(`stock-${query.inStock}`, query.inStock ? 'stock > 0' : 'stock = 0');
  if (query.minPrice) add('min', `price_minor >= ${bind(parseMoney(query.minPrice, 'USD', 'minPrice'), 'bigint')}`);
  if (query.maxPrice) add('max', `price_minor <= ${bind(parseMoney(query.maxPrice, 'USD', 'maxPrice'), 'bigint')}`);
  const { order, after } = sorting(query, bind);
  if (after) add('after', after);
  const limit = bind(query.limit + 1, 'int');
  const text = `SELECT ${PRODUCT_COLUMNS} FROM products WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ${limit}`;
  return { statement: statement(`products.page ${shape.join(' ')}`, text), values };
}

function sorting(
  query: ProductQuery,
  bind: (value: unknown, type: string) => string,
): { order: string; after: string | null } {
  const descending = query.sort.startsWith('-');
  const key = SORT_COLUMNS[query.sort.replace('-', '')];
  const direction = descending ? 'DESC' : 'ASC';
  const compare = descending ? '<' : '>';
  const order = key ? `${key.column} ${direction}, id ${direction}` : `id ${direction}`;
  if (!query.cursor) return { order, after: null };
  const isUuid = (value: unknown): boolean => typeof value === 'string' && isId(value);
  if (!key) {
    const [id] = decodeCursor(query.cursor, query.sort, [isUuid]);
    return { order, after: `id ${compare} ${bind(id, 'uuid')}` };
  }
  const isKey = (value: unknown): boolean =>
    key.type === 'bigint' ? Number.isSafeInteger(value) : typeof value === 'string' && !value.includes('\0');
  const [value, id] = decodeCursor(query.cursor, query.sort, [isKey, isUuid]);
  return { order, after: `(${key.column}, id) ${compare} (${bind(value, key.type)}, ${bind(id, 'uuid')})` };
}
