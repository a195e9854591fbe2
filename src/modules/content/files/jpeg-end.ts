import type { FileHandle } from 'node:fs/promises';

const CHUNK_BYTES = 65_536;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/**
 * Whether a JPEG reaches its end: its segments lead from one to the next up to an end of image (ITU-T T.81, annex B). What stands behind
 * it, as the film behind a phone's picture, may be there.
 */
export async function reachesEndOfImage(file: FileHandle): Promise<boolean> {
  const bytes = new ByteWindow(file);
  let at = 2;
  for (;;) {
    if ((await bytes.at(at)) !== 0xff) return false;
    const marker = await bytes.at(at + 1);
    if (marker === null) return false;
    if (marker === END_OF_IMAGE) return true;
    if (marker === 0xff)
      at += 1; // fill bytes
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7))
      at += 2; // without a length
    else {
      const [high, low] = [await bytes.at(at + 2), await bytes.at(at + 3)];
      if (high === null || low === null || high * 256 + low < 2) return false;
      at += 2 + high * 256 + low;
      if (marker === START_OF_SCAN) at = await bytes.nextMarker(at);
    }
  }
}

/** Reads a file forwards, a chunk in memory at a time. */
class ByteWindow {
  private from = 0;
  private chunk = Buffer.alloc(0);

  constructor(private readonly file: FileHandle) {}

  /** null behind the end. */
  async at(position: number): Promise<number | null> {
    if (position < this.from || position >= this.from + this.chunk.length) await this.load(position);
    return this.chunk.at(position - this.from) ?? null;
  }

  /** Where the next marker stands that ends a scan; behind the end when there is none. */
  async nextMarker(position: number): Promise<number> {
    for (let at = position; ;) {
      if ((await this.at(at)) === null) return at;
      const found = this.chunk.indexOf(0xff, at - this.from);
      at = found === -1 ? this.from + this.chunk.length : this.from + found;
      if (found === -1) continue;
      const code = await this.at(at + 1);
      const isOfScan = code === 0 || code === 0xff || (code !== null && code >= 0xd0 && code <= 0xd7);
      if (!isOfScan) return at;
      at += code === 0xff ? 1 : 2;
    }
  }

  private async load(position: number): Promise<void> {
    const { bytesRead, buffer } = await this.file.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, position);
    this.from = position;
    this.chunk = buffer.subarray(0, bytesRead);
  }
}
