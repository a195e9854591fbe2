import { Injectable } from '@nestjs/common';
import { Database, defineLock, statement } from '../../../core/data/database';
import { ResourceKinds } from './resource-kinds';
import { FolderCycle, FolderTooDeep, ResourceNotFound } from './sharing.errors';

/** Folders that may lie in each other. */
const MAX_DEPTH = 32;
/** Folders move one at a time: two that were to lie in each other would wait for each other. */
const MOVES = defineLock('sharing.moves');

/** Something in a folder, or the folder itself. */
interface Branch {
  readonly id: string;
  readonly type: string;
  /** 0 for itself. */
  readonly depth: number;
}

const HOLD_FOLDER = statement(
  'sharing.hold-folder',
  `SELECT type, (SELECT count(*)::int FROM resource_paths WHERE resource_id = $1) AS depth
   FROM resources WHERE id = $1 AND trashed_at IS NULL FOR KEY SHARE`,
);
const LOCK_TREE = statement(
  'sharing.lock-tree',
  `SELECT r.id FROM resources r JOIN resource_paths p ON p.resource_id = r.id
   WHERE p.ancestor_id = $1 AND r.type = ANY ($2::text[]) ORDER BY r.id FOR UPDATE OF r`,
);
const TREE = statement(
  'sharing.tree',
  `SELECT p.resource_id AS id, p.depth, r.type FROM resource_paths p JOIN resources r ON r.id = p.resource_id
   WHERE p.ancestor_id = $1 ORDER BY p.depth, p.resource_id`,
);
const LEAVE = statement(
  'sharing.leave-folder',
  `DELETE FROM resource_paths p USING resource_paths own
   WHERE own.ancestor_id = $1 AND p.resource_id = own.resource_id AND p.depth > own.depth`,
);
const ENTER = statement(
  'sharing.enter-folder',
  `INSERT INTO resource_paths (resource_id, ancestor_id, depth)
   SELECT own.resource_id, above.ancestor_id, own.depth + above.depth + 1
   FROM resource_paths own, resource_paths above WHERE own.ancestor_id = $1 AND above.resource_id = $2`,
);
const PLACE = statement('sharing.place', 'UPDATE resources SET parent_id = $2, updated_at = now() WHERE id = $1');

/**
 * Which folders lie above what. Whoever puts something into a folder holds the folder's row, and whoever moves or trashes
 * a folder locks the rows of all folders in it, so that nothing comes to lie under a path that is being rewritten.
 */
@Injectable()
export class ResourceTree {
  constructor(
    private readonly db: Database,
    private readonly kinds: ResourceKinds,
  ) {}

  /** Until the transaction ends the folder stays where it is. @param levels of folders that are to lie in it @throws ResourceNotFound, FolderTooDeep */
  async holdFolder(id: string, levels: number): Promise<void> {
    const [folder] = await this.db.query<{ type: string; depth: number }>(HOLD_FOLDER, [id]);
    if (!folder || !this.kinds.isContainer(folder.type)) throw new ResourceNotFound();
    if (folder.depth + levels > MAX_DEPTH) throw new FolderTooDeep({ max: MAX_DEPTH });
  }

  /** Locks all folders below and itself, and gives everything below and itself, from the top. */
  async lock(id: string): Promise<Branch[]> {
    let locked = -1;
    // A folder that came while the lock was waited for is locked too.
    for (let found = 0; found > locked;) {
      locked = found;
      found = (await this.db.query(LOCK_TREE, [id, this.kinds.containers])).length;
    }
    return this.db.query<Branch & Record<string, unknown>>(TREE, [id]);
  }

  /** Puts it, and all in it, elsewhere. @param parentId null for the root @throws FolderCycle, FolderTooDeep, ResourceNotFound */
  async move(id: string, parentId: string | null): Promise<string[]> {
    await MOVES.acquire(this.db);
    const tree = await this.lock(id);
    if (parentId !== null) {
      if (tree.some((one) => one.id === parentId)) throw new FolderCycle();
      await this.holdFolder(parentId, Math.max(...tree.map((one) => this.levelsOf(one.type, one.depth))));
    }
    await this.db.execute(LEAVE, [id]);
    if (parentId !== null) await this.db.execute(ENTER, [id, parentId]);
    await this.db.execute(PLACE, [id, parentId]);
    return tree.map((one) => one.id);
  }

  /** Folders from here down to what lies so deep. */
  levelsOf(type: string, depth = 0): number {
    return this.kinds.isContainer(type) ? depth + 1 : depth;
  }
}
