import { Injectable, Logger, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import { isId } from '../../../core/kernel/runtime';
import { FileWriter } from './file-writer';
import { FsckService } from './fsck.service';
import { Staging } from './staging';
import { FileStore } from './stores/file-store';
import { TusService } from './tus/tus.service';

const EVERY_MS = 600_000;
const AGE_MS = 3_600_000;

/** Whose upload may still be gone on with keeps its row. */
const PENDING = `SELECT f.id FROM files f WHERE f.status = 'pending' AND f.created_at <= now() - make_interval(secs => $1)
  AND NOT EXISTS (SELECT FROM file_uploads u WHERE u.id = f.id) LIMIT 1000`;
const UPLOADS = 'SELECT id FROM file_uploads WHERE id = ANY($1)';
const SHARES = `DELETE FROM file_shares WHERE expires_at <= now() - interval '1 day'`;

/** What a sweep has taken away. */
export interface Swept {
  readonly uploads: number;
  readonly pending: number;
  readonly temporary: number;
  readonly orphans: number;
}

/** Takes away what interrupted work has left: rows without bytes, bytes without rows. Any instance at any time. */
@Injectable()
export class FileSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(FileSweeper.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    private readonly keeper: FileWriter,
    private readonly staging: Staging,
    private readonly store: FileStore,
    private readonly fsck: FsckService,
    private readonly tus: TusService,
  ) {}

  onApplicationBootstrap(): void {
    const sweep = (): Promise<unknown> =>
      this.sweep().catch((error: unknown) => this.log.warn(`The sweep failed: ${(error as Error).message}`));
    this.timer = setInterval(() => void sweep(), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** @param ageMs what is younger may still be at work */
  async sweep(ageMs = AGE_MS): Promise<Swept> {
    await this.db.execute(SHARES);
    const uploads = await this.tus.expire();
    const rows = await this.db.query<{ id: string }>(PENDING, [ageMs / 1000]);
    for (const { id } of rows) await this.keeper.abort(id);
    let temporary = 0;
    for await (const name of this.staging.olderThan(ageMs)) {
      if (isId(name) && (await this.db.query(UPLOADS, [[name]])).length > 0) continue;
      await this.staging.discard(this.staging.pathOf(name));
      temporary += 1;
    }
    let orphans = 0;
    for await (const { id } of this.fsck.orphans(ageMs)) {
      await this.store.remove(id);
      orphans += 1;
    }
    const swept = { uploads, pending: rows.length, temporary, orphans };
    if (Object.values(swept).some((count) => count > 0)) this.log.log(swept, 'Swept files');
    return swept;
  }
}
