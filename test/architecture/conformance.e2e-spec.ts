import { SeededRandom } from '../../src/core/kernel/runtime/random';
import { OpenApi } from '../../src/core/web/openapi/openapi';
import { TestApp, workerApp } from '../support/app';
import type { Client } from '../support/client';

const ROUNDS = 12;
const IDS = ['0192f0a0-0000-7000-8000-000000000000', 'abc', '%00', "1' OR '1'='1", '../../etc/passwd'];
const VALUES: unknown[] = [
  '',
  'x',
  ' ',
  'é'.repeat(300),
  0,
  -1,
  1e309,
  2 ** 53,
  0.1 + 0.2,
  true,
  null,
  [],
  {},
  [[]],
  '\0',
  '1e3',
];
const BODIES: unknown[] = [undefined, '{', '"text"', '[]', '{}', 'null', '{"__proto__":{"x":1}}', '{"constructor":1}'];

interface Schema {
  $ref?: string;
  properties?: Record<string, { example?: unknown }>;
}

describe('every operation of the OpenAPI document', () => {
  let t: TestApp;
  beforeAll(async () => (t = await workerApp()));
  afterAll(() => t.stop());

  it('answers whatever it is sent with a status that the document names, and never with 500', async () => {
    const document = t.app.get(OpenApi).document() as any;
    const random = new SeededRandom('conformance');
    const callers: Record<string, () => Promise<Client>> = {
      nobody: () => Promise.resolve(t.client),
      user: async () => (await t.make.person()).client,
      admin: async () => (await t.make.admin()).client,
    };
    const wrong: string[] = [];
    const seen = new Set<number>();
    for (const [path, item] of Object.entries<any>(document.paths)) {
      for (const [verb, operation] of Object.entries<any>(item)) {
        for (const [name, make] of Object.entries(callers)) {
          // A session of its own each time, since some of these calls end it.
          const client = await make();
          for (let round = 0; round < ROUNDS; round++) {
            const url = urlOf(path, operation, random);
            const body = verb === 'get' || verb === 'head' ? undefined : bodyOf(document, operation, random);
            const type = Object.keys(operation.requestBody?.content ?? { 'application/json': 1 })[0];
            const { status, text } = await client.call(verb.toUpperCase(), url, {
              body,
              headers: body === undefined ? undefined : { 'content-type': type },
            });
            seen.add(status);
            const named = Object.keys(operation.responses).includes(String(status));
            if (!named || status === 500) wrong.push(`${name}: ${verb} ${url} ${String(body)} -> ${status} ${text}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect([...seen]).toEqual(expect.arrayContaining([200, 201, 204, 400, 401, 403, 404, 422]));
  }, 900_000);
});

function urlOf(path: string, operation: any, random: SeededRandom): string {
  const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent(random.pick(IDS)));
  const query = new URLSearchParams();
  for (const parameter of operation.parameters ?? []) {
    if (parameter.in === 'query' && random.int(0, 1)) query.append(parameter.name, String(random.pick(VALUES)));
  }
  if (random.int(0, 5) === 0) query.append('no_such', 'x');
  const relative = filled.startsWith('/api/v1') ? filled.slice(7) : `/${filled}`;
  return query.size > 0 ? `${relative}?${query.toString()}` : relative;
}

function bodyOf(document: any, operation: any, random: SeededRandom): string | undefined {
  const content = Object.values<any>(operation.requestBody?.content ?? {})[0];
  if (!content || random.int(0, 3) === 0) return random.pick(BODIES) as string | undefined;
  if (content.schema.type === 'array') return JSON.stringify(random.pick([content.schema.example, VALUES]));
  const name = (content.schema as Schema).$ref?.split('/').pop();
  if (name === undefined) return 'x'.repeat(random.int(0, 100)); // bytes
  const { properties = {} } = document.components.schemas[name] as Schema;
  const fields = Object.entries(properties).filter(() => random.int(0, 4) > 0);
  return JSON.stringify(
    Object.fromEntries(
      fields.map(([field, { example }]) => [
        field,
        random.int(0, 2) > 0 && example !== undefined ? example : random.pick(VALUES),
      ]),
    ),
  );
}
