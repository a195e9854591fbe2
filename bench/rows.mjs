import { isDeepStrictEqual } from 'node:util';
import { Redis } from 'ioredis';
import { delivered, dropEvents, PRODUCTS, productId } from './seed.mjs';

/**
 * So many products and pages take turns, spread over the table. Atrium lets one load serve all who wait for the same thing;
 * a benchmark that asks for one thing alone would measure that, and not the query.
 */
const VARIED = 200;
const IDS = Array.from({ length: VARIED }, (_, n) => productId((n + 1) * (PRODUCTS / VARIED)));
const CURSORS = IDS.map((id) => Buffer.from(JSON.stringify(['-created_at', id])).toString('base64url'));
const PRODUCT_GETS = IDS.map((id) => ({ path: `/api/v1/products/${id}` }));
const LIST_GETS = CURSORS.map((cursor) => ({ path: `/api/v1/products?limit=20&cursor=${cursor}` }));
const QUERY = `query ($cursor: String!) {
  products(limit: 20, cursor: $cursor) { id sku name price currency stock inStock category { id name } }
}`;
const GRAPHQL_POSTS = CURSORS.map((cursor) => ({
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: QUERY, variables: { cursor } }),
}));

/** Two products each, in either order, so that carts meet. */
const ORDER_POSTS = IDS.map((id, n) => ({
  method: 'POST',
  path: '/api/v1/orders',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    items: [
      { product_id: id, quantity: 1 },
      { product_id: IDS[(n + 1 + (n % 7)) % VARIED], quantity: 2 },
    ],
    shipping_address: '12 Rue de la Paix, 75002 Paris',
  }),
}));

/**
 * The rows of the table. `atrium` says which of the two processes answers; `bare` maps a column's name to the prefix of the
 * path under which the bare server does the same. `prepare` answers headers that every request gets besides. `comparable`
 * leaves out what differs from answer to answer, `settle`
 * waits for what a round has left behind.
 */
export const ROWS = [
  {
    name: 'live',
    label: 'health, no work at all',
    requests: [{ path: '/health/live' }],
    atrium: 'cached',
    bare: { bare: '' },
  },
  { name: 'product-cached', label: 'product by id, cached', requests: PRODUCT_GETS, ...fromRedis() },
  { name: 'product', label: 'product by id', requests: PRODUCT_GETS, atrium: 'uncached', bare: { bare: '' } },
  { name: 'list-cached', label: '20 products, cached', requests: LIST_GETS, ...fromRedis() },
  { name: 'list', label: '20 products', requests: LIST_GETS, atrium: 'uncached', bare: { bare: '' } },
  {
    name: 'me',
    label: 'auth/me',
    requests: [{ path: '/api/v1/auth/me' }],
    atrium: 'cached',
    bare: { 'bare, token verified each time': '', 'bare, verified tokens remembered': '/remembered' },
    prepare: async ({ token }) => ({ authorization: `Bearer ${await token()}` }),
  },
  {
    name: 'graphql',
    label: 'GraphQL, 20 products with category',
    requests: GRAPHQL_POSTS,
    atrium: 'uncached',
    bare: { 'bare mercurius': '' },
  },
  {
    name: 'order',
    label: 'an order of two lines',
    requests: ORDER_POSTS,
    atrium: 'cached',
    bare: { bare: '' },
    prepare: async ({ token }) => ({ authorization: `Bearer ${await token()}` }),
    status: 201,
    // The events and mails of Atrium's orders are its own rounds' work, as far as those last, and never the bare server's.
    settle: ({ databaseUrl, role }) => (role === 'web' ? dropEvents(databaseUrl) : delivered(databaseUrl)),
    // Each is another order.
    comparable: ({ id, number, created_at, updated_at, items, ...rest }) => ({
      ...rest,
      items: items.map(({ id: line, ...item }) => item),
    }),
  },
];

/** Rows that are asked for together, and what is measured beside rows. */
export const GROUPS = { identity: [], search: [], shop: ['product-cached', 'product', 'list', 'graphql', 'order'] };

/**
 * The row's contenders, Atrium first, each with the requests it gets. Each is asked once for everything.
 * @throws Error when one does not answer 200 (or the row's `status`), or answers something else than Atrium
 */
export async function contendersOf(row, stage) {
  const added = (await row.prepare?.(stage)) ?? {};
  const contender = (name, { origin, pid }, prefix) => ({
    name,
    origin,
    pid,
    requests: row.requests.map(({ method = 'GET', path, headers, ...rest }) => ({
      method,
      path: prefix + path,
      headers: { ...headers, ...added },
      ...rest,
    })),
  });
  const atrium = contender('Atrium', stage[row.atrium], '');
  const bare = Object.entries(row.bare).map(([name, prefix]) => contender(name, stage.bare, prefix));
  const expected = await textsOf(atrium, row.status);
  await row.fillBare?.(stage, expected);
  for (const other of bare) {
    const given = await textsOf(other, row.status);
    given.forEach((text, index) => assertSame(expected[index], text, other.requests[index].path, row.comparable));
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
      await redis.mset(this.requests.flatMap(({ path }, index) => [`${prefix}:bare:${path}`, texts[index]]));
      redis.disconnect();
    },
  };
}

async function textsOf({ origin, requests }, status = 200) {
  const texts = [];
  for (const { path, ...request } of requests) {
    const response = await fetch(origin + path, request);
    const text = await response.text();
    if (response.status !== status) throw new Error(`${origin}${path} answered ${response.status}: ${text}`);
    texts.push(text);
  }
  return texts;
}

function assertSame(atrium, bare, path, comparable = (body) => body) {
  if (isDeepStrictEqual(comparable(JSON.parse(atrium)), comparable(JSON.parse(bare)))) return;
  throw new Error(`Atrium and the bare server answer differently to ${path}:\n${atrium}\n${bare}`);
}
