import { isDeepStrictEqual } from 'node:util';
import { Redis } from 'ioredis';
import { PRODUCTS, productId } from './seed.mjs';

/** So many products take turns, spread over the table. */
const VARIED = 200;
const PRODUCT_PATHS = Array.from(
  { length: VARIED },
  (_, n) => `/api/v1/products/${productId(1 + n * (PRODUCTS / VARIED))}`,
);
const LIST_PATH = '/api/v1/products?limit=20';
const QUERY = '{ products(limit: 20) { id sku name price currency stock inStock category { id name } } }';

/**
 * The rows of the table. `atrium` says which of the two processes answers; `bare` maps a column's name to the prefix of the
 * path under which the bare server does the same. `prepare` answers headers for every request of the row.
 */
export const ROWS = [
  { name: 'live', label: 'health, no work at all', paths: ['/health/live'], atrium: 'cached', bare: { bare: '' } },
  { name: 'product-cached', label: 'product by id, cached', paths: PRODUCT_PATHS, ...fromRedis() },
  { name: 'product', label: 'product by id', paths: PRODUCT_PATHS, atrium: 'uncached', bare: { bare: '' } },
  { name: 'list-cached', label: '20 products, cached', paths: [LIST_PATH], ...fromRedis() },
  { name: 'list', label: '20 products', paths: [LIST_PATH], atrium: 'uncached', bare: { bare: '' } },
  {
    name: 'me',
    label: 'auth/me',
    paths: ['/api/v1/auth/me'],
    atrium: 'cached',
    bare: { 'bare, token verified each time': '', 'bare, verified tokens remembered': '/remembered' },
    prepare: async ({ token }) => ({ authorization: `Bearer ${await token()}` }),
  },
  {
    name: 'graphql',
    label: 'GraphQL, 20 products with category',
    paths: ['/graphql'],
    atrium: 'uncached',
    bare: { 'bare mercurius': '' },
    method: 'POST',
    body: JSON.stringify({ query: QUERY }),
    prepare: () => ({ 'content-type': 'application/json' }),
  },
];

/**
 * The row's contenders, Atrium first, each with the requests it gets. Each is asked once for everything.
 * @throws Error when one does not answer 200, or answers something else than Atrium
 */
export async function contendersOf(row, stage) {
  const headers = (await row.prepare?.(stage)) ?? {};
  const request = (path) => ({ method: row.method ?? 'GET', path, headers, ...(row.body && { body: row.body }) });
  const contender = (name, origin, prefix) => ({
    name,
    origin,
    requests: row.paths.map((path) => request(prefix + path)),
  });
  const atrium = contender('Atrium', stage[row.atrium].origin, '');
  const bare = Object.entries(row.bare).map(([name, prefix]) => contender(name, stage.bare.origin, prefix));
  const expected = await textsOf(atrium);
  await row.fillBare?.(stage, expected);
  for (const other of bare) {
    const given = await textsOf(other);
    given.forEach((text, index) => assertSame(expected[index], text, other.requests[index].path));
  }
  return [atrium, ...bare];
}

/** Both from Redis: the bare server finds under its own key the very text Atrium answered with. */
function fromRedis() {
  return {
    atrium: 'cached',
    bare: { 'bare, one GET': '/cached' },
    async fillBare({ redis: { url, prefix } }, texts) {
      const redis = new Redis(url);
      await redis.mset(this.paths.flatMap((path, index) => [`${prefix}:bare:${path}`, texts[index]]));
      redis.disconnect();
    },
  };
}

async function textsOf({ origin, requests }) {
  const texts = [];
  for (const { path, ...request } of requests) {
    const response = await fetch(origin + path, request);
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${origin}${path} answered ${response.status}: ${text}`);
    texts.push(text);
  }
  return texts;
}

function assertSame(atrium, bare, path) {
  if (isDeepStrictEqual(JSON.parse(atrium), JSON.parse(bare))) return;
  throw new Error(`Atrium and the bare server answer differently to ${path}:\n${atrium}\n${bare}`);
}
