import { buffer } from 'node:stream/consumers';
import { addAbortSignal, Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { Audit } from '../../../core/data/audit';
import { Database, statement } from '../../../core/data/database';
import { ByteRange, Content } from '../../../core/web/http';
import type { FileRow } from './dto/file.dto';
import { BY_ID } from './file-rows';
import { FileDamaged, FileNotFound } from './files.errors';
import { asUnavailable, FileStore } from './stores/file-store';
import { verified } from './verified';

/** Up to this size a whole download is verified before its first byte goes out. */
const VERIFIED_FIRST_BYTES = 1_048_576;
/** For those bytes to come: the answer waits for them. */
const VERIFIED_FIRST_MS = 4000;

const DAMAGED = statement(
  'files.damaged',
  `UPDATE files SET status = 'damaged', updated_at = now() WHERE id = $1 AND status = 'ready'`,
);

/** The bytes of files, compared with their checksum while they are read. One whose bytes are wrong is damaged from then on. */
@Injectable()
export class FileContents {
  private readonly log = new Logger(FileContents.name);

  constructor(
    private readonly db: Database,
    private readonly store: FileStore,
    private readonly audit: Audit,
  ) {}

  /** What a download answers with. */
  of(row: FileRow): Content {
    const { id, checksum, contentType, originalFilename: name, createdAt: modifiedAt } = row;
    const sizeBytes = Number(row.sizeBytes);
    return {
      sizeBytes,
      contentType,
      name,
      etag: `"${checksum}"`,
      modifiedAt,
      open: (range) => this.read(row, id, range),
    };
  }

  private async read(row: FileRow, id: string, range: ByteRange | null): Promise<Readable> {
    if (row.status === 'damaged') throw new FileDamaged();
    const source = await this.store.open(id, range).catch((error: unknown) => this.whyNot(row, error));
    if (range) return source;
    const stream = verified(source, row.checksum, () => this.tellDamage(row));
    return Number(row.sizeBytes) > VERIFIED_FIRST_BYTES ? stream : Readable.from([await wholeOf(stream)]);
  }

  /** Its bytes cannot be had: because it has just been removed, because they are lost, or because the store is away. */
  private async whyNot({ id }: FileRow, error: unknown): Promise<never> {
    if ((await this.db.query<FileRow>(BY_ID, [id])).length === 0) throw new FileNotFound();
    const lost = (error as { code?: string }).code === 'ENOENT' || (error as Error).name === 'NoSuchKey';
    if (!lost) throw asUnavailable(error);
    this.log.error(`The bytes of file ${id} are not in the store`);
    throw new FileDamaged();
  }

  private async tellDamage({ id, checksum }: FileRow): Promise<Error> {
    this.log.error(`The bytes of file ${id} no longer have the checksum ${checksum}`);
    await this.db.transaction(async () => {
      if ((await this.db.execute(DAMAGED, [id])) === 0) return;
      await this.audit.record({ action: 'files.damaged', outcome: 'failure', target: `file:${id}` });
    });
    return new FileDamaged();
  }
}

/** @throws Unavailable when the store does not give all of it in time */
async function wholeOf(stream: Readable): Promise<Buffer> {
  try {
    return await buffer(addAbortSignal(AbortSignal.timeout(VERIFIED_FIRST_MS), stream));
  } catch (error) {
    throw asUnavailable(error);
  }
}
