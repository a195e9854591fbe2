import { Injectable } from '@nestjs/common';
import { Audit } from '../../../core/data/audit';
import { Database, statement } from '../../../core/data/database';
import { FoldersService } from '../folders';
import { Resources } from '../../platform/sharing';
import { FileRow } from './dto/file.dto';
import { BY_ID } from './file-rows';
import type { FileKind } from './file-types';
import { FileUsages } from './file-usage';
import { FileNotFound } from './files.errors';
import { asFull, Staged, Staging } from './staging';
import { asUnavailable, FileStore } from './stores/file-store';

/** A file whose bytes are known to be good. */
export interface NewFile {
  readonly id: string;
  readonly ownerId: string;
  readonly staged: Staged;
  readonly kind: FileKind;
  readonly name: string;
  readonly category?: string;
  /** A path of the owner's own tree, whose folders are made. */
  readonly folder?: string | null;
  /** A folder that the owner may edit; goes before `folder`. */
  readonly folderId?: string | null;
  readonly description?: string | null;
}

/** What decides where it is shown. */
interface ReadyRow {
  readonly ownerId: string;
  readonly originalFilename: string;
  readonly folder: string | null;
  readonly folderId: string | null;
  readonly description: string | null;
}

const ADD = statement(
  'files.add',
  `INSERT INTO files
     (id, owner_id, filename, original_filename, content_type, size_bytes, checksum, category, folder, description, folder_id)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (id) DO NOTHING`,
);
const READY = statement(
  'files.ready',
  `UPDATE files SET status = 'ready', updated_at = now() WHERE id = $1 AND status = 'pending'
   RETURNING owner_id AS "ownerId", original_filename AS "originalFilename", folder, folder_id AS "folderId", description`,
);
const DROP = statement(
  'files.drop',
  `DELETE FROM files WHERE id = $1 AND status = 'pending' RETURNING owner_id AS "ownerId", size_bytes AS "sizeBytes"`,
);

/**
 * Puts a file into the store in two phases: its row as `pending`, then its bytes, then `ready`. Whatever ends in between
 * leaves a pending row, which nobody sees and the sweeper takes away with what lies under its id.
 */
@Injectable()
export class FileWriter {
  constructor(
    private readonly db: Database,
    private readonly usages: FileUsages,
    private readonly staging: Staging,
    private readonly store: FileStore,
    private readonly folders: FoldersService,
    private readonly resources: Resources,
    private readonly audit: Audit,
  ) {}

  /**
   * Row and bytes, not yet `ready`. Of what fails nothing stays.
   * @param promised its bytes have been counted in the quota before
   * @throws QuotaExceeded, StorageFull, Unavailable
   */
  async stage(file: NewFile, { promised = false } = {}): Promise<void> {
    await this.db.transaction(() => this.add(file, promised));
    try {
      await this.store.put(file.id, file.staged.path, file.kind.contentType);
      await this.staging.discard(file.staged.path); // a directory has taken it away already
    } catch (error) {
      // The caller waits for no store that has just failed; what it did keep is swept.
      if (await this.drop(file.id, promised)) void this.store.remove(file.id).catch(() => undefined);
      throw asUnavailable(asFull(error));
    }
  }

  /** From now on it is there, in its folder. @throws FileNotFound when its owner was erased meanwhile, ResourceNotFound when its folder is gone */
  commit(id: string): Promise<FileRow> {
    return this.db.transaction(async () => {
      const [ready] = await this.db.query<ReadyRow & Record<string, unknown>>(READY, [id]);
      if (!ready) throw new FileNotFound();
      await this.resources.register({
        id,
        type: 'file',
        ownerId: ready.ownerId,
        parentId: await this.placeOf(ready),
        title: ready.originalFilename,
        url: `/api/v1/storage/files/${id}/metadata`,
        text: ready.description ?? undefined,
      });
      const [row] = await this.db.query<FileRow>(BY_ID, [id]);
      const { sizeBytes, contentType } = row;
      const facts = { size: Number(sizeBytes), contentType };
      await this.audit.record({ action: 'files.uploaded', target: `file:${id}`, actorId: row.ownerId, facts });
      return row;
    });
  }

  /** Takes back what `prepare` did; a file that is ready stays. */
  async abort(id: string, { promised = false } = {}): Promise<void> {
    if (await this.drop(id, promised)) await this.store.remove(id);
  }

  private async placeOf({ ownerId, folder, folderId }: ReadyRow): Promise<string | null> {
    if (folderId !== null) return folderId;
    return folder === null ? null : this.folders.ensurePath(ownerId, folder);
  }

  private drop(id: string, promised: boolean): Promise<boolean> {
    return this.db.transaction(async () => {
      const [row] = await this.db.query<{ ownerId: string; sizeBytes: string }>(DROP, [id]);
      if (row && !promised) await this.usages.release(row.ownerId, Number(row.sizeBytes));
      return row !== undefined;
    });
  }

  private async add({ id, ownerId, staged, kind, name, ...file }: NewFile, promised: boolean): Promise<void> {
    const { sizeBytes, checksum } = staged;
    if (!promised) await this.usages.take(ownerId, sizeBytes);
    await this.db.execute(ADD, [
      id,
      ownerId,
      `${id}.${kind.extension}`,
      name,
      kind.contentType,
      sizeBytes,
      checksum,
      file.category ?? kind.category,
      file.folder ?? null,
      file.description ?? null,
      file.folderId ?? null,
    ]);
  }
}
