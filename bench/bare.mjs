/**
 * What Atrium is compared with: the same statements and the same Redis reads behind nothing but Fastify's own routing and
 * serialiser. No context, limits, log, metrics, ETag or security headers: the price of those is what the shares show.
 */
import { createHash, createPublicKey } from 'node:crypto';
import { createRequire } from 'node:module';
import Fastify from 'fastify';
import { Redis } from 'ioredis';
import jwt from 'jsonwebtoken';
import mercurius from 'mercurius';
import pg from 'pg';

const require = createRequire(import.meta.url);
const env = process.env;
const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: Number(env.DATABASE_POOL) });
const redis = new Redis(env.REDIS_URL);
const key = createPublicKey(env.VERIFYING_KEY);
const server = Fastify();

const PRODUCT_COLUMNS = `id, sku, name, description, price_minor AS "priceMinor", currency,
  category_id AS "categoryId", stock, created_at AS "createdAt", updated_at AS "updatedAt"`;
const PRODUCT = {
  name: 'product',
  text: `SELECT ${PRODUCT_COLUMNS} FROM products WHERE id = $1 AND deleted_at IS NULL`,
};
const PRODUCTS = {
  name: 'products',
  text: `SELECT ${PRODUCT_COLUMNS} FROM products WHERE deleted_at IS NULL AND id < $1::uuid
    ORDER BY id DESC LIMIT $2::int`,
};
const CATEGORIES = {
  name: 'categories',
  text: `SELECT id, name, description, created_at AS "createdAt", updated_at AS "updatedAt" FROM categories
    WHERE id = ANY ($1::uuid[]) AND deleted_at IS NULL`,
};
const USER = {
  name: 'user',
  text: `SELECT id, kind, email, email_verified_at IS NOT NULL AS email_verified, username, full_name, roles, permissions, locale, time_zone, is_active,
    card_brand, card_last4, created_at, updated_at FROM users WHERE id = $1`,
};

// Placing an order is more than a few lines: the very statements of the application, and its audit entry and event besides.
const { TAKE } = require('../dist/src/modules/commerce/catalog/stock-ledger.js');
const { INSERT } = require('../dist/src/modules/commerce/orders/order-writes.js');
const { newId } = require('../dist/src/core/kernel/runtime');
const { GRADE_COLUMNS } = require('../dist/src/modules/school/school/grades/grade-reads.js');
const GRADES = {
  name: 'grades',
  text: `SELECT ${GRADE_COLUMNS} FROM grades g WHERE g.deleted_at IS NULL AND true AND g.classroom_id = $1 ORDER BY g.id DESC LIMIT $2`,
};
const AUDIT = {
  name: 'audit',
  text: `INSERT INTO audit_entries (id, action, outcome, actor_id, session_id, target, client_ip, user_agent, request_id, facts)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};
const EVENT = {
  name: 'event',
  text: `INSERT INTO outbox (id, type, payload, delivered_at) VALUES ($1, $2, $3, now())`,
};

const string = { type: 'string' };
const integer = { type: 'integer' };
const boolean = { type: 'boolean' };
const time = { type: 'string', format: 'date-time' };
const nullable = { type: 'string', nullable: true };
const listOf = (items) => ({ type: 'array', items });
const answers = (schema) => ({ schema: { response: { 200: schema } } });
const object = (properties) => ({ type: 'object', properties });

const productSchema = object({
  id: string,
  sku: string,
  name: string,
  description: string,
  price: string,
  currency: string,
  category_id: string,
  stock: integer,
  in_stock: boolean,
  created_at: time,
  updated_at: time,
});
const pageSchema = object({ items: listOf(productSchema), count: integer, next_cursor: nullable });
const userSchema = object({
  id: string,
  kind: string,
  email: string,
  email_verified: boolean,
  username: nullable,
  full_name: string,
  roles: listOf(string),
  permissions: listOf(string),
  locale: string,
  time_zone: string,
  is_active: boolean,
  card: { ...object({ brand: string, last4: string }), nullable: true },
  created_at: time,
  updated_at: time,
});

const orderSchema = object({
  id: string,
  number: string,
  user_id: string,
  items: listOf(
    object({
      id: string,
      product_id: string,
      product_name: string,
      unit_price: string,
      quantity: integer,
      subtotal: string,
    }),
  ),
  total: string,
  currency: string,
  status: string,
  shipping_address: string,
  created_at: time,
  updated_at: time,
});

const gradeSchema = object({
  id: string,
  student_id: string,
  classroom_id: string,
  term_id: string,
  subject: string,
  assessment: nullable,
  score: { type: 'number' },
  weight: { type: 'number' },
  comments: string,
  version: integer,
  created_at: time,
  updated_at: time,
});
const gradePageSchema = object({ items: listOf(gradeSchema), count: integer, next_cursor: nullable });

const rowsOf = async (statement, values) => (await pool.query({ ...statement, values })).rows;
const priceOf = (row) => (Number(row.priceMinor) / 100).toFixed(2);
const productOf = ({ id, sku, name, description, currency, stock, ...row }) => ({
  id,
  sku,
  name,
  description,
  price: priceOf(row),
  currency,
  category_id: row.categoryId,
  stock,
  in_stock: stock > 0,
  created_at: row.createdAt,
  updated_at: row.updatedAt,
});

const rowsAfter = (cursor, limit) => {
  const [, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  return rowsOf(PRODUCTS, [id, limit + 1]);
};

async function page({ cursor: after, limit: text }) {
  const limit = Number(text);
  const rows = await rowsAfter(after, limit);
  const shown = rows.slice(0, limit);
  const cursor = () => Buffer.from(JSON.stringify(['-created_at', shown[limit - 1].id])).toString('base64url');
  return { items: shown.map(productOf), count: shown.length, next_cursor: rows.length > limit ? cursor() : null };
}

async function gradesOf({ classroom_id: classroomId, limit: text }) {
  const limit = Number(text);
  const rows = await rowsOf(GRADES, [classroomId, limit + 1]);
  const items = rows.slice(0, limit).map(gradeOf);
  const next = Buffer.from(JSON.stringify(['-id', items[limit - 1].id])).toString('base64url');
  return { items, count: items.length, next_cursor: rows.length > limit ? next : null };
}

const gradeOf = ({
  studentId,
  classroomId,
  termId,
  scoreHundredths,
  weightHundredths,
  createdAt,
  updatedAt,
  ...row
}) => ({
  ...row,
  student_id: studentId,
  classroom_id: classroomId,
  term_id: termId,
  score: scoreHundredths / 100,
  weight: weightHundredths / 100,
  created_at: createdAt,
  updated_at: updatedAt,
});

async function me(userId) {
  const [{ card_brand: brand, card_last4: last4, ...user }] = await rowsOf(USER, [userId]);
  return { ...user, card: brand ? { brand, last4 } : null };
}

/** The happy path only: one transaction on one connection. */
async function place({ items, shipping_address: address }, { sub: userId, sid }, request) {
  const id = newId();
  const client = await pool.connect();
  const run = async (statement, values) => (await client.query({ ...statement, values })).rows;
  try {
    await client.query('BEGIN');
    const wanted = items.toSorted((a, b) => (a.product_id < b.product_id ? -1 : 1));
    const products = wanted.map((item) => item.product_id);
    const quantities = wanted.map((item) => item.quantity);
    const sold = await run(TAKE, [products, quantities, wanted.map(newId), id, userId]);
    const byId = new Map(sold.map((product) => [product.id, product]));
    const lines = items.map(({ product_id, quantity }) => {
      const { name, priceMinor } = byId.get(product_id);
      return { id: newId(), product_id, name, price: Number(priceMinor), quantity, subtotal: priceMinor * quantity };
    });
    const total = lines.reduce((sum, { subtotal }) => sum + subtotal, 0);
    const columns = ['id', 'product_id', 'name', 'price', 'quantity', 'subtotal'];
    const [order] = await run(INSERT, [
      ...[id, userId, total, 'USD', address],
      ...columns.map((column) => lines.map((line) => line[column])),
      ...[newId(), userId],
    ]);
    const facts = JSON.stringify({ number: order.number });
    const asked = [request.ip, request.headers['user-agent'], request.id];
    await run(AUDIT, [newId(), 'orders.placed', 'success', userId, sid, `order:${id}`, ...asked, facts]);
    await run(EVENT, [newId(), 'orders.placed', JSON.stringify({ orderId: id, userId })]);
    await client.query('COMMIT');
    return {
      id,
      number: order.number,
      user_id: userId,
      items: lines.map((line) => ({
        id: line.id,
        product_id: line.product_id,
        product_name: line.name,
        unit_price: (line.price / 100).toFixed(2),
        quantity: line.quantity,
        subtotal: (line.subtotal / 100).toFixed(2),
      })),
      total: (total / 100).toFixed(2),
      currency: 'USD',
      status: 'pending',
      shipping_address: address,
      created_at: order.createdAt,
      updated_at: order.updatedAt,
    };
  } finally {
    client.release();
  }
}

const CHECKS = { algorithms: ['ES256'], audience: 'atrium', issuer: env.PUBLIC_URL };
const verify = (token) => jwt.verify(token, key, CHECKS);
const verified = new Map();

/** Verifies a token once, then knows it by its hash until it expires. */
function verifyOnce(token) {
  const hash = createHash('sha256').update(token).digest('base64');
  let claims = verified.get(hash);
  if (!claims) verified.set(hash, (claims = verify(token)));
  if (claims.exp * 1000 <= Date.now()) throw new Error('The token has expired');
  return claims;
}

const tokenOf = (request) => request.headers.authorization.slice('Bearer '.length);

server.get('/health/live', () => ({ status: 'live' }));
server.get('/api/v1/products', answers(pageSchema), (request) => page(request.query));
server.get('/api/v1/products/:id', answers(productSchema), async (request) => {
  const [row] = await rowsOf(PRODUCT, [request.params.id]);
  return productOf(row);
});
server.get('/api/v1/auth/me', answers(userSchema), (request) => me(verify(tokenOf(request)).sub));
server.get('/remembered/api/v1/auth/me', answers(userSchema), (request) => me(verifyOnce(tokenOf(request)).sub));
server.get('/api/v1/grades', answers(gradePageSchema), (request) => {
  verifyOnce(tokenOf(request));
  return gradesOf(request.query);
});
server.post('/api/v1/orders', { schema: { response: { 201: orderSchema } } }, async (request, reply) => {
  reply.code(201);
  return place(request.body, verifyOnce(tokenOf(request)), request);
});
// One GET of the text that bench/rows.mjs put there, sent as it is.
server.get('/cached/*', async (request, reply) => {
  const text = await redis.get(`${env.REDIS_PREFIX}:bare:${request.url.slice('/cached'.length)}`);
  return reply.type('application/json; charset=utf-8').send(text);
});
server.register(mercurius, {
  jit: 1,
  schema: `
    type Category { id: ID! name: String! }
    type Product { id: ID! sku: String! name: String! price: String! currency: String! stock: Int! inStock: Boolean! category: Category }
    type Query { products(limit: Int!, cursor: String!): [Product!]! }`,
  resolvers: {
    Query: {
      products: async (_, { cursor, limit }) => (await rowsAfter(cursor, limit)).slice(0, limit).map(graphqlOf),
    },
  },
  loaders: {
    Product: {
      category: async (queries) => {
        const ids = queries.map(({ obj }) => obj.categoryId);
        const rows = await rowsOf(CATEGORIES, [[...new Set(ids)]]);
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id) ?? null);
      },
    },
  },
});

function graphqlOf(row) {
  return { ...row, price: priceOf(row), inStock: row.stock > 0 };
}

process.once('SIGTERM', () => process.exit(0));
await server.listen({ port: Number(env.PORT), host: '127.0.0.1' });
