import { execFile } from 'node:child_process';
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
    this.end('SIGQUIT');
    rmSync(this.folder, { recursive: true, force: true });
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
