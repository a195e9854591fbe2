import { Injectable } from '@nestjs/common';
import { Audit } from '../../../core/data/audit';
import { Cache } from '../../../core/data/cache';
import { Database, onConstraint, statement } from '../../../core/data/database';
import { codecOf, Page, pageOf, PageQuery, toSnake, Keyset } from '../../../core/web/dto';
import { assertMatch } from '../../../core/web/http';
import { newId } from '../../../core/kernel/runtime';
import { CategoryNameTaken, CategoryNotEmpty, CategoryNotFound } from './catalog.errors';
import { CategoryDto, CategoryPage, CreateCategoryInput, toCategoryDto, UpdateCategoryInput } from './dto/category.dto';
import { Category } from './entities/category.entity';

const TTL_MS = 60_000;
const ORDER = new Keyset<Category>('name', [
  { column: 'name', type: 'text', of: ({ name }) => name },
  { column: 'id', type: 'uuid', of: ({ id }) => id },
]);
/** Changing any category makes all that show categories stale. */
const TAG = 'categories';

const COLUMNS = `id, name, description, created_at AS "createdAt", updated_at AS "updatedAt"`;
const BY_IDS = statement(
  'categories.by-ids',
  `SELECT ${COLUMNS} FROM categories WHERE id = ANY ($1::uuid[]) AND deleted_at IS NULL`,
);
const PAGE = statement(
  'categories.page',
  `SELECT ${COLUMNS} FROM categories
   WHERE deleted_at IS NULL AND ($1::text IS NULL OR (name, id) > ($1, $2::uuid)) ORDER BY name, id LIMIT $3`,
);
const LOCK = `SELECT ${COLUMNS} FROM categories WHERE id = $1 AND deleted_at IS NULL FOR UPDATE`;
const HOLD = 'SELECT 1 FROM categories WHERE id = $1 AND deleted_at IS NULL FOR SHARE';
const HAS_PRODUCTS = 'SELECT 1 FROM products WHERE category_id = $1 AND deleted_at IS NULL LIMIT 1';

/** What products are sorted by. */
@Injectable()
export class CategoriesService {
  constructor(
    private readonly db: Database,
    private readonly cache: Cache,
    private readonly audit: Audit,
  ) {}

  /** By name. @throws Validation for a broken cursor */
  async list(query: PageQuery): Promise<Page<CategoryDto>> {
    const [name, id] = ORDER.read(query.cursor);
    const page = await this.cache.get<Page<CategoryDto>>({
      codec: codecOf(CategoryPage),
      key: `categories:${query.limit}:${query.cursor ?? ''}`,
      tags: [TAG],
      ttlMs: TTL_MS,
      load: async () => {
        const rows = await this.db.query<Category>(PAGE, [name, id, query.limit + 1]);
        return pageOf(rows, query.limit, toCategoryDto, ORDER.cursorOf);
      },
    });
    return page as Page<CategoryDto>;
  }

  /** @throws CategoryNotFound */
  async byId(id: string): Promise<CategoryDto> {
    const category = await this.cache.get({
      codec: codecOf(CategoryDto),
      key: `category:${id}`,
      tags: [TAG],
      ttlMs: TTL_MS,
      load: async () => {
        const [row] = await this.db.query<Category>(BY_IDS, [[id]]);
        return row ? toCategoryDto(row) : null;
      },
    });
    if (!category) throw new CategoryNotFound();
    return category;
  }

  /** In the order of the ids; null for one that is not there. */
  async byIds(ids: readonly string[]): Promise<(CategoryDto | null)[]> {
    const rows = await this.db.query<Category>(BY_IDS, [ids]);
    const byId = new Map(rows.map((row) => [row.id, toCategoryDto(row)]));
    return ids.map((id) => byId.get(id) ?? null);
  }

  /** @throws CategoryNameTaken */
  create(input: CreateCategoryInput): Promise<CategoryDto> {
    return this.db.transaction(async () => {
      const repo = this.db.repo(Category);
      const category = repo.create({ id: newId(), name: input.name, description: input.description ?? '' });
      await repo.insert(category).catch(onConstraint('uq_categories_name', CategoryNameTaken));
      await this.changed('created', category.id, { fields: Object.keys(defined(input)) });
      return toCategoryDto(category);
    });
  }

  /** Replaces all that a client can write; what is left out gets its default. @throws as `update` */
  replace(id: string, input: CreateCategoryInput, ifMatch?: string): Promise<CategoryDto> {
    return this.update(id, { description: '', ...defined(input) }, ifMatch);
  }

  /** Changes what is given. @throws CategoryNotFound, CategoryNameTaken, PreconditionFailed */
  update(id: string, input: UpdateCategoryInput, ifMatch?: string): Promise<CategoryDto> {
    return this.db.transaction(async () => {
      const category = await this.lock(id);
      assertMatch(ifMatch, CategoryDto, toCategoryDto(category));
      const fields = changedFields(category, defined(input));
      Object.assign(category, defined(input));
      const saved = await this.db
        .repo(Category)
        .save(category)
        .catch(onConstraint('uq_categories_name', CategoryNameTaken));
      await this.changed('updated', id, { fields });
      return toCategoryDto(saved);
    });
  }

  /** @throws CategoryNotFound, CategoryNotEmpty */
  remove(id: string): Promise<void> {
    return this.db.transaction(async () => {
      await this.lock(id);
      if ((await this.db.query(HAS_PRODUCTS, [id])).length > 0) throw new CategoryNotEmpty();
      await this.db.execute('UPDATE categories SET deleted_at = now(), updated_at = now() WHERE id = $1', [id]);
      await this.changed('deleted', id);
    });
  }

  /** Keeps the category from being deleted until the open transaction ends. @throws CategoryNotFound */
  async lockForShare(id: string): Promise<void> {
    if ((await this.db.query(HOLD, [id])).length === 0) throw new CategoryNotFound();
  }

  private async lock(id: string): Promise<Category> {
    const [row] = await this.db.query<Category>(LOCK, [id]);
    if (!row) throw new CategoryNotFound();
    return this.db.repo(Category).create(row);
  }

  private async changed(what: string, id: string, facts: Record<string, unknown> = {}): Promise<void> {
    this.db.afterCommit(() => this.cache.invalidate(TAG));
    await this.audit.record({ action: `catalog.category-${what}`, target: `category:${id}`, facts });
  }
}

/** The names, as on the wire, of what the changes make different. */
export function changedFields<T extends object>(before: T, changes: Partial<T>): string[] {
  return (Object.keys(changes) as (keyof T & string)[])
    .filter((field) => changes[field] !== before[field])
    .map(toSnake);
}

/** What was given, without what was left out. */
export function defined<T extends object>(input: T): Partial<T> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<T>;
}
