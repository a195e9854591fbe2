import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../../../core/data/database';
import { newId } from '../../../../core/kernel/runtime';
import { FileUsages } from '../file-usage';
import { UploadLocked, UploadNotFound, UploadOffsetMismatch } from '../files.errors';

/** An upload as statements read it. */
export interface UploadRow {
  readonly id: string;
  readonly ownerId: string;
  readonly length: number;
  readonly offset: number;
  readonly metadata: Record<string, string>;
  readonly metadataText: string;
  readonly expiresAt: Date;
}

const COLUMNS = `id, owner_id AS "ownerId", length_bytes::float8 AS length, offset_bytes::float8 AS "offset", metadata,
  metadata_text AS "metadataText", expires_at AS "expiresAt"`;
const ADD = `INSERT INTO file_uploads (id, owner_id, length_bytes, metadata, metadata_text, expires_at)
  VALUES ($1, $2, $3, $4, $5, now() + interval '24 hours') RETURNING ${COLUMNS}`;
const BY_ID = statement(
  'files.upload-by-id',
  `SELECT ${COLUMNS} FROM file_uploads WHERE id = $1 AND owner_id = $2 AND expires_at > now()`,
);
const FREE = '(lease IS NULL OR lease_until < now())';
const LEASE = statement(
  'files.upload-lease',
  `UPDATE file_uploads SET lease = $4, lease_until = now() + interval '20 seconds', updated_at = now()
   WHERE id = $1 AND owner_id = $2 AND offset_bytes = $3 AND expires_at > now() AND ${FREE} RETURNING ${COLUMNS}`,
);
const ADVANCE = statement(
  'files.upload-advance',
  `UPDATE file_uploads SET offset_bytes = $3, lease_until = now() + interval '20 seconds', updated_at = now(),
     expires_at = now() + interval '24 hours'
   WHERE id = $1 AND lease = $2 RETURNING expires_at AS "expiresAt"`,
);
const FREE_LEASE = statement(
  'files.upload-free',
  'UPDATE file_uploads SET lease = NULL, lease_until = NULL WHERE id = $1 AND lease = $2',
);
const REMOVE = `DELETE FROM file_uploads WHERE id = $1 AND ${FREE} RETURNING ${COLUMNS}`;
const REMOVE_OWN = `DELETE FROM file_uploads WHERE id = $1 AND lease = $2 RETURNING ${COLUMNS}`;
const IS_FILE = `SELECT 1 FROM files WHERE id = $1`;
const EXPIRED = `SELECT id FROM file_uploads WHERE expires_at <= now() AND ${FREE} ORDER BY expires_at LIMIT $1`;
/** One that never became ready: its row goes with the upload that paid for it. */
const DROP_PENDING = `DELETE FROM files WHERE id = $1 AND status = 'pending'`;

/** The rows of resumable uploads. One writer at a time holds a lease; only who holds it moves the offset. */
@Injectable()
export class TusUploads {
  constructor(
    private readonly db: Database,
    private readonly usages: FileUsages,
  ) {}

  /** Its length counts in the quota from now on. @throws QuotaExceeded */
  add(ownerId: string, length: number, metadata: object, metadataText: string): Promise<UploadRow> {
    return this.db.transaction(async () => {
      await this.usages.take(ownerId, length);
      const values = [newId(), ownerId, length, JSON.stringify(metadata), metadataText];
      return (await this.db.query<UploadRow & Record<string, unknown>>(ADD, values))[0];
    });
  }

  /** @throws UploadNotFound also for somebody else's */
  async byId(id: string, ownerId: string): Promise<UploadRow> {
    const [row] = await this.db.query<UploadRow & Record<string, unknown>>(BY_ID, [id, ownerId]);
    if (!row) throw new UploadNotFound();
    return row;
  }

  /** The right to write at this offset, for 20 s. @throws UploadNotFound, UploadOffsetMismatch, UploadLocked */
  async lease(id: string, ownerId: string, offset: number): Promise<{ upload: UploadRow; lease: string }> {
    const lease = newId();
    const [upload] = await this.db.query<UploadRow & Record<string, unknown>>(LEASE, [id, ownerId, offset, lease]);
    if (upload) return { upload, lease };
    const present = await this.byId(id, ownerId);
    if (present.offset !== offset) throw new UploadOffsetMismatch({ offset: present.offset });
    throw new UploadLocked();
  }

  /** @returns until when it is kept @throws UploadLocked for who has lost the lease */
  async advance(id: string, lease: string, offset: number): Promise<Date> {
    const [row] = await this.db.query<{ expiresAt: Date }>(ADVANCE, [id, lease, offset]);
    if (!row) throw new UploadLocked();
    return row.expiresAt;
  }

  async free(id: string, lease: string): Promise<void> {
    await this.db.execute(FREE_LEASE, [id, lease]);
  }

  /** Gives back what it had in the quota, unless a file has come of it. @param lease of the writer; null for anybody else @returns whether it went */
  remove(id: string, lease: string | null): Promise<boolean> {
    return this.db.transaction(async () => {
      const [row] = await this.db.query<UploadRow & Record<string, unknown>>(
        lease === null ? REMOVE : REMOVE_OWN,
        lease === null ? [id] : [id, lease],
      );
      if (!row) return false;
      await this.db.execute(DROP_PENDING, [id]);
      if ((await this.db.query(IS_FILE, [id])).length === 0) await this.usages.release(row.ownerId, row.length);
      return true;
    });
  }

  async expired(limit: number): Promise<string[]> {
    return (await this.db.query<{ id: string }>(EXPIRED, [limit])).map(({ id }) => id);
  }
}
