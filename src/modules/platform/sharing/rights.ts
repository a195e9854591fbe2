import { Injectable } from '@nestjs/common';
import type { Conditions } from '../../../core/data/database';
import { Principal, Roles } from '../../../core/web/access';
import { GroupsService } from '../../identity/groups';
import { levelOf, Permission } from './levels';
import { ResourceKinds } from './resource-kinds';

/** Who asks, as far as rights go. */
export type Actor = Pick<Principal, 'userId' | 'permissions' | 'linkId'>;

/** Which resources a query is about. */
export interface RightsOf {
  /** SQL of their ids. */
  readonly id: string;
  /** All are of this kind; otherwise SQL of their kinds: `{ column: 'r.type' }`. */
  readonly type: string | { readonly column: string };
  /** The query has the tables of `reach`, which read once what stands for the actor. */
  readonly isReached?: boolean;
}

/** A page of a list, newest first, by the ids of its rows. The conditions of the list stand in the query before. */
export interface RightsPage extends RightsOf {
  /** FROM of the list. */
  readonly from: string;
  /** The id that it continues after; null for the first page. */
  readonly after: string | null;
  /** Rows of the page; one more is asked for. */
  readonly limit: number;
  /** All rows lie in one folder. */
  readonly inOneFolder: boolean;
}

/** Before every id. */
const NIL = '00000000-0000-0000-0000-000000000000';
/** SQL of what stands for the actor, in a query with the tables of `reach`. */
const ME = '(SELECT ids FROM me)::uuid[]';
const LIVE = '(s.expires_at IS NULL OR s.expires_at > now())';

/**
 * Rights as one condition of a query: the strongest of what the owner, the user, their groups and the link they came by have
 * of the resource and of the folders above it. Lists, searches, sockets, exports, notices and webhooks all ask here, and always
 * in the query, so that a right taken away ends with the next statement.
 */
@Injectable()
export class Rights {
  constructor(
    private readonly groups: GroupsService,
    private readonly kinds: ResourceKinds,
    private readonly roles: Roles,
  ) {}

  /**
   * Leaves of a query what the actor may do this with.
   * @example rights.restrict(query, user, 'view', { id: 'f.id', type: 'file' })
   */
  restrict(query: Conditions, actor: Actor, permission: Permission, { id, type, isReached }: RightsOf): void {
    const all = this.kinds.managedWith(actor.permissions);
    if (typeof type === 'string' ? all.includes(type) : all.length === this.kinds.types.length && all.length > 0) {
      query.mark('all');
      return;
    }
    const granted = `EXISTS (SELECT FROM ${this.sharesOf(id)}
      AND s.principal_id = ANY (${isReached ? ME : this.principals(query, actor)}) AND s.level >= ${levelOf(permission)} AND ${LIVE})`;
    const managed = typeof type !== 'string' && all.length > 0;
    if (!managed) query.and(permission, granted);
    else query.and(`${permission} or managed`, `(${type.column} = ANY (${query.bind(all, 'text[]')}) OR ${granted})`);
  }

  /**
   * The end of the statement of a page, newest first: WHERE, ORDER BY and LIMIT with what the actor may do this with.
   * @example const end = rights.endOfPage(query, user, 'view', { id: 'f.id', type: 'file', from: 'files f', after, limit, inOneFolder: false });
   */
  endOfPage(query: Conditions, actor: Actor, permission: Permission, page: RightsPage): string {
    const { id, after, limit, inOneFolder } = page;
    const before = after === null ? null : query.mark('after').bind(after, 'uuid');
    const size = query.bind(limit + 1, 'int');
    // In one folder all is seen by the same people; elsewhere what is not the actor's would be looked at in vain.
    const newest = inOneFolder ? null : this.newest(query, actor, permission, { ...page, before, size });
    if (newest === null) {
      this.restrict(query, actor, permission, page);
      if (before !== null) query.always(`${id} < ${before}`);
    }
    return `WHERE ${newest === null ? query.where : `${id} IN (${newest})`} ORDER BY ${id} DESC LIMIT ${size}`;
  }

  /**
   * SQL of the ids of a page, without a look at what the actor may not see: it merges, newest first, what each principal has and what lies in
   * each folder that one has. The newest of every folder tell how far back the page reaches at most, so that most folders are read no further.
   * null where the actor manages all, and a plain list is as fast.
   */
  private newest(
    query: Conditions,
    actor: Actor,
    permission: Permission,
    { id, type, from, before, size }: RightsPage & { readonly before: string | null; readonly size: string },
  ): string | null {
    const { where } = query;
    const all = this.kinds.managedWith(actor.permissions);
    if (all.length > 0 && (typeof type !== 'string' || all.includes(type))) return null;
    query.mark(`newest ${permission}`);
    const live = `s.principal_id = me.id AND s.level >= ${levelOf(permission)} AND ${LIVE}`;
    const part = (column: string, table: string, on: string, limit: string): string =>
      `(SELECT ${column} AS id FROM ${table} JOIN ${from} ON ${id} = ${column} WHERE ${on} AND ${where}
        ${before === null ? '' : `AND ${column} < ${before}`} ORDER BY ${column} DESC LIMIT ${limit})`;
    const inside = (limit: string, on = ''): string =>
      part('p.resource_id', 'resource_paths p', `p.ancestor_id = held.id AND p.depth > 0${on}`, limit);
    return `WITH me AS MATERIALIZED (SELECT unnest(${this.principals(query, actor)}) AS id),
      own AS MATERIALIZED (SELECT x.id FROM me, LATERAL ${part('s.resource_id', 'shares s', live, size)} AS x),
      held AS MATERIALIZED (SELECT DISTINCT s.resource_id AS id FROM me JOIN shares s ON s.is_container AND ${live}),
      heads AS MATERIALIZED (SELECT held.id, x.id AS newest FROM held, LATERAL ${inside('1')} AS x),
      page AS MATERIALIZED (SELECT coalesce(
        (SELECT id FROM (SELECT newest AS id FROM heads UNION SELECT id FROM own) AS known ORDER BY id DESC OFFSET ${size} - 1 LIMIT 1),
        '${NIL}') AS oldest)
      SELECT id FROM (
        SELECT id FROM own
        UNION SELECT x.id FROM page, heads AS held, LATERAL ${inside(size, ' AND p.resource_id >= page.oldest')} AS x
          WHERE held.newest >= page.oldest
      ) AS newest ORDER BY id DESC LIMIT ${size}`;
  }

  /**
   * Tables for a WITH, for queries that begin with what somebody has, where that is little: `mine` has the ids (`resource_id`) of what the
   * actor may do this with, some of them several times, and `few` says (`yes`) whether these are all of them.
   * @param limit so many rows are few @returns null for who manages all of a kind, which no share tells
   */
  reach(query: Conditions, actor: Actor, permission: Permission, limit: number): string | null {
    if (this.kinds.managedWith(actor.permissions).length > 0) return null;
    query.mark(`few ${limit}`);
    const mine = `SELECT p.resource_id FROM shares s JOIN resource_paths p ON p.ancestor_id = s.resource_id
      WHERE s.principal_id = ANY (${ME}) AND s.level >= ${levelOf(permission)} AND ${LIVE} LIMIT ${limit + 1}`;
    return `me AS MATERIALIZED (SELECT ${this.principals(query, actor)} AS ids), mine AS MATERIALIZED (${mine}), few AS MATERIALIZED (SELECT count(*) <= ${limit} AS yes FROM mine)`;
  }

  /**
   * Leaves of a query over `users u` those who may do this with a resource: for notices, which are for others than who acts.
   * @param of `type` is the resource's kind @example rights.restrictUsers(query, 'view', { id: query.bind(id, 'uuid'), type: 'file' })
   */
  restrictUsers(query: Conditions, permission: Permission, { id, type }: { id: string; type: string }): void {
    const granted = `EXISTS (SELECT FROM ${this.sharesOf(id)}
      AND s.principal_id = ANY (${this.groups.principalsOf('u.id')}) AND s.level >= ${levelOf(permission)} AND ${LIVE})`;
    const managedBy = this.kinds.get(type)?.managedBy;
    query.mark(`users ${permission}`).always('u.is_active AND u.deleted_at IS NULL');
    if (managedBy === undefined) query.always(granted);
    else {
      const byRole = `u.roles && ${query.bind(this.roles.rolesWith(managedBy), 'text[]')}`;
      query.always(`(${byRole} OR u.permissions @> ARRAY[${query.bind(managedBy, 'text')}] OR ${granted})`);
    }
  }

  /** SQL of the actor's level with a resource, 1 to 4; null for none. */
  level(query: Conditions, actor: Actor, { id, type, isReached }: RightsOf): string {
    const all = this.kinds.managedWith(actor.permissions);
    const granted = `(SELECT max(s.level) FROM ${this.sharesOf(id)}
      AND s.principal_id = ANY (${isReached ? ME : this.principals(query, actor)}) AND ${LIVE})`;
    const is = typeof type === 'string' ? `'${type}'` : type.column;
    return `CASE WHEN ${is} = ANY (${query.bind(all, 'text[]')}) THEN 4 ELSE ${granted} END`;
  }

  /** Whether the actor manages everybody's of this kind. */
  managesAll({ permissions }: Actor, type: string): boolean {
    return this.kinds.managedWith(permissions).includes(type);
  }

  /**
   * A SELECT of those who have lost a right that they had. Nobody loses it to a resource that is removed: what is open is read to its end.
   * @param from rows `w` with `user_id`, `link_id`, `resource_id` and `level` @param columns what is selected of them
   */
  lostOf(from: string, columns: string): string {
    return `SELECT ${columns} FROM ${from} JOIN resources r ON r.id = w.resource_id
      WHERE r.trashed_at IS NOT NULL OR NOT EXISTS (SELECT FROM ${this.sharesOf('w.resource_id')}
        AND s.principal_id = ANY (${this.groups.principalsOf('w.user_id')} || w.link_id) AND s.level >= w.level AND ${LIVE})`;
  }

  /**
   * SQL of whether somebody was given this right to a resource, for statements about many people at once. Who manages a whole kind
   * is not asked for here. @param user SQL of their id @param id SQL of the resource's @param level SQL of 1 for view to 4 for manage
   */
  givenTo(user: string, id: string, level: string): string {
    return `EXISTS (SELECT FROM ${this.sharesOf(id)}
      AND s.principal_id = ANY (${this.groups.principalsOf(user)}) AND s.level >= ${level} AND ${LIVE})`;
  }

  /** SQL of everything that a right may be given to and that stands for the actor. */
  principals(query: Conditions, { userId, linkId }: Actor): string {
    const link = linkId === undefined ? null : query.bind(linkId, 'uuid');
    if (link !== null && userId === linkId) {
      query.mark('link');
      return `ARRAY[${link}]`;
    }
    const own = this.groups.principalsOf(query.bind(userId, 'uuid'));
    if (link === null) return own;
    query.mark('and link');
    return `(${own} || ${link})`;
  }

  private sharesOf(id: string): string {
    return `resource_paths p JOIN shares s ON s.resource_id = p.ancestor_id WHERE p.resource_id = ${id}`;
  }
}
