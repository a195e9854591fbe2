import { TestApp, workerApp } from '../../support/app';
import type { Client } from '../../support/client';
import { expectInvalid, NOBODY, walk } from './support';

const SORTS = ['created_at', '-created_at', 'name', '-name', 'price', '-price'];

describe('the list of products', () => {
  let t: TestApp;
  let category: string;
  beforeAll(async () => (t = await workerApp()));
  beforeEach(async () => {
    await t.reset();
    category = (await t.make.category()).id;
  });
  afterAll(() => t.stop());

  const skus = async (query: string): Promise<string[]> => {
    const { status, body } = await t.client.get(`/products?${query}`);
    expect(status).toBe(200);
    return body.items.map((one: { sku: string }) => one.sku);
  };

  describe('filters', () => {
    beforeEach(async () => {
      const rows: [string, number, number, boolean][] = [
        ['A', 100, 0, true],
        ['B', 500, 3, true],
        ['C', 500, 0, false],
        ['D', 900, 7, false],
        ['E', 901, 1, true],
      ];
      const other = (await t.make.category()).id;
      for (const [sku, priceMinor, stock, here] of rows) {
        await t.make.product({ sku, priceMinor, stock, categoryId: here ? category : other });
      }
    });

    it.each([
      ['', 'EDCBA'],
      ['in_stock=true', 'EDB'],
      ['in_stock=false', 'CA'],
      ['min_price=5', 'EDCB'],
      ['min_price=5.01', 'ED'],
      ['max_price=5.00', 'CBA'],
      ['max_price=0', ''],
      ['min_price=5&max_price=9', 'DCB'],
      ['min_price=9&max_price=5', ''],
      ['in_stock=true&min_price=5&max_price=9&sort=price', 'BD'],
    ])('%s', async (query, expected) => {
      expect((await skus(query)).join('')).toBe(expected);
    });

    it('by category, alone and with all others', async () => {
      expect(await skus(`category_id=${category}`)).toEqual(['E', 'B', 'A']);
      expect(await skus(`category_id=${category.toUpperCase()}`)).toEqual(['E', 'B', 'A']);
      expect(await skus(`category_id=${category}&in_stock=true&max_price=9&min_price=1&sort=name`)).toEqual(['B']);
      expect(await skus(`category_id=${NOBODY}`)).toEqual([]);
    });

    it('refuses what it cannot understand', async () => {
      const wrong = [
        'in_stock=1',
        'in_stock=yes',
        'in_stock=',
        'category_id=art',
        'sort=stock',
        'sort=',
        'sort=price,name',
      ];
      wrong.push(
        'min_price=-1',
        'min_price=abc',
        'max_price=1e3',
        'max_price=',
        'max_price=5.001',
        'sort=price;DROP',
        'page=1',
      );
      wrong.push(
        'limit=0',
        'limit=-1',
        'limit=101',
        'limit=1e9',
        'limit=1000000000',
        'limit=abc',
        'offset=1',
        'offset=1e12',
        'sort=name&sort=price',
        'sort[]=name',
      );
      for (const query of wrong) {
        expectInvalid(await t.client.get(`/products?${query}`), decodeURIComponent(query.split('=', 1)[0]));
      }
    });

    it('answers another who asks the same with the same, wrong or right', async () => {
      for (let again = 0; again < 2; again++) {
        expectInvalid(await t.client.get('/products?limit=0'), 'limit');
        expect(await skus('limit=2')).toEqual(['E', 'D']);
      }
    });
  });

  describe('sorts', () => {
    beforeEach(async () => {
      for (const [sku, name, priceMinor] of [
        ['A', 'Pears', 300],
        ['B', 'Apples', 300],
        ['C', 'Figs', 1000],
        ['D', 'Apples', 20],
      ] as const) {
        await t.make.product({ sku, name, priceMinor, categoryId: category });
      }
    });

    it.each([
      ['created_at', 'ABCD'],
      ['-created_at', 'DCBA'],
      ['name', 'BDCA'],
      ['-name', 'ACDB'],
      ['price', 'DABC'],
      ['-price', 'CBAD'],
    ])('by %s', async (sort, expected) => {
      expect((await skus(`sort=${sort}`)).join('')).toBe(expected);
      expect((await walk(t.client, `/products?sort=${sort}&limit=1`)).map((one) => one.sku).join('')).toBe(expected);
    });
  });

  describe('pages', () => {
    it.each(SORTS)(
      'by %s show all exactly once where many are equal, while others are added and deleted',
      async (sort) => {
        const admin: Client = (await t.make.admin()).client;
        const kept = new Set<string>();
        for (let index = 0; index < 15; index++) {
          const like = { name: `N${index % 3}`, priceMinor: 100 * (index % 3), categoryId: category };
          kept.add((await t.make.product(like)).sku);
        }
        const doomed = await t.make.product({ name: 'N1', priceMinor: 100, categoryId: category });
        const plain = (await walk(t.client, `/products?sort=${sort}&limit=100`)).map((one) => one.sku);
        let round = 0;
        const disturb = async (): Promise<void> => {
          if (round++ === 0) await admin.delete(`/products/${doomed.id}`);
          const values = { name: `N${round % 3}`, price: round % 3, category_id: category };
          await admin.post('/products', values);
        };
        const seen = (await walk(t.client, `/products?sort=${sort}&limit=4`, disturb)).map((one) => one.sku);
        expect(round).toBeGreaterThan(2);
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.filter((sku) => kept.has(sku))).toEqual(plain.filter((sku) => kept.has(sku)));
      },
    );

    it('by name go on after the longest names of any writing', async () => {
      const names = [...'ねこ語"\\'].map((letter) => letter.repeat(200));
      for (const name of names) await t.make.product({ name, categoryId: category });
      const seen = await walk(t.client, '/products?sort=name&limit=1');
      expect(seen.map((one) => one.name).sort()).toEqual(names.sort());
    });

    it('keep the filters that are given again', async () => {
      for (let stock = 0; stock < 6; stock++) await t.make.product({ stock: stock % 2, categoryId: category });
      const seen = await walk(t.client, `/products?in_stock=true&category_id=${category}&limit=1`);
      expect(seen.map((one) => one.stock)).toEqual([1, 1, 1]);
    });

    it('refuse the cursor of another sort, and any that is broken', async () => {
      for (let index = 0; index < 2; index++) await t.make.product({ categoryId: category });
      for (const made of SORTS) {
        const { next_cursor: cursor } = (await t.client.get(`/products?limit=1&sort=${made}`)).body;
        for (const sort of SORTS.filter((one) => one !== made)) {
          expectInvalid(await t.client.get(`/products?sort=${sort}&cursor=${cursor}`), 'cursor', 'cursor');
        }
        expectInvalid(await t.client.get(`/products?sort=${made}&cursor=${cursor.slice(0, -3)}`), 'cursor', 'cursor');
      }
      const forged = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');
      const cursors = [
        ['price', '5', NOBODY],
        ['price', 2 ** 53, NOBODY],
        ['price', 5],
        ['price', 5, "'"],
        ['price', null, NOBODY],
      ];
      for (const one of cursors)
        expectInvalid(await t.client.get(`/products?sort=price&cursor=${forged(one)}`), 'cursor');
      for (const one of ['', '!', '%00', 'e30', 'x'.repeat(5000)]) {
        expectInvalid(await t.client.get(`/products?cursor=${one}`), 'cursor');
      }
    });
  });
});
