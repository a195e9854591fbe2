import { newId } from '../../../src/core/kernel/runtime';
import { ProductsService } from '../../../src/modules/commerce/catalog';
import { startApp, TestApp, workerApp } from '../../support/app';
import type { Answer, Client } from '../../support/client';
import { NOBODY, statementsOf } from './support';

const PRODUCT = 'id sku name description price currency categoryId stock inStock createdAt updatedAt';
const CATEGORY = 'id name description createdAt updatedAt';

/** The only error of an executed document, with the members of REST's problem. */
function expectRefused(answer: Answer, status: number, code: string): any {
  expect([answer.status, answer.body.errors?.length]).toEqual([200, 1]);
  const [error] = answer.body.errors;
  expect(error.extensions).toMatchObject({ code, status, type: `/problems/${code}`, instance: '/graphql' });
  expect(error.extensions.request_id).toBe(answer.headers.get('x-request-id'));
  return error;
}

/** The document is not executed at all. */
function expectNotRun(answer: Answer, status = 400, code = 'graphql_invalid'): void {
  const found = answer.body.errors ? answer.body.errors[0].extensions : answer.body;
  expect([answer.status, found.code, found.status]).toEqual([status, code, status]);
  expect(answer.body.data ?? null).toBeNull();
  expect(answer.text).not.toMatch(/stack|node_modules|mercurius|MER_ERR|fastify/i);
}

describe('GraphQL of the catalogue', () => {
  let t: TestApp;
  let admin: Client;
  beforeAll(async () => (t = await workerApp()));
  beforeEach(async () => {
    await t.reset();
    admin = (await t.make.admin()).client;
  });
  afterAll(() => t.stop());

  const ask = async (query: string, variables?: Record<string, unknown>, client = t.client): Promise<any> => {
    const answer = await client.graphql(query, variables);
    expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
    return answer.body.data;
  };
  /** REST's form of the same thing. */
  const camel = (one: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(one).map(([key, value]) => [key.replace(/_(\w)/g, (__, x: string) => x.toUpperCase()), value]),
    );

  describe('queries', () => {
    it('product and category say what REST says, first loaded and then cached', async () => {
      const { id, categoryId } = await t.make.product();
      const product = camel((await t.client.get(`/products/${id}`)).body);
      const category = camel((await t.client.get(`/categories/${categoryId}`)).body);
      await admin.delete('/cache');
      for (let again = 0; again < 2; again++) {
        const query = `query ($p: ID!, $c: ID!) { product(id: $p) { ${PRODUCT} } category(id: $c) { ${CATEGORY} } }`;
        expect(await ask(query, { p: id, c: categoryId })).toEqual({ product, category });
      }
      expect(product.createdAt).toMatch(/Z$/);
    });

    it('products filters and pages, categories is by name', async () => {
      const categoryId = (await t.make.category({ name: 'B' })).id;
      await t.make.category({ name: 'A' });
      for (const [sku, stock] of [
        ['P1', 0],
        ['P2', 2],
        ['P3', 3],
      ] as const)
        await t.make.product({ sku, stock, categoryId });
      await t.make.product({ sku: 'X', categoryId: (await t.make.category({ name: 'C' })).id });
      const skus = async (args: string) =>
        (await ask(`{ products${args} { sku } }`)).products.map((one: any) => one.sku);
      expect(await skus('')).toEqual(['X', 'P3', 'P2', 'P1']);
      expect(await skus(`(categoryId: "${categoryId}", inStock: true)`)).toEqual(['P3', 'P2']);
      expect(await skus(`(categoryId: "${categoryId.toUpperCase()}", inStock: false)`)).toEqual(['P1']);
      expect(await skus('(limit: 2, sort: "created_at")')).toEqual(['P1', 'P2']);
      expect(await skus('(minPrice: 9.99, maxPrice: "9.99", limit: 1)')).toEqual(['X']);
      expect((await ask('{ categories { name } }')).categories.map((one: any) => one.name)).toEqual(['A', 'B', 'C']);
    });

    it('takes a null variable of a filter for one left out', async () => {
      await t.make.product();
      const query = 'query ($c: ID, $s: Boolean, $l: Int) { products(categoryId: $c, inStock: $s, limit: $l) { id } }';
      expect((await ask(query, { c: null, s: null, l: null })).products).toHaveLength(1);
    });

    it('a product knows its category and a category its newest products', async () => {
      const { id, categoryId } = await t.make.product({ sku: 'OLD' });
      await t.make.product({ sku: 'NEW', categoryId });
      const gone = await t.make.product({ sku: 'GONE', categoryId });
      await admin.delete(`/products/${gone.id}`);
      const data = await ask(`{ product(id: "${id}") { category { id products { sku category { id } } } } }`);
      const products = ['NEW', 'OLD'].map((sku) => ({ sku, category: { id: categoryId } }));
      expect(data.product.category).toEqual({ id: categoryId, products });
    });

    it('what is not there, or no id, is an error at its place', async () => {
      const product = expectRefused(
        await t.client.graphql(`{ product(id: "${NOBODY}") { id } }`),
        404,
        'product_not_found',
      );
      expect(product.path).toEqual(['product']);
      expectRefused(await t.client.graphql(`{ category(id: "${NOBODY}") { id } }`), 404, 'category_not_found');
      const invalid = expectRefused(await t.client.graphql('{ product(id: "1") { id } }'), 422, 'validation');
      expect(invalid.extensions.errors).toEqual([{ field: 'id', code: 'uuid', message: 'must be a UUID' }]);
    });

    it.each([
      ['limit: 0', 'limit'],
      ['limit: 101', 'limit'],
      ['sort: "stock"', 'sort'],
      ['cursor: "x"', 'cursor'],
      ['categoryId: "art"', 'categoryId'],
      ['minPrice: -1', 'minPrice'],
      ['maxPrice: 5.001', 'maxPrice'],
    ])('products(%s) is refused by its own name', async (args, field) => {
      const { extensions } = expectRefused(await t.client.graphql(`{ products(${args}) { id } }`), 422, 'validation');
      expect(extensions.errors.map((one: any) => one.field)).toEqual([field]);
    });
  });

  describe('N+1', () => {
    it('20 products with their categories cost two statements', async () => {
      for (let index = 0; index < 20; index++) await t.make.product();
      let data: any;
      const query = '{ products(limit: 20) { sku category { name } } }';
      const statements = await statementsOf(/products|categories/, async () => (data = await ask(query)));
      expect(new Set(data.products.map((one: any) => one.category.name)).size).toBe(20);
      expect(statements).toHaveLength(2);
    });

    it('20 categories with their products cost two statements', async () => {
      for (let index = 0; index < 20; index++) await t.make.product();
      let data: any;
      const query = '{ categories(limit: 20) { products { sku } } }';
      const statements = await statementsOf(/products|categories/, async () => (data = await ask(query)));
      expect(data.categories.every((one: any) => one.products.length === 1)).toBe(true);
      expect(statements).toHaveLength(2);
    });

    it('a category shows 20 products of however many', async () => {
      const categoryId = (await t.make.category()).id;
      for (let index = 0; index < 22; index++) await t.make.product({ categoryId });
      expect((await ask(`{ category(id: "${categoryId}") { products { id } } }`)).category.products).toHaveLength(20);
    });
  });

  describe('mutations', () => {
    const CREATE = `mutation ($input: CreateProductInput!) { createProduct(input: $input) { ${PRODUCT} category { name } } }`;

    it('make, change and delete a category', async () => {
      const { createCategory: made } = await ask(
        'mutation { createCategory(input: { name: "Art" }) { id name description } }',
        {},
        admin,
      );
      expect(made).toEqual({ id: expect.any(String), name: 'Art', description: '' });
      const update = `mutation { updateCategory(id: "${made.id}", input: { description: "Paint." }) { name description } }`;
      expect((await ask(update, {}, admin)).updateCategory).toEqual({ name: 'Art', description: 'Paint.' });
      expect(await ask(`mutation { deleteCategory(id: "${made.id}") }`, {}, admin)).toEqual({ deleteCategory: true });
      expect((await t.client.get(`/categories/${made.id}`)).status).toBe(404);
    });

    it('make, change and delete a product', async () => {
      const category = await t.make.category({ name: 'Art' });
      const input = { sku: 'ART-1', name: 'Canvas', price: '5.99', categoryId: category.id.toUpperCase(), stock: 3 };
      const { createProduct: made } = await ask(CREATE, { input }, admin);
      expect(made).toMatchObject({ ...input, categoryId: category.id, currency: 'USD', category: { name: 'Art' } });
      const { category: _, ...own } = made;
      expect(camel((await t.client.get(`/products/${made.id}`)).body)).toEqual(own);
      const update = `mutation { updateProduct(id: "${made.id}", input: { name: "New" }) { name price stock } }`;
      expect((await ask(update, {}, admin)).updateProduct).toEqual({ name: 'New', price: '5.99', stock: 3 });
      expect(await ask(`mutation { deleteProduct(id: "${made.id}") }`, {}, admin)).toEqual({ deleteProduct: true });
      expect((await t.client.get(`/products/${made.id}`)).status).toBe(404);
    });

    it('see what the one before in the same document has done', async () => {
      const { id } = await t.make.category();
      const create = (alias: string) =>
        `${alias}: createProduct(input: { sku: "${alias}", name: "N", price: 1, categoryId: "${id}" }) { category { products { sku } } }`;
      const data = await ask(`mutation { ${create('a')} ${create('b')} }`, {}, admin);
      expect(data.b.category.products).toEqual([{ sku: 'b' }, { sku: 'a' }]);
    });

    it('take an amount as number or text, literal or variable, exactly', async () => {
      const { id: categoryId } = await t.make.category();
      const literal = (price: string) =>
        `mutation { createProduct(input: { name: "N", price: ${price}, categoryId: "${categoryId}" }) { price } }`;
      for (const [price, expected] of [
        ['0.1', '0.10'],
        ['999999999999.99', '999999999999.99'],
        ['"0.30"', '0.30'],
        ['7', '7.00'],
      ]) {
        expect((await ask(literal(price), {}, admin)).createProduct.price).toBe(expected);
        const input = { name: 'N', categoryId, price: JSON.parse(price) };
        expect((await ask(CREATE, { input }, admin)).createProduct.price).toBe(expected);
      }
      for (const price of ['0.30000000000000004', '-1', '1e3', 'true', '{ a: 1 }', '9007199254740993', '"x"']) {
        const { extensions } = expectRefused(await admin.graphql(literal(price)), 422, 'validation');
        expect(extensions.errors[0].field).toBe('price');
      }
    });

    it('know the same conflicts as REST', async () => {
      const { id, categoryId } = await t.make.product({ sku: 'TAKEN' });
      const { name } = await t.make.category();
      const input = `name: "N", price: 1, categoryId: "${categoryId}"`;
      for (const [mutation, status, code] of [
        [`createProduct(input: { ${input}, sku: "taken" }) { id }`, 409, 'sku_taken'],
        [`createProduct(input: { name: "N", price: 1, categoryId: "${NOBODY}" }) { id }`, 404, 'category_not_found'],
        [`createProduct(input: { ${input}, stock: -1 }) { id }`, 422, 'validation'],
        [`updateProduct(id: "${NOBODY}", input: { name: "N" }) { id }`, 404, 'product_not_found'],
        [`updateProduct(id: "${id}", input: { name: null }) { id }`, 422, 'validation'],
        [`deleteProduct(id: "${NOBODY}")`, 404, 'product_not_found'],
        [`updateProductStock(id: "${NOBODY}", stock: 1) { id }`, 404, 'product_not_found'],
        [`createCategory(input: { name: "${name}" }) { id }`, 409, 'category_name_taken'],
        [`updateCategory(id: "${categoryId}", input: { name: "${name}" }) { id }`, 409, 'category_name_taken'],
        [`deleteCategory(id: "${categoryId}")`, 409, 'category_not_empty'],
        [`deleteCategory(id: "${NOBODY}")`, 404, 'category_not_found'],
      ] as const) {
        expectRefused(await admin.graphql(`mutation { ${mutation} }`), status, code);
      }
    });

    it('are for those who manage the catalogue only', async () => {
      const { id, categoryId } = await t.make.product({ name: 'Old' });
      const { client: user } = await t.make.person();
      for (const mutation of [
        'createCategory(input: { name: "C" }) { id }',
        `updateCategory(id: "${categoryId}", input: { name: "C" }) { id }`,
        `deleteCategory(id: "${categoryId}")`,
        `createProduct(input: { name: "N", price: 1, categoryId: "${categoryId}" }) { id }`,
        `updateProduct(id: "${id}", input: { name: "N" }) { id }`,
        `deleteProduct(id: "${id}")`,
        `updateProductStock(id: "${id}", inStock: false) { id }`,
      ]) {
        expectRefused(await t.client.graphql(`mutation { ${mutation} }`), 401, 'unauthenticated');
        expectRefused(await user.graphql(`mutation { ${mutation} }`), 403, 'forbidden');
      }
      const data = await ask('{ products { name stock } categories { id } }');
      expect(data).toEqual({ products: [{ name: 'Old', stock: 10 }], categories: [{ id: categoryId }] });
    });
  });

  describe('updateProductStock', () => {
    const set = (id: string, args: string) =>
      admin.graphql(`mutation { updateProductStock(id: "${id}", ${args}) { stock inStock } }`);

    it('sets the number, or none', async () => {
      const { id } = await t.make.product();
      for (const [args, stock] of [
        ['stock: 5', 5],
        ['stock: 6, inStock: true', 6],
        ['inStock: true', 6],
        ['inStock: false', 0],
      ] as const) {
        expect((await set(id, args)).body.data.updateProductStock).toEqual({ stock, inStock: stock > 0 });
        expect((await t.client.get(`/products/${id}`)).body.stock).toBe(stock);
      }
    });

    it('wants a number to have any in stock, and no contradiction', async () => {
      const { id } = await t.make.product({ stock: 0 });
      for (const args of ['inStock: true', 'stock: 5, inStock: false', 'stock: 0, inStock: true', 'stock: -1']) {
        const { extensions } = expectRefused(await set(id, args), 422, 'validation');
        expect(extensions.errors[0].field).toBe('stock');
      }
      expectRefused(await set('1', 'stock: 5'), 422, 'validation');
    });

    it('does not bring back what was sold while it waited', async () => {
      const { id } = await t.make.product({ stock: 10 });
      let asked: Promise<Answer> | undefined;
      await t.db.transaction(async () => {
        await t.app.get(ProductsService).reserve([{ productId: id, quantity: 6 }], newId());
        asked = set(id, 'inStock: true');
        const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        while ((await t.db.query(waiting)).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      });
      expect((await (asked as Promise<Answer>)).body.data.updateProductStock.stock).toBe(4);
    });
  });

  describe('documents', () => {
    it.each([
      ['a wrong word', '{ products { id '],
      ['an unknown field', '{ products { id color } }'],
      ['an unknown argument', '{ products(color: "red") { id } }'],
      ['no selection of an object', '{ products }'],
      ['an argument of the wrong type', '{ products(limit: "2") { id } }'],
      ['a missing argument', '{ product { id } }'],
      ['an unknown input field', 'mutation { createCategory(input: { name: "A", color: "red" }) { id } }'],
      ['nothing', ''],
      ['two operations and no name', 'query A { products { id } } query B { products { id } }'],
    ])('with %s are refused', async (_, query) => {
      expectNotRun(await admin.graphql(query));
    });

    it.each([
      ['query ($l: Int) { products(limit: $l) { id } }', { l: 'two' }],
      ['query ($l: Int) { products(limit: $l) { id } }', { l: 1.5 }],
      ['query ($l: Int) { products(limit: $l) { id } }', { l: 2 ** 53 }],
      ['query ($id: ID!) { product(id: $id) { id } }', {}],
      ['query ($id: ID!) { product(id: $id) { id } }', { id: null }],
      ['query ($id: ID!) { product(id: $id) { id } }', { id: ['a'] }],
      ['mutation ($i: CreateCategoryInput!) { createCategory(input: $i) { id } }', { i: { name: 5 } }],
      ['mutation ($i: CreateCategoryInput!) { createCategory(input: $i) { id } }', { i: { name: 'A', color: 'red' } }],
    ])('%s with variables %j are refused, also once compiled', async (query, variables) => {
      for (let again = 0; again < 3; again++) expectNotRun(await admin.graphql(query, variables));
    });

    it('are one at a time, and JSON', async () => {
      const batch = [{ query: '{ products { id } }' }, { query: '{ categories { id } }' }];
      const raw = (body: unknown, type = 'application/json') =>
        admin.call('POST', '//graphql', { body, headers: { 'content-type': type } });
      expectNotRun(await raw(batch));
      expectNotRun(await raw('{"query": '), 400, 'malformed_json');
      for (const body of ['{}', 'null', '"{ products { id } }"', '5']) expect((await raw(body)).status).toBe(400);
    });
  });

  describe('from another site', () => {
    const query = 'mutation { createCategory(input: { name: "Forged" }) { id } }';
    const none = async () => expect((await t.client.get('/categories')).body.count).toBe(0);

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
      '%s is refused',
      async (type) => {
        const answer = await admin.call('POST', '//graphql', {
          body: JSON.stringify({ query }),
          headers: { 'content-type': type },
        });
        expect([400, 415]).toContain(answer.status);
        await none();
      },
    );

    it('GET reads with a header no form can send, and never writes', async () => {
      const get = (text: string, headers?: Record<string, string>) =>
        admin.get(`//graphql?query=${encodeURIComponent(text)}`, headers);
      expectNotRun(await get('{ products { id } }'));
      const sure = { 'mercurius-require-preflight': '1' };
      expect((await get('{ products { id } }', sure)).body).toEqual({ data: { products: [] } });
      expectNotRun(await get(query, sure));
      await none();
    });
  });
});

describe('GraphQL with API_DOCS=off', () => {
  let t: TestApp;
  beforeAll(async () => (t = await startApp({ API_DOCS: 'off' })));
  afterAll(() => t.stop());

  it('refuses introspection in every form', async () => {
    for (const query of [
      '{ __schema { types { name } } }',
      '{ __type(name: "Product") { name } }',
      '{ a:\n__schema\n{ queryType { name } } }',
    ]) {
      expectNotRun(await t.client.graphql(query));
      const url = `//graphql?query=${encodeURIComponent(query)}`;
      expectNotRun(await t.client.get(url, { 'mercurius-require-preflight': '1' }));
    }
    expect((await t.client.graphql('{ products { __typename } }')).body.data).toEqual({ products: [] });
  });

  it('gives no hint of names', async () => {
    const wrong = ['{ product { id } prodcts { id } }', '{ products { nam } }', '{ products(limt: 1) { id } }'];
    wrong.push(
      'mutation { createCategory(input: { nme: "A" }) { id } }',
      'query ($i: CreateCategoryInpt) { products { id } }',
    );
    for (const query of wrong) expect((await t.client.graphql(query)).text).not.toMatch(/did you mean/i);
    const variables = { i: { nme: 'A', name: 'B' } };
    const create = 'mutation ($i: CreateCategoryInput!) { createCategory(input: $i) { id } }';
    expect((await t.client.graphql(create, variables)).text).not.toMatch(/did you mean/i);
  });

  it('has no playground, docs or document', async () => {
    for (const path of ['//graphql', '//docs', '//openapi.json']) {
      const answer = await t.client.get(path, { accept: 'text/html' });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.text).not.toMatch(/<html/i);
    }
  });
});
