import { TestApp, workerApp } from '../../support/app';
import type { Client } from '../../support/client';
import { byStatus, expectInvalid, expectProblem, NOBODY, walk } from './support';

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

describe('categories', () => {
  let t: TestApp;
  let admin: Client;
  let user: Client;
  beforeAll(async () => (t = await workerApp()));
  beforeEach(async () => {
    await t.reset();
    admin = (await t.make.admin()).client;
    user = (await t.make.person()).client;
  });
  afterAll(() => t.stop());

  describe('create', () => {
    it('answers 201 with the category, which anyone then reads', async () => {
      const made = await admin.post('/categories', { name: 'Art Supplies', description: 'Paint and paper.' });
      expect(made.status).toBe(201);
      expect(made.body).toEqual({
        id: expect.stringMatching(UUID_V7),
        name: 'Art Supplies',
        description: 'Paint and paper.',
        created_at: expect.stringMatching(INSTANT),
        updated_at: expect.stringMatching(INSTANT),
      });
      const read = await t.client.get(`/categories/${made.body.id}`);
      expect(read.status).toBe(200);
      expect(read.body).toEqual(made.body);
    });

    it('takes an empty description when there is none', async () => {
      expect((await admin.post('/categories', { name: 'Books' })).body.description).toBe('');
    });

    it('refuses a name that is taken, in any case', async () => {
      await t.make.category({ name: 'Books' });
      for (const name of ['Books', 'BOOKS', 'bOOks']) {
        expectProblem(await admin.post('/categories', { name }), 409, 'category_name_taken');
      }
    });

    it('gives one name to one of many who ask at once', async () => {
      const names = Array.from({ length: 12 }, (_, index) => (index % 2 ? 'Music' : 'MUSIC'));
      const answers = await Promise.all(names.map((name) => admin.post('/categories', { name })));
      expect(byStatus(answers)).toEqual({ 201: 1, 409: 11 });
      expect((await t.client.get('/categories')).body.count).toBe(1);
    });

    it.each([
      ['no name', {}, 'name'],
      ['an empty name', { name: '' }, 'name'],
      ['a blank name', { name: ' \t ' }, 'name'],
      ['a name that is a number', { name: 7 }, 'name'],
      ['a name that is null', { name: null }, 'name'],
      ['a name of 121 characters', { name: 'x'.repeat(121) }, 'name'],
      ['a name with NUL', { name: 'a\0b' }, 'name'],
      ['half of a surrogate pair', { name: 'a\ud800b' }, 'name'],
      ['a description of 1001 characters', { name: 'Books', description: 'x'.repeat(1001) }, 'description'],
      ['an unknown field', { name: 'Books', color: 'red' }, 'color'],
      ['an id of its own', { name: 'Books', id: NOBODY }, 'id'],
      ['the name in camelCase of another field', { name: 'Books', createdAt: '2026-01-01T00:00:00Z' }, 'createdAt'],
    ])('refuses %s', async (_, body, field) => {
      expectInvalid(await admin.post('/categories', body), field);
      expect((await t.client.get('/categories')).body.count).toBe(0);
    });

    it('takes a name of 120 characters and any writing', async () => {
      for (const name of ['x'.repeat(120), 'Bücher & Hefte 📚', '書籍', `"'; DROP TABLE categories; --`]) {
        const { status, body } = await admin.post('/categories', { name });
        expect([status, body.name]).toEqual([201, name]);
      }
    });

    it('refuses what is no JSON object', async () => {
      expectProblem(await admin.post('/categories', '{"name":'), 400, 'malformed_json');
      expectProblem(await admin.post('/categories', []), 422, 'validation');
      const form = { 'content-type': 'application/x-www-form-urlencoded' };
      expectProblem(await admin.post('/categories', 'name=Books', form), 415, 'unsupported_media_type');
      expectProblem(
        await admin.post('/categories', 'Books', { 'content-type': 'text/plain' }),
        415,
        'unsupported_media_type',
      );
      expectProblem(await admin.post('/categories', { name: 'x'.repeat(1_100_000) }), 413, 'body_too_large');
    });
  });

  describe('replace', () => {
    it('sets the name, and the description to what is given or to nothing', async () => {
      const { id } = await t.make.category({ name: 'Books', description: 'To read.' });
      const before = (await t.client.get(`/categories/${id}`)).body;
      const put = await admin.put(`/categories/${id}`, { name: 'Novels' });
      expect(put.status).toBe(200);
      expect(put.body).toEqual({
        ...before,
        name: 'Novels',
        description: '',
        updated_at: expect.stringMatching(INSTANT),
      });
      expect(Date.parse(put.body.updated_at)).toBeGreaterThan(Date.parse(before.updated_at));
      expect((await t.client.get(`/categories/${id}`)).body).toEqual(put.body);
    });

    it('is whole or nothing: the name must be there', async () => {
      const { id } = await t.make.category();
      expectInvalid(await admin.put(`/categories/${id}`, { description: 'Only this.' }), 'name');
    });

    it('changes the case of its own name, and takes no other', async () => {
      const { id } = await t.make.category({ name: 'Books' });
      await t.make.category({ name: 'Music' });
      expect((await admin.put(`/categories/${id}`, { name: 'BOOKS' })).body.name).toBe('BOOKS');
      expectProblem(await admin.put(`/categories/${id}`, { name: 'music' }), 409, 'category_name_taken');
      expect((await t.client.get(`/categories/${id}`)).body.name).toBe('BOOKS');
    });

    it('has no PATCH', async () => {
      const { id } = await t.make.category();
      const answer = await admin.patch(`/categories/${id}`, { name: 'Books' });
      expectProblem(answer, 405, 'method_not_allowed');
      expect(answer.headers.get('allow')).toMatch(/DELETE.*GET.*PUT/);
    });
  });

  describe('delete', () => {
    it('answers 204 with nothing; then it is gone and its name is free', async () => {
      const { id } = await t.make.category({ name: 'Books' });
      const gone = await admin.delete(`/categories/${id}`);
      expect([gone.status, gone.text]).toEqual([204, '']);
      expectProblem(await t.client.get(`/categories/${id}`), 404, 'category_not_found');
      expectProblem(await admin.delete(`/categories/${id}`), 404, 'category_not_found');
      expectProblem(await admin.put(`/categories/${id}`, { name: 'Books' }), 404, 'category_not_found');
      expect((await t.client.get('/categories')).body.items).toEqual([]);
      expect((await admin.post('/categories', { name: 'BOOKS' })).status).toBe(201);
    });

    it('keeps one with products until the last is deleted', async () => {
      const category = await t.make.category();
      const product = await t.make.product({ categoryId: category.id });
      expectProblem(await admin.delete(`/categories/${category.id}`), 409, 'category_not_empty');
      expect((await t.client.get(`/categories/${category.id}`)).status).toBe(200);
      await admin.delete(`/products/${product.id}`);
      expect((await admin.delete(`/categories/${category.id}`)).status).toBe(204);
    });

    it('leaves no orphan when a product is made, or moved there, at the same moment', async () => {
      const elsewhere = await t.make.category();
      for (let round = 0; round < 25; round++) {
        const category = await t.make.category();
        const wanderer = await t.make.product({ categoryId: elsewhere.id });
        const calls = [
          () => admin.delete(`/categories/${category.id}`),
          () => admin.post('/products', { name: 'Late', price: '1.00', category_id: category.id }),
          () => admin.patch(`/products/${wanderer.id}`, { category_id: category.id }),
        ];
        if (round % 2) calls.reverse();
        const answers = await Promise.all(calls.map((call) => call()));
        expect(
          answers.map(({ status }) => status).filter((status) => ![200, 201, 204, 404, 409].includes(status)),
        ).toEqual([]);
      }
      const orphans = await t.db.query(
        `SELECT p.id FROM products p JOIN categories c ON c.id = p.category_id
         WHERE p.deleted_at IS NULL AND c.deleted_at IS NOT NULL`,
      );
      expect(orphans).toEqual([]);
    });
  });

  it('tells nothing of one that never was, and refuses an id that is none', async () => {
    expectProblem(await t.client.get(`/categories/${NOBODY}`), 404, 'category_not_found');
    expectProblem(await admin.put(`/categories/${NOBODY}`, { name: 'Books' }), 404, 'category_not_found');
    expectProblem(await admin.delete(`/categories/${NOBODY}`), 404, 'category_not_found');
    for (const id of ['1', 'null', `${NOBODY}0`, "'%20OR%201=1"]) {
      expectInvalid(await t.client.get(`/categories/${id}`), 'id', 'uuid');
    }
  });

  it('is written by those who manage the catalogue only', async () => {
    const { id, name } = await t.make.category();
    const writes: ((client: Client) => ReturnType<Client['get']>)[] = [
      (client) => client.post('/categories', { name: 'Books' }),
      (client) => client.put(`/categories/${id}`, { name: 'Books' }),
      (client) => client.delete(`/categories/${id}`),
    ];
    const manager = (await t.make.person({ permissions: ['manage_catalog'] })).client;
    for (const write of writes) {
      const anonymous = await write(t.client);
      expectProblem(anonymous, 401, 'unauthenticated');
      expect(anonymous.headers.get('www-authenticate')).toBe('Bearer');
      expectProblem(await write(user), 403, 'forbidden');
    }
    const { items } = (await t.client.get('/categories')).body;
    expect(items.map((one: { name: string }) => one.name)).toEqual([name]);
    for (const write of writes) expect((await write(manager)).status).toBeLessThan(500);
    expect((await t.client.get(`/categories/${id}`)).status).toBe(404);
  });

  describe('list', () => {
    it('is by name, with what the page says of itself', async () => {
      for (const name of ['Pears', 'Apples', 'Figs']) await t.make.category({ name });
      const { body } = await t.client.get('/categories?limit=2');
      expect(body.items.map((one: { name: string }) => one.name)).toEqual(['Apples', 'Figs']);
      expect(body).toEqual({ items: expect.any(Array), count: 2, next_cursor: expect.any(String) });
      const rest = (await t.client.get(`/categories?limit=2&cursor=${body.next_cursor}`)).body;
      expect(rest).toEqual({ items: [expect.objectContaining({ name: 'Pears' })], count: 1, next_cursor: null });
    });

    it('has an empty page when there is nothing', async () => {
      expect((await t.client.get('/categories')).body).toEqual({ items: [], count: 0, next_cursor: null });
    });

    it('ends without a cursor when the last page is full, and shows 20 unless told', async () => {
      for (let index = 0; index < 21; index++) await t.make.category();
      expect((await t.client.get('/categories')).body.count).toBe(20);
      expect((await t.client.get('/categories?limit=21')).body.next_cursor).toBeNull();
      expect((await t.client.get('/categories?limit=100')).body.count).toBe(21);
    });

    it('pages through all exactly once while others are added', async () => {
      const names = Array.from({ length: 9 }, (_, index) => `M${index}`);
      for (const name of names) await t.make.category({ name });
      let added = 0;
      const add = () => admin.post('/categories', { name: `A${added++}` }); // before every cursor
      const seen = await walk(t.client, '/categories?limit=2', add);
      expect(added).toBeGreaterThan(2);
      expect(seen.map((one) => one.name)).toEqual(names);
    });

    it('pages through names of any writing and length', async () => {
      const names = [...'ねこ語"\\𝒳'].map((letter) => letter.repeat(120).slice(0, 120));
      for (const name of names) await t.make.category({ name });
      const seen = await walk(t.client, '/categories?limit=1');
      expect(seen.map((one) => one.name).sort()).toEqual(names.sort());
    });

    it.each(['0', '-1', '101', '1e9', 'abc', '1.5', '', '%20', '1&limit=2'])('refuses limit=%s', async (limit) => {
      expectInvalid(await t.client.get(`/categories?limit=${limit}`), 'limit');
    });

    it('refuses a broken cursor, and any unknown word', async () => {
      const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const cursors = ['x', '%00', forged({}), forged(null), forged(['name']), forged(['name', 7, NOBODY])];
      cursors.push(forged(['name', 'a\0b', NOBODY]), forged(['name', 'a', 'no-id']), forged(['price', 'a', NOBODY]));
      for (const cursor of cursors) expectInvalid(await t.client.get(`/categories?cursor=${cursor}`), 'cursor');
      expectInvalid(await t.client.get('/categories?page=2'), 'page', 'unknown');
      expectInvalid(await t.client.get('/categories?__proto__=2'), '__proto__', 'unknown');
    });
  });
});
