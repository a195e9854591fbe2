import { rmSync } from 'node:fs';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import '../../src/app.module';
import { makeDataSource } from '../../src/core/data/database/data-source';
import { generateMigration, pendingChanges } from '../../src/core/data/database/generate-migration';
import { migrate } from '../../src/core/data/database/migrations';
import { dropDatabase, makeEmptyDatabase } from '../support/database';

/** Tables, columns, constraints and indexes as PostgreSQL itself describes them. */
async function shapeOf(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ line: string }>(`
    SELECT concat_ws(' ', 'column', table_name, column_name, data_type, is_nullable, column_default) AS line
    FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT concat_ws(' ', 'index', indexdef) FROM pg_indexes WHERE schemaname = 'public'
    ORDER BY 1`);
  await client.end();
  return rows.map(({ line }) => line);
}

describe('migrations', () => {
  let url: string;
  let source: DataSource;

  beforeAll(async () => {
    url = await makeEmptyDatabase();
    source = await makeDataSource({ databaseUrl: url, databasePool: 2 }).initialize();
  });

  afterAll(async () => {
    await source.destroy();
    await dropDatabase(url);
  });

  it('go up, all the way down and up again to the same database', async () => {
    const names = await migrate(source, url);
    expect(names.length).toBeGreaterThan(0);
    const first = await shapeOf(url);
    for (const _ of names) await source.undoLastMigration();
    const empty = (await shapeOf(url)).filter((line) => !line.includes('migrations'));
    expect(empty).toEqual([]);
    expect(await migrate(source, url)).toEqual(names);
    expect(await shapeOf(url)).toEqual(first);
  });

  it('leave nothing that the entities say otherwise', async () => {
    expect((await pendingChanges(source)).up).toEqual([]);
  });

  it('are run before a new one is generated, which repeats none of them', async () => {
    const emptyUrl = await makeEmptyDatabase();
    const empty = await makeDataSource({ databaseUrl: emptyUrl, databasePool: 2 }).initialize();
    try {
      const path = await generateMigration(empty, emptyUrl, 'orders-again');
      if (path) rmSync(path);
      expect(path).toBeNull();
    } finally {
      await empty.destroy();
      await dropDatabase(emptyUrl);
    }
  });

  it('name every constraint and index, none by a generated hash', async () => {
    const names = (await shapeOf(url)).filter(
      (line) => /^(constraint|index)/.test(line) && !line.includes('migrations'),
    );
    for (const line of names) expect(line).not.toMatch(/(PK|FK|UQ|IDX|CHK|REL)_[0-9a-f]{10,}/);
  });

  it('run once when five instances start on an empty database', async () => {
    const empty = await makeEmptyDatabase();
    const sources = await Promise.all(
      [1, 2, 3, 4, 5].map(() => makeDataSource({ databaseUrl: empty, databasePool: 2 }).initialize()),
    );
    const applied = await Promise.all(sources.map((one) => migrate(one, empty)));
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    await Promise.all(sources.map((one) => one.destroy()));
    await dropDatabase(empty);
  });

  it('never synchronise', () => {
    expect(source.options).toMatchObject({ synchronize: false, migrationsRun: false, dropSchema: false });
  });
});
