import { Answer, Client } from '../support/client';
import { startApp, TestApp } from '../support/app';
import type { Person } from '../support/make';

/** Of every answer its own. */
const OWN = ['date', 'x-request-id', 'ratelimit-remaining', 'ratelimit-reset', 'x-cache', 'connection', 'keep-alive'];

const seen = ({ status, headers, body }: Answer) => ({
  status,
  headers: Object.fromEntries([...headers].filter(([name]) => !OWN.includes(name)).sort()),
  body:
    body && typeof body === 'object' && 'request_id' in body ? { ...body, request_id: 'its own' } : (body as unknown),
});

/** What is made anew each time is left out: ids and instants. */
const withoutOwn = (answer: object): unknown =>
  JSON.parse(
    JSON.stringify(answer).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'its own'),
  );

describe('the fast paths and their plain twins', () => {
  let fast: TestApp;
  let plain: TestApp;
  let admin: Person;
  let student: Person;
  let productId: string;

  beforeAll(async () => {
    fast = await startApp();
    plain = await startApp({ ...fast.env, FAST_PATHS: 'false' });
    [admin, student] = [await fast.make.admin(), await fast.make.person({ roles: ['student'] })];
    const category = await admin.client.post('/categories', { name: 'Globes "and" Maps \u2028' });
    const product = { sku: 'G-1', name: 'Globe', price: '20.00', category_id: category.body.id, stock: 3 };
    productId = (await admin.client.post('/products', product)).body.id;
  });
  afterAll(async () => {
    await plain.stop();
    await fast.stop();
  });

  const READS = [
    '/auth/me',
    '/users/me',
    '/users?limit=2',
    '/users?limit=none',
    '/categories',
    '/products?in_stock=true&sort=-price',
    '/products?unknown=1',
    '/products/not-an-id',
    '/products/0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a',
    '/orders',
    '/classrooms',
    '/grades',
    '/storage/files',
    '/chat/rooms',
    '/tasks',
    '/tasks/report/sources',
    '/gateway',
    '/admin/events',
    '/nothing/there',
  ];

  const asked = async (who: 'nobody' | 'student' | 'admin', call: (client: Client) => Promise<Answer>) => {
    const clientOf = (t: TestApp): Client =>
      who === 'nobody' ? t.client : t.client.with((who === 'admin' ? admin : student).client.given);
    // One after the other: the later one answers what the first has not changed.
    return [seen(await call(clientOf(fast))), seen(await call(clientOf(plain)))];
  };

  describe.each(['nobody', 'student', 'admin'] as const)('answer the same to %s', (who) => {
    it.each(READS)('for GET %s', async (path) => {
      const [one, other] = await asked(who, (client) => client.get(path));
      expect(one).toEqual(other);
    });

    it('for a product, and again with its tag', async () => {
      const [one, other] = await asked(who, (client) => client.get(`/products/${productId}`));
      expect(one).toEqual(other);
      const tag = { 'if-none-match': one.headers.etag };
      const [again, other2] = await asked(who, (client) => client.get(`/products/${productId}`, tag));
      expect(again.status).toBe(304);
      expect(again).toEqual(other2);
    });

    it.each([
      ['/orders?dry_run=true', () => ({ items: [{ product_id: productId, quantity: 2 }], shipping_address: 'Here' })],
      ['/orders?dry_run=true', () => ({ items: [{ product_id: productId, quantity: 9 }], shipping_address: 'Here' })],
      ['/orders', () => ({ items: [], surprise: 1 })],
      ['/categories', () => ({ name: '' })],
      ['/tasks/report', () => ({ report_type: 'custom', parameters: { dataset: 'none' } })],
      ['/classrooms', () => [1]],
    ])('for POST %s', async (path, body) => {
      const [one, other] = await asked(who, (client) => client.post(path, body()));
      expect(withoutOwn(one)).toEqual(withoutOwn(other));
    });
  });
});
