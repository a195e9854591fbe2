import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import { Events } from '../../../core/data/events';
import type { PersonalDataKeeper } from '../../../core/data/personal-data';
import { Resources } from '../../platform/sharing';
import { FilesRemoved } from './files.events';

const ERASE = `WITH gone AS (DELETE FROM files WHERE owner_id = $1 RETURNING id),
    uploads AS (DELETE FROM file_uploads WHERE owner_id = $1 RETURNING id)
  SELECT id FROM gone UNION SELECT id FROM uploads`;
const ERASE_USAGE = 'DELETE FROM file_usage WHERE user_id = $1';
/** The folder is where the file lies now. */
const EXPORT = `SELECT id, original_filename, content_type, size_bytes::float8 AS size, checksum, category,
    (SELECT string_agg(o.name, '/' ORDER BY p.depth DESC) FROM resource_paths p JOIN folders o ON o.id = p.ancestor_id
      WHERE p.resource_id = files.id AND p.depth > 0) AS folder,
    description, created_at AS upload_time FROM files WHERE owner_id = $1 AND status <> 'pending' ORDER BY id DESC`;

/** Somebody's files and uploads; their bytes go after the commit. */
@Injectable()
export class FilesPersonalData implements PersonalDataKeeper {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly resources: Resources,
  ) {}

  async erase(userId: string): Promise<void> {
    const gone = await this.db.query<{ id: string }>(ERASE, [userId]);
    await this.db.execute(ERASE_USAGE, [userId]);
    await this.resources.remove(
      null,
      gone.map(({ id }) => id),
    );
    if (gone.length > 0) await this.events.emit(new FilesRemoved(gone.map(({ id }) => id)));
  }

  async export(userId: string): Promise<Record<string, unknown>> {
    return { files: await this.db.query(EXPORT, [userId]) };
  }
}
