import { constants, Dirent } from 'node:fs';
import { FileHandle, lstat, open, readdir, readlink, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** A device or a pipe that is named like a log must not make us wait for it. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
const GONE = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENXIO', 'EACCES']);

/**
 * A folder out of which nothing is ever read: names come from listing it and never from a client, links are not followed,
 * and what was opened is looked at once more.
 */
export class SafeFolder {
  private root: string | null = null;

  constructor(private readonly path: string) {}

  /** @throws Error when it cannot be listed */
  async check(): Promise<void> {
    await readdir(await this.real());
  }

  /** The files and folders (no links, no devices) of a folder below; none where it is gone. @param below names as they were listed */
  async list(...below: readonly string[]): Promise<Dirent[]> {
    try {
      const entries = await readdir(join(await this.real(), ...below), { withFileTypes: true });
      return entries.filter((entry) => entry.isFile() || entry.isDirectory());
    } catch (error) {
      if (isGone(error)) return [];
      throw error;
    }
  }

  /** What stays the same when the file is renamed; null when it is gone. */
  async inode(...below: readonly string[]): Promise<string | null> {
    const stats = await lstat(join(await this.real(), ...below)).catch(() => null);
    return stats ? stats.ino.toString(36) : null;
  }

  /** When it was last written to; null when it is gone. */
  async modifiedMs(...below: readonly string[]): Promise<number | null> {
    const stats = await lstat(join(await this.real(), ...below)).catch(() => null);
    return stats?.mtimeMs ?? null;
  }

  /** Opens a file below to read; null when it is gone, is no plain file, or does not lie in here. */
  async open(...below: readonly string[]): Promise<FileHandle | null> {
    const path = join(await this.real(), ...below);
    let file: FileHandle;
    try {
      file = await open(path, FLAGS);
    } catch (error) {
      if (isGone(error)) return null;
      throw error;
    }
    try {
      if ((await file.stat()).isFile() && (await this.holds(file, path))) return file;
    } catch (error) {
      await file.close();
      throw error;
    }
    await file.close();
    return null;
  }

  /** Whether that is what was opened, although a folder on the way might have become a link meanwhile. */
  private async holds(file: FileHandle, path: string): Promise<boolean> {
    const opened = await readlink(`/proc/self/fd/${file.fd}`).catch(() => realpath(path).catch(() => ''));
    return opened.startsWith((await this.real()) + sep);
  }

  private async real(): Promise<string> {
    return (this.root ??= await realpath(this.path));
  }
}

function isGone(error: unknown): boolean {
  return GONE.has((error as NodeJS.ErrnoException).code ?? '');
}
