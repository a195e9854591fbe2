import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../../core/data/database';
import type { ResourceKind } from '../../platform/sharing';

/** The names that are tried when one is taken: `Invoices (2)`. */
const TRIES = 1000;

const PURGE = statement('folders.purge', 'DELETE FROM folders WHERE id = ANY ($1::uuid[])');
const TRASH = statement(
  'folders.trash',
  'UPDATE folders SET is_trashed = true, updated_at = now() WHERE id = ANY ($1::uuid[])',
);
const RESTORE = statement(
  'folders.restore',
  `UPDATE folders f SET is_trashed = false, parent_id = r.parent_id, name = coalesce($2, f.name), updated_at = now()
   FROM resources r WHERE r.id = f.id AND f.id = ANY ($1::uuid[])`,
);
const RETITLE = statement('folders.retitle', 'UPDATE resources SET title = $2 WHERE id = $1');
/** The first free one of its name, `name (2)` and so on; nothing while its own is free. */
const FREE_NAME = statement(
  'folders.free-name',
  `SELECT f.name || CASE WHEN n = 1 THEN '' ELSE ' (' || n || ')' END AS name
   FROM folders f JOIN resources r ON r.id = f.id, generate_series(1, ${TRIES}) AS n
   WHERE f.id = $1 AND NOT EXISTS (SELECT FROM folders o WHERE NOT o.is_trashed
     AND coalesce(o.parent_id, o.owner_id) = coalesce(r.parent_id, f.owner_id)
     AND o.name = f.name || CASE WHEN n = 1 THEN '' ELSE ' (' || n || ')' END)
   ORDER BY n LIMIT 1`,
);

/** Folders as resources: others may lie in them, and have their rights. */
@Injectable()
export class FolderKind implements ResourceKind {
  readonly type = 'folder';
  readonly managedBy = 'manage_files';
  readonly isContainer = true;

  constructor(private readonly db: Database) {}

  async purge(ids: readonly string[]): Promise<void> {
    await this.db.execute(PURGE, [ids]);
  }

  async trashed(ids: readonly string[]): Promise<void> {
    await this.db.execute(TRASH, [ids]);
  }

  /** What is restored keeps its name, unless another has it by now. */
  async restored(ids: readonly string[], subjectId: string): Promise<void> {
    const rest = ids.filter((id) => id !== subjectId);
    if (ids.includes(subjectId)) {
      const [{ name }] = await this.db.query<{ name: string }>(FREE_NAME, [subjectId]);
      await this.db.execute(RESTORE, [[subjectId], name]);
      await this.db.execute(RETITLE, [subjectId, name]);
    }
    if (rest.length > 0) await this.db.execute(RESTORE, [rest, null]);
  }
}
