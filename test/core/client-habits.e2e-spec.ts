import { expectProblem } from '../commerce/catalog/support';
import { TestApp, workerApp } from '../support/app';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('what clients do', () => {
  let t: TestApp;
  beforeAll(async () => (t = await workerApp()));
  afterAll(() => t.stop());

  const graphql = async (body: object) => {
    const answer = await fetch(`${t.url}/graphql`, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json()) as { data?: unknown; errors?: unknown[] } };
  };

  it('names JSON and sends none: the session ends as it should', async () => {
    const { client } = await t.make.person();
    expect((await client.call('POST', '/auth/logout', { body: '', headers: JSON_TYPE })).status).toBe(204);
    expect((await client.get('/auth/me')).status).toBe(401);
  });

  it('names JSON and sends none on DELETE, and where every field may be left out', async () => {
    const ada = await t.make.person();
    const admin = await t.make.admin();
    const call = (method: string, path: string, by = ada.client) =>
      by.call(method, path, { body: '', headers: JSON_TYPE });
    expect((await call('PATCH', '/users/me')).status).toBe(200);
    const { body } = await admin.client.post('/categories', { name: 'Habits' });
    expect((await call('DELETE', `/categories/${body.id}`, admin.client)).status).toBe(204);
    expect((await call('POST', '/auth/logout-all')).status).toBe(204);
  });

  it.each([
    ['application/json; charset=utf-16', 415],
    ['application/json; charset="latin1"', 415],
    ['application/json; charset=UTF-8', 401],
    ['application/json;charset="utf-8"', 401],
    ['application/json; profile=x', 401],
  ])('sends JSON as %s: %i', async (type, status) => {
    const body = JSON.stringify({ email: 'nobody@example.com', password: 'x' });
    expect((await t.client.call('POST', '/auth/login', { body, headers: { 'content-type': type } })).status).toBe(
      status,
    );
  });

  it.each([[['{ categories { name } }']], [1], [{}], [true]])('sends %j as a document: 400', async (query) => {
    const answer = await graphql({ query });
    expect(answer.status).toBe(400);
    const list = await fetch(`${t.url}/graphql?query=%7Bcategories%7Bname%7D%7D&query=x`, { headers: JSON_TYPE });
    expect(list.status).toBe(400);
  });

  it('names an operation that is not in the document: the same answer each time', async () => {
    const query = 'query One { categories { name } }';
    const wrong = [await graphql({ query, operationName: 'Two' })];
    for (let n = 0; n < 4; n++) expect((await graphql({ query, operationName: 'One' })).status).toBe(200);
    for (let n = 0; n < 2; n++) wrong.push(await graphql({ query, operationName: 'Two' }));
    for (const { status, body } of wrong) {
      expect(status).toBe(wrong[0].status);
      expect(body.data ?? null).toBeNull();
      expect(body.errors).toHaveLength(1);
    }
    expect((await graphql({ query })).status).toBe(200);
  });

  it('takes no null for a member that is not nullable, and no member that is read only', async () => {
    const { client } = await t.make.admin();
    expectProblem(await client.post('/categories', { name: 'Nulls', description: null }), 422, 'validation');
    const { body } = await client.post('/categories', { name: 'Nulls' });
    const answer = await client.put(`/categories/${body.id}`, body);
    expectProblem(answer, 422, 'validation');
    expect(answer.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      'created_at',
      'id',
      'updated_at',
    ]);
    const { name, description } = body;
    expect((await client.put(`/categories/${body.id}`, { name, description })).status).toBe(200);
  });

  it('has no address with a trailing slash', async () => {
    expect((await t.client.get('/categories')).status).toBe(200);
    expect((await t.client.get('/categories/')).status).toBe(404);
  });

  it('writes CSV without a byte order mark', async () => {
    const { client } = await t.make.admin();
    const { text } = await client.get('/school/export?kind=students');
    expect(text.charCodeAt(0)).not.toBe(0xfeff);
  });

  it.each([
    ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
    ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json; charset=utf-8'],
    ['application/json', 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
  ])('answers GraphQL to who accepts %s as %s', async (accept, type) => {
    for (const [query, status] of [
      ['{ categories { name } }', 200],
      ['{ nothing }', 400],
    ] as const) {
      const answer = await t.client.post('//graphql', { query }, { accept });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type]);
    }
  });

  it('tells a client that persisted queries are not supported, in the words it reads', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
    const { body } = await graphql({ extensions });
    expect(body.errors?.[0]).toMatchObject({
      message: 'PersistedQueryNotSupported',
      extensions: { code: 'persisted_query_not_supported' },
    });
    expect((await graphql({ query: '{ categories { name } }', extensions })).status).toBe(200);
  });

  it.each(['apollo-require-preflight', 'mercurius-require-preflight'])('takes a query by GET with %s', async (name) => {
    const path = '//graphql?query=%7Bcategories%7Bname%7D%7D';
    expect((await t.client.get(path, { [name]: 'true' })).status).toBe(200);
    expect((await t.client.get(path)).status).toBe(400);
  });

  it('finds users whatever the accents of their names', async () => {
    const { client } = await t.make.admin();
    const { user } = await t.make.person({ fullName: 'José Ñandú' });
    for (const q of ['jose', 'JOSÉ', 'nandu', 'José Ñ']) {
      const { body } = await client.get(`/users?q=${encodeURIComponent(q)}`);
      expect(body.items.map(({ id }: { id: string }) => id)).toContain(user.id);
    }
    expect((await client.get('/users?q=%25')).body.items).toEqual([]);
  });
});
