import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { FileHandle, mkdir, open, opendir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { Config, CONFIG } from '../../../core/kernel/config';
import { newId } from '../../../core/kernel/runtime';
import { HEAD_BYTES } from './content-shape';
import { FileTooLarge, StorageFull } from './files.errors';

/** A temporary file that is whole and on the disk. */
export interface Staged {
  readonly path: string;
  readonly sizeBytes: number;
  /** SHA-256, hexadecimal. */
  readonly checksum: string;
}

/** How much may come, and who looks at the first bytes while the rest is on its way. */
export interface StagingRules {
  readonly maxBytes: number;
  readonly checkHead?: (head: Buffer) => Promise<void>;
}

/** Temporary files, in `DATA_DIR/files/tmp`: what comes in is there until it is known to be good. */
@Injectable()
export class Staging {
  private readonly folder: string;

  constructor(@Inject(CONFIG) { dataDir }: Config) {
    this.folder = join(dataDir, 'files', 'tmp');
  }

  /**
   * Writes a stream to its end, counting and hashing. Leaves nothing behind when it throws.
   * @throws FileTooLarge, StorageFull, what `checkHead` throws and the stream's own error
   */
  async take(source: Readable, { maxBytes, checkHead }: StagingRules): Promise<Staged> {
    const path = this.pathOf(newId());
    const file = await this.create(path);
    const hash = createHash('sha256');
    let sizeBytes = 0;
    let head: Buffer | null = Buffer.alloc(0);
    try {
      for await (const chunk of source as AsyncIterable<Buffer>) {
        if (sizeBytes + chunk.length > maxBytes) throw new FileTooLarge({ maxBytes });
        const written = writeAll(file, chunk, sizeBytes);
        hash.update(chunk); // while the disk is busy
        await written;
        sizeBytes += chunk.length;
        if (!head) continue;
        head = Buffer.concat([head, chunk]);
        if (head.length < HEAD_BYTES) continue;
        await checkHead?.(head.subarray(0, HEAD_BYTES));
        head = null;
      }
      await file.sync();
      await file.close();
    } catch (error) {
      await file.close().catch(() => undefined);
      await this.discard(path);
      throw asFull(error);
    }
    return { path, sizeBytes, checksum: hash.digest('hex') };
  }

  /** The same of a file that is here already. */
  async measure(path: string): Promise<Staged> {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    for await (const chunk of createReadStream(path, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      sizeBytes += chunk.length;
    }
    return { path, sizeBytes, checksum: hash.digest('hex') };
  }

  /** Opens the file of a resumable upload for writing; null when it is gone. @param fresh makes it, empty */
  async openPart(id: string, fresh: boolean): Promise<FileHandle | null> {
    if (fresh) return this.create(this.pathOf(id), 'w+');
    try {
      return await open(this.pathOf(id), 'r+');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  pathOf(id: string): string {
    return join(this.folder, id);
  }

  async discard(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** Names of the files nobody has written to for so long. */
  async *olderThan(ageMs: number): AsyncGenerator<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    for await (const { name } of await opendir(this.folder)) {
      const found = await stat(this.pathOf(name)).catch(() => null); // gone meanwhile
      if (found && found.mtimeMs <= Date.now() - ageMs) yield name;
    }
  }

  private async create(path: string, flags = 'wx'): Promise<FileHandle> {
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      return await open(path, flags, 0o600);
    } catch (error) {
      throw asFull(error);
    }
  }
}

/** A write may take less than it was given. */
export async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** The system's words for a full disk, as one of ours. */
export function asFull(error: unknown): unknown {
  return /^(ENOSPC|EDQUOT|EFBIG)$/.test((error as NodeJS.ErrnoException).code ?? '') ? new StorageFull() : error;
}
