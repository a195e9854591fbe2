import { Statement, statement } from '../../../core/data/database';
import { decodeCursor, encodeCursor, parseMoney } from '../../../core/web/dto';
import { Validation } from '../../../core/kernel/errors';
import { isId, newId } from '../../../core/kernel/runtime';
import { ProductQuery, ProductSort } from './dto/product.dto';
import type { Product } from './entities/product.entity';
import type { SearchText } from './search-text';

export const DEFAULT_CURRENCY = 'USD';

export const PRODUCT_COLUMNS = `id, sku, name, description, price_minor AS "priceMinor", currency,
  category_id AS "categoryId", stock, created_at AS "createdAt", updated_at AS "updatedAt"`;

/** A search ranks so many hits, the newest. */
const RANKED = 1000;

/** A row of a list; `rank` where it is sorted by relevance. */
export type ListedProduct = Product & { readonly rank?: number };

/** A statement and what it is run with; `shape` is the same for the same text. */
export interface PageStatement {
  readonly shape: string;
  /** Not prepared for what is ranked: how common a word is decides how it is best looked for. */
  readonly statement: Statement | string;
  readonly values: unknown[];
}

type Bind = (value: unknown, type: string) => string;

/** The column behind a sort, apart from the id that makes it total, and how a cursor's value of it is checked. */
const SORT_COLUMNS: Record<
  string,
  { column: string; type: string; of: (row: ListedProduct) => string | number } | null
> = {
  created_at: null, // ids are made in that order
  name: { column: 'name', type: 'text', of: (row) => row.name },
  price: { column: 'price_minor', type: 'bigint', of: (row) => Number(row.priceMinor) },
};

const isUuid = (value: unknown): boolean => typeof value === 'string' && isId(value);
const isText = (value: unknown): boolean => typeof value === 'string' && !value.includes('\0');
const isRank = (value: unknown): boolean => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;

/** The cursor after a row of this list. */
export function cursorAfter(query: ProductQuery): (row: ListedProduct) => string {
  const sort = sortOf(query);
  if (sort === 'relevance') {
    // Those that come later are no part of it: what is ranked stays the same from page to page.
    const until = query.cursor ? relevanceCursor(query.cursor)[2] : newId();
    return (row) => encodeCursor(sort, [row.rank ?? 0, row.id, until]);
  }
  const key = SORT_COLUMNS[sort.replace('-', '')];
  return (row) => encodeCursor(sort, key ? [key.of(row), row.id] : [row.id]);
}

/**
 * The statement of a page, one more row than asked for: only the conditions that are there, so that each has a plan of its
 * own. @throws Validation for a broken cursor, a price with too many digits, a relevance of nothing
 */
export function productPageQuery(query: ProductQuery, search: SearchText | null): PageStatement {
  const values: unknown[] = [];
  const bind: Bind = (value, type) => `$${values.push(value)}::${type}`;
  const sort = sortOf(query);
  const conditions = ['deleted_at IS NULL'];
  const shape: string[] = [sort];
  const add = (name: string, condition: string): void => {
    shape.push(name);
    conditions.push(condition);
  };
  const { categoryId, inStock, minPrice, maxPrice } = query;
  const currency = query.currency ?? (minPrice || maxPrice ? DEFAULT_CURRENCY : undefined);
  if (search) add('search', `search @@ ${bind(search.match, 'tsquery')}`);
  if (categoryId) add('category', `category_id = ${bind(categoryId, 'uuid')}`);
  if (inStock !== undefined) add(`stock-${inStock}`, inStock ? 'stock > 0' : 'stock = 0');
  if (currency) add('currency', `currency = ${bind(currency, 'char(3)')}`);
  if (currency && minPrice) add('min', `price_minor >= ${bind(parseMoney(minPrice, currency, 'minPrice'), 'bigint')}`);
  if (currency && maxPrice) add('max', `price_minor <= ${bind(parseMoney(maxPrice, currency, 'maxPrice'), 'bigint')}`);
  if (sort === 'relevance' && search) {
    const text = rankedText(query, search, conditions, shape, bind);
    return { shape: shape.join(' '), statement: text, values };
  }
  const text = sortedText(query, sort, conditions, shape, bind);
  return { shape: shape.join(' '), statement: statement(`products.page ${shape.join(' ')}`, text), values };
}

/** @throws Validation where there is nothing to be relevant to */
function sortOf({ sort, q }: ProductQuery): ProductSort {
  if (sort === 'relevance' && q === undefined) {
    throw new Validation({
      errors: [{ field: 'sort', code: 'sort', message: 'relevance is of a search: it needs q' }],
    });
  }
  return sort ?? (q === undefined ? '-created_at' : 'relevance');
}

function sortedText(query: ProductQuery, sort: string, conditions: string[], shape: string[], bind: Bind): string {
  const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
  const key = SORT_COLUMNS[sort.replace('-', '')];
  const where = [...conditions];
  if (query.cursor) {
    shape.push('after');
    where.push(afterText(query.cursor, sort, bind));
  }
  const order = key ? `${key.column} ${direction}, id ${direction}` : `id ${direction}`;
  const limit = bind(query.limit + 1, 'int');
  // OFFSET 0 keeps the planner from walking all products in the order of the sort in the hope of hits, whose number it guesses.
  const searched = `(SELECT * FROM products WHERE ${where.join(' AND ')} OFFSET 0) AS hits`;
  const rows = query.q === undefined ? `products WHERE ${where.join(' AND ')}` : searched;
  return `SELECT ${PRODUCT_COLUMNS} FROM ${rows} ORDER BY ${order} LIMIT ${limit}`;
}

function afterText(cursor: string, sort: string, bind: Bind): string {
  const compare = sort.startsWith('-') ? '<' : '>';
  const key = SORT_COLUMNS[sort.replace('-', '')];
  if (!key) {
    const [id] = decodeCursor(cursor, sort, [isUuid]);
    return `id ${compare} ${bind(id, 'uuid')}`;
  }
  const [value, id] = decodeCursor(cursor, sort, [key.type === 'bigint' ? Number.isSafeInteger : isText, isUuid]);
  return `(${key.column}, id) ${compare} (${bind(value, key.type)}, ${bind(id, 'uuid')})`;
}

/** Ranks are whole millionths, so that a cursor says them exactly. */
function rankedText(
  query: ProductQuery,
  search: SearchText,
  conditions: string[],
  shape: string[],
  bind: Bind,
): string {
  const [any, whole] = [bind(search.rank, 'tsquery'), bind(search.whole, 'tsquery')];
  const rank = `round((ts_rank(search, ${any}) + ts_rank(search, ${whole})) * 1000000)::int`;
  const where = [...conditions];
  let after = '';
  if (query.cursor) {
    const [value, id, until] = relevanceCursor(query.cursor);
    shape.push('after');
    where.push(`id <= ${bind(until, 'uuid')}`);
    after = `WHERE (rank, id) < (${bind(value, 'int')}, ${bind(id, 'uuid')})`;
  }
  return `SELECT * FROM (
      SELECT ${PRODUCT_COLUMNS}, ${rank} AS rank FROM (
        SELECT * FROM products WHERE ${where.join(' AND ')} ORDER BY id DESC LIMIT ${RANKED}
      ) AS newest
    ) AS ranked ${after} ORDER BY rank DESC, id DESC LIMIT ${bind(query.limit + 1, 'int')}`;
}

/** @throws Validation */
function relevanceCursor(cursor: string): (string | number)[] {
  return decodeCursor(cursor, 'relevance', [isRank, isUuid, isUuid]);
}
