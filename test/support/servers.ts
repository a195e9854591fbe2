import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** Given by `npm test`: a server where databases can be made, and a Redis. */
export function servers(): { postgres: string; redis: string } {
  const { TEST_DATABASE_URL: postgres, TEST_REDIS_URL: redis } = process.env;
  if (!postgres || !redis) throw new Error('Run the tests by `npm test`, which brings Postgres and Redis');
  return { postgres, redis };
}

/** Name of this run's migrated template, and what every database of the run begins with. */
export const template = (): string => `atrium_test_${process.env.ATRIUM_TEST_RUN}`;

/** What the path of every application's files begins with in this run. */
export const dataDirs = (): string => join(tmpdir(), `atrium-test-${process.env.ATRIUM_TEST_RUN}`);

/** The address of another database on the same server. Refuses a name without `test`, so that no real one is hit. */
export function urlOf(database: string): string {
  if (!database.includes('test')) throw new Error(`${database} is no test database`);
  const url = new URL(servers().postgres);
  url.pathname = `/${database}`;
  return url.toString();
}

/** Works on the maintenance database. */
export async function onServer<T>(work: (server: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: servers().postgres });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
