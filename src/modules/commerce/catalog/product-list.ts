import { BoundStatement, Conditions } from '../../../core/data/database';
import type { SearchText } from '../../../core/data/search';
import { Keyset, parseMoney, orderById } from '../../../core/web/dto';
import { Validation } from '../../../core/kernel/errors';
import { newId } from '../../../core/kernel/runtime';
import { ProductQuery, ProductSort } from './dto/product.dto';
import type { Product } from './entities/product.entity';

export const DEFAULT_CURRENCY = 'USD';

export const PRODUCT_COLUMNS = `id, sku, name, description, price_minor AS "priceMinor", currency,
  category_id AS "categoryId", stock, created_at AS "createdAt", updated_at AS "updatedAt"`;

/** A search ranks so many hits, the newest. */
const RANKED = 1000;

/** A row of a list; `rank` where it is sorted by relevance. */
export type ListedProduct = Product & { readonly rank?: number };

type Sorted = Exclude<ProductSort, 'relevance'>;

/** How a list is sorted, but for relevance; the id makes each order total. */
const ORDERS = {
  '-created_at': orderById<ListedProduct>('-created_at'), // ids are made in that order
  created_at: orderById<ListedProduct>('created_at'),
  '-name': orderBy('-name', 'name', 'text', ({ name }) => name),
  name: orderBy('name', 'name', 'text', ({ name }) => name),
  '-price': orderBy('-price', 'price_minor', 'bigint', ({ priceMinor }) => Number(priceMinor)),
  price: orderBy('price', 'price_minor', 'bigint', ({ priceMinor }) => Number(priceMinor)),
};
type Ranked = Pick<ListedProduct, 'id' | 'rank'> & { readonly until: string };

/** The rank, the id, and the newest id that was there when the first page was read. */
const RELEVANCE = new Keyset<Ranked>('relevance', [
  { column: 'rank', type: 'int', of: ({ rank }) => rank ?? 0 },
  { column: 'id', type: 'uuid', of: ({ id }) => id },
  { column: 'until', type: 'uuid', of: ({ until }) => until },
]);

function orderBy(
  sort: string,
  column: string,
  type: 'text' | 'bigint',
  of: (row: ListedProduct) => string | number,
): Keyset<ListedProduct> {
  return new Keyset(sort, [
    { column, type, of },
    { column: 'id', type: 'uuid', of: ({ id }) => id },
  ]);
}

/** The cursor after a row of this list. */
export function cursorAfter(query: ProductQuery): (row: ListedProduct) => string {
  const sort = sortOf(query);
  if (sort !== 'relevance') return ORDERS[sort].cursorOf;
  // Those that come later are no part of it: what is ranked stays the same from page to page.
  const until = String(RELEVANCE.read(query.cursor)[2] ?? newId());
  return (row) => RELEVANCE.cursorOf({ id: row.id, rank: row.rank, until });
}

/**
 * The statement of a page, one more row than asked for: only the conditions that are there, so that each has a plan of its
 * own. @throws Validation for a broken cursor, a price with too many digits, a relevance of nothing
 */
export function productPageQuery(asked: ProductQuery, search: SearchText | null): BoundStatement {
  const sort = sortOf(asked);
  const { categoryId, inStock, minPrice, maxPrice } = asked;
  const currency = asked.currency ?? (minPrice || maxPrice ? DEFAULT_CURRENCY : undefined);
  const query = new Conditions().mark(sort).always('deleted_at IS NULL');
  query.andIf('search', 'search @@ ?::tsquery', search?.match).andIf('category', 'category_id = ?::uuid', categoryId);
  if (inStock !== undefined) query.and(`stock-${inStock}`, inStock ? 'stock > 0' : 'stock = 0');
  query.andIf('currency', 'currency = ?::char(3)', currency);
  if (currency && minPrice) query.and('min', 'price_minor >= ?::bigint', parseMoney(minPrice, currency, 'minPrice'));
  if (currency && maxPrice) query.and('max', 'price_minor <= ?::bigint', parseMoney(maxPrice, currency, 'maxPrice'));
  return sort === 'relevance' && search ? ranked(asked, search, query) : sorted(asked, sort as Sorted, query);
}

/** What is asked for, as a text that is the same for the same page. */
export const keyOf = ({ name, text, values }: BoundStatement): string => JSON.stringify([name || text, values]);

/** @throws Validation where there is nothing to be relevant to */
function sortOf({ sort, q }: ProductQuery): ProductSort {
  if (sort === 'relevance' && q === undefined) {
    throw new Validation({
      errors: [{ field: 'sort', code: 'sort', message: 'relevance is of a search: it needs q' }],
    });
  }
  return sort ?? (q === undefined ? '-created_at' : 'relevance');
}

function sorted(asked: ProductQuery, sort: Sorted, query: Conditions): BoundStatement {
  const order = ORDERS[sort];
  order.continue(query, asked.cursor);
  // OFFSET 0 keeps the planner from walking all products in the order of the sort in the hope of hits, whose number it guesses.
  const searched = `(SELECT * FROM products WHERE ${query.where} OFFSET 0) AS hits`;
  const rows = asked.q === undefined ? `products WHERE ${query.where}` : searched;
  const limit = query.bind(asked.limit + 1, 'int');
  return query.statement(
    'products.page',
    `SELECT ${PRODUCT_COLUMNS} FROM ${rows} ORDER BY ${order.order} LIMIT ${limit}`,
  );
}

/** Ranks are whole millionths, so that a cursor says them exactly. Planned anew: how common a word is decides how it is best looked for. */
function ranked(asked: ProductQuery, search: SearchText, query: Conditions): BoundStatement {
  const [any, whole] = [query.bind(search.rank, 'tsquery'), query.bind(search.whole, 'tsquery')];
  const rank = `round((ts_rank(search, ${any}) + ts_rank(search, ${whole})) * 1000000)::int`;
  const [value, id, until] = RELEVANCE.read(asked.cursor);
  if (until !== null) query.and('after', 'id <= ?::uuid', until);
  const after = until === null ? '' : `WHERE (rank, id) < (${query.bind(value, 'int')}, ${query.bind(id, 'uuid')})`;
  return query.unprepared(`SELECT * FROM (
      SELECT ${PRODUCT_COLUMNS}, ${rank} AS rank FROM (
        SELECT * FROM products WHERE ${query.where} ORDER BY id DESC LIMIT ${RANKED}
      ) AS newest
    ) AS ranked ${after} ORDER BY rank DESC, id DESC LIMIT ${query.bind(asked.limit + 1, 'int')}`);
}
