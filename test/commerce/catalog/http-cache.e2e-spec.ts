import { Redis } from '../../../src/core/data/redis';
import { newId } from '../../../src/core/kernel/runtime';
import { startApp, TestApp, workerApp } from '../../support/app';
import type { Answer, Client } from '../../support/client';
import { place } from '../orders/support';
import { within } from '../../support/within';
import { expectProblem, NOBODY, statementsOf } from './support';

const xCache = ({ headers }: Answer): string | null => headers.get('x-cache');

describe('the cache', () => {
  let t: TestApp;
  let other: TestApp;
  let admin: Client;
  beforeAll(async () => {
    t = await workerApp();
    other = await startApp(t.env);
    for (const { client } of [t, other]) await client.get('/products'); // the first read of a start believes nothing cached
  });
  beforeEach(async () => {
    await t.reset();
    admin = (await t.make.admin()).client;
  });
  afterAll(async () => {
    await other.stop();
    await t.stop();
  });

  /** Waits until the second instance answers so, at most the second it is allowed. */
  async function seenElsewhere(path: string, expected: (answer: Answer) => boolean): Promise<void> {
    await within(1000, () => other.client.get(path), expected);
  }

  it('answers the second read of everything, on any instance, with the very same text', async () => {
    const product = await t.make.product();
    const paths = [
      `/products/${product.id}`,
      `/categories/${product.categoryId}`,
      '/categories',
      '/categories?limit=1',
      '/products',
      '/products?sort=price&in_stock=true',
    ];
    for (const path of paths) {
      const first = await t.client.get(path);
      expect([path, xCache(first)]).toEqual([path, 'MISS']);
      for (const client of [t.client, other.client, admin]) {
        const again = await client.get(path);
        expect([path, xCache(again), again.text]).toEqual([path, 'HIT', first.text]);
      }
    }
  });

  it('does not keep what is not there, nor the books of the stock', async () => {
    for (let again = 0; again < 2; again++) {
      const missing = await t.client.get(`/products/${NOBODY}`);
      expect([missing.status, xCache(missing)]).toEqual([404, 'MISS']);
    }
    const { id } = await t.make.product();
    await t.client.get(`/products/${id}`);
    const check = await t.client.get(`/products/${id}/check-stock`);
    expect(xCache(check)).toBeNull();
  });

  it('shows the writer every write at once, and the other instance within a second', async () => {
    const { id, categoryId } = await t.make.product({ stock: 10 });
    const one = `/products/${id}`;
    const warm = async (): Promise<void> => {
      for (const { client } of [t, other]) {
        for (const path of [one, '/products', '/categories', `/categories/${categoryId}`]) await client.get(path);
      }
    };
    const set = (input: string) => `mutation { updateProduct(id: "${id}", input: ${input}) { id } }`;
    const writes: [() => Promise<Answer>, (body: any) => boolean][] = [
      [() => admin.patch(one, { name: 'Patched' }), (body) => body.name === 'Patched'],
      [() => admin.put(`${one}/stock`, { stock: 3 }), (body) => body.stock === 3],
      [() => admin.put(one, { name: 'Put', price: 1, category_id: categoryId }), (body) => body.name === 'Put'],
      [() => admin.graphql(set('{ name: "Graph" }')), (body) => body.name === 'Graph'],
      [
        () => admin.graphql(`mutation { updateProductStock(id: "${id.toUpperCase()}", stock: 8) { stock } }`),
        (body) => body.stock === 8,
      ],
    ];
    for (const [write, shows] of writes) {
      await warm();
      expect((await write()).status).toBe(200);
      const mine = await admin.get(one);
      expect([mine.body, shows(mine.body)]).toEqual([mine.body, true]);
      expect(shows((await admin.get('/products')).body.items[0])).toBe(true);
      await seenElsewhere(one, ({ body }) => shows(body));
      await seenElsewhere('/products', ({ body }) => shows(body.items[0]));
    }
    await warm();
    await admin.delete(one);
    expect((await admin.get(one)).status).toBe(404);
    expect((await admin.get('/products')).body.count).toBe(0);
    await seenElsewhere(one, ({ status }) => status === 404);
    await warm();
    await admin.put(`/categories/${categoryId}`, { name: 'Renamed' });
    expect((await admin.get(`/categories/${categoryId}`)).body.name).toBe('Renamed');
    expect((await admin.get('/categories')).body.items[0].name).toBe('Renamed');
    await seenElsewhere('/categories', ({ body }) => body.items[0].name === 'Renamed');
    await admin.delete(`/categories/${categoryId}`);
    expect((await admin.get(`/categories/${categoryId}`)).status).toBe(404);
    await seenElsewhere('/categories', ({ body }) => body.count === 0);
  });

  it('is not emptied by a write that fails', async () => {
    const { id } = await t.make.product();
    await t.client.get(`/products/${id}`);
    await admin.patch(`/products/${id}`, { category_id: NOBODY });
    expect(xCache(await t.client.get(`/products/${id}`))).toBe('HIT');
  });

  it.each(['/products/:id', '/products'])(
    'loads a cold %s at most twice for 500 who read at once',
    async (template) => {
      const { id } = await t.make.product();
      const path = template.replace(':id', id);
      let answers: Answer[] = [];
      const loads = await statementsOf(/FROM products/, async () => {
        answers = await Promise.all(Array.from({ length: 500 }, () => t.client.get(path)));
      });
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect(answers[0].status).toBe(200);
      expect(loads.length).toBeGreaterThan(0);
      expect(loads.length).toBeLessThanOrEqual(2);
    },
  );

  it('an order makes stale what shows its products, and nothing else', async () => {
    const sold = await t.make.product({ stock: 2 });
    const beside = await t.make.product({ stock: 2 });
    const buyer = (await t.make.person()).client;
    const cached = async (paths: readonly string[]): Promise<Record<string, string | null>> => {
      const answers = await Promise.all(paths.map((path) => other.client.get(path)));
      return Object.fromEntries(paths.map((path, index) => [path, xCache(answers[index])]));
    };
    const ofSold = `/products?category_id=${sold.categoryId.toUpperCase()}`;
    const shown = ['/products', ofSold, `${ofSold}&in_stock=true`, '/products?sort=name', `/products/${sold.id}`];
    const kept = [`/products?category_id=${beside.categoryId}`, '/products?limit=1', `/products/${beside.id}`];
    const byStock = ['/products?in_stock=false', `/products?category_id=${beside.categoryId}&in_stock=true`];
    const all = [...shown, ...kept, ...byStock];
    const verdicts = (paths: readonly string[], verdict: string) => Object.fromEntries(paths.map((p) => [p, verdict]));

    await cached(all);
    expect((await place(buyer, [sold.id, 1])).status).toBe(201);
    expect(await cached(all)).toEqual({ ...verdicts(shown, 'MISS'), ...verdicts([...kept, ...byStock], 'HIT') });
    expect((await other.client.get(ofSold)).body.items[0].stock).toBe(1);

    // Sold out, so it leaves one list by stock and enters another.
    const last = await place(buyer, [sold.id, 1]);
    expect(await cached(all)).toEqual({ ...verdicts([...shown, ...byStock], 'MISS'), ...verdicts(kept, 'HIT') });
    const idsOf = async (path: string) => (await other.client.get(path)).body.items.map(({ id }: { id: string }) => id);
    expect(await idsOf(`${ofSold}&in_stock=true`)).toEqual([]);
    expect(await idsOf('/products?in_stock=false')).toEqual([sold.id]);

    // And back, by the order that is cancelled.
    expect((await buyer.delete(`/orders/${last.body.id}`)).status).toBeLessThan(300);
    expect(await cached(all)).toEqual({ ...verdicts([...shown, ...byStock], 'MISS'), ...verdicts(kept, 'HIT') });
    expect(await idsOf(`${ofSold}&in_stock=true`)).toEqual([sold.id]);
    expect(await idsOf('/products?in_stock=false')).toEqual([]);
  });

  it('a product that moves to another category makes the lists of both stale, and of no third', async () => {
    const moved = await t.make.product();
    const there = await t.make.product();
    const third = await t.make.product();
    const [from, to, beside] = [moved, there, third].map(({ categoryId }) => `/products?category_id=${categoryId}`);
    for (const path of [from, to, beside]) await other.client.get(path);
    expect((await admin.patch(`/products/${moved.id}`, { category_id: there.categoryId })).status).toBe(200);
    expect((await other.client.get(from)).body.items).toEqual([]);
    expect((await other.client.get(to)).body.items).toHaveLength(2);
    expect(xCache(await other.client.get(beside))).toBe('HIT');
  });

  const SLOW = { 'a product': 'products.by-id', 'a list': 'products.page' };
  const slowLoads = (['the same instance', 'another'] as const).flatMap((where) =>
    (['a product', 'a list'] as const).flatMap((what) =>
      (['a change', 'an order'] as const).map((write) => [what, write, where] as const),
    ),
  );
  it.each(slowLoads)('does not keep what a slow load of %s read before %s by %s', async (what, write, where) => {
    const { id } = await t.make.product({ stock: 10 });
    const buyer = (await t.make.person()).client;
    const path = what === 'a list' ? '/products' : `/products/${id}`;
    const stockIn = ({ body }: Answer): number => (what === 'a list' ? body.items[0] : body).stock;
    const slow = where === 'another' ? other : t;
    const query = slow.db.query.bind(slow.db);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const loading = new Promise<void>((resolve) => {
      jest.spyOn(slow.db, 'query').mockImplementation(async (statement, values) => {
        const rows = await query(statement, values);
        if (typeof statement === 'object' && statement.name.startsWith(SLOW[what])) {
          resolve();
          await held;
        }
        return rows;
      });
    });
    try {
      const early = slow.client.get(path);
      await loading;
      jest.mocked(slow.db.query).mockRestore();
      if (write === 'an order') expect((await place(buyer, [id, 3])).status).toBe(201);
      else expect((await admin.put(`/products/${id}/stock`, { stock: 7 })).status).toBe(200);
      expect(stockIn(await slow.client.get(path))).toBe(7);
      release();
      expect(stockIn(await early)).toBe(10); // it asked before the change
      for (const { client } of [t, other, t]) expect(stockIn(await client.get(path))).toBe(7);
      expect(xCache(await slow.client.get(path))).toBe('HIT');
    } finally {
      release();
      jest.restoreAllMocks();
    }
  });

  it('keeps no list of a product that the release before has just changed', async () => {
    const product = await t.make.product();
    const tag = `${t.env.REDIS_PREFIX}:cache:tag:product:${product.id}`;
    await t.app.get(Redis).client.set(tag, newId());
    for (let n = 0; n < 2; n++) expect(xCache(await t.client.get('/products'))).toBe('MISS');
    await t.app.get(Redis).client.del(tag);
    await t.client.get('/products');
    expect(xCache(await t.client.get('/products'))).toBe('HIT');
  });

  it('is emptied by an admin, on all instances', async () => {
    const { id } = await t.make.product();
    await t.client.get(`/products/${id}`);
    expectProblem(await t.client.delete('/cache'), 401, 'unauthenticated');
    expectProblem(await (await t.make.person()).client.delete('/cache'), 403, 'forbidden');
    expect(xCache(await other.client.get(`/products/${id}`))).toBe('HIT');
    await t.db.execute(`UPDATE products SET name = 'Behind its back'`);
    expect((await t.client.get(`/products/${id}`)).body.name).not.toBe('Behind its back');
    const cleared = await admin.delete('/cache');
    expect([cleared.status, cleared.text]).toEqual([204, '']);
    for (const { client } of [other, t]) {
      expect((await client.get(`/products/${id}`)).body.name).toBe('Behind its back');
    }
  });
});

describe('ETag', () => {
  let t: TestApp;
  let admin: Client;
  let path: string;
  beforeAll(async () => (t = await workerApp()));
  beforeEach(async () => {
    await t.reset();
    admin = (await t.make.admin()).client;
    path = `/products/${(await t.make.product()).id}`;
  });
  afterAll(() => t.stop());

  const etagOf = async (target = path): Promise<string> => (await t.client.get(target)).headers.get('etag') as string;

  it('is strong, stays while nothing changes, and changes with any change', async () => {
    const first = await etagOf();
    expect(first).toMatch(/^"[\w-]{20,}"$/);
    expect(await etagOf()).toBe(first);
    await admin.delete('/cache');
    expect(await etagOf()).toBe(first);
    await admin.patch(path, { stock: 3 });
    const second = await etagOf();
    expect(second).not.toBe(first);
    const head = await t.client.call('HEAD', path);
    expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', second]);
  });

  it('is not given to what failed or was written', async () => {
    expect((await t.client.get(`/products/${NOBODY}`)).headers.get('etag')).toBeNull();
    expect((await t.client.get('/products?limit=0')).headers.get('etag')).toBeNull();
  });

  it('lets If-None-Match answer 304 without a body, with the headers of a 200', async () => {
    const whole = await t.client.get(path);
    const etag = whole.headers.get('etag') as string;
    for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, `"a",W/"b",${etag} , "c"`, '*']) {
      const answer = await t.client.get(path, { 'if-none-match': tags });
      expect([tags, answer.status, answer.text]).toEqual([tags, 304, '']);
      expect(answer.headers.get('content-type')).toBeNull();
      for (const name of ['etag', 'cache-control', 'vary', 'x-content-type-options', 'content-security-policy']) {
        expect([name, answer.headers.get(name)]).toEqual([name, whole.headers.get(name)]);
      }
      expect(answer.headers.get('x-request-id')).toBeTruthy();
      expect(xCache(answer)).toBe('HIT');
    }
  });

  it('answers whole when the tag is another, malformed or out of date', async () => {
    const etag = await etagOf();
    for (const tags of ['"other"', etag.replaceAll('"', ''), etag.slice(0, -2), 'W/"other"']) {
      const answer = await t.client.get(path, { 'if-none-match': tags });
      expect([tags, answer.status, answer.headers.get('etag')]).toEqual([tags, 200, etag]);
    }
    await admin.patch(path, { name: 'New' });
    const answer = await t.client.get(path, { 'if-none-match': etag });
    expect([answer.status, answer.body.name]).toEqual([200, 'New']);
  });

  it('guards a PATCH: of two with one tag the second is refused and changes nothing', async () => {
    const tag = { 'if-match': await etagOf() };
    expect((await admin.patch(path, { name: 'First' }, tag)).status).toBe(200);
    expectProblem(await admin.patch(path, { name: 'Second' }, tag), 412, 'precondition_failed');
    expect((await t.client.get(path)).body.name).toBe('First');
    expect((await admin.patch(path, { name: 'Third' }, { 'if-match': await etagOf() })).status).toBe(200);
  });

  it('lets one of many through who write at once with one tag', async () => {
    const tag = { 'if-match': await etagOf() };
    const names = Array.from({ length: 10 }, (_, index) => `Name ${index}`);
    const answers = await Promise.all(names.map((name) => admin.patch(path, { name }, tag)));
    const done = answers.filter(({ status }) => status === 200);
    expect(done).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(9);
    expect((await t.client.get(path)).text).toBe(done[0].text);
  });

  it('guards PUT of products and categories alike', async () => {
    const { category_id: categoryId } = (await t.client.get(path)).body;
    const targets: [string, Record<string, unknown>][] = [
      [path, { name: 'New', price: 1, category_id: categoryId }],
      [`/categories/${categoryId}`, { name: 'New' }],
    ];
    for (const [target, input] of targets) {
      const tag = { 'if-match': await etagOf(target) };
      expectProblem(await admin.put(target, input, { 'if-match': '"other"' }), 412, 'precondition_failed');
      expect((await admin.put(target, input, tag)).status).toBe(200);
      expectProblem(await admin.put(target, { ...input, name: 'Newer' }, tag), 412, 'precondition_failed');
      expect((await t.client.get(target)).body.name).toBe('New');
    }
  });

  it('takes a list of tags and *, and no weak tag (RFC 9110 section 13.1.1)', async () => {
    const change = async (tags: string) => (await admin.patch(path, { name: 'New' }, { 'if-match': tags })).status;
    expect(await change(`W/${await etagOf()}`)).toBe(412);
    expect(await change((await etagOf()).replaceAll('"', ''))).toBe(412);
    expect(await change('"a", "b"')).toBe(412);
    expect(await change(`"a", ${await etagOf()}`)).toBe(200);
    expect(await change('*')).toBe(200);
    expectProblem(await admin.patch(`/products/${NOBODY}`, {}, { 'if-match': '*' }), 404, 'product_not_found');
  });
});
