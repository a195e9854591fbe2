import { Injectable } from '@nestjs/common';
import type { Conditions } from '../../../core/data/database';
import type { Principal } from '../../../core/web/access';
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
}

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
  ) {}

  /**
   * Leaves of a query what the actor may do this with.
   * @example rights.restrict(query, user, 'view', { id: 'f.id', type: 'file' })
   */
  restrict(query: Conditions, actor: Actor, permission: Permission, { id, type }: RightsOf): void {
    const all = this.kinds.managedWith(actor.permissions);
    if (typeof type === 'string' ? all.includes(type) : all.length === this.kinds.types.length && all.length > 0) {
      query.mark('all');
      return;
    }
    const granted = `EXISTS (SELECT FROM ${this.sharesOf(id)}
      AND s.principal_id = ANY (${this.principals(query, actor)}) AND s.level >= ${levelOf(permission)} AND ${LIVE})`;
    const managed = typeof type !== 'string' && all.length > 0;
    if (!managed) query.and(permission, granted);
    else query.and(`${permission} or managed`, `(${type.column} = ANY (${query.bind(all, 'text[]')}) OR ${granted})`);
  }

  /** SQL of the actor's level with a resource, 1 to 4; null for none. */
  level(query: Conditions, actor: Actor, { id, type }: RightsOf): string {
    const all = this.kinds.managedWith(actor.permissions);
    const granted = `(SELECT max(s.level) FROM ${this.sharesOf(id)}
      AND s.principal_id = ANY (${this.principals(query, actor)}) AND ${LIVE})`;
    const is = typeof type === 'string' ? `'${type}'` : type.column;
    return `CASE WHEN ${is} = ANY (${query.bind(all, 'text[]')}) THEN 4 ELSE ${granted} END`;
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
