import { Injectable } from '@nestjs/common';
import { Conditions, Database } from '../../../core/data/database';
import type { Principal } from '../../../core/web/access';
import { orderById, Page, pageOf } from '../../../core/web/dto';
import { levelOf, Permission, PermissionMissing, permissionOf, Rights } from '../sharing';
import { CommentNotFound } from './comments.errors';
import type { CommentDto, CommentQuery } from './dto/comment.dto';

/** A comment, and the caller's level with its resource. */
export type FoundComment = CommentDto & { readonly level: number };

const ORDER = orderById<CommentDto>('id', 'c.id');
const RESOURCE = { id: 'c.resource_id', type: { column: 'r.type' } };
const COLUMNS = `c.id, r.type AS "resourceType", c.resource_id AS "resourceId", c.parent_id AS "parentId", c.author_id AS "authorId",
  coalesce(c.author_name, (SELECT full_name FROM users WHERE id = c.author_id)) AS "authorName", c.body, c.anchor, c.edited_at AS "editedAt",
  c.deleted_at AS "deletedAt", c.resolved_at AS "resolvedAt", c.resolved_by AS "resolvedBy", c.created_at AS "createdAt", c.updated_at AS "updatedAt"`;

/** Reads comments of what the caller may view now; of what is in the trash, of what they manage. */
@Injectable()
export class CommentRows {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
  ) {}

  /** The oldest first. @throws Validation for a broken cursor */
  async page(user: Principal, { resourceId, cursor, limit }: CommentQuery): Promise<Page<CommentDto>> {
    const query = new Conditions().always('c.resource_id = ?::uuid', resourceId);
    this.restrict(query, user);
    ORDER.continue(query, cursor);
    const text = `SELECT ${COLUMNS} FROM comments c JOIN resources r ON r.id = c.resource_id
      WHERE ${query.where} ORDER BY ${ORDER.order} LIMIT ${query.bind(limit + 1, 'int')}`;
    const rows = await this.db.query<CommentDto & Record<string, unknown>>(query.statement('comments.page', text));
    return pageOf(rows, limit, (row) => row, ORDER.cursorOf);
  }

  /** @throws CommentNotFound */
  byId(user: Principal, id: string): Promise<FoundComment> {
    return this.get(user, id, '');
  }

  /**
   * Until the transaction ends nobody else changes it. @throws CommentNotFound also for a deleted one
   * @throws PermissionMissing for who may only view the resource
   */
  async hold(user: Principal, id: string, permission: Permission): Promise<FoundComment> {
    const row = await this.get(user, id, 'FOR UPDATE OF c');
    if (row.level < levelOf(permission)) {
      throw new PermissionMissing({ permission: permissionOf(row.level), needed: permission });
    }
    return row;
  }

  private async get(user: Principal, id: string, lock: '' | 'FOR UPDATE OF c'): Promise<FoundComment> {
    const query = new Conditions().always('c.id = ?::uuid', id);
    if (lock) query.mark('held');
    this.restrict(query, user);
    const text = `SELECT ${COLUMNS}, ${this.rights.level(query, user, RESOURCE)} AS level
      FROM comments c JOIN resources r ON r.id = c.resource_id WHERE ${query.where} ${lock}`;
    const [row] = await this.db.query<FoundComment & Record<string, unknown>>(query.statement('comments.one', text));
    if (!row) throw new CommentNotFound();
    return row;
  }

  private restrict(query: Conditions, user: Principal): void {
    this.rights.restrict(query, user, 'view', RESOURCE);
    query.always(`(r.trashed_at IS NULL OR ${this.rights.level(query, user, RESOURCE)} >= ${levelOf('manage')})`);
  }
}
