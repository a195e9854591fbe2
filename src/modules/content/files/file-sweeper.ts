import { Injectable, OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import type { Portion } from '../../../core/data/housekeeping';
import { isId } from '../../../core/kernel/runtime';
import { FileWriter } from './file-writer';
import { FsckService } from './fsck.service';
import { Staging } from './staging';
import { FileStore, StoredObject } from './stores/file-store';
import { TusService } from './tus/tus.service';

/** What is younger may still be at work. */
const AGE_MS = 3_600_000;
const BATCH = 100;

/** Whose upload may still be gone on with keeps its row. */
const PENDING = `SELECT f.id FROM files f WHERE f.status = 'pending' AND f.created_at <= now() - make_interval(secs => $1)
  AND NOT EXISTS (SELECT FROM file_uploads u WHERE u.id = f.id) ORDER BY f.created_at LIMIT ${BATCH}`;
const UPLOADS = 'SELECT id FROM file_uploads WHERE id = ANY($1)';

/** Takes away what interrupted work has left: rows without bytes, bytes without rows. A portion at each call. */
@Injectable()
export class FileSweeper implements OnApplicationShutdown {
  /** The listing of the store, as far as it has come. */
  private listing: AsyncGenerator<StoredObject[], void> | null = null;

  constructor(
    private readonly db: Database,
    private readonly writer: FileWriter,
    private readonly staging: Staging,
    private readonly store: FileStore,
    private readonly fsck: FsckService,
    private readonly tus: TusService,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.listing?.return(undefined);
  }

  /** Resumable uploads that nobody has gone on with. */
  async uploads(): Promise<Portion> {
    return portion(await this.tus.expire(BATCH));
  }

  /** Rows of files whose bytes never came. @param ageMs from this age on */
  async pending(ageMs = AGE_MS): Promise<Portion> {
    const rows = await this.db.query<{ id: string }>(PENDING, [ageMs / 1000]);
    for (const { id } of rows) await this.writer.abort(id);
    return portion(rows.length);
  }

  /** Temporary files of this instance that nobody has written to. @param ageMs from this age on */
  async temporary(ageMs = AGE_MS): Promise<Portion> {
    let removed = 0;
    for await (const name of this.staging.olderThan(ageMs)) {
      if (isId(name) && (await this.db.query(UPLOADS, [[name]])).length > 0) continue;
      await this.staging.discard(this.staging.pathOf(name));
      removed += 1;
      if (removed === BATCH) break;
    }
    return portion(removed);
  }

  /** Bytes in the store without a row: some hundred objects of the listing a call. @param ageMs from this age on */
  async orphans(ageMs = AGE_MS): Promise<Portion> {
    this.listing ??= this.fsck.orphans(ageMs);
    try {
      const next = await this.listing.next();
      if (next.done) {
        this.listing = null;
        return { removed: 0, more: false };
      }
      for (const { id } of next.value) await this.store.remove(id);
      return { removed: next.value.length, more: true };
    } catch (error) {
      this.listing = null;
      throw error;
    }
  }
}

const portion = (removed: number): Portion => ({ removed, more: removed === BATCH });
