import { Injectable } from '@nestjs/common';
import { BoundStatement, Conditions, Database, statement } from '../../../core/data/database';
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

export const LIMITS = {
  /** Who may view so many resources at most is told of those, anybody else from the newest on. */
  few: 2000,
};

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
  async list(user: Principal, query: ActivityQuery): Promise<Page<ActivityEntryDto>> {
    const rows = await this.db.query<ActivityEntryDto & Record<string, unknown>>(this.pageQuery(user, query));
    return pageOf(rows, query.limit, (row) => row, ORDER.cursorOf);
  }

  private pageQuery(user: Principal, { resource, actorId, cursor, limit }: ActivityQuery): BoundStatement {
    const query = new Conditions();
    const reach = resource === undefined ? this.rights.reach(query, user, 'view', LIMITS.few) : null;
    const of = { id: 'a.resource_id', type: { column: 'r.type' }, isReached: reach !== null };
    this.rights.restrict(query, user, 'view', of);
    const granted = query.where;
    const level = this.rights.level(query, user, of);
    const asked = [
      `(a.level = 1 OR a.actor_id = ${query.bind(user.userId, 'uuid')} OR ${level} >= a.level)`,
      `(r.trashed_at IS NULL OR ${level} >= ${levelOf('manage')})`,
      ...(resource === undefined ? [] : [`a.resource_id = ${query.mark('of').bind(resource, 'uuid')}`]),
      ...(actorId === undefined ? [] : [`a.actor_id = ${query.mark('by').bind(actorId, 'uuid')}`]),
      ...(cursor === undefined ? [] : [`a.id < ${query.mark('after').bind(ORDER.read(cursor)[0], 'uuid')}`]),
    ].join(' AND ');
    const from = `activity_entries a JOIN resources r ON r.id = a.resource_id WHERE ${asked}`;
    const last = `ORDER BY a.id DESC LIMIT ${query.bind(limit + 1, 'int')}`;
    const ofMany = `SELECT a.id FROM ${from} AND ${granted}`;
    const ids = reach
      ? `(SELECT one.id FROM (SELECT DISTINCT resource_id FROM mine WHERE (SELECT yes FROM few)) AS mine
           CROSS JOIN LATERAL (SELECT a.id FROM ${from} AND a.resource_id = mine.resource_id ${last}) AS one)
         UNION ALL (${ofMany} AND NOT (SELECT yes FROM few) ${last})`
      : `${ofMany} ${last}`;
    const text = `${reach ? `WITH ${reach}` : ''} SELECT a.id, a.act, r.type AS "resourceType", r.id AS "resourceId", a.title, r.url, a.actor_id AS "actorId",
      (SELECT full_name FROM users WHERE id = a.actor_id) AS "actorName", a.facts, a.created_at AS "createdAt"
      FROM (SELECT id FROM (${ids}) AS a ${last}) AS listed JOIN activity_entries a ON a.id = listed.id JOIN resources r ON r.id = a.resource_id
      ORDER BY ${ORDER.order}`;
    return query.statement('activity.page', text);
  }
}
