import { TestApp, workerApp } from '../support/app';
import { Answer, Client } from '../support/client';
import { ProductsService } from '../../src/modules/commerce/catalog';
import { byStatus, expectProblem, NOBODY } from '../commerce/catalog/support';

const replayed = ({ headers }: Answer): string | null => headers.get('idempotency-replayed');

describe('Idempotency-Key', () => {
  let t: TestApp;
  let admin: Client;
  let category: string;
  let input: Record<string, unknown>;
  let counter = 0;
  beforeAll(async () => (t = await workerApp()));
  beforeEach(async () => {
    await t.reset();
    admin = (await t.make.admin()).client;
    category = (await t.make.category()).id;
    input = { name: 'Canvas', price: '5.99', category_id: category };
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => t.stop());

  const newKey = (): Record<string, string> => ({ 'idempotency-key': `key-${++counter}` });
  const rows = async (table = 'products'): Promise<number> =>
    Number((await t.db.query(`SELECT count(*) FROM ${table} WHERE deleted_at IS NULL`))[0].count);

  describe('on REST', () => {
    it('gives the first answer again, byte for byte, and has one effect', async () => {
      const key = newKey();
      const first = await admin.post('/products', input, key);
      expect([first.status, replayed(first)]).toEqual([201, null]);
      for (let again = 0; again < 2; again++) {
        const answer = await admin.post('/products', input, key);
        expect([answer.status, answer.text, replayed(answer)]).toEqual([201, first.text, 'true']);
        expect(answer.headers.get('content-type')).toBe(first.headers.get('content-type'));
      }
      expect(await rows()).toBe(1);
    });

    it('without one, or with another, is another call', async () => {
      for (const headers of [{}, {}, newKey(), newKey()]) await admin.post('/products', input, headers);
      expect(await rows()).toBe(4);
    });

    it('gives the first answer even when the thing has changed since', async () => {
      const key = newKey();
      const first = await admin.post('/products', input, key);
      await admin.patch(`/products/${first.body.id}`, { name: 'New' });
      await admin.delete(`/products/${first.body.id}`);
      expect((await admin.post('/products', input, key)).text).toBe(first.text);
      expect(await rows()).toBe(0);
    });

    it('sent 50 times at once has one effect; the answers are that one or 409', async () => {
      const key = newKey();
      const fifty = <T>(call: () => Promise<T>) => Promise.all(Array.from({ length: 50 }, call));
      await fifty(() => t.db.query('SELECT pg_sleep(0.01)')); // so that the pool is full, and they do run at once
      const answers = await fifty(() => admin.post('/products', input, key));
      const { 201: done, 409: early = 0 } = byStatus(answers);
      expect(done + early).toBe(50);
      expect(new Set(answers.filter(({ status }) => status === 201).map(({ text }) => text)).size).toBe(1);
      for (const answer of answers.filter(({ status }) => status === 409)) expectProblem(answer, 409, 'in_progress');
      expect(answers.filter((answer) => answer.status === 201 && !replayed(answer))).toHaveLength(1);
      expect(await rows()).toBe(1);
    });

    it('while the first still runs is 409 in_progress, and afterwards its answer', async () => {
      const key = newKey();
      let first: Promise<Answer> | undefined;
      await t.db.transaction(async () => {
        await t.db.query('SELECT 1 FROM categories WHERE id = $1 FOR UPDATE', [category]);
        first = admin.post('/products', input, key);
        const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        while ((await t.db.query(waiting)).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
        expectProblem(await admin.post('/products', input, key), 409, 'in_progress');
      });
      const answer = (await first) as Answer;
      expect(answer.status).toBe(201);
      expect((await admin.post('/products', input, key)).text).toBe(answer.text);
    });

    it('with another body, query or If-Match is refused, and does nothing', async () => {
      const key = newKey();
      const { body } = await admin.post('/products', input, key);
      expectProblem(await admin.post('/products', { ...input, name: 'Other' }, key), 422, 'idempotency_key_reused');
      expectProblem(await admin.post('/products?a=1', input, key), 422, 'idempotency_key_reused');
      const patch = newKey();
      await admin.patch(`/products/${body.id}`, { name: 'New' }, patch);
      const guarded = { ...patch, 'if-match': '"other"' };
      expectProblem(await admin.patch(`/products/${body.id}`, { name: 'New' }, guarded), 422, 'idempotency_key_reused');
      expect(await rows()).toBe(1);
    });

    it('belongs to one caller and one operation', async () => {
      const key = newKey();
      const other = (await t.make.admin()).client;
      const answers = [await admin.post('/products', input, key), await other.post('/products', input, key)];
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      expect(answers[0].body.id).not.toBe(answers[1].body.id);
      expect((await admin.post('/categories', { name: 'Books' }, key)).status).toBe(201);
      expect((await admin.put(`/products/${answers[0].body.id}`, input, key)).status).toBe(200);
    });

    it('of an admin gives nothing to who has not the right', async () => {
      const key = newKey();
      await admin.post('/products', input, key);
      expectProblem(await t.client.post('/products', input, key), 401, 'unauthenticated');
      expectProblem(await (await t.make.person()).client.post('/products', input, key), 403, 'forbidden');
    });

    it.each([
      ['a conflict', () => ({ sku: 'TAKEN' }), 409, 'sku_taken'],
      ['a missing thing', () => ({ category_id: NOBODY }), 404, 'category_not_found'],
      ['a wrong input', () => ({ price: -1 }), 422, 'validation'],
    ])('repeats %s as it was, even when the cause is gone', async (_, change, status, code) => {
      const key = newKey();
      const taken = await t.make.product({ sku: 'TAKEN' });
      const body = { ...input, ...change() };
      const first = await admin.post('/products', body, key);
      expectProblem(first, status, code);
      expect(replayed(first)).toBeNull();
      await admin.delete(`/products/${taken.id}`);
      const again = await admin.post('/products', body, key);
      expectProblem(again, status, code);
      expect({ ...again.body, request_id: '' }).toEqual({ ...first.body, request_id: '' });
      expect(replayed(again)).toBe('true');
    });

    it('does not keep a fault of ours: the next try runs', async () => {
      const key = newKey();
      const create = jest.spyOn(t.app.get(ProductsService), 'create');
      create.mockRejectedValueOnce(new Error('boom with secret'));
      const failed = await admin.post('/products', input, key);
      expectProblem(failed, 500, 'internal');
      expect(failed.text).not.toContain('boom');
      const done = await admin.post('/products', input, key);
      expect([done.status, replayed(done)]).toEqual([201, null]);
      expect(await rows()).toBe(1);
    });

    it('undoes all of a call that failed, however late', async () => {
      const key = newKey();
      const products = t.app.get(ProductsService);
      const create = products.create.bind(products);
      jest.spyOn(products, 'create').mockImplementationOnce(async (one) => {
        await create(one);
        throw new Error('after the insert');
      });
      expect((await admin.post('/products', input, key)).status).toBe(500);
      expect(await rows()).toBe(0);
      expect((await admin.post('/products', input, key)).status).toBe(201);
      expect((await t.client.get('/products')).body.count).toBe(1);
    });

    it('repeats an answer without a body', async () => {
      const { id } = await t.make.product();
      const key = newKey();
      const first = await admin.delete(`/products/${id}`, key);
      const again = await admin.delete(`/products/${id}`, key);
      expect([first, again].map(({ status, text }) => [status, text])).toEqual([
        [204, ''],
        [204, ''],
      ]);
      expect([replayed(first), replayed(again)]).toEqual([null, 'true']);
      expect((await admin.delete(`/products/${id}`, newKey())).status).toBe(404);
    });

    it('shows the writer the effect at once', async () => {
      const { id } = await t.make.product();
      await t.client.get(`/products/${id}`);
      await admin.patch(`/products/${id}`, { name: 'New' }, newKey());
      expect((await t.client.get(`/products/${id}`)).body.name).toBe('New');
    });

    it.each([
      ['of 10 KiB', 'x'.repeat(10_240)],
      ['of 256 characters', 'x'.repeat(256)],
      ['with spaces', 'a b'],
      ['with a tab', 'a\tb'],
      ['that is empty', ''],
      ['beyond ASCII', 'clé'],
    ])('%s is refused', async (_, key) => {
      const answer = await admin.post('/products', input, { 'idempotency-key': key });
      expectProblem(answer, 400, 'malformed_idempotency_key');
      expect(await rows()).toBe(0);
    });

    it('of 255 characters of any visible kind is good, and none matters to a GET', async () => {
      const key = { 'idempotency-key': `"';--${'~'.repeat(250)}` };
      const first = await admin.post('/products', input, key);
      expect((await admin.post('/products', input, key)).text).toBe(first.text);
      expect((await admin.get('/products', { 'idempotency-key': 'a b' })).status).toBe(200);
    });

    it('is forgotten when it has expired', async () => {
      const key = newKey();
      const first = await admin.post('/products', input, key);
      const [{ hours }] = await t.db.query(
        'SELECT extract(epoch FROM expires_at - now()) / 3600 AS hours FROM idempotency_keys',
      );
      expect(Number(hours)).toBeCloseTo(24, 1);
      await t.db.execute(`UPDATE idempotency_keys SET expires_at = now() - interval '1 second'`);
      const second = await admin.post('/products', { ...input, name: 'Other' }, key);
      expect([second.status, second.body.name, replayed(second)]).toEqual([201, 'Other', null]);
      expect(second.body.id).not.toBe(first.body.id);
      const third = await admin.post('/products', { ...input, name: 'Other' }, key);
      expect([third.text, replayed(third)]).toEqual([second.text, 'true']);
    });

    it('keeps no readable text of the call or its answer', async () => {
      const secret = 'Canvas-4711-plain';
      await admin.post('/products', { ...input, name: secret }, newKey());
      const kept = await t.db.query('SELECT answer, input_hash, row_to_json(k)::text AS whole FROM idempotency_keys k');
      expect(kept).toHaveLength(1);
      const [{ answer, input_hash: hash, whole }] = kept;
      for (const text of [answer.toString('latin1'), hash.toString('latin1'), whole]) {
        expect(text).not.toMatch(/Canvas|5\.99|price/);
      }
      expect(hash).toHaveLength(32);
    });
  });

  describe('on GraphQL mutations', () => {
    const create = (alias: string, name: string) =>
      `${alias}: createCategory(input: { name: "${name}" }) { id name createdAt }`;

    it('gives the first answer again, and has one effect', async () => {
      const key = newKey();
      const document = `mutation { ${create('a', 'Art')} }`;
      const first = await admin.graphql(document, {}, key);
      const again = await admin.graphql(document, {}, key);
      expect(first.body.data.a.name).toBe('Art');
      expect([again.status, again.text]).toEqual([first.status, first.text]);
      expect([replayed(first), replayed(again)]).toEqual([null, 'true']);
      expect(await rows('categories')).toBe(2);
    });

    it('means both of two equal mutations in one document, each once', async () => {
      const key = newKey();
      const one = (alias: string) =>
        `${alias}: createProduct(input: { name: "N", price: 1, categoryId: "${category}" }) { id }`;
      const document = `mutation { ${one('a')} ${one('b')} }`;
      const first = await admin.graphql(document, {}, key);
      expect(first.body.data.a.id).not.toBe(first.body.data.b.id);
      expect((await admin.graphql(document, {}, key)).text).toBe(first.text);
      expect(await rows()).toBe(2);
    });

    it('repeats true', async () => {
      const { id } = await t.make.product();
      const key = newKey();
      for (let again = 0; again < 2; again++) {
        const { body } = await admin.graphql(`mutation { deleteProduct(id: "${id}") }`, {}, key);
        expect(body).toEqual({ data: { deleteProduct: true } });
      }
      const other = await admin.graphql(`mutation { deleteProduct(id: "${id}") }`, {}, newKey());
      expect(other.body.errors?.[0].extensions.code).toBe('product_not_found');
    });

    it('repeats an error as it was, and refuses another input and a bad key', async () => {
      const key = newKey();
      const { name, id } = await t.make.category();
      const code = async (text: string, headers = key) =>
        (await admin.graphql(`mutation { ${text} }`, {}, headers)).body.errors?.[0].extensions.code;
      expect(await code(create('a', name))).toBe('category_name_taken');
      await admin.delete(`/categories/${id}`);
      expect(await code(create('a', name))).toBe('category_name_taken');
      expect(await code(create('a', 'Other'))).toBe('idempotency_key_reused');
      expect(await code(create('a', 'Other'), { 'idempotency-key': 'a b' })).toBe('malformed_idempotency_key');
      expect(await rows('categories')).toBe(1);
    });

    it('sent 50 times at once has one effect', async () => {
      const key = newKey();
      const document = `mutation { createProduct(input: { name: "N", price: 1, categoryId: "${category}" }) { id } }`;
      const answers = await Promise.all(Array.from({ length: 50 }, () => admin.graphql(document, {}, key)));
      const ids = new Set(answers.filter(({ body }) => body.data).map(({ body }) => body.data.createProduct.id));
      const codes = new Set(answers.flatMap(({ body }) => body.errors ?? []).map(({ extensions }) => extensions.code));
      expect(ids.size).toBe(1);
      codes.delete('in_progress');
      expect([...codes]).toEqual([]);
      expect(await rows()).toBe(1);
    });
  });

  it('leaves connections for what a failing call writes beside its transaction', async () => {
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        t.client.post(
          '/auth/login',
          { email: `nobody${index}@example.com`, password: 'Wrong-Day-42' },
          { 'idempotency-key': `login-${index}` },
        ),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
  });
});
