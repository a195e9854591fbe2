import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/app.setup';
import type { ModuleManifest } from '../../src/core/module';
import { Cache } from '../../src/core/data/cache';
import { loadConfig } from '../../src/core/kernel/config';
import { Database } from '../../src/core/data/database';
import { MODULES } from '../../src/modules';
import { Client } from './client';
import { dropDatabase, makeDatabase } from './database';
import { emptyTables } from './empty';
import { forgetMails } from './mails';
import { Make } from './make';
import { dataDirs, servers } from './servers';

/** The real application on a port and a database of its own. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly db: Database;
  readonly make: Make;
  /** Calls it as nobody. */
  readonly client: Client;
  readonly url: string;
  /** Its environment; give it to `startApp` for a second instance on the same data. */
  readonly env: Record<string, string>;
  /** Empties every table, but for the keys of its tokens, and the cache. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

let ofWorker: Promise<TestApp> | null = null;

/**
 * The one application of this jest worker, emptied: it serves one file after the other, and `stop` leaves it running. For files that need
 * no other configuration, and leave it as they found it: no listener more, no trigger less.
 */
export async function workerApp(): Promise<TestApp> {
  const t = await (ofWorker ??= startApp());
  await t.reset();
  forgetMails(t);
  return { ...t, make: new Make(t.app, t.client), stop: () => Promise.resolve() };
}

/**
 * Starts one with the limits off; `env` overrides any variable. With another's `env` it becomes a second instance.
 * @param modules of the test's own, beside all others
 */
export async function startApp(
  overrides: Record<string, string> = {},
  modules: readonly ModuleManifest[] = [],
): Promise<TestApp> {
  const shared = overrides.DATABASE_URL !== undefined;
  const dataDir = overrides.DATA_DIR ?? mkdtempSync(`${dataDirs()}-`);
  const env: Record<string, string> = {
    NODE_ENV: 'test',
    DATABASE_URL: overrides.DATABASE_URL ?? (await makeDatabase()),
    DATABASE_POOL: '8',
    REDIS_URL: servers().redis,
    REDIS_PREFIX: `test-${randomBytes(6).toString('hex')}`,
    DATA_DIR: dataDir,
    LOG_DIR: 'off',
    PORT: '0',
    HOST: '127.0.0.1',
    RATE_LIMITS: 'off',
    ...overrides,
  };
  const app = await createApp(loadConfig(env), [...MODULES, ...modules]);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace(/\/$/, '');
  const db = app.get(Database);
  // A busy server may miss the first attempt, which the application does not wait beyond.
  await new Promise<void>((open) => void db.whenOpen(() => Promise.resolve(open())));
  const client = new Client(url);
  return {
    app,
    db,
    client,
    url,
    env,
    make: new Make(app, client),
    reset: async () => {
      await emptyTables(db);
      await app.get(Cache).clear();
    },
    stop: async () => {
      await app.close();
      if (shared) return;
      await dropDatabase(env.DATABASE_URL);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
