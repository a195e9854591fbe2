import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { makeDataSource } from '../../src/core/data/database/data-source';
import { migrate } from '../../src/core/data/database/migrations';
import { register } from './children';

const run = promisify(execFile);
const START = `
  const { postgres } = await import(process.argv[1]);
  const { url } = await postgres({ root: process.argv[2], dataDir: process.argv[3] }).start();
  process.stdout.write(url, () => process.exit(0));`;

/** A Postgres of the test's own, which writes to the disk before it says so: to be ended at any moment and started again. */
export class PrivatePostgres {
  url = '';
  private frozen: number[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'atrium-test-postgres-'));

  static async start(): Promise<PrivatePostgres> {
    const postgres = new PrivatePostgres();
    await postgres.begin();
    const source = await makeDataSource({ databaseUrl: postgres.url, databasePool: 2 }).initialize();
    await migrate(source, postgres.url).finally(() => source.destroy());
    return postgres;
  }

  /** As `pg_ctl restart -m immediate`: nothing is written any more, and it recovers from its log. */
  async restart(): Promise<void> {
    this.end('SIGQUIT');
    await this.begin();
  }

  stop(): void {
    this.thaw();
    this.end('SIGQUIT');
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** All its processes stand still: what a machine looks like that hangs. Undo it by `thaw`, whatever happens. */
  freeze(): void {
    process.kill(this.pid, 'SIGSTOP'); // first, so that it makes no more of them
    this.frozen = [this.pid, ...childrenOf(this.pid)];
    for (const pid of this.frozen) {
      register(pid);
      process.kill(pid, 'SIGSTOP');
    }
  }

  thaw(): void {
    for (const pid of this.frozen.splice(0)) process.kill(pid, 'SIGCONT');
  }

  /** Waits for one that is still ending; on the port of before. */
  private async begin(): Promise<void> {
    const program = pathToFileURL(resolve('scripts/lib/postgres.mjs')).href;
    const { stdout } = await run(process.execPath, [
      '--input-type=module',
      '-e',
      START,
      program,
      resolve('.'),
      this.folder,
    ]);
    this.url = stdout;
    register(this.pid);
  }

  private get pid(): number {
    return Number(readFileSync(join(this.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
  }

  private end(signal: NodeJS.Signals): void {
    process.kill(this.pid, signal);
  }
}

function childrenOf(parent: number): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.filter(([, ppid]) => ppid === parent).map(([pid]) => pid);
}
