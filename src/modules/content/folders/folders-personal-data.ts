import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import type { PersonalDataKeeper } from '../../../core/data/personal-data';
import { Resources } from '../../platform/sharing';

const EXPORT = `SELECT id, parent_id, name, is_trashed, created_at FROM folders WHERE owner_id = $1 ORDER BY id`;
/** Theirs in which nothing lies but folders of theirs. */
const ERASE = `DELETE FROM folders f WHERE f.owner_id = $1 AND NOT EXISTS (
    SELECT FROM resource_paths p JOIN resources r ON r.id = p.resource_id
    WHERE p.ancestor_id = f.id AND NOT (r.type = 'folder' AND r.owner_id = $1)
  ) RETURNING id`;

/** Somebody's folders. Those in which others keep something stay. */
@Injectable()
export class FoldersPersonalData implements PersonalDataKeeper {
  constructor(
    private readonly db: Database,
    private readonly resources: Resources,
  ) {}

  /** What lies in folders has been erased before, by the modules that keep it. */
  async erase(userId: string): Promise<void> {
    const gone = await this.db.query<{ id: string }>(ERASE, [userId]);
    await this.resources.remove(
      null,
      gone.map(({ id }) => id),
    );
  }

  async export(userId: string): Promise<Record<string, unknown>> {
    return { folders: await this.db.query(EXPORT, [userId]) };
  }
}
