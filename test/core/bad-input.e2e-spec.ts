import { UsersService } from '../../src/modules/identity/users';
import { startApp, TestApp } from '../support/app';
import { Person } from '../support/make';
import { RawAnswer, rawRequest, sendRaw } from '../support/raw';

const ID = '0192f0a0-1c2d-7e3f-8a4b-5c6d7e8f9a0b';
const BODY_LIMIT = 4096;
/** What would tell of the inside: stacks, statements, paths, libraries, hosts. */
const INSIDE =
  /node_modules|\.[jt]s:\d|\n\s+at |select |insert |update .* set|typeorm|fastify|nestjs|mercurius|postgres|redis|FST_ERR|HPE_|SyntaxError|Unexpected token|127\.0\.0\.1|\/work\/|\/src\//i;
const JSON_TYPE = { 'content-type': 'application/json' };

interface Seen {
  readonly status: number;
  readonly text: string;
  readonly header: (name: string) => string | null | undefined;
}

describe('bad input', () => {
  let t: TestApp;
  let admin: Person;
  beforeAll(async () => {
    t = await startApp({ RATE_LIMITS: '100000/minute,auth=100000/minute', BODY_LIMIT: String(BODY_LIMIT) });
    admin = await t.make.admin();
  });
  afterAll(() => t.stop());

  /** A problem document whole, which tells nothing of the inside. */
  function expectProblem({ status, text, header }: Seen, expected: number, code: string, instance: string): void {
    expect({ status, text }).toMatchObject({ status: expected });
    expect(header('content-type')).toMatch(/^application\/problem\+json/);
    const problem = JSON.parse(text);
    expect(problem).toMatchObject({
      type: `/problems/${code}`,
      title: expect.stringMatching(/^[A-Z][a-z0-9 ]+/),
      status: expected,
      detail: expect.stringMatching(/\S/),
      instance,
      code,
      request_id: expect.stringMatching(/^[\w.:@/+=-]{1,128}$/),
    });
    expect(header('x-request-id')).toBe(problem.request_id);
    expect(text).not.toMatch(INSIDE);
  }

  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Seen> => {
    const answer = await admin.client.call(method, path, { body, headers });
    for (const name of ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset']) {
      expect(answer.headers.get(name)).toMatch(/^\d+$/);
    }
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    return { ...answer, header: (name) => answer.headers.get(name) };
  };
  const seen = (answer: RawAnswer): Seen => ({ ...answer, header: (name) => answer.headers.get(name) });

  it.each([
    ['malformed JSON', '{"email":'],
    ['a lone word', 'email=ada'],
    ['an empty body', ''],
    ['two documents', '{}{}'],
    ['a comma too many', '{"email":"a@b.c",}'],
    ['broken UTF-16', '{"email":"\\ud8"}'],
  ])('answers %s with 400', async (_, body) => {
    expectProblem(await call('POST', '/auth/login', body, JSON_TYPE), 400, 'malformed_json', '/api/v1/auth/login');
  });

  it.each([
    ['__proto__', '{"email":"a@b.c","password":"x","__proto__":{"is_active":true}}'],
    ['__proto__, escaped', '{"email":"a@b.c","password":"x","\\u005f_proto__":{"is_active":true}}'],
    ['__proto__ within', '{"email":"a@b.c","password":{"__proto__":{"x":1}}}'],
    ['constructor.prototype', '{"email":"a@b.c","password":"x","constructor":{"prototype":{"x":1}}}'],
  ])('refuses %s', async (_, body) => {
    const answer = await call('POST', '/auth/login', body, JSON_TYPE);
    expect([400, 422]).toContain(answer.status);
    expectProblem(answer, answer.status, JSON.parse(answer.text).code, '/api/v1/auth/login');
    expect(({} as Record<string, unknown>).x ?? ({} as Record<string, unknown>).is_active).toBeUndefined();
  });

  it.each([
    ['an unknown field', 'POST', '/auth/login', { email: 'a@b.c', password: 'x', '<b>': 1 }],
    ['a wrong type', 'POST', '/auth/login', { email: 1, password: true }],
    ['a list', 'POST', '/auth/login', []],
    ['a text', 'POST', '/auth/login', '"text"'],
    ['a number', 'POST', '/auth/login', '1e309'],
    ['null', 'POST', '/auth/refresh', 'null'],
    ['no body', 'POST', '/auth/login', undefined],
    ['a malformed id', 'GET', '/products/1', undefined],
    ['an id with SQL', 'GET', "/products/1'%20OR%201=1--", undefined],
    ['an id with NUL', 'GET', '/products/%00', undefined],
    ['a malformed id on writing', 'DELETE', '/categories/abc', undefined],
    ['a limit of 0', 'GET', '/products?limit=0', undefined],
    ['a limit of words', 'GET', '/products?limit=abc', undefined],
    ['a broken cursor', 'GET', '/products?cursor=abc', undefined],
    ['an unknown query', 'GET', '/products?where=1', undefined],
    ['a query of many', 'GET', `/products?${'limit=5&'.repeat(1500)}`, undefined],
    ['a query of prototypes', 'GET', '/products?__proto__=1&constructor=2', undefined],
  ])('answers %s with 422 and names the field', async (_, method, path, body) => {
    const answer = await call(method, path, body);
    expectProblem(answer, 422, 'validation', `/api/v1${path.split('?')[0]}`);
    const { errors } = JSON.parse(answer.text);
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) {
      expect(error).toEqual({
        field: expect.any(String),
        code: expect.stringMatching(/^[a-z_]+$/),
        message: expect.any(String),
      });
    }
  });

  it('answers a body over the limit with 413, whether it says its length or not', async () => {
    const body = JSON.stringify({ email: 'x'.repeat(BODY_LIMIT), password: 'x' });
    expectProblem(await call('POST', '/auth/login', body), 413, 'body_too_large', '/api/v1/auth/login');
    const head = rawRequest('POST', '/api/v1/auth/login', [
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
    ]);
    const chunk = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
    expectProblem(seen(await sendRaw(t.url, head + chunk)), 413, 'body_too_large', '/api/v1/auth/login');
  });

  it.each([
    ['GET', '/auth/login', 'POST'],
    ['DELETE', '/auth/register', 'POST'],
    ['POST', '/auth/me', 'GET, HEAD'],
    ['PATCH', '/auth/logout', 'POST'],
    ['PUT', `/products`, 'GET, HEAD, POST'],
  ])('answers %s %s with 405', async (method, path, allow) => {
    const answer = await call(method, path, method === 'GET' ? undefined : {});
    expectProblem(answer, 405, 'method_not_allowed', `/api/v1${path}`);
    expect(answer.header('allow')).toBe(allow);
  });

  it.each([
    'text/plain',
    'text/xml',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'nonsense',
    ';;',
  ])('answers a body of %s with 415', async (type) => {
    const answer = await call('POST', '/auth/login', 'x=1', { 'content-type': type });
    expectProblem(answer, 415, 'unsupported_media_type', '/api/v1/auth/login');
  });

  it.each(['x', '', 'Bearer', 'Bearer a.b.c', `Bearer ${'é'}`])(
    'answers the credential %p with 401',
    async (authorization) => {
      const answer = await call('GET', '/users/me', undefined, { authorization });
      expectProblem(answer, 401, 'unauthenticated', '/api/v1/users/me');
      expect(answer.header('www-authenticate')).toBe('Bearer');
    },
  );

  it('answers who lacks the right with 403', async () => {
    const { client } = await t.make.person();
    const answer = await client.post('/categories', { name: 'Books' });
    expectProblem({ ...answer, header: (name) => answer.headers.get(name) }, 403, 'forbidden', '/api/v1/categories');
  });

  it('answers an Idempotency-Key that is none with 400', async () => {
    for (const key of ['x'.repeat(10_240), '', 'a b', 'é']) {
      const answer = await call('POST', '/categories', { name: `Of ${key.length}` }, { 'idempotency-key': key });
      expectProblem(answer, 400, 'malformed_idempotency_key', '/api/v1/categories');
    }
  });

  it.each([`/products/${ID}`, `/categories/${ID}`])('answers %s, which is nothing, with 404', async (path) => {
    const answer = await call('GET', path);
    expectProblem(answer, 404, JSON.parse(answer.text).code, `/api/v1${path}`);
  });

  it.each([
    '/nowhere',
    '/auth',
    '/auth/login/',
    '/Auth/Login',
    '/../etc/passwd',
    '/auth//login',
    '//.env',
    '//.git/config',
    '//api/v2/products',
  ])('answers the unknown address %s with 404', async (path) => {
    const url = path.startsWith('//') ? path.slice(1) : new URL(`http://x/api/v1${path}`).pathname;
    expectProblem(await call('GET', `/${url}`), 404, 'not_found', url);
  });

  it('answers 412 when it has changed', async () => {
    const { id } = await t.make.category();
    const answer = await call('PUT', `/categories/${id}`, { name: 'Other' }, { 'if-match': '"stale"' });
    expectProblem(answer, 412, 'precondition_failed', `/api/v1/categories/${id}`);
  });

  it.each(['%', '%zz', '%E0%A4%A', '%c0%ae%c0%ae'])('answers the encoding %s with 4xx', async (bad) => {
    const answer = seen(await sendRaw(t.url, rawRequest('GET', `/api/v1/products/${bad}`, [])));
    expectProblem(answer, 400, 'malformed_request', JSON.parse(answer.text).instance);
    expect(answer.header('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    [
      'a header of 20 KiB',
      rawRequest('GET', '/api/v1/products', [`X-Long: ${'x'.repeat(20_480)}`]),
      431,
      'header_too_large',
    ],
    [
      'an address of 20 KiB',
      rawRequest('GET', `/api/v1/products?q=${'x'.repeat(20_480)}`, []),
      431,
      'header_too_large',
    ],
    [
      '2000 headers',
      rawRequest(
        'GET',
        '/',
        Array.from({ length: 2000 }, (_, n) => `X-H${n}: 12345678`),
      ),
      431,
      'header_too_large',
    ],
    ['line breaks in a header', rawRequest('GET', '/', ['X-A: a\rSet-Cookie: x=1']), 400, 'malformed_request'],
    ['a header without a name', rawRequest('GET', '/', [': x']), 400, 'malformed_request'],
    ['a header without a colon', rawRequest('GET', '/', ['nonsense']), 400, 'malformed_request'],
    ['NUL in a header', rawRequest('GET', '/', ['X-A: a\0b']), 400, 'malformed_request'],
    ['two lengths', rawRequest('POST', '/', ['Content-Length: 1', 'Content-Length: 2']), 400, 'malformed_request'],
    [
      'a length and chunks',
      rawRequest('POST', '/', ['Content-Length: 1', 'Transfer-Encoding: chunked']),
      400,
      'malformed_request',
    ],
    ['no HTTP', 'GARBAGE\r\n\r\n', 400, 'malformed_request'],
    ['an unknown method', rawRequest('BREW', '/', []), 400, 'malformed_request'],
    ['another HTTP', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n', 400, 'malformed_request'],
  ])('answers %s on the bare socket', async (_, bytes, status, code) => {
    const answer = seen(await sendRaw(t.url, bytes));
    expectProblem(answer, status, code, '/');
    expect(answer.header('set-cookie')).toBeUndefined();
    expect((await t.client.get('//health/live')).status).toBe(200);
  });

  it('does not take line breaks from an X-Request-Id', async () => {
    const bytes = rawRequest('GET', '/api/v1/nowhere', ['X-Request-Id: a%0d%0aSet-Cookie: x=1']);
    const answer = seen(await sendRaw(t.url, bytes));
    expectProblem(answer, 404, 'not_found', '/api/v1/nowhere');
    expect(answer.header('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('tells nobody why it failed', async () => {
    const { client } = await t.make.person();
    expect((await client.get('/users/me')).status).toBe(200);
    const cause = new Error('SELECT hash FROM password_credentials at /srv/atrium/src/db.ts:7 on db.internal');
    const spy = jest.spyOn(t.app.get(UsersService), 'byId').mockRejectedValue(cause);
    try {
      const rest = await client.get('/users/me');
      expectProblem({ ...rest, header: (name) => rest.headers.get(name) }, 500, 'internal', '/api/v1/users/me');
      expect(rest.text).not.toMatch(/password|hash|srv|internal\./);
      const { body, text } = await client.graphql('{ me { id } }');
      expect(body.errors).toMatchObject([
        { extensions: { code: 'internal', status: 500, request_id: expect.any(String) } },
      ]);
      expect(text).not.toMatch(INSIDE);
      expect(text).not.toMatch(/password|srv/);
    } finally {
      spy.mockRestore();
    }
  });

  it('tells nobody what was thrown when it is no error', async () => {
    const { client } = await t.make.person();
    await client.get('/users/me');
    for (const thrown of ['a secret word', null, undefined, { status: 200, secret: 'word' }, 7]) {
      const spy = jest.spyOn(t.app.get(UsersService), 'byId').mockRejectedValueOnce(thrown);
      const { status, text } = await client.get('/users/me');
      spy.mockRestore();
      expect(status).toBe(500);
      expect(text).not.toContain('word');
    }
  });
});
