import { TestApp, workerApp } from '../../support/app';
import type { Answer, Client } from '../../support/client';
import type { BoundStatement } from '../../../src/core/data/database';
import { Product } from '../../../src/modules/commerce/catalog/entities/product.entity';
import { productPageQuery } from '../../../src/modules/commerce/catalog/product-list';
import { ProductSearch } from '../../../src/modules/commerce/catalog/product-search';
import type { ProductQuery } from '../../../src/modules/commerce/catalog/dto/product.dto';
import { expectInvalid, walk } from './support';

/** Among how many products nothing may be read that need not be; `PLAN_PRODUCTS=100000` for a big shop. */
const PRODUCTS = Number(process.env.PLAN_PRODUCTS ?? 20_000);

/** Two of three are in stock. */
const FILL = `WITH made AS (
    INSERT INTO products (id, sku, name, description, price_minor, currency, category_id, stock)
    SELECT gen_random_uuid(), 'GEN-' || n, initcap(w[1 + n % 97] || ' ' || w[1 + n % 89] || ' ' || w[1 + n % 83]),
      'Sold as ' || w[1 + n % 101], n, 'USD', $1, n % 3
    FROM (SELECT array_agg(translate(md5(k::text), '0123456789', 'ghijklmnop')) AS w FROM generate_series(1, 101) k) words,
      generate_series($2::int, $3::int) n
    RETURNING id, stock
  )
  INSERT INTO stock_movements (id, product_id, delta, on_hand, reason)
  SELECT gen_random_uuid(), id, stock, stock, 'initial' FROM made WHERE stock > 0`;

describe('searching products', () => {
  let t: TestApp;
  let category: string;
  beforeAll(async () => (t = await workerApp()));
  beforeEach(async () => {
    await t.reset();
    category = (await t.make.category()).id;
  });
  afterAll(() => t.stop());

  const make = (sku: string, name: string, values: Partial<Product> = {}) =>
    t.make.product({ sku, name, categoryId: category, ...values });
  const search = (q: string, more = '', client: Client = t.client): Promise<Answer> =>
    client.get(`/products?q=${encodeURIComponent(q)}${more}`);
  const skus = async (q: string, more = ''): Promise<string[]> => {
    const { status, body } = await search(q, more);
    expect([q, status]).toEqual([q, 200]);
    return body.items.map((one: { sku: string }) => one.sku);
  };

  it('finds words with digits in them by their beginning, in REST and GraphQL, in any script', async () => {
    await make('MED-1', 'Covid19 test kit');
    await make('MED-2', 'Тест2024 набор');
    await make('MED-3', 'कोविड१९ किट');
    await make('MED-4', '4K60 camera');
    for (const [q, sku] of [
      ['covid', 'MED-1'],
      ['covid1', 'MED-1'],
      ['covid test', 'MED-1'],
      ['тест', 'MED-2'],
      ['कोविड', 'MED-3'],
      ['4k', 'MED-4'],
    ]) {
      expect([q, await skus(q)]).toEqual([q, [sku]]);
    }
    const query = '{ searchProducts(query: "covid") { sku } }';
    const answer = await fetch(`${t.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(await answer.json()).toMatchObject({ data: { searchProducts: [{ sku: 'MED-1' }] } });
  });

  describe('finds', () => {
    beforeEach(async () => {
      await make('ART-1101', 'Stretched canvas 20 × 30 cm', { description: 'Cotton on a pine frame.' });
      await make('ART-2202', 'Crème brûlée torch');
      await make('BK-77', 'Ægir’s Søren Ångström reader', { description: 'On canvas and other cloth.' });
      await make('KB-9', 'Mechanical keyboard');
      await make('JP-1', 'ねこ 猫 cushion');
      await make('RU-1', 'Большая Книга');
    });

    it.each([
      ['a word', 'canvas', ['ART-1101', 'BK-77']],
      ['in any case', 'CANVAS', ['ART-1101', 'BK-77']],
      ['several words, in any order', 'canvas stretched', ['ART-1101']],
      ['words of name and description', 'stretched pine', ['ART-1101']],
      ['the beginning of a word', 'mech keyb', ['KB-9']],
      ['a single letter', 'm', ['KB-9']],
      ['a whole SKU', 'ART-1101', ['ART-1101']],
      ['a SKU in small letters', 'art-1101', ['ART-1101']],
      ['a SKU without its dash', 'art1101', ['ART-1101']],
      ['the beginning of a SKU', 'art', ['ART-2202', 'ART-1101']],
      ['a part of a SKU', '1101', ['ART-1101']],
      ['a number in the name', 'canvas 30', ['ART-1101']],
      ['without accents what has them', 'creme brulee', ['ART-2202']],
      ['with accents what has none', 'cänvás strétched', ['ART-1101']],
      ['letters that are two', 'aegir soren angstrom', ['BK-77']],
      ['a swapped pair', 'canvsa', ['ART-1101', 'BK-77']],
      ['a swapped first pair', 'acnvas', ['ART-1101', 'BK-77']],
      ['a missing letter', 'keybord', ['KB-9']],
      ['a letter too many', 'keyyboard', ['KB-9']],
      ['a wrong letter', 'mechanicel', ['KB-9']],
      ['two slips in two words', 'mechnical keybaord', ['KB-9']],
      ['a slip while it is still typed', 'keybaor', ['KB-9']],
      ['a slip beside a right word', 'stretched canvsa', ['ART-1101']],
      ['another writing', 'ねこ', ['JP-1']],
      ['Cyrillic, in any case', 'книга', ['RU-1']],
      ['nothing by another number', 'art-1102', []],
      ['nothing by a word too many', 'canvas zebra', []],
      ['nothing that is not there', 'xylophone', []],
    ])('%s: %s', async (_, q, expected) => {
      expect(await skus(q)).toEqual(expected);
    });

    it('nothing and never fails, whatever it is asked', async () => {
      const odd = [
        ' '.repeat(200),
        '!!!',
        '&|!()<->:*',
        "'",
        "''",
        '\\',
        '"a" & b',
        ':*',
        'a:*b',
        'a <-> b',
        '%',
        '_',
        '%27',
      ];
      odd.push(
        '😀',
        '😀'.repeat(100),
        '\u202e',
        '\u0301',
        'ﬁ',
        '💥 canvas\t\n',
        '-1',
        '1e309',
        '0x10',
        '../..',
        '<b>',
        '🏳️‍🌈',
      );
      odd.push(
        'a '.repeat(100),
        Array.from({ length: 60 }, (_, at) => String.fromCharCode(0x61 + (at % 26), 0x61 + at / 3)).join(' '),
      );
      odd.push(
        'q'.repeat(200),
        '猫'.repeat(200),
        "'; DROP TABLE products; --",
        '$1',
        '{}',
        'null',
        'ı',
        'İ',
        'ß',
        '１２３',
      );
      for (const q of odd) {
        const { status } = await search(q);
        expect([q, status]).toEqual([q, 200]);
        expect([q, (await search(q, '&sort=name&in_stock=true&limit=1')).status]).toEqual([q, 200]);
      }
      for (const q of ['', 'x'.repeat(201), 'a\0b', '\ud800']) {
        const path = q === '\ud800' ? '/products?q=%ED%A0%80' : `/products?q=${encodeURIComponent(q)}`;
        const answer = await t.client.get(path);
        if (answer.status !== 200) expectInvalid(answer, 'q');
      }
      expectInvalid(await t.client.get('/products?q=a&q=b'), 'q');
    });
  });

  it('ranks the name before the description, the whole word before its beginning, the newer before the older', async () => {
    await make('IN-TEXT', 'Wooden box', { description: 'Holds a pen.' });
    await make('OLD', 'Pen');
    await make('PREFIX', 'Pencil');
    await make('NEW', 'Pen');
    expect(await skus('pen')).toEqual(['NEW', 'OLD', 'PREFIX', 'IN-TEXT']);
  });

  it('knows what was changed, and no more what is deleted', async () => {
    const admin = (await t.make.admin()).client;
    const { id } = await make('A', 'Bicycle');
    await admin.patch(`/products/${id}`, { name: 'Tandem' });
    expect([await skus('bicycle'), await skus('tandem'), await skus('tandme')]).toEqual([[], ['A'], ['A']]);
    await admin.patch(`/products/${id}`, { description: 'For two.', sku: 'TWO-1' });
    expect([await skus('two'), await skus('two1')]).toEqual([['TWO-1'], ['TWO-1']]);
    await admin.delete(`/products/${id}`);
    expect(await skus('tandem')).toEqual([]);
  });

  describe('goes with', () => {
    beforeEach(async () => {
      const other = (await t.make.category()).id;
      await make('A', 'Red pen', { priceMinor: 300, stock: 0 });
      await make('B', 'Blue pen', { priceMinor: 100, stock: 5 });
      await make('C', 'Green pen', { priceMinor: 200, stock: 5, categoryId: other });
      await make('D', 'Yellow pen', { priceMinor: 150, stock: 5, currency: 'EUR' });
      await make('E', 'Pencil case', { priceMinor: 50, stock: 5 });
      await make('F', 'Paper', { priceMinor: 10, stock: 5 });
    });

    it.each([
      ['&in_stock=true', 'DCBE'],
      ['&in_stock=false', 'A'],
      ['&min_price=2', 'CA'],
      ['&max_price=2', 'CBE'],
      ['&max_price=2&currency=EUR', 'D'],
      ['&currency=EUR', 'D'],
      ['&sort=relevance', 'DCBAE'],
      ['&sort=name', 'BCEAD'],
      ['&sort=-name', 'DAECB'],
      ['&sort=price', 'EBDCA'],
      ['&sort=-price&currency=USD', 'ACBE'],
      ['&sort=created_at', 'ABCDE'],
      ['&sort=-created_at&limit=2', 'ED'],
    ])('%s', async (more, expected) => {
      expect((await skus('pen', more)).join('')).toBe(expected);
      expect((await skus('penn', more)).join('')).toMatch(/./); // near words as well
    });

    it('a category', async () => {
      expect((await skus('pen', `&category_id=${category}&in_stock=true&sort=price`)).join('')).toBe('EBD');
    });

    it('no relevance of nothing', async () => {
      expectInvalid(await t.client.get('/products?sort=relevance'), 'sort', 'sort');
    });
  });

  it('pages show all exactly once, while others are added that rank higher', async () => {
    for (let index = 0; index < 13; index++) await make(`P-${index}`, index % 3 ? 'Pen' : 'Pen pen pencil');
    for (const sort of ['relevance', 'name', '-price', '-created_at']) {
      const all = (await walk(t.client, `/products?q=pen&sort=${sort}&limit=100`)).map((one) => one.sku);
      const seen = await walk(t.client, `/products?q=pen&sort=${sort}&limit=4`, () =>
        make(`X-${Math.random()}`, 'Pen pen pen'),
      );
      expect(seen.map((one) => one.sku).filter((sku) => all.includes(sku))).toEqual(all);
      expect(new Set(seen.map((one) => one.sku)).size).toBe(seen.length);
      if (sort === 'relevance') expect(seen).toHaveLength(all.length);
    }
  });

  it('refuses a cursor of another list, and one that is broken', async () => {
    for (let index = 0; index < 2; index++) await make(`P-${index}`, 'Pen');
    const { next_cursor: ofSearch } = (await search('pen', '&limit=1')).body;
    const { next_cursor: ofList } = (await t.client.get('/products?limit=1')).body;
    expectInvalid(await t.client.get(`/products?cursor=${ofSearch}`), 'cursor');
    for (const cursor of [ofList, 'x', Buffer.from('["relevance",1e300,"a","b"]').toString('base64url')]) {
      expectInvalid(await search('pen', `&cursor=${cursor}`), 'cursor');
    }
  });

  it('is cached as any list, and seen to change at once', async () => {
    await make('A', 'Pen');
    const admin = (await t.make.admin()).client;
    expect((await search('pen')).headers.get('x-cache')).toBe('MISS');
    expect((await search('pen')).headers.get('x-cache')).toBe('HIT');
    await admin.post('/products', { name: 'Pen', price: 1, category_id: category, sku: 'B' });
    expect(await skus('pen')).toEqual(['B', 'A']);
  });

  it('is GraphQL’s searchProducts and the q of its products', async () => {
    await make('A', 'Red pen');
    await make('B', 'Blue pencil');
    const { body } = await t.client.graphql(
      '{ searchProducts(query: "pne red") { sku } all: searchProducts(query: "pen", limit: 1) { sku } products(q: "pencil", sort: "name") { sku } }',
    );
    expect(body.data).toEqual({ searchProducts: [{ sku: 'A' }], all: [{ sku: 'A' }], products: [{ sku: 'B' }] });
    const { body: refused } = await t.client.graphql(`{ searchProducts(query: "${'x'.repeat(201)}") { sku } }`);
    expect(refused.errors?.[0].extensions.errors[0].field).toBe('query');
  });

  it(`reads no product but those it may find, among ${PRODUCTS}`, async () => {
    for (let from = 1; from <= PRODUCTS; from += 10_000) {
      await t.db.execute(FILL, [category, from, Math.min(PRODUCTS, from + 9999)]);
    }
    await make('ONE', 'Telescope with tripod', { priceMinor: 5 });
    await t.db.execute('ANALYZE');
    const finder = t.app.get(ProductSearch);
    const planOf = async ({ text, values }: BoundStatement): Promise<string> => {
      const lines = await t.db.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
      return lines.map((line) => line['QUERY PLAN']).join('\n');
    };
    const plans: string[] = [];
    for (const [q, more] of [
      ['telescope', {}],
      ['telescope tri', { inStock: true }],
      ['telescpoe', { categoryId: category }],
      ['gen-777', { minPrice: '1.00', maxPrice: '9.00' }],
      ['telescope', { sort: 'name' }],
      ['telescope', { sort: '-price' }],
      ['telescope', { sort: '-created_at' }],
    ] as [string, Partial<ProductQuery>][]) {
      const found = await finder.read(q);
      const plan = await planOf(productPageQuery({ limit: 20, q, ...more }, found));
      plans.push(plan);
      expect(plan).not.toContain('Seq Scan on products');
      // Of few products in a range of prices it may be better to look at each.
      expect(plan).toMatch(more.minPrice ? /ix_products_(search|price)/ : /ix_products_search/);
    }
    expect(plans).toHaveLength(7);
    expect(await skus('telescpoe')).toEqual(['ONE']);
    const filters: Partial<ProductQuery>[] = [
      {},
      { categoryId: category },
      { inStock: true },
      { minPrice: '1.00', maxPrice: '9.00' },
      { categoryId: category, inStock: true, minPrice: '1.00', maxPrice: '9.00' },
    ];
    for (const sort of ['created_at', '-created_at', 'name', '-name', 'price', '-price'] as const) {
      for (const filter of filters) {
        const page = productPageQuery({ limit: 20, sort, ...filter }, null);
        expect({ sort, filter, plan: await planOf(page) }).toMatchObject({
          plan: expect.not.stringContaining('Seq Scan'),
        });
      }
    }
  }, 180_000);
});
