import { Injectable, OnModuleInit } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import { Events } from '../../../core/data/events';
import { HealthChecks } from '../../../core/kernel/health';
import { Invariants } from '../../../core/data/invariants';
import { UsersService } from '../../identity/users';
import { FilesRemoved } from './files.events';
import { Staging } from './staging';
import { FileStore } from './stores/file-store';

const ERASE = `WITH gone AS (DELETE FROM files WHERE owner_id = $1 RETURNING id),
    uploads AS (DELETE FROM file_uploads WHERE owner_id = $1 RETURNING id)
  SELECT id FROM gone UNION SELECT id FROM uploads`;
const ERASE_USAGE = 'DELETE FROM file_usage WHERE user_id = $1';
const EXPORT = `SELECT id, original_filename, content_type, size_bytes::float8 AS size, checksum, category, folder, description,
    created_at AS upload_time FROM files WHERE owner_id = $1 AND status <> 'pending' ORDER BY id DESC`;

const STUCK = `SELECT 'file:' || id AS subject, format('Pending since %s.', created_at) AS detail
  FROM files WHERE status = 'pending' AND created_at < now() - interval '1 day'`;
const EXPIRED = `SELECT 'upload:' || id AS subject, format('Was to go at %s.', expires_at) AS detail
  FROM file_uploads WHERE expires_at < now() - interval '1 day'`;
/** Files, and uploads that are no file yet. */
const WRONG_USAGE = `SELECT 'user:' || coalesce(u.user_id, k.owner_id) AS subject,
    format('%s bytes counted, %s kept.', coalesce(u.used_bytes, 0), coalesce(k.bytes, 0)) AS detail
  FROM file_usage u FULL JOIN (
    SELECT owner_id, sum(bytes) AS bytes FROM (
      SELECT owner_id, size_bytes AS bytes FROM files
      UNION ALL
      SELECT owner_id, length_bytes FROM file_uploads u WHERE NOT EXISTS (SELECT FROM files f WHERE f.id = u.id)
    ) AS kept GROUP BY owner_id
  ) k ON k.owner_id = u.user_id
  WHERE coalesce(u.used_bytes, 0) <> coalesce(k.bytes, 0)`;

/** What files mean to others: bytes of removed ones, what is kept of a person, what must always hold. */
@Injectable()
export class FilesListener implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly users: UsersService,
    private readonly store: FileStore,
    private readonly staging: Staging,
    private readonly health: HealthChecks,
    private readonly invariants: Invariants,
  ) {}

  onModuleInit(): void {
    this.events.on(FilesRemoved, 'files.remove-bytes', ({ ids }) => this.removeBytes(ids), { outside: true });
    this.users.onErase((userId) => this.erase(userId));
    this.users.onExport('files', (userId) => this.db.query(EXPORT, [userId]));
    this.health.register('storage', () => this.store.check());
    this.invariants.register('files.pending', { table: 'files', violations: STUCK });
    this.invariants.register('files.uploads', { table: 'file_uploads', violations: EXPIRED });
    this.invariants.register('files.usage', { table: 'file_usage', violations: WRONG_USAGE });
  }

  private async removeBytes(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      await this.store.remove(id);
      await this.staging.discard(this.staging.pathOf(id));
    }
  }

  private async erase(userId: string): Promise<void> {
    const gone = await this.db.query<{ id: string }>(ERASE, [userId]);
    await this.db.execute(ERASE_USAGE, [userId]);
    if (gone.length > 0) await this.events.emit(new FilesRemoved(gone.map(({ id }) => id)));
  }
}
