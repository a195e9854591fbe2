import { onServer, template } from './servers';

/** Drops whatever this run has made. */
export default async function teardown(): Promise<void> {
  await onServer(async (server) => {
    const { rows } = await server.query<{ datname: string }>('SELECT datname FROM pg_database WHERE datname LIKE $1', [
      `${template()}%`,
    ]);
    for (const { datname } of rows) await server.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
  });
}
