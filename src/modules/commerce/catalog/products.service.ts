import { Injectable } from '@nestjs/common';
import { Audit } from '../../../core/data/audit';
import { Cache } from '../../../core/data/cache';
import { BoundStatement, Database, onConstraint, statement } from '../../../core/data/database';
import { codecOf, Page, pageOf, PageQuery, parseMoney } from '../../../core/web/dto';
import { Validation } from '../../../core/kernel/errors';
import { assertMatch } from '../../../core/web/http';
import { newId } from '../../../core/kernel/runtime';
import { ProductNotFound, SkuTaken } from './catalog.errors';
import { CategoriesService, changedFields, defined } from './categories.service';
import {
  CreateProductInput,
  ProductDto,
  ProductPage,
  ProductQuery,
  SearchArgs,
  StockCheckDto,
  toProductDto,
  UpdateProductInput,
} from './dto/product.dto';
import { StockMovementDto } from './dto/stock-movement.dto';
import { Product } from './entities/product.entity';
import { cursorAfter, DEFAULT_CURRENCY, ListedProduct, keyOf, PRODUCT_COLUMNS, productPageQuery } from './product-list';
import { ProductSearch } from './product-search';
import { listTags, listTagsOf, productTag, stockTags } from './product-tags';
import { ReservedLine, StockLine } from './stock-lines';
import { StockLedger } from './stock-ledger';

const TTL_MS = 60_000;
const STOCK_SET = 'stock-set';

const BY_ID = statement(
  'products.by-id',
  `SELECT ${PRODUCT_COLUMNS} FROM products WHERE id = $1 AND deleted_at IS NULL`,
);
const BY_IDS = statement(
  'products.by-ids',
  `SELECT ${PRODUCT_COLUMNS} FROM products WHERE id = ANY($1::uuid[]) AND deleted_at IS NULL`,
);
const LOCK = `SELECT ${PRODUCT_COLUMNS} FROM products WHERE id = $1 AND deleted_at IS NULL FOR UPDATE`;
const REMOVE = `UPDATE products SET deleted_at = now(), updated_at = now() WHERE id = $1 AND deleted_at IS NULL
  RETURNING id, category_id AS "categoryId"`;
const OF_CATEGORIES = statement(
  'products.of-categories',
  `SELECT p.* FROM unnest($1::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
     SELECT ${PRODUCT_COLUMNS} FROM products WHERE category_id = wanted.id AND deleted_at IS NULL
     ORDER BY products.id DESC LIMIT $2
   ) p`,
);

/** What can be bought. Reading is cached; every write makes the cached stale before it is answered. */
@Injectable()
export class ProductsService {
  constructor(
    private readonly db: Database,
    private readonly cache: Cache,
    private readonly categories: CategoriesService,
    private readonly audit: Audit,
    private readonly ledger: StockLedger,
    private readonly finder: ProductSearch,
  ) {}

  /** @throws Validation for a broken cursor */
  async list(query: ProductQuery): Promise<Page<ProductDto>> {
    const typed = query.q === undefined ? null : { match: query.q, rank: query.q, whole: query.q };
    const asked = productPageQuery(query, typed);
    const page = await this.cache.get<Page<ProductDto>>({
      codec: codecOf(ProductPage),
      key: `products:${keyOf(asked)}`,
      tags: listTags(query),
      shows: ({ items }) => items.map(({ id }) => productTag(id)),
      ttlMs: TTL_MS,
      load: async () => {
        const sql = query.q === undefined ? asked : await this.found(query, query.q);
        const rows = sql ? await this.db.query<ListedProduct>(sql) : [];
        const after = cursorAfter(query);
        return pageOf(rows, query.limit, toProductDto, after);
      },
    });
    return page as Page<ProductDto>;
  }

  /** GraphQL's form of a list with `q`. @throws as `list` */
  search({ query, limit, cursor }: SearchArgs): Promise<Page<ProductDto>> {
    return this.list({ q: query, limit, cursor });
  }

  /** @throws ProductNotFound */
  async byId(id: string): Promise<ProductDto> {
    const product = await this.cache.get({
      codec: codecOf(ProductDto),
      key: `product:${id}`,
      tags: [productTag(id)],
      ttlMs: TTL_MS,
      load: async () => {
        const [row] = await this.db.query<Product>(BY_ID, [id]);
        return row ? toProductDto(row) : null;
      },
    });
    if (!product) throw new ProductNotFound();
    return product;
  }

  /** Those still sold, in the order of the ids; null for the others. */
  async byIds(ids: readonly string[]): Promise<(ProductDto | null)[]> {
    const rows = await this.db.query<Product>(BY_IDS, [ids]);
    const byId = new Map(rows.map((row) => [row.id, toProductDto(row)]));
    return ids.map((id) => byId.get(id) ?? null);
  }

  /** The newest of each category, in the order of the ids; one query. @param limit per category */
  async ofCategories(ids: readonly string[], limit: number): Promise<ProductDto[][]> {
    const rows = await this.db.query<Product>(OF_CATEGORIES, [ids, limit]);
    const products = rows.map((row) => toProductDto(row));
    return ids.map((id) => products.filter((product) => product.categoryId === id));
  }

  /** Whether so many are on hand; read from the books, never from the cache. @throws ProductNotFound */
  async checkStock(id: string, quantity: number): Promise<StockCheckDto> {
    const [row] = await this.db.query<Product>(BY_ID, [id]);
    if (!row) throw new ProductNotFound();
    return { available: row.stock >= quantity, currentStock: row.stock, requested: quantity };
  }

  /** @throws Validation, CategoryNotFound, SkuTaken */
  create(input: CreateProductInput): Promise<ProductDto> {
    return this.db.transaction(async () => {
      await this.categories.lockForShare(input.categoryId);
      const id = newId();
      return this.insert(this.db.repo(Product).create({ id, ...filled(id, input) }));
    });
  }

  /** Replaces all that a client can write; what is left out gets its default. @throws as `create`, ProductNotFound, PreconditionFailed */
  replace(id: string, input: CreateProductInput, ifMatch?: string): Promise<ProductDto> {
    return this.change(id, ifMatch, (product) =>
      filled(id, { sku: product.sku, ...defined(input) } as CreateProductInput),
    );
  }

  /** Changes what is given. @throws as `replace` */
  update(id: string, input: UpdateProductInput, ifMatch?: string): Promise<ProductDto> {
    return this.change(id, ifMatch, (product) => {
      const { price, ...rest } = defined(input);
      const currency = input.currency ?? product.currency;
      const amount = price ?? toProductDto(product).price;
      return { ...rest, currency, priceMinor: parseMoney(amount, currency, 'price') };
    });
  }

  /** Sets what is on hand. @throws ProductNotFound */
  setStock(id: string, stock: number): Promise<ProductDto> {
    return this.change(id, undefined, () => ({ stock }), STOCK_SET);
  }

  /**
   * GraphQL's form of the same: a number, or just whether there is any.
   * @throws ProductNotFound, Validation when it shall be in stock and nobody says how many
   */
  setAvailability(id: string, inStock?: boolean, stock?: number): Promise<ProductDto> {
    return this.change(
      id,
      undefined,
      (product) => {
        const number = stock ?? (inStock === false ? 0 : product.stock);
        if (inStock !== undefined && inStock !== number > 0) {
          throw new Validation({ errors: [{ field: 'stock', code: 'stock', message: 'does not agree with inStock' }] });
        }
        return { stock: number };
      },
      STOCK_SET,
    );
  }

  /** What `reserve` would answer now, without effect. @throws as `reserve` */
  quote(lines: readonly StockLine[]): Promise<ReservedLine[]> {
    return this.ledger.quote(lines);
  }

  /**
   * Takes the lines from stock, all or none, within the caller's transaction; lines of one product are summed. Answers
   * each product once, as it is sold now. @param reference the order
   * @throws ProductNotFound, InsufficientStock naming every short product
   */
  reserve(lines: readonly StockLine[], reference: string): Promise<ReservedLine[]> {
    return this.db.transaction(async () => {
      const { lines: reserved, changes } = await this.ledger.take(lines, reference);
      this.makeStale(stockTags(changes));
      return reserved;
    });
  }

  /** Gives back what was reserved, also of products sold no more. @param reference the order @throws ProductNotFound */
  release(lines: readonly StockLine[], reference: string): Promise<void> {
    return this.db.transaction(async () => {
      this.makeStale(stockTags(await this.ledger.release(lines, reference)));
    });
  }

  /** Why the stock is what it is, the newest first. @throws ProductNotFound, Validation for a broken cursor */
  movements(id: string, page: PageQuery): Promise<Page<StockMovementDto>> {
    return this.ledger.list(id, page);
  }

  /** Takes it out of the catalogue; orders keep it. @throws ProductNotFound */
  remove(id: string): Promise<void> {
    return this.db.transaction(async () => {
      const [gone] = await this.db.query<Pick<Product, 'id' | 'categoryId'>>(REMOVE, [id]);
      if (!gone) throw new ProductNotFound();
      this.makeStale([productTag(id), ...listTagsOf(gone)]);
      await this.record('product-deleted', id);
    });
  }

  private async found(query: ProductQuery, text: string): Promise<BoundStatement | null> {
    const search = await this.finder.read(text);
    return search && productPageQuery(query, search);
  }

  private change(
    id: string,
    ifMatch: string | undefined,
    changes: (product: Product) => Partial<Product>,
    what = 'product-updated',
  ): Promise<ProductDto> {
    return this.db.transaction(async () => {
      const [row] = await this.db.query<Product>(LOCK, [id]);
      if (!row) throw new ProductNotFound();
      const product = this.db.repo(Product).create(amounts(row));
      assertMatch(ifMatch, ProductDto, toProductDto(product));
      const changed = changes(product);
      if (changed.categoryId) await this.categories.lockForShare(changed.categoryId);
      const fields = changedFields(product, changed);
      const { stock: from, priceMinor: priceFrom, categoryId } = product;
      const saved = await this.db
        .repo(Product)
        .save(Object.assign(product, changed))
        .catch(onConstraint('uq_products_sku', SkuTaken));
      const { stock: onHand } = saved;
      const moved = { productId: id, delta: onHand - from, onHand, reason: 'set' as const };
      await this.ledger.write([moved]);
      const onlyStock = fields.every((field) => field === 'stock');
      this.makeStale(onlyStock ? stockTags([moved]) : [productTag(id), ...listTagsOf({ categoryId }, saved)]);
      await this.record(what, id, {
        fields,
        ...(fields.includes('stock') && { stock: { from, to: saved.stock } }),
        ...(fields.includes('price_minor') && { price_minor: { from: priceFrom, to: saved.priceMinor } }),
      });
      return toProductDto(saved);
    });
  }

  private async insert(product: Product): Promise<ProductDto> {
    await this.db.repo(Product).insert(product).catch(onConstraint('uq_products_sku', SkuTaken));
    const { id, sku, stock, priceMinor } = product;
    await this.ledger.write([{ productId: id, delta: stock, onHand: stock, reason: 'initial' }]);
    this.makeStale([productTag(id), ...listTagsOf(product)]);
    await this.record('product-created', id, { sku, stock, price_minor: priceMinor });
    return toProductDto(product);
  }

  private record(what: string, id: string, facts: Record<string, unknown> = {}): Promise<void> {
    return this.audit.record({ action: `catalog.${what}`, target: `product:${id}`, facts });
  }

  private makeStale(tags: readonly string[]): void {
    this.db.afterCommit(() => this.cache.invalidate(...tags));
  }
}

/** The input with every default in place. */
function filled(id: string, input: CreateProductInput): Partial<Product> {
  const { name, description = '', price, currency = DEFAULT_CURRENCY, categoryId, stock = 0 } = input;
  const sku = input.sku ?? id.slice(-12).toUpperCase();
  return { sku, name, description, currency, categoryId, stock, priceMinor: parseMoney(price, currency, 'price') };
}

/** A row of raw SQL: bigint comes as text, and every amount was written as a safe integer. */
function amounts<R extends Product>(row: R): R {
  return { ...row, priceMinor: Number(row.priceMinor) };
}
