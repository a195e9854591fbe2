import { Injectable } from '@nestjs/common';
import { batches, Conditions, Database } from '../../../core/data/database';
import type { Product } from './entities/product.entity';
import { toProductDto, ProductDto } from './dto/product.dto';

/** Which of all products. */
export interface ProductChoice {
  readonly categoryId?: string;
  readonly inStock?: boolean;
  /** Made since then. */
  readonly since?: Date;
  /** And before then. */
  readonly before?: Date;
}

/** A product and what its category is called. */
export type NamedProduct = ProductDto & { readonly category: string };

type Row = Product & { readonly category: string };

const COLUMNS = `p.id, p.sku, p.name, p.description, p.price_minor AS "priceMinor", p.currency,
  p.category_id AS "categoryId", p.stock, p.created_at AS "createdAt", p.updated_at AS "updatedAt", c.name AS category`;
const FROM = 'FROM products p JOIN categories c ON c.id = p.category_id';
const OF_CATEGORIES = `SELECT c.name, count(p.id)::int AS products, coalesce(sum(p.stock), 0)::float8 AS pieces,
    (count(p.id) FILTER (WHERE p.stock = 0))::int AS "soldOut"
  FROM categories c JOIN products p ON p.category_id = c.id AND p.deleted_at IS NULL
  WHERE c.deleted_at IS NULL GROUP BY c.id ORDER BY products DESC, c.name`;

/** What a category comes to. */
export interface CategoryCount {
  readonly name: string;
  readonly products: number;
  readonly pieces: number;
  readonly soldOut: number;
}

/** Products by the thousand, for reports: from the books, past the cache. */
@Injectable()
export class ProductsInBulk {
  constructor(private readonly db: Database) {}

  async count(choice: ProductChoice): Promise<number> {
    const query = chosen(choice);
    const sql = query.statement('products.count', `SELECT count(*)::int AS count ${FROM} WHERE ${query.where}`);
    return (await this.db.query<{ count: number }>(sql))[0].count;
  }

  /** In the order they were made, a thousand at a time. */
  async *all(choice: ProductChoice): AsyncGenerator<NamedProduct[]> {
    const rows = batches((after: string | null, limit) => {
      const query = chosen(choice).andIf('after', 'p.id > ?::uuid', after);
      const text = `SELECT ${COLUMNS} ${FROM} WHERE ${query.where} ORDER BY p.id LIMIT ${query.bind(limit, 'int')}`;
      return this.db.query<Row>(query.statement('products.all', text));
    });
    for await (const batch of rows) yield batch.map((row) => ({ ...toProductDto(row), category: row.category }));
  }

  /** What each category with products comes to, the largest first. */
  byCategory(): Promise<CategoryCount[]> {
    return this.db.query<CategoryCount & Record<string, unknown>>(OF_CATEGORIES);
  }
}

function chosen({ categoryId, inStock, since, before }: ProductChoice): Conditions {
  return new Conditions()
    .always('p.deleted_at IS NULL')
    .andIf('category', 'p.category_id = ?::uuid', categoryId)
    .andIf('stock', '(p.stock > 0) = ?::boolean', inStock)
    .andIf('since', 'p.created_at >= ?::timestamptz', since)
    .andIf('before', 'p.created_at < ?::timestamptz', before);
}
