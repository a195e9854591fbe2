import { Injectable } from '@nestjs/common';
import { Conditions, Database } from '../../../core/data/database';
import type { Principal } from '../../../core/web/access';
import { orderById, Page, pageOf } from '../../../core/web/dto';
import type { ResourceDto, ResourceQuery } from './dto/resource.dto';
import { permissionOf } from './levels';
import { Rights } from './rights';

interface ListedRow extends Omit<ResourceDto, 'permission'> {
  readonly level: number;
}

const ORDER = orderById<ListedRow>('-id', 'r.id');

/** Everything that the caller may see, of every kind. */
@Injectable()
export class ResourceList {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
  ) {}

  /** The newest first. @throws Validation for a broken cursor */
  async list(user: Principal, { type, owner, parentId, cursor, limit }: ResourceQuery): Promise<Page<ResourceDto>> {
    const query = new Conditions().always('r.trashed_at IS NULL').andIf('type', 'r.type = ?::text', type);
    query.andIf('parent', 'r.parent_id = ?::uuid', parentId);
    if (owner === 'me') query.and('mine', 'r.owner_id = ?::uuid', user.userId);
    if (owner === 'others') query.and('others', 'r.owner_id <> ?::uuid', user.userId);
    const of = { id: 'r.id', type: { column: 'r.type' } };
    const page = { ...of, from: 'resources r', after: afterOf(cursor), limit, inOneFolder: parentId !== undefined };
    const end = this.rights.endOfPage(query, user, 'view', page);
    const text = `SELECT r.id, r.type, r.owner_id AS "ownerId", r.parent_id AS "parentId", r.title, r.url,
      ${this.rights.level(query, user, of)} AS level, r.created_at AS "createdAt", r.updated_at AS "updatedAt"
      FROM (SELECT * FROM resources r ${end}) AS r ORDER BY r.id DESC`;
    const rows = await this.db.query<ListedRow & Record<string, unknown>>(query.statement('resources.page', text));
    return pageOf(rows, limit, ({ level, ...row }) => ({ ...row, permission: permissionOf(level) }), ORDER.cursorOf);
  }
}

const afterOf = (cursor: string | undefined): string | null => ORDER.read(cursor)[0] as string | null;
