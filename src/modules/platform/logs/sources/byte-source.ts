import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** Bytes of one file of a log, however they are kept. */
export interface ByteSource {
  /** What stays the same when it is renamed. */
  readonly file: string;
  readonly modifiedMs: number;
  /** Whether an older part of it was too much to be held. */
  readonly cut: boolean;
  /** How many bytes there are now. */
  size(): Promise<number>;
  /** At most so many bytes from there on; fewer at the end. */
  read(position: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Of a compressed file so much is held, its newest part: it can only be read from its beginning on. */
const HELD_BYTES = 33_554_432;
/** Beyond that nobody looks: a small file can hold any number of zeros. */
const UNPACKED_BYTES = 536_870_912;

export async function fileBlock(handle: FileHandle): Promise<ByteSource> {
  const { ino, mtimeMs } = await handle.stat();
  return {
    file: ino.toString(36),
    modifiedMs: mtimeMs,
    cut: false,
    size: async () => (await handle.stat()).size,
    read: async (position, length) => {
      const buffer = Buffer.allocUnsafe(length);
      let got = 0;
      while (got < length) {
        const { bytesRead } = await handle.read(buffer, got, length - got, position + got);
        if (bytesRead === 0) break;
        got += bytesRead;
      }
      return buffer.subarray(0, got);
    },
    close: () => handle.close(),
  };
}

/** A file compressed by gzip; where its end is missing or broken, what comes before that. */
export async function gzipBlock(handle: FileHandle): Promise<ByteSource> {
  const { ino, mtimeMs } = await handle.stat();
  let parts: Buffer[] = [];
  let [held, unpacked] = [0, 0];
  try {
    const source = handle.createReadStream({ autoClose: false, start: 0 });
    const gunzip = createGunzip({ chunkSize: 262_144 });
    pipeline(source, gunzip, () => undefined); // ends both together; a failure of the source is thrown below
    for await (const chunk of gunzip) {
      const part = chunk as Buffer;
      parts.push(part);
      held += part.length;
      unpacked += part.length;
      while (held - parts[0].length > HELD_BYTES) held -= (parts.shift() as Buffer).length;
      if (unpacked > UNPACKED_BYTES) break;
    }
  } catch (error) {
    if (!/^(Z_|ERR_)/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await handle.close();
  }
  const bytes = Buffer.concat(parts);
  parts = [];
  return {
    file: ino.toString(36),
    modifiedMs: mtimeMs,
    cut: unpacked > held,
    size: () => Promise.resolve(bytes.length),
    read: (position, length) => Promise.resolve(bytes.subarray(position, position + length)),
    close: () => Promise.resolve(),
  };
}
