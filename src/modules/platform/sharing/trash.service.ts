import { Injectable } from '@nestjs/common';
import { Audit } from '../../../core/data/audit';
import { Conditions, Database, statement } from '../../../core/data/database';
import type { Principal } from '../../../core/web/access';
import { orderById, Page, pageOf, PageQuery } from '../../../core/web/dto';
import type { TrashedResourceDto } from './dto/resource.dto';
import { permissionOf } from './levels';
import { ResourceKind, ResourceKinds } from './resource-kinds';
import { ResourceListeners } from './resource-listeners';
import { ResourceTree } from './resource-tree';
import { FoundResource, Resources } from './resources.service';
import { Rights } from './rights';
import { ResourceNotFound } from './sharing.errors';

const KEPT_DAYS = 30;
const PORTION = 100;

interface TrashedRow extends Omit<TrashedResourceDto, 'permission'> {
  readonly level: number;
}

interface Trashed {
  readonly id: string;
  readonly type: string;
}

const ORDER = orderById<TrashedRow>('-id', 'r.id');
const THROW = statement(
  'trash.throw',
  `UPDATE resources SET trashed_at = now(), trashed_with = $1, updated_at = now() WHERE id = ANY ($2::uuid[]) AND trashed_at IS NULL RETURNING id, type`,
);
const HOLD = statement(
  'trash.hold',
  `SELECT r.trashed_with AS "trashedWith", f.id IS NOT NULL AND f.trashed_at IS NULL AS "hasFolder", r.parent_id IS NULL AS "isAtRoot"
   FROM resources r LEFT JOIN resources f ON f.id = r.parent_id WHERE r.id = $1 AND r.trashed_at IS NOT NULL FOR UPDATE OF r`,
);
const RESTORE = statement(
  'trash.restore',
  `UPDATE resources r SET trashed_at = NULL, trashed_with = NULL, updated_at = now()
   FROM resource_paths p WHERE p.ancestor_id = $1 AND r.id = p.resource_id AND r.trashed_with = $2 RETURNING r.id, r.type`,
);
/** What was thrown away before its folder is not part of it any more. */
const DETACHED = statement(
  'trash.detached',
  `SELECT r.id FROM resources r JOIN resource_paths p ON p.resource_id = r.id JOIN resources f ON f.id = r.parent_id
   WHERE p.ancestor_id = $1 AND p.depth > 0 AND r.trashed_with IS DISTINCT FROM $2 AND f.trashed_with = $2`,
);
const CONTENTS = statement(
  'trash.contents',
  'SELECT r.id, r.type FROM resources r JOIN resource_paths p ON p.resource_id = r.id WHERE p.ancestor_id = $1 ORDER BY p.depth DESC, r.id',
);
const DUE = statement(
  'trash.due',
  `SELECT id FROM resources WHERE trashed_at < now() - interval '${KEPT_DAYS} days' AND trashed_with = id ORDER BY trashed_at LIMIT ${PORTION}`,
);

/** What is thrown away: out of every list, kept for thirty days, and brought back with its shares by those who manage it. */
@Injectable()
export class TrashService {
  constructor(
    private readonly db: Database,
    private readonly resources: Resources,
    private readonly rights: Rights,
    private readonly tree: ResourceTree,
    private readonly kinds: ResourceKinds,
    private readonly listeners: ResourceListeners,
    private readonly audit: Audit,
  ) {}

  /** What the caller may bring back, each act of throwing away once; the newest first. @throws Validation for a broken cursor */
  async list(user: Principal, { cursor, limit }: PageQuery): Promise<Page<TrashedResourceDto>> {
    const query = new Conditions().always('r.trashed_at IS NOT NULL AND r.trashed_with = r.id');
    const of = { id: 'r.id', type: { column: 'r.type' } };
    this.rights.restrict(query, user, 'manage', of);
    ORDER.continue(query, cursor);
    const text = `SELECT r.id, r.type, r.owner_id AS "ownerId", r.parent_id AS "parentId", r.title, r.url, 4 AS level,
      r.trashed_at AS "trashedAt", r.trashed_at + interval '${KEPT_DAYS} days' AS "purgedAt", r.created_at AS "createdAt", r.updated_at AS "updatedAt"
      FROM resources r WHERE ${query.where} ORDER BY ${ORDER.order} LIMIT ${query.bind(limit + 1, 'int')}`;
    const rows = await this.db.query<TrashedRow & Record<string, unknown>>(query.statement('trash.page', text));
    return pageOf(rows, limit, ({ level, ...row }) => ({ ...row, permission: permissionOf(level) }), ORDER.cursorOf);
  }

  /** With all that lies in it. The caller has asked for the right. In the caller's transaction. */
  async throwAway(user: { readonly userId: string }, { id, type }: Pick<FoundResource, 'id' | 'type'>): Promise<void> {
    const ids = (await this.tree.lock(id)).map((one) => one.id);
    const thrown = await this.db.query<Trashed & Record<string, unknown>>(THROW, [id, ids]);
    await this.byKind(thrown, (kind, own) => kind.trashed?.(own));
    await this.audit.record({ action: 'sharing.trashed', target: `${type}:${id}` });
    await this.listeners.notify({ act: 'trashed', ids, subjectId: id, actorId: user.userId });
  }

  /** Where it was, or at the root when its folder is gone. @throws ResourceNotFound for what is not in the trash */
  restore(user: Principal, type: string, id: string): Promise<FoundResource> {
    return this.db.transaction(async () => {
      await this.assertTrashed(user, type, id);
      const [held] = await this.db.query<{ trashedWith: string; hasFolder: boolean; isAtRoot: boolean }>(HOLD, [id]);
      if (!held) throw new ResourceNotFound();
      await this.tree.lock(id);
      if (!held.hasFolder && !held.isAtRoot) await this.tree.move(id, null);
      const restored = await this.db.query<Trashed & Record<string, unknown>>(RESTORE, [id, held.trashedWith]);
      await this.byKind(restored, (kind, own) => kind.restored?.(own, id));
      await this.audit.record({ action: 'sharing.restored', target: `${type}:${id}` });
      const ids = restored.map((one) => one.id);
      await this.listeners.notify({ act: 'restored', ids, subjectId: id, actorId: user.userId });
      return this.resources.get(user, id, 'manage', { type });
    });
  }

  /** For ever. @throws ResourceNotFound for what is not in the trash */
  purge(user: Principal, type: string, id: string): Promise<void> {
    return this.db.transaction(async () => {
      await this.assertTrashed(user, type, id);
      await this.remove(id, user);
      await this.audit.record({ action: 'sharing.purged', target: `${type}:${id}` });
    });
  }

  /** Deletes a portion of what has been in the trash for thirty days. */
  async purgeDue(): Promise<{ removed: number; more: boolean }> {
    const due = await this.db.query<{ id: string }>(DUE);
    for (const { id } of due) await this.db.transaction(() => this.remove(id, null));
    return { removed: due.length, more: due.length === PORTION };
  }

  private async assertTrashed(user: Principal, type: string, id: string): Promise<void> {
    const found = await this.resources.find(user, id, type);
    if (!found?.trashedAt || found.permission !== 'manage') throw new ResourceNotFound();
  }

  private async remove(id: string, actor: { readonly userId: string } | null): Promise<void> {
    const [held] = await this.db.query<{ trashedWith: string }>(HOLD, [id]);
    if (!held) return;
    await this.tree.lock(id);
    for (const one of await this.db.query<{ id: string }>(DETACHED, [id, held.trashedWith])) {
      await this.tree.move(one.id, null);
    }
    const contents = await this.db.query<Trashed & Record<string, unknown>>(CONTENTS, [id]);
    await this.byKind(contents, (kind, own) => kind.purge(own));
    await this.resources.remove(
      actor,
      contents.map((one) => one.id),
    );
  }

  private async byKind(
    resources: readonly Trashed[],
    work: (kind: ResourceKind, ids: string[]) => Promise<unknown> | undefined,
  ): Promise<void> {
    for (const type of new Set(resources.map((one) => one.type))) {
      const kind = this.kinds.get(type);
      if (kind)
        await work(
          kind,
          resources.filter((one) => one.type === type).map((one) => one.id),
        );
    }
  }
}
