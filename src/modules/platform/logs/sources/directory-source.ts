import type { Dirent } from 'node:fs';
import { NoPreviousLog } from '../logs.errors';
import { FileLog } from './file-log';
import type { LogFile } from './log-files';
import type { LogReader, LogRef, LogSource, Pod } from './log-source';
import { CONTAINER_NAME, POD_NAME } from './names';
import { SafeFolder } from './safe-folder';

/** `<namespace>_<pod>_<uid>` */
const POD_FOLDER = /^([a-z0-9-]+)_([a-z0-9.-]+)_([\w-]+)$/;
/** `3.log`, `3.log.20261125-100000`, `3.log.20261125-100000.gz`; 3 being how often the container was restarted. */
const NODE_FILE = /^(\d{1,6})\.log(?:\.(\d{8}-\d{6}))?(\.gz)?$/;
/** `shop-1.log`, and what logrotate makes of it: `shop-1.log.1`, `shop-1.log.2.gz`, `shop-1.log-20261125`. */
const PLAIN_FILE = /^(.+)\.log(?:[.-]([\d-]{1,20}))?(\.gz)?$/;
/** Of a pod that is one file. */
const ONLY_CONTAINER = 'main';

interface Numbered {
  readonly file: LogFile;
  /** How often the container had been restarted. */
  readonly run: number;
  /** Empty for the one that is written to. */
  readonly rotated: string;
}

/** Logs in a folder, in the layout of a Kubernetes node for one namespace, or as files `<pod>.log`. */
export class DirectorySource implements LogSource {
  private readonly folder: SafeFolder;

  constructor(
    path: string,
    private readonly namespace: string,
  ) {
    this.folder = new SafeFolder(path);
  }

  check(): Promise<void> {
    return this.folder.check();
  }

  async pods(): Promise<Pod[]> {
    const names = (await this.folder.list()).map((entry) => this.podOf(entry)).filter((name) => name !== null);
    const pods: Pod[] = [];
    for (const name of [...new Set(names)].sort()) {
      const pod = await this.find(name);
      if (pod) pods.push(pod);
    }
    return pods;
  }

  async find(name: string): Promise<Pod | null> {
    const top = await this.folder.list();
    const podFolder = await this.folderOf(name, top);
    if (podFolder !== null) {
      const containers = (await this.folder.list(podFolder))
        .filter((entry) => entry.isDirectory() && CONTAINER_NAME.test(entry.name))
        .map((entry) => entry.name)
        .sort();
      const updatedAt = await this.newest(containers.map((container) => [podFolder, container]));
      return { name, namespace: this.namespace, containers, updatedAt };
    }
    const files = plainFiles(name, top);
    if (files.length === 0) return null;
    const modifiedMs = await this.folder.modifiedMs(...files[files.length - 1].below);
    return {
      name,
      namespace: null,
      containers: [ONLY_CONTAINER],
      updatedAt: modifiedMs === null ? null : new Date(modifiedMs),
    };
  }

  async open({ pod, container, previous }: LogRef): Promise<LogReader> {
    const podFolder = await this.folderOf(pod, await this.folder.list());
    if (podFolder === null) {
      if (previous) throw new NoPreviousLog();
      return new FileLog(this.folder, async () => plainFiles(pod, await this.folder.list()), 'plain');
    }
    const list = async (): Promise<LogFile[]> => filesOfRun(await this.numbered(podFolder, container), previous);
    if (previous && (await list()).length === 0) throw new NoPreviousLog();
    return new FileLog(this.folder, list, 'cri');
  }

  private podOf(entry: Dirent): string | null {
    const [, first, pod] = (entry.isDirectory() ? POD_FOLDER.exec(entry.name) : null) ?? [];
    if (pod !== undefined) return first === this.namespace && POD_NAME.test(pod) ? pod : null;
    const [, name] = (entry.isFile() ? PLAIN_FILE.exec(entry.name) : null) ?? [];
    return name !== undefined && POD_NAME.test(name) ? name : null;
  }

  /** Of several pods that have borne the name one after the other, the last. */
  private async folderOf(name: string, top: readonly Dirent[]): Promise<string | null> {
    const folders = top.filter((entry) => entry.isDirectory() && this.podOf(entry) === name).map((entry) => entry.name);
    if (folders.length < 2) return folders[0] ?? null;
    const times = await Promise.all(folders.map((folder) => this.folder.modifiedMs(folder)));
    const newest = times.reduce<number>((best, ms, index) => ((ms ?? 0) > (times[best] ?? 0) ? index : best), 0);
    return folders[newest];
  }

  private async numbered(podFolder: string, container: string): Promise<Numbered[]> {
    const entries = (await this.folder.list(podFolder, container)).filter((entry) => entry.isFile());
    const names = new Set(entries.map((entry) => entry.name));
    return entries.flatMap(({ name }) => {
      const match = NODE_FILE.exec(name);
      // While it is being compressed there are both.
      if (!match || (match[3] && names.has(name.slice(0, -match[3].length)))) return [];
      const file = { below: [podFolder, container, name], gzip: match[3] !== undefined };
      return [{ file, run: Number(match[1]), rotated: match[2] ?? '' }];
    });
  }

  private async newest(folders: readonly (readonly [string, string])[]): Promise<Date | null> {
    const times = await Promise.all(
      folders.map(async ([pod, container]) => {
        const files = filesOfRun(await this.numbered(pod, container), false);
        return files.length > 0 ? this.folder.modifiedMs(...files[files.length - 1].below) : null;
      }),
    );
    const known = times.filter((ms) => ms !== null);
    return known.length > 0 ? new Date(Math.max(...known)) : null;
  }
}

/** The files of the container's last run, or of the one before it; the oldest first. */
function filesOfRun(numbered: readonly Numbered[], previous: boolean): LogFile[] {
  const runs = [...new Set(numbered.map(({ run }) => run))].sort((a, b) => b - a);
  const run = runs[previous ? 1 : 0];
  return numbered
    .filter((one) => one.run === run)
    .sort((a, b) => compare(a.rotated || '~', b.rotated || '~'))
    .map(({ file }) => file);
}

/** The oldest first: dates in their order, then numbers from the highest down, then the file that is written to. */
function plainFiles(pod: string, top: readonly Dirent[]): LogFile[] {
  const names = new Set(top.map((entry) => entry.name));
  return top
    .flatMap((entry) => {
      const match = entry.isFile() ? PLAIN_FILE.exec(entry.name) : null;
      if (match?.[1] !== pod || (match[3] && names.has(entry.name.slice(0, -match[3].length)))) return [];
      return [{ file: { below: [entry.name], gzip: match[3] !== undefined }, order: orderOf(match[2]) }];
    })
    .sort((a, b) => compare(a.order, b.order))
    .map(({ file }) => file);
}

function orderOf(rotated: string | undefined): string {
  if (rotated === undefined) return '2';
  if (!/^\d{1,5}$/.test(rotated)) return `0 ${rotated}`;
  return `1 ${String(99_999 - Number(rotated)).padStart(5, '0')}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
