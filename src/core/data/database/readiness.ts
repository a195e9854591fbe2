import type { Database } from './database';

const MIGRATIONS = 'SELECT name FROM migrations';
const PING = 'SELECT 1';

/** A probe that rejects while the database is away, or lacks a migration this process was built with. */
export function databaseProbe(db: Database): () => Promise<void> {
  let isMigrated = false;
  return async () => {
    if (isMigrated) return void (await db.query(PING));
    const applied = new Set((await db.query<{ name: string }>(MIGRATIONS)).map(({ name }) => name));
    const missing = db.dataSource.migrations.find((one) => !applied.has(one.name ?? one.constructor.name));
    if (missing) throw new Error(`Migration ${missing.constructor.name} is not applied`);
    isMigrated = true;
  };
}
