import { Injectable } from '@nestjs/common';
import { Conditions, Database, statement } from '../../../core/data/database';
import type { ErrorType } from '../../../core/kernel/errors';
import { newId } from '../../../core/kernel/runtime';
import { levelOf, Permission, permissionOf } from './levels';
import { ResourceKinds } from './resource-kinds';
import { ResourceListeners } from './resource-listeners';
import { ResourceTree } from './resource-tree';
import { Actor, Rights } from './rights';
import { PermissionMissing, ResourceNotFound } from './sharing.errors';

/** What a module says of something that it keeps for a user. */
export interface NewResource {
  /** The same as of the module's row. */
  readonly id: string;
  /** Of a `ResourceKind`. */
  readonly type: string;
  readonly ownerId: string;
  /** The folder it lies in; the root when left out. */
  readonly parentId?: string | null;
  readonly title: string;
  /** Path below the application's address. */
  readonly url: string;
  /** What it is found by beside its title. */
  readonly text?: string;
}

/** A resource, and what the one who asks may do with it. */
export interface FoundResource {
  readonly id: string;
  readonly type: string;
  readonly ownerId: string;
  readonly parentId: string | null;
  readonly title: string;
  readonly url: string;
  readonly permission: Permission;
  readonly trashedAt: Date | null;
}

interface FoundRow extends Omit<FoundResource, 'permission'> {
  readonly level: number | null;
}

const REGISTER = statement(
  'sharing.register',
  `WITH made AS (
     INSERT INTO resources (id, type, owner_id, parent_id, title, url) VALUES ($1, $2, $3, $4, $5, $6)
   ), paths AS (
     INSERT INTO resource_paths (resource_id, ancestor_id, depth)
     SELECT $1::uuid, $1::uuid, 0 UNION ALL SELECT $1::uuid, ancestor_id, depth + 1 FROM resource_paths WHERE resource_id = $4
   )
   INSERT INTO shares (id, resource_id, principal_type, principal_id, level, granted_by, is_container)
   VALUES ($7, $1, 'owner', $3, 4, $3, $8)`,
);
const CHANGE = statement(
  'sharing.change',
  `UPDATE resources SET title = coalesce($2, title), url = coalesce($3, url), updated_at = now() WHERE id = $1`,
);
const GRANT = statement(
  'sharing.grant',
  `INSERT INTO shares (id, resource_id, principal_type, principal_id, level, is_container)
   SELECT $1, id, 'group', $3, $4, type = ANY ($5::text[]) FROM resources WHERE id = $2
   ON CONFLICT (resource_id, principal_id) DO NOTHING`,
);
const REMOVE = statement('sharing.remove', 'DELETE FROM resources WHERE id = ANY ($1::uuid[])');
const OWNER = statement(
  'sharing.owner',
  `WITH given AS (UPDATE shares SET principal_id = $2, granted_by = $2, updated_at = now() WHERE resource_id = $1 AND principal_type = 'owner'),
     had AS (DELETE FROM shares WHERE resource_id = $1 AND principal_type = 'user' AND principal_id = $2)
   UPDATE resources SET owner_id = $2, updated_at = now() WHERE id = $1`,
);

/**
 * The register of everything that users share, comment, find and throw away. A module registers its rows in the transaction
 * that makes, changes or removes them; rights, search, trash, comments and activity follow from that.
 */
@Injectable()
export class Resources {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly tree: ResourceTree,
    private readonly kinds: ResourceKinds,
    private readonly listeners: ResourceListeners,
  ) {}

  /** In the caller's transaction. @throws ResourceNotFound for a folder that is not there, FolderTooDeep */
  async register({ id, type, ownerId, parentId = null, title, url, text = '' }: NewResource): Promise<void> {
    if (parentId !== null) await this.tree.holdFolder(parentId, this.tree.levelsOf(type));
    await this.db.execute(REGISTER, [id, type, ownerId, parentId, title, url, newId(), this.kinds.isContainer(type)]);
    await this.listeners.notify({ act: 'created', ids: [id], subjectId: id, actorId: ownerId, text });
  }

  /** What is left out stays. In the caller's transaction. */
  async change(
    actor: { readonly userId: string } | null,
    id: string,
    { title, url, text }: Partial<Pick<NewResource, 'title' | 'url' | 'text'>>,
  ): Promise<void> {
    await this.db.execute(CHANGE, [id, title ?? null, url ?? null]);
    await this.listeners.notify({ act: 'changed', ids: [id], subjectId: id, actorId: actor?.userId ?? null, text });
  }

  /** Gives it to another owner. In the caller's transaction. */
  async setOwner(id: string, ownerId: string): Promise<void> {
    await this.db.execute(OWNER, [id, ownerId]);
  }

  /** Gives a group a right to it, where it has none, in the name of the application. In the caller's transaction. @param groupKey as `GroupsService.find` gives it */
  async grant(id: string, groupKey: string, permission: Permission): Promise<void> {
    await this.db.execute(GRANT, [newId(), id, groupKey, levelOf(permission), this.kinds.containers]);
  }

  /** The caller has asked for the right to both places. @param parentId null for the root @throws FolderCycle, FolderTooDeep, ResourceNotFound */
  async move(actor: { readonly userId: string }, id: string, parentId: string | null): Promise<void> {
    const ids = await this.tree.move(id, parentId);
    await this.listeners.notify({
      act: 'moved',
      ids,
      subjectId: id,
      actorId: actor.userId,
      facts: { parent_id: parentId },
    });
  }

  /** The module has removed its rows for ever. In the caller's transaction. */
  async remove(actor: { readonly userId: string } | null, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.listeners.notify({ act: 'removed', ids, subjectId: ids[0], actorId: actor?.userId ?? null });
    await this.db.execute(REMOVE, [ids]);
  }

  /** null for one that the actor may not see. In the trash only those see it who may manage it. */
  async find(actor: Actor, id: string, type?: string): Promise<FoundResource | null> {
    const query = new Conditions().always('r.id = ?::uuid', id).andIf('type', 'r.type = ?::text', type);
    const level = this.rights.level(query, actor, { id: 'r.id', type: { column: 'r.type' } });
    const text = `SELECT r.id, r.type, r.owner_id AS "ownerId", r.parent_id AS "parentId", r.title, r.url, r.trashed_at AS "trashedAt",
      ${level} AS level FROM resources r WHERE ${query.where}`;
    const [row] = await this.db.query<FoundRow & Record<string, unknown>>(query.statement('sharing.find', text));
    if (!row?.level || (row.trashedAt && row.level < levelOf('manage'))) return null;
    const { level: found, ...rest } = row;
    return { ...rest, permission: permissionOf(found) };
  }

  /**
   * What the actor may do this with.
   * @param missing what is thrown for one that they may not see @throws PermissionMissing for one that they may see
   */
  async get(
    actor: Actor,
    id: string,
    permission: Permission,
    { type, missing = ResourceNotFound }: { readonly type?: string; readonly missing?: ErrorType } = {},
  ): Promise<FoundResource> {
    const found = await this.find(actor, id, type);
    if (!found) throw new missing();
    if (levelOf(found.permission) < levelOf(permission)) {
      throw new PermissionMissing({ permission: found.permission, needed: permission });
    }
    return found;
  }
}
