import { Client } from 'pg';
import { defineLock } from '../../src/core/data/database';
import { makeDataSource } from '../../src/core/data/database/data-source';
import { migrate } from '../../src/core/data/database/migrations';
import { onServer, template, urlOf } from './servers';

/** Of all jest workers one makes the template. */
const TEMPLATE_LOCK = defineLock('test.template');

let made = 0;

/** A migrated database for this test file, about 0.1 s. @returns its URL */
export async function makeDatabase(): Promise<string> {
  const name = `${template()}_${process.env.JEST_WORKER_ID}_${process.pid}_${Date.now().toString(36)}_${++made}`;
  await onServer(async (server) => {
    await TEMPLATE_LOCK.acquireInSession(server);
    await needTemplate(server);
    await server.query(`CREATE DATABASE "${name}" TEMPLATE "${template()}"`);
  });
  return urlOf(name);
}

/** A copy of a database of this run to which nobody is connected. @returns its URL */
export async function copyDatabase(url: string): Promise<string> {
  const name = `${template()}_copy_${process.pid}_${Date.now().toString(36)}_${++made}`;
  const source = new URL(url).pathname.slice(1);
  await onServer((server) => server.query(`CREATE DATABASE "${name}" TEMPLATE "${source}"`));
  return urlOf(name);
}

/** An empty database, not migrated. @returns its URL */
export async function makeEmptyDatabase(): Promise<string> {
  const name = `${template()}_empty_${process.pid}_${Date.now().toString(36)}_${++made}`;
  await onServer((server) => server.query(`CREATE DATABASE "${name}"`));
  return urlOf(name);
}

/** Drops a database of this run, whoever is still connected. */
export async function dropDatabase(url: string): Promise<void> {
  await onServer((server) => server.query(`DROP DATABASE IF EXISTS "${new URL(url).pathname.slice(1)}" WITH (FORCE)`));
}

/** The first test file of a run makes the template, by the migrations; the others copy it. */
async function needTemplate(server: Client): Promise<void> {
  const { rowCount } = await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [template()]);
  if (rowCount) return;
  const draft = `${template()}_draft_${process.pid}`;
  await server.query(`CREATE DATABASE "${draft}"`);
  const source = await makeDataSource({ databaseUrl: urlOf(draft), databasePool: 2 }).initialize();
  await migrate(source, urlOf(draft)).finally(() => source.destroy());
  await server.query(`ALTER DATABASE "${draft}" RENAME TO "${template()}"`);
}
