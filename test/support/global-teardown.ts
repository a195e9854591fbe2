import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { dataDirs, onServer, template } from './servers';

/** Drops whatever this run has made. */
export default async function teardown(): Promise<void> {
  const folder = dirname(dataDirs());
  for (const name of readdirSync(folder).filter((one) => one.startsWith(basename(dataDirs()))))
    rmSync(join(folder, name), { recursive: true, force: true });
  await onServer(async (server) => {
    const { rows } = await server.query<{ datname: string }>('SELECT datname FROM pg_database WHERE datname LIKE $1', [
      `${template()}%`,
    ]);
    for (const { datname } of rows) await server.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
  });
}
