import { BadGatewayException, HttpException } from '@nestjs/common';
import { getIntrospectionQuery, GraphQLSchema } from 'graphql';
import { auditServer } from 'graphql-http';
import { ProductsService } from '../../../src/modules/commerce/catalog';
import { TestApp, workerApp } from '../../support/app';
import type { Answer } from '../../support/client';
import { NOBODY, statementsOf } from './support';

const TABLES = /products|categories|orders|users|idempotency/;

/** So many times, joined. */
const times = (count: number, part: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => part(n)).join(' ');

/** A way down of so many fields. */
function deep(levels: number): string {
  const names = Array.from({ length: levels - 2 }, (_, n) => (n % 2 ? 'products' : 'category'));
  return `{ products { ${names.map((name) => `${name} {`).join(' ')} id ${'}'.repeat(names.length)} } }`;
}

describe('GraphQL documents', () => {
  let t: TestApp;
  beforeAll(async () => (t = await workerApp()));
  beforeEach(() => t.reset());
  afterAll(() => t.stop());

  /** Refused whole, and nothing was asked of the database. */
  const expectUntouched = async (query: string, reason?: RegExp): Promise<void> => {
    let answer: Answer | undefined;
    const statements = await statementsOf(TABLES, async () => (answer = await t.client.graphql(query)));
    const error = answer?.body.errors?.[0];
    expect([answer?.status, error?.extensions.code]).toEqual([400, 'graphql_invalid']);
    if (reason) expect(error.message).toMatch(reason);
    expect(answer?.body.data).toBeNull();
    expect(statements).toEqual([]);
  };
  const expectGood = async (query: string): Promise<void> => {
    const { status, body } = await t.client.graphql(query);
    expect([status, body.errors]).toEqual([200, undefined]);
  };

  it('go six fields deep', async () => {
    await expectGood('{ product: products(limit: 1) { category { products { category { products { id } } } } } }');
    for (const levels of [7, 50]) await expectUntouched(deep(levels), /depth: 6/);
    const spread = `fragment P on Product { category { products { category { ...C } } } } fragment C on Category { products { id } }`;
    await expectUntouched(`{ products(limit: 1) { category { products { ...P } } } } ${spread}`, /depth: 6/);
    await expectUntouched(
      `{ products(limit: 1) { ... on Product { category { ... { products { ...P } } } } } } ${spread}`,
      /depth: 6/,
    );
  });

  it('have fifteen aliases, wherever they stand', async () => {
    const aliased = (count: number) => `{ ${times(count, (n) => `a${n}: categories { id }`)} }`;
    await expectGood(aliased(15));
    for (const count of [16, 100]) await expectUntouched(aliased(count), /aliases: 15/);
    await expectUntouched(`{ products { ${times(16, (n) => `a${n}: id`)} } }`, /aliases: 15/);
    const fragment = `fragment F on Query { ${times(16, (n) => `a${n}: categories { id }`)} }`;
    await expectUntouched(`{ ...F } ${fragment}`, /aliases: 15/);
  });

  it('call nothing a hundred times under other names', async () => {
    const cancel = (n: number) => `o${n}: cancelOrder(id: "${NOBODY}") { id }`;
    await expectUntouched(`mutation { ${times(16, cancel)} }`, /aliases: 15/);
    const read = (n: number) => `o${n}: order(id: "${NOBODY}") { id }`;
    await expectUntouched(`{ ${times(16, read)} }`, /aliases: 15/);
    for (const text of [`mutation { ${times(100, cancel)} }`, `{ ${times(100, read)} }`]) await expectUntouched(text);
  });

  it('have fifty directives', async () => {
    const directed = (count: number) => `{ ${times(count, () => 'categories @include(if: true) { id }')} }`;
    await expectGood(directed(50));
    await expectUntouched(directed(51), /directives: 50/);
    await expectUntouched(`{ categories { id ${'@include(if: true) '.repeat(51)} } }`);
  });

  it('have a thousand tokens and 16,384 characters', async () => {
    // Of nine tokens each, and five besides.
    const long = (parts: number) =>
      `{ categories { ${times(parts, (n) => `...F${n}`)} } } ${times(parts, (n) => `fragment F${n} on Category { id }`)}`;
    await expectGood(long(110));
    await expectUntouched(long(111), /1000 tokens/);
    await expectGood(`{ categories { id } } # ${'x'.repeat(16_384 - 24)}`);
    await expectUntouched(`{ categories { id } } # ${'x'.repeat(16_384 - 23)}`, /16384 characters/);
    await expectUntouched(`{ categories { ${'id '.repeat(300_000)}} }`, /characters/);
    expect((await t.client.graphql(`{ categories { ${'id '.repeat(350_000)}} }`)).status).toBe(413);
  });

  it('cost no more than 5,000 objects', async () => {
    await expectGood('{ categories(limit: 100) { products { category { id } } } }');
    await expectUntouched('{ categories(limit: 100) { products { category { products { id } } } } }', /answer: 5000/);
    await expectUntouched('{ categories(limit: 1000000) { products { id } } }', /answer: 5000/);
    await expectUntouched(`{ categories(limit: ${'9'.repeat(400)}) { products { id } } }`, /answer: 5000/);
    // A variable is taken for the most it may be.
    await expectUntouched(
      'query ($n: Int = 1) { categories(limit: $n) { products { category { products { id } } } } }',
      /answer: 5000/,
    );
    // Each spread counts: 20 lists of 20 with 20 each.
    const lists = times(15, (n) => `a${n}: products { ...P }`);
    await expectUntouched(`{ ${lists} } fragment P on Product { category { products { id } } }`, /answer: 5000/);
  });

  it('have no fragments in a circle, and none that double forty times', async () => {
    const circle = 'fragment A on Category { ...B } fragment B on Category { products { category { ...A } } }';
    await expectUntouched(`{ categories { ...A } } ${circle}`, /Cannot spread fragment/);
    const doubling = times(40, (n) => `fragment F${n} on Category { id ...F${n + 1} ...F${n + 1} }`);
    const end = 'fragment F40 on Category { products { id } }';
    await expectUntouched(`{ categories { ...F0 } } ${doubling} ${end}`, /answer: 5000/);
  });

  it('are no JSON', async () => {
    const parsed = '{"kind":"Document","definitions":[]}';
    for (const text of [parsed, '{}', '[]', '"a"', '5', '-1', 'null', 'true ']) await expectUntouched(text);
  });

  it('may ask what the schema is', async () => {
    await expectGood(getIntrospectionQuery());
  });

  it('are parsed and validated once', async () => {
    const validated = jest.spyOn(GraphQLSchema.prototype, 'getDirectives');
    try {
      const query = '{ categories { id name } products(limit: 7) { id } }';
      await expectGood(query);
      const first = validated.mock.calls.length;
      expect(first).toBeGreaterThan(0);
      for (let again = 0; again < 5; again++) await expectGood(query);
      expect(validated.mock.calls.length).toBe(first);
    } finally {
      validated.mockRestore();
    }
  });

  it('come over HTTP as GraphQL over HTTP says: no failed MUST', async () => {
    const results = await auditServer({ url: `${t.url}/graphql` });
    expect(results.length).toBeGreaterThan(50);
    const failed = results.filter(({ status, name }) => status === 'error' && name.startsWith('MUST'));
    expect(failed.map(({ name }) => name)).toEqual([]);
  });

  it('tell nothing of a server behind us that failed', async () => {
    const { id } = await t.make.product();
    const upstream = Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:443'), {
      ...{ code: 'ERR_BAD_REQUEST', status: 404, statusCode: 404, extensions: { secret: 'planted' } },
      config: { headers: { authorization: 'Bearer planted' }, url: 'http://planted.internal/' },
      response: { status: 404, headers: { 'x-planted': 'planted' }, data: 'planted' },
      headers: { 'x-planted': 'planted' },
    });
    const causes = [upstream, new HttpException({ planted: 'planted' }, 404), new BadGatewayException('planted')];
    const load = jest.spyOn(t.app.get(ProductsService), 'byId');
    try {
      for (const cause of causes) {
        for (let again = 0; again < 3; again++) {
          load.mockRejectedValueOnce(cause);
          const answer = await t.client.graphql(`{ product(id: "${id}") { id name } }`);
          expect([answer.status, answer.body.data]).toEqual([200, null]);
          expect(answer.body.errors).toMatchObject([{ path: ['product'], extensions: { code: expect.any(String) } }]);
          expect(answer.text).not.toMatch(/planted|ECONN|10\.1\.2|stack|node_modules|Exception/);
          expect([...answer.headers.keys()]).not.toContain('x-planted');
        }
      }
    } finally {
      load.mockRestore();
    }
  });

  it('with several operations run the one that is asked for, however often another ran before', async () => {
    const query = 'query A { categories { id } } query B { products { id } } mutation C { deleteCategory(id: "1") }';
    const run = async (operationName: string) =>
      (await t.client.call('POST', '//graphql', { body: { query, operationName } })).body;
    for (let again = 0; again < 4; again++) expect(await run('A')).toEqual({ data: { categories: [] } });
    for (let again = 0; again < 4; again++) expect(await run('B')).toEqual({ data: { products: [] } });
    const { errors } = await run('C');
    expect(errors[0].extensions.code).toBe('unauthenticated');
    expect(await run('A')).toEqual({ data: { categories: [] } });
  });
});
