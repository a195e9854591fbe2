import { Injectable } from '@nestjs/common';
import { Conditions, Database, statement } from '../../../core/data/database';
import { newId } from '../../../core/kernel/runtime';
import type { Principal } from '../../../core/web/access';
import { orderById, Page, pageOf } from '../../../core/web/dto';
import { levelOf, Permission, Rights } from '../sharing';
import type { ActivityEntryDto, ActivityQuery } from './dto/activity.dto';

/** What a module tells of something that was done to a resource. */
export interface NewActivity {
  /** In the past tense: `commented`. */
  readonly act: string;
  readonly resourceId: string;
  /** Null for the application itself; a visitor by link is nobody either. */
  readonly actorId: string | null;
  /** JSON-safe, with the names of the wire. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** What one must be able to do with the resource to read of it; `view` when left out. The actor always may. */
  readonly permission?: Permission;
}

const ORDER = orderById<ActivityEntryDto>('-id', 'a.id');
const RECORD = statement(
  'activity.record',
  `INSERT INTO activity_entries (id, resource_id, actor_id, act, title, facts, level)
   SELECT $1, r.id, (SELECT id FROM users WHERE id = $3), $4, r.title, $5, $6 FROM resources r WHERE r.id = $2`,
);

/** What was done to resources, read by those who may view them now. */
@Injectable()
export class ActivityService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
  ) {}

  /**
   * Adds an entry, with the title that the resource has now. In the caller's transaction; without effect for what is no resource.
   * @example activity.record({ act: 'commented', resourceId, actorId: user.userId, facts: { comment_id: id } })
   */
  async record({ act, resourceId, actorId, facts = {}, permission = 'view' }: NewActivity): Promise<void> {
    await this.db.execute(RECORD, [newId(), resourceId, actorId, act, JSON.stringify(facts), levelOf(permission)]);
  }

  /** The newest first. Of something in the trash those read who manage it. @throws Validation for a broken cursor */
  async list(user: Principal, { resource, actorId, cursor, limit }: ActivityQuery): Promise<Page<ActivityEntryDto>> {
    const query = new Conditions().andIf('resource', 'a.resource_id = ?::uuid', resource);
    query.andIf('actor', 'a.actor_id = ?::uuid', actorId);
    const of = { id: 'a.resource_id', type: { column: 'r.type' } };
    this.rights.restrict(query, user, 'view', of);
    const level = this.rights.level(query, user, of);
    query.always(`(a.level = 1 OR a.actor_id = ?::uuid OR ${level} >= a.level)`, user.userId);
    query.always(`(r.trashed_at IS NULL OR ${level} >= ${levelOf('manage')})`);
    ORDER.continue(query, cursor);
    const text = `SELECT a.id, a.act, r.type AS "resourceType", r.id AS "resourceId", a.title, r.url, a.actor_id AS "actorId",
      (SELECT full_name FROM users WHERE id = a.actor_id) AS "actorName", a.facts, a.created_at AS "createdAt"
      FROM activity_entries a JOIN resources r ON r.id = a.resource_id
      WHERE ${query.where} ORDER BY ${ORDER.order} LIMIT ${query.bind(limit + 1, 'int')}`;
    const rows = await this.db.query<ActivityEntryDto & Record<string, unknown>>(
      query.statement('activity.page', text),
    );
    return pageOf(rows, limit, (row) => row, ORDER.cursorOf);
  }
}
