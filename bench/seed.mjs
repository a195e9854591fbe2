import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Redis } from 'ioredis';

export const DATABASE = 'atrium_bench';
export const CATEGORIES = 50;
export const PRODUCTS = 10_000;
/** More than a run can sell. */
const STOCK = 100_000_000;

const DESCRIPTION = 'Sturdy, refillable and easy to clean; comes with a spare part and a two-year warranty.';

/** The id of the n-th product or category, made of a fixed time so that ids sort as they were made. */
const idOf = (prefix) => `format('${prefix}-%s-7000-8000-000000000000', lpad(to_hex(n), 4, '0'))::uuid`;

const FILL = [
  'BEGIN',
  `INSERT INTO categories (id, name, description)
     SELECT ${idOf('01930000')}, 'Category ' || n, 'Number ' || n || ' of ${CATEGORIES}.' FROM generate_series(1, ${CATEGORIES}) n`,
  `INSERT INTO products (id, sku, name, description, price_minor, currency, category_id, stock)
     SELECT ${idOf('01940000')}, 'BENCH-' || n, 'Product number ' || n, '${DESCRIPTION}', 100 + n * 7, 'USD', category.id, ${STOCK} + n % 40
     FROM generate_series(1, ${PRODUCTS}) n
     JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS at FROM categories) category ON category.at = n % ${CATEGORIES}`,
  `INSERT INTO stock_movements (id, product_id, delta, on_hand, reason)
     SELECT gen_random_uuid(), id, stock, stock, 'initial' FROM products WHERE stock > 0`,
  'COMMIT',
  'VACUUM ANALYZE',
];

/** The n-th product's id, 1-based. */
export const productId = (n) => `01940000-${n.toString(16).padStart(4, '0')}-7000-8000-000000000000`;

/** The same server, our own database. @throws Error when the address is that database already */
export function benchUrl(databaseUrl) {
  const url = new URL(databaseUrl);
  if (url.pathname === `/${DATABASE}`) throw new Error(`DATABASE_URL names ${DATABASE}, which the benchmark drops`);
  url.pathname = `/${DATABASE}`;
  return url.href;
}

/** Makes the database anew, empty. */
export async function createDatabase(databaseUrl) {
  await dropDatabase(databaseUrl);
  await queries(databaseUrl, [`CREATE DATABASE ${DATABASE}`]);
}

export function dropDatabase(databaseUrl) {
  return queries(databaseUrl, [`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`]);
}

/** Fills the migrated database. @param url of our own database */
export function fill(url) {
  return queries(url, FILL);
}

/** Waits until every event is delivered. @param url of our own database */
export async function delivered(url) {
  const open = 'SELECT count(*)::int AS count FROM outbox WHERE delivered_at IS NULL';
  while ((await queries(url, [open]))[0][0].count > 0) await sleep(100);
}

/** Writes down that every event is delivered, where nobody delivers. @param url of our own database */
export function dropEvents(url) {
  return queries(url, ['UPDATE outbox SET delivered_at = now() WHERE delivered_at IS NULL']);
}

/** Removes every key of the prefix. */
export async function clearRedis(redisUrl, prefix) {
  const redis = new Redis(redisUrl);
  for await (const keys of redis.scanStream({ match: `${prefix}:*`, count: 1000 })) {
    if (keys.length > 0) await redis.unlink(keys);
  }
  redis.disconnect();
}

/** Versions of the servers, for the report. */
export async function serverVersions(databaseUrl, redisUrl) {
  const [[{ server_version: postgres }]] = await queries(databaseUrl, ['SHOW server_version']);
  const redis = new Redis(redisUrl);
  const [, version] = /redis_version:(\S+)/.exec(await redis.info('server')) ?? [];
  redis.disconnect();
  return { postgres: postgres.split(' ')[0], redis: version };
}

/** The rows of each statement, one after the other on one connection. */
export async function queries(url, texts) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const answers = [];
    for (const text of texts) answers.push((await client.query(text)).rows);
    return answers;
  } finally {
    await client.end();
  }
}
