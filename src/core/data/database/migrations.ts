import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { DataSource, MigrationInterface } from 'typeorm';
import { Client } from 'pg';

type Migration = new () => MigrationInterface;

const load = createRequire(__filename);
const FOLDER = resolve(__dirname, '../../../../migrations');

/** A number of our own, so that no other program's advisory lock is in the way. */
const LOCK = 7_274_869;
const LOCK_TIMEOUT_MS = 5000;

/** The migrations of the one folder, oldest first. */
export function loadMigrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d+-[\w-]+\.(ts|js)$/.test(name) && !name.endsWith('.d.ts'))
    .sort()
    .flatMap((name) => Object.values(load(join(FOLDER, name)) as Record<string, Migration>));
}

/**
 * Runs the pending migrations. Of several instances starting at once one works while the others wait.
 * @param url of the database, for the session that holds the lock
 * @returns the names of those applied by this call
 */
export async function migrate(dataSource: DataSource, url: string): Promise<string[]> {
  return withMigrationLock(url, async () => {
    const applied = await dataSource.runMigrations();
    return applied.map((migration) => migration.name);
  });
}

/** Reverts the newest migration, under the same lock. */
export async function revertLast(dataSource: DataSource, url: string): Promise<void> {
  await withMigrationLock(url, () => dataSource.undoLastMigration());
}

async function withMigrationLock<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'atrium-migrate' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    return await work();
  } finally {
    await client.end(); // ends the lock with the session
  }
}

/** Said at the head of a migration that alters tables in use, so that it gives up rather than queue everyone behind. */
export const SET_LOCK_TIMEOUT = `SET LOCAL lock_timeout = '${LOCK_TIMEOUT_MS}ms'`;
