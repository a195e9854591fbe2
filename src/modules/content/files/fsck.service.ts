import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import { Clock } from '../../../core/kernel/runtime';
import { Finding, FsckFindingDto, FsckQuery, FsckReport } from './dto/fsck.dto';
import { FileStore, StoredObject } from './stores/file-store';

const BATCH = 500;
const SHOWN = 1000;
/** Younger bytes may be about to get their row. */
const YOUNG_MS = 3_600_000;

const ROWS = `SELECT id, size_bytes AS "sizeBytes", checksum FROM files
  WHERE status <> 'pending' AND id > $1 ORDER BY id LIMIT ${BATCH}`;
const KNOWN = `SELECT id FROM files WHERE id = ANY($1)`;
const LEAST = '00000000-0000-0000-0000-000000000000';

interface Row {
  readonly id: string;
  readonly sizeBytes: string;
  readonly checksum: string;
}

/** Compares what the database says of the files with what the store has; in both directions, while everything goes on. */
@Injectable()
export class FsckService {
  constructor(
    private readonly db: Database,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  /** @param ageMs bytes without a row count from this age on */
  async check({ checksums }: FsckQuery, ageMs = YOUNG_MS): Promise<FsckReport> {
    const checkedAt = this.clock.now();
    const findings: FsckFindingDto[] = [];
    let found = 0;
    const tell = (id: string, kind: Finding, detail: string): void => {
      found += 1;
      if (findings.length < SHOWN) findings.push({ id, kind, detail });
    };
    let files = 0;
    for await (const row of this.rows()) {
      files += 1;
      const wrong = await this.compare(row, checksums);
      if (wrong) tell(row.id, ...wrong);
    }
    let objects = 0;
    for await (const batch of this.batches()) {
      objects += batch.length;
      for (const { id, sizeBytes } of await this.withoutRow(batch, ageMs)) {
        tell(id, 'orphan_bytes', `There are ${sizeBytes} bytes and no row.`);
      }
    }
    return { ok: found === 0, checkedAt, files, objects, found, findings };
  }

  /** What of the store nobody knows, for each portion of its listing. @param ageMs only from this age on */
  async *orphans(ageMs: number): AsyncGenerator<StoredObject[], void> {
    for await (const batch of this.batches()) yield await this.withoutRow(batch, ageMs);
  }

  private async compare({ id, sizeBytes, checksum }: Row, checksums: boolean): Promise<[Finding, string] | null> {
    const size = await this.store.sizeOf(id);
    if (size === null) return (await this.isGone(id)) ? null : ['missing_bytes', 'There is a row and no bytes.'];
    if (size !== Number(sizeBytes)) {
      return ['wrong_size', `The row says ${sizeBytes} bytes, the store has ${size}.`];
    }
    if (!checksums) return null;
    const hash = createHash('sha256');
    for await (const chunk of await this.store.open(id, null)) hash.update(chunk as Buffer);
    const actual = hash.digest('hex');
    return actual === checksum ? null : ['wrong_checksum', `The bytes have the checksum ${actual}.`];
  }

  private async isGone(id: string): Promise<boolean> {
    return (await this.db.query(KNOWN, [[id]])).length === 0;
  }

  private async *rows(): AsyncGenerator<Row> {
    for (let after = LEAST; ;) {
      const rows = await this.db.query<Row & Record<string, unknown>>(ROWS, [after]);
      yield* rows;
      if (rows.length < BATCH) return;
      after = rows[rows.length - 1].id;
    }
  }

  private async *batches(): AsyncGenerator<StoredObject[]> {
    let batch: StoredObject[] = [];
    for await (const object of this.store.list()) {
      batch.push(object);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }

  private async withoutRow(batch: readonly StoredObject[], ageMs: number): Promise<StoredObject[]> {
    const rows = await this.db.query<{ id: string }>(KNOWN, [batch.map(({ id }) => id)]);
    const known = new Set(rows.map(({ id }) => id));
    const latest = this.clock.nowMs() - ageMs;
    return batch.filter(({ id, modifiedAt }) => !known.has(id) && modifiedAt.getTime() <= latest);
  }
}
