import { createReadStream } from 'node:fs';
import { access, constants, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { ByteRange } from '../../../../core/web/http';
import { isId } from '../../../../core/kernel/runtime';
import { FileStore, StoredObject } from './file-store';

const READ_BYTES = 262_144;

/** Files in folders by the last four digits of their ids, which are random. On one file system with the temporary ones. */
export class DirectoryStore extends FileStore {
  constructor(private readonly root: string) {
    super();
  }

  /** The temporary file is on the disk already; here its name follows. */
  async put(id: string, path: string): Promise<void> {
    const target = this.pathOf(id);
    const folder = dirname(target);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(path, target);
    await syncFolder(folder);
  }

  async open(id: string, range: ByteRange | null): Promise<Readable> {
    const file = await open(this.pathOf(id), 'r'); // here and not at the first read, so that its absence is an answer
    return createReadStream('', { fd: file, start: range?.from, end: range?.to, highWaterMark: READ_BYTES });
  }

  async sizeOf(id: string): Promise<number | null> {
    try {
      return (await stat(this.pathOf(id))).size;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  async *list(): AsyncGenerator<StoredObject> {
    await mkdir(this.root, { recursive: true, mode: 0o700 });
    for await (const entry of await opendir(this.root, { recursive: true })) {
      const id = basename(entry.name);
      if (!entry.isFile() || !isId(id)) continue;
      const found = await stat(join(entry.parentPath, entry.name)).catch(() => null); // gone meanwhile
      if (found) yield { id, sizeBytes: found.size, modifiedAt: found.mtime };
    }
  }

  async check(): Promise<void> {
    await mkdir(this.root, { recursive: true, mode: 0o700 });
    await access(this.root, constants.W_OK);
  }

  private pathOf(id: string): string {
    return join(this.root, id.slice(-4, -2), id.slice(-2), id);
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}
