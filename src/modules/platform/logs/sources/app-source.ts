import { NoPreviousLog } from '../logs.errors';
import { FileLog } from './file-log';
import type { LogFile } from './log-files';
import type { LogReader, LogRef, LogSource, Pod } from './log-source';
import { SafeFolder } from './safe-folder';

/** `atrium-8000.3.log`, as `core/kernel/logging` rotates it: the higher the number, the newer. */
const FILE = /^(atrium-\d{1,5})\.(\d{1,9})\.log$/;
const CONTAINER = 'app';

/** The application's own logs: each instance that writes to the folder is a pod, called after its port. */
export class AppSource implements LogSource {
  private readonly folder: SafeFolder | null;

  /** @param path LOG_DIR */
  constructor(path: string) {
    this.folder = path === 'off' ? null : new SafeFolder(path);
  }

  /** Until something is logged there is no folder. */
  check(): Promise<void> {
    return Promise.resolve();
  }

  async pods(): Promise<Pod[]> {
    const names = ((await this.folder?.list()) ?? []).map(({ name }) => FILE.exec(name)?.[1]);
    const known = names.filter((name) => name !== undefined);
    const pods = await Promise.all([...new Set(known)].sort().map((name) => this.find(name)));
    return pods.filter((pod) => pod !== null);
  }

  async find(name: string): Promise<Pod | null> {
    const newest = (await this.files(name)).at(-1);
    if (!newest) return null;
    const modifiedMs = await this.folder?.modifiedMs(...newest.below);
    return { name, namespace: null, containers: [CONTAINER], updatedAt: modifiedMs ? new Date(modifiedMs) : null };
  }

  open({ pod, previous }: LogRef): Promise<LogReader> {
    if (previous || !this.folder) return Promise.reject(new NoPreviousLog());
    return Promise.resolve(new FileLog(this.folder, () => this.files(pod), 'plain'));
  }

  private async files(pod: string): Promise<LogFile[]> {
    const entries = (await this.folder?.list()) ?? [];
    return entries
      .flatMap((entry) => {
        const match = entry.isFile() ? FILE.exec(entry.name) : null;
        return match?.[1] === pod ? [{ number: Number(match[2]), name: entry.name }] : [];
      })
      .sort((a, b) => a.number - b.number)
      .map(({ name }) => ({ below: [name], gzip: false }));
  }
}
