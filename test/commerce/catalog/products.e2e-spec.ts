import { TestApp, workerApp } from '../../support/app';
import type { Client } from '../../support/client';
import { byStatus, expectInvalid, expectProblem, NOBODY } from './support';

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

describe('products', () => {
  let t: TestApp;
  let admin: Client;
  let category: string;
  /** A valid input. */
  let input: Record<string, unknown>;
  beforeAll(async () => (t = await workerApp()));
  beforeEach(async () => {
    await t.reset();
    admin = (await t.make.admin()).client;
    category = (await t.make.category()).id;
    input = { name: 'Canvas', price: '5.99', category_id: category };
  });
  afterAll(() => t.stop());

  describe('create', () => {
    it('answers 201 with the product, which anyone then reads', async () => {
      const whole = { ...input, sku: 'ART-1101', description: 'On a frame.', currency: 'EUR', stock: 42 };
      const made = await admin.post('/products', whole);
      expect(made.status).toBe(201);
      expect(made.body).toEqual({
        ...whole,
        id: expect.stringMatching(UUID_V7),
        in_stock: true,
        created_at: expect.stringMatching(INSTANT),
        updated_at: expect.stringMatching(INSTANT),
      });
      const read = await t.client.get(`/products/${made.body.id}`);
      expect([read.status, read.text]).toEqual([200, made.text]);
    });

    it('fills in what is left out', async () => {
      const { body } = await admin.post('/products', input);
      expect(body).toMatchObject({ description: '', currency: 'USD', stock: 0, in_stock: false });
      expect(body.sku).toMatch(/^[0-9A-F]{12}$/);
      expect((await admin.post('/products', input)).body.sku).not.toBe(body.sku);
    });

    it('answers ids as it stores them, however they were written', async () => {
      const { body } = await admin.post('/products', { ...input, category_id: category.toUpperCase() });
      expect(body.category_id).toBe(category);
      expect((await t.client.get(`/products/${body.id.toUpperCase()}`)).body).toEqual(body);
    });

    it('refuses a SKU that is taken, in any case', async () => {
      await t.make.product({ sku: 'ART-1' });
      for (const sku of ['ART-1', 'art-1', 'Art-1']) {
        expectProblem(await admin.post('/products', { ...input, sku }), 409, 'sku_taken');
      }
    });

    it('gives one SKU to one of many who ask at once', async () => {
      const skus = Array.from({ length: 12 }, (_, index) => (index % 2 ? 'art-1' : 'ART-1'));
      const answers = await Promise.all(skus.map((sku) => admin.post('/products', { ...input, sku })));
      expect(byStatus(answers)).toEqual({ 201: 1, 409: 11 });
      expect((await t.client.get('/products')).body.count).toBe(1);
    });

    it('wants a category that is there', async () => {
      expectProblem(await admin.post('/products', { ...input, category_id: NOBODY }), 404, 'category_not_found');
      await admin.delete(`/categories/${category}`);
      expectProblem(await admin.post('/products', input), 404, 'category_not_found');
    });

    it.each([
      ['no name', { name: undefined }, 'name'],
      ['a blank name', { name: '  ' }, 'name'],
      ['a name of 201 characters', { name: 'x'.repeat(201) }, 'name'],
      ['a description of 5001 characters', { description: 'x'.repeat(5001) }, 'description'],
      ['no price', { price: undefined }, 'price'],
      ['a price that is null', { price: null }, 'price'],
      ['no category', { category_id: undefined }, 'category_id'],
      ['a category that is no id', { category_id: 'art' }, 'category_id'],
      ['a SKU with a space', { sku: 'ART 1' }, 'sku'],
      ['a SKU that begins with a dash', { sku: '-ART' }, 'sku'],
      ['an empty SKU', { sku: '' }, 'sku'],
      ['a SKU of 41 characters', { sku: 'x'.repeat(41) }, 'sku'],
      ['an unknown currency', { currency: 'XXQ' }, 'currency'],
      ['a currency in small letters', { currency: 'usd' }, 'currency'],
      ['a stock below zero', { stock: -1 }, 'stock'],
      ['half a piece', { stock: 0.5 }, 'stock'],
      ['a stock in text', { stock: '5' }, 'stock'],
      ['a stock beyond a billion', { stock: 1_000_000_001 }, 'stock'],
      ['a stock of 2^53', { stock: 2 ** 53 }, 'stock'],
      ['an unknown field', { discount: 5 }, 'discount'],
      ['in_stock, which follows from stock', { in_stock: true }, 'in_stock'],
      ['created_at', { created_at: '2026-01-01T00:00:00Z' }, 'created_at'],
      ['the amount in minor units', { price_minor: 1 }, 'price_minor'],
    ])('refuses %s', async (_, change, field) => {
      expectInvalid(await admin.post('/products', { ...input, ...change }), field);
      expect((await t.client.get('/products')).body.count).toBe(0);
    });

    it('names every field that is wrong', async () => {
      const { body } = await admin.post('/products', { price: 'x', stock: -1, color: 'red' });
      const fields = body.errors.map((one: { field: string }) => one.field);
      expect(fields.sort()).toEqual(['category_id', 'color', 'name', 'price', 'stock']);
    });
  });

  describe('money', () => {
    const priced = async (json: string, currency = 'USD') =>
      admin.post('/products', `{"name":"Canvas","category_id":"${category}","currency":"${currency}","price":${json}}`);

    it.each([
      ['"5.99"', 'USD', '5.99'],
      ['5.99', 'USD', '5.99'],
      ['0', 'USD', '0.00'],
      ['"0.1"', 'USD', '0.10'],
      ['0.1', 'USD', '0.10'],
      ['5', 'USD', '5.00'],
      ['"5.9900"', 'USD', '5.99'],
      ['"007.50"', 'USD', '7.50'],
      ['4.35', 'USD', '4.35'],
      ['1.005e2', 'USD', '100.50'],
      ['999999999999.99', 'USD', '999999999999.99'],
      ['"999999999999.99"', 'USD', '999999999999.99'],
      ['1980', 'JPY', '1980'],
      ['"1980.0"', 'JPY', '1980'],
      ['"1.234"', 'KWD', '1.234'],
    ])('takes %s %s as "%s" and keeps it exactly', async (json, currency, price) => {
      const { status, body } = await priced(json, currency);
      expect([status, body.price, body.currency]).toEqual([201, price, currency]);
      expect((await t.client.get(`/products/${body.id}`)).body.price).toBe(price);
    });

    it.each([
      ['-1', 'USD'],
      ['"-0.01"', 'USD'],
      ['1e309', 'USD'],
      ['"1e3"', 'USD'],
      ['9007199254740992', 'USD'],
      ['"9007199254740993"', 'USD'],
      ['5.999', 'USD'],
      ['"0.0000000001"', 'USD'],
      ['1e-7', 'USD'],
      ['0.30000000000000004', 'USD'],
      ['19.5', 'JPY'],
      ['"1.2345"', 'KWD'],
      ['"5,99"', 'USD'],
      ['"5."', 'USD'],
      ['".5"', 'USD'],
      ['" 5"', 'USD'],
      ['"+5"', 'USD'],
      ['"0x10"', 'USD'],
      ['"NaN"', 'USD'],
      ['"٥"', 'USD'],
      ['""', 'USD'],
      ['true', 'USD'],
      ['["5"]', 'USD'],
      ['{"amount":5}', 'USD'],
    ])('refuses %s %s', async (json, currency) => {
      expectInvalid(await priced(json, currency), 'price', 'money');
    });

    it('keeps the amount when only the currency changes, if that has so many digits', async () => {
      const { id } = await t.make.product({ priceMinor: 1250 });
      expect((await admin.patch(`/products/${id}`, { currency: 'KWD' })).body.price).toBe('12.500');
      expectInvalid(await admin.patch(`/products/${id}`, { currency: 'JPY' }), 'price', 'money');
      expect((await admin.patch(`/products/${id}`, { currency: 'JPY', price: 13 })).body).toMatchObject({
        price: '13',
      });
    });
  });

  describe('PUT', () => {
    it('replaces all: what is left out gets its default, but the SKU stays', async () => {
      const old = { sku: 'ART-1', description: 'Old.', stock: 9, currency: 'EUR' };
      const { id } = await t.make.product({ ...old, categoryId: category });
      const before = (await t.client.get(`/products/${id}`)).body;
      const put = await admin.put(`/products/${id}`, { ...input, name: 'New' });
      expect(put.status).toBe(200);
      expect(put.body).toEqual({
        ...before,
        ...input,
        name: 'New',
        description: '',
        currency: 'USD',
        stock: 0,
        in_stock: false,
        updated_at: expect.stringMatching(INSTANT),
      });
      expect(Date.parse(put.body.updated_at)).toBeGreaterThan(Date.parse(before.updated_at));
      expect((await t.client.get(`/products/${id}`)).text).toBe(put.text);
    });

    it.each(['name', 'price', 'category_id'])('wants %s', async (field) => {
      const { id } = await t.make.product();
      expectInvalid(await admin.put(`/products/${id}`, { ...input, [field]: undefined }), field);
    });
  });

  describe('PATCH', () => {
    it('changes what is given and nothing else', async () => {
      const { id } = await t.make.product({ description: 'Old.', stock: 9, categoryId: category });
      let expected = (await t.client.get(`/products/${id}`)).body;
      const changes = [{ name: 'New' }, { price: 1 }, { stock: 0 }, { sku: 'NEW-1' }, { description: '' }];
      for (const change of [...changes, { category_id: (await t.make.category()).id }]) {
        const { status, body } = await admin.patch(`/products/${id}`, change);
        expected = { ...expected, ...change, updated_at: body.updated_at };
        if ('price' in change) expected.price = '1.00';
        if ('stock' in change) expected.in_stock = false;
        expect(status).toBe(200);
        expect(body).toEqual(expected);
        expect((await t.client.get(`/products/${id}`)).body).toEqual(expected);
      }
    });

    it('changes nothing when nothing is given', async () => {
      const { id } = await t.make.product();
      const before = await t.client.get(`/products/${id}`);
      expect((await admin.patch(`/products/${id}`, {})).text).toBe(before.text);
    });

    it.each([
      ['a name that is null', { name: null }, 'name'],
      ['an empty name', { name: '' }, 'name'],
      ['a price below zero', { price: -1 }, 'price'],
      ['an unknown field', { color: 'red' }, 'color'],
      ['another id', { id: NOBODY }, 'id'],
    ])('refuses %s', async (_, change, field) => {
      const { id } = await t.make.product();
      expectInvalid(await admin.patch(`/products/${id}`, change), field);
    });

    it('loses no change of another who changes something else', async () => {
      const { id } = await t.make.product({ stock: 1 });
      const changes = [{ name: 'New' }, { price: '7.00' }, { stock: 77 }, { description: 'New.' }, { sku: 'NEW' }];
      const answers = await Promise.all(changes.map((change) => admin.patch(`/products/${id}`, change)));
      expect(byStatus(answers)).toEqual({ 200: 5 });
      expect((await t.client.get(`/products/${id}`)).body).toMatchObject(Object.assign({}, ...changes));
    });
  });

  it('PUT and PATCH know the same conflicts', async () => {
    await t.make.product({ sku: 'TAKEN' });
    const { id } = await t.make.product({ sku: 'MINE' });
    for (const write of [admin.put, admin.patch].map((method) => method.bind(admin))) {
      expectProblem(await write(`/products/${id}`, { ...input, sku: 'taken' }), 409, 'sku_taken');
      expectProblem(await write(`/products/${id}`, { ...input, category_id: NOBODY }), 404, 'category_not_found');
      expectProblem(await write(`/products/${NOBODY}`, input), 404, 'product_not_found');
      expect((await write(`/products/${id}`, { ...input, sku: 'mine' })).body.sku).toBe('mine');
    }
  });

  describe('DELETE', () => {
    it('takes it out of the shop and keeps the row for the orders', async () => {
      const { id } = await t.make.product({ sku: 'ART-1', categoryId: category });
      const gone = await admin.delete(`/products/${id}`);
      expect([gone.status, gone.text]).toEqual([204, '']);
      expectProblem(await t.client.get(`/products/${id}`), 404, 'product_not_found');
      expectProblem(await t.client.get(`/products/${id}/check-stock`), 404, 'product_not_found');
      expectProblem(await admin.patch(`/products/${id}`, { name: 'New' }), 404, 'product_not_found');
      expectProblem(await admin.put(`/products/${id}/stock`, { stock: 1 }), 404, 'product_not_found');
      expectProblem(await admin.delete(`/products/${id}`), 404, 'product_not_found');
      expect((await t.client.get(`/products?category_id=${category}`)).body.items).toEqual([]);
      expect(await t.db.query('SELECT sku FROM products WHERE id = $1', [id])).toEqual([{ sku: 'ART-1' }]);
      expect((await admin.post('/products', { ...input, sku: 'art-1' })).status).toBe(201);
    });

    it('happens once when asked many times at once', async () => {
      const { id } = await t.make.product();
      const answers = await Promise.all(Array.from({ length: 8 }, () => admin.delete(`/products/${id}`)));
      expect(byStatus(answers)).toEqual({ 204: 1, 404: 7 });
    });
  });

  describe('stock', () => {
    it.each([
      [10, '', true, 1],
      [10, '?quantity=10', true, 10],
      [10, '?quantity=11', false, 11],
      [0, '', false, 1],
    ])('of %d answers check-stock%s by %s', async (stock, query, available, requested) => {
      const { id } = await t.make.product({ stock });
      const { status, body } = await t.client.get(`/products/${id}/check-stock${query}`);
      expect(status).toBe(200);
      expect(body).toEqual({ available, current_stock: stock, requested });
    });

    it.each(['0', '-1', '1.5', 'abc', '', '1000000001', '9007199254740992'])(
      'has no check of quantity=%s',
      async (quantity) => {
        const { id } = await t.make.product();
        expectInvalid(await t.client.get(`/products/${id}/check-stock?quantity=${quantity}`), 'quantity');
      },
    );

    it('is set from none to a billion, and says whether there is any', async () => {
      const { id } = await t.make.product();
      for (const [stock, inStock] of [
        [0, false],
        [1, true],
        [1_000_000_000, true],
      ] as const) {
        const { status, body } = await admin.put(`/products/${id}/stock`, { stock });
        expect([status, body.stock, body.in_stock]).toEqual([200, stock, inStock]);
        expect((await t.client.get(`/products/${id}`)).body.stock).toBe(stock);
        expect((await t.client.get(`/products/${id}/check-stock`)).body.current_stock).toBe(stock);
      }
    });

    it.each([[{}], [{ stock: -1 }], [{ stock: 1_000_000_001 }], [{ stock: 1.5 }], [{ stock: '1' }], [{ stock: null }]])(
      'is not set by %j',
      async (body) => {
        const { id } = await t.make.product();
        expectInvalid(await admin.put(`/products/${id}/stock`, body), 'stock');
      },
    );
  });

  it('is written by those who manage the catalogue only', async () => {
    const { id } = await t.make.product();
    const before = await t.client.get(`/products/${id}`);
    const writes: ((client: Client) => ReturnType<Client['get']>)[] = [
      (client) => client.post('/products', input),
      (client) => client.put(`/products/${id}`, input),
      (client) => client.patch(`/products/${id}`, { name: 'New' }),
      (client) => client.put(`/products/${id}/stock`, { stock: 1 }),
      (client) => client.delete(`/products/${id}`),
    ];
    const others = [
      t.make.person(),
      t.make.person({ roles: ['student'] }),
      t.make.person({ roles: ['teacher', 'finance'] }),
    ];
    for (const write of writes) {
      expectProblem(await write(t.client), 401, 'unauthenticated');
      expectProblem(await write(t.client.as('abc')), 401, 'unauthenticated');
      for (const other of others) expectProblem(await write((await other).client), 403, 'forbidden');
    }
    expect((await t.client.get(`/products/${id}`)).text).toBe(before.text);
    expect((await t.client.get('/products')).body.count).toBe(1);
  });

  it('tells nothing of one that never was, and refuses an id that is none', async () => {
    expectProblem(await t.client.get(`/products/${NOBODY}`), 404, 'product_not_found');
    expectProblem(await t.client.get(`/products/${NOBODY}/check-stock`), 404, 'product_not_found');
    expectProblem(await admin.put(`/products/${NOBODY}/stock`, { stock: 1 }), 404, 'product_not_found');
    expectProblem(await admin.delete(`/products/${NOBODY}`), 404, 'product_not_found');
    for (const id of ['1', '%00', `${NOBODY}0`, "'--"])
      expectInvalid(await t.client.get(`/products/${id}`), 'id', 'uuid');
  });
});
