import { createPublicKey } from 'node:crypto';
import { verify } from 'jsonwebtoken';
import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { rawRequest, sendRaw } from '../../support/raw';
import { UpstreamServer, upstreams } from './upstream-server';

const SCHEMA = {
  type: 'object',
  required: ['amount'],
  additionalProperties: false,
  properties: { amount: { type: 'integer', minimum: 1 }, mail: { type: 'string', format: 'email' } },
};

describe('the gateway', () => {
  let t: TestApp;
  let billing: UpstreamServer;
  let user: Person;
  beforeAll(async () => {
    billing = await UpstreamServer.start();
    const targets = [{ url: `${billing.url}/base` }];
    t = await startApp({
      PUBLIC_URL: 'https://atrium.example',
      ...upstreams(
        {
          name: 'billing',
          targets,
          max_body_bytes: 1000,
          forward: { headers: { 'X-Api-Key': 'of the operator' } },
          routes: [
            { path: '/admin/*', access: 'use_billing_admin' },
            { path: '/payments', methods: ['POST'], schema: SCHEMA },
            { path: '/rare', limit: '2/hour' },
          ],
        },
        {
          ...{ name: 'open', targets, access: 'public', encoded_slashes: true },
          forward: { authorization: true, cookies: true, host: 'preserve' },
          routes: [{ path: '/guarded/*', access: 'read_gateway' }],
        },
        { name: 'staff', targets, access: 'read_gateway' },
      ),
    });
    user = await t.make.person();
  });
  afterAll(async () => {
    await t.stop();
    await billing.close();
  });
  beforeEach(() => {
    billing.hits = 0;
    billing.seen.length = 0;
  });

  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])(
    'passes a %s on as it is',
    async (method) => {
      const body = ['GET', 'OPTIONS', 'PROPFIND'].includes(method) ? undefined : '{"a": "ä"}';
      const answer = await user.client.call(method, '/gateway/billing/a/b%20c?x=1&y=%2F', { body });
      expect(answer).toMatchObject({ status: 200, body: { method, url: '/base/a/b%20c?x=1&y=%2F' } });
      expect(billing.last.body.toString()).toBe(body ?? '');
      expect(answer.headers.get('x-request-id')).toBe(billing.last.headers['x-request-id']);
    },
  );

  it('answers a HEAD without a body, an empty path with the root, and hands on status and headers', async () => {
    expect(await user.client.call('HEAD', '/gateway/billing/x')).toMatchObject({ status: 200, text: '' });
    expect((await user.client.get('/gateway/billing')).body.url).toBe('/base/');
    billing.handler = (_request, answer) => {
      answer.writeHead(418, { 'X-Own': 'yes', 'Set-Cookie': ['a=1', 'atrium=stolen', '__Host-atrium=stolen'] });
      answer.end('a teapot');
    };
    try {
      const answer = await user.client.get('/gateway/billing/tea');
      expect([answer.status, answer.text, answer.headers.get('x-own')]).toEqual([418, 'a teapot', 'yes']);
      expect(answer.headers.getSetCookie()).toEqual(['a=1']);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answer.headers.get('cache-control')).toBe('no-store');
    } finally {
      billing.handler = UpstreamServer.echo;
    }
  });

  it('leads a redirect back to itself, and follows none', async () => {
    const to = async (location: string) => {
      billing.handler = (_request, answer) => answer.writeHead(302, { location }).end();
      const answer = await user.client.get('/gateway/billing/x');
      billing.handler = UpstreamServer.echo;
      return answer.headers.get('location');
    };
    expect(await to('/base/login?a=1')).toBe('/api/v1/gateway/billing/login?a=1');
    expect(await to(`${billing.url}/base/y`)).toBe('/api/v1/gateway/billing/y');
    expect(await to('https://elsewhere.example/z')).toBe('https://elsewhere.example/z');
    expect(await to('http://169.254.169.254/latest/meta-data')).toBe('http://169.254.169.254/latest/meta-data');
    expect(billing.hits).toBe(4);
  });

  describe('who may call', () => {
    it('is nobody without a good token, whatever the service', async () => {
      for (const path of ['/gateway/billing/x', '/gateway/nothing/x', '/gateway/staff']) {
        expect(await t.client.get(path)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
        expect(await t.client.as('nonsense').get(path)).toMatchObject({ status: 401 });
      }
      expect(billing.hits).toBe(0);
    });

    it('is who has the permission of the upstream or the route, an operator’s own word too', async () => {
      for (const path of [
        '/gateway/staff/x',
        '/gateway/billing/admin',
        '/gateway/billing/admin/x',
        '/gateway/billing/%61dmin/x',
        '/gateway/billing/admin;v=1/x',
      ]) {
        expect(await user.client.get(path)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      }
      const admin = await t.make.admin();
      expect((await admin.client.get('/gateway/staff/x')).status).toBe(200);
      expect((await admin.client.get('/gateway/billing/admin/x')).status).toBe(200);
      const other = await t.make.person();
      const given = await admin.client.patch(`/users/${other.user.id}`, { permissions: ['use_billing_admin'] });
      expect(given.status).toBe(200);
      expect((await other.client.get('/gateway/billing/admin/x')).status).toBe(200);
    });

    it('is nobody half-authenticated, and nobody once the session has ended', async () => {
      const person = await t.make.person();
      expect((await person.client.get('/gateway/billing/x')).status).toBe(200);
      await person.client.post('/auth/logout');
      expect((await person.client.get('/gateway/billing/x')).status).toBe(401);
      const half = await t.make.person();
      await t.db.query(`UPDATE sessions SET assurance = 'pending_mfa', changed_at = now() WHERE user_id = $1`, [
        half.user.id,
      ]);
      const answer = await half.client.get('/gateway/billing/x');
      expect(answer).toMatchObject({ status: 403, body: { code: 'mfa_required' } });
      expect(answer.headers.get('x-mfa-required')).toBe('true');
    });

    it('is everybody where the upstream is public', async () => {
      expect((await t.client.get('/gateway/open/x')).status).toBe(200);
      expect(Object.keys(billing.last.headers).filter((name) => name.startsWith('x-atrium-'))).toEqual([]);
    });

    it('hears 404 of a service that there is not', async () => {
      expect(await user.client.get('/gateway/nothing/x')).toMatchObject({
        status: 404,
        body: { code: 'upstream_not_found' },
      });
    });
  });

  describe('what the upstream is told', () => {
    it('is who calls, provable by the public keys, for this service and a minute', async () => {
      const { body: me } = await user.client.get('/auth/me');
      await user.client.get('/gateway/billing/x');
      const { headers } = billing.last;
      expect(headers).toMatchObject({
        'x-atrium-user': me.id,
        'x-atrium-roles': 'user',
        'x-api-key': 'of the operator',
      });
      const token = headers['x-atrium-identity'] as string;
      const { keys } = (await t.client.get('//.well-known/jwks.json')).body;
      const key = createPublicKey({ key: keys[0], format: 'jwk' });
      const { payload, header } = verify(token, key, {
        complete: true,
        audience: 'gateway:billing',
        issuer: 'https://atrium.example',
      }) as any;
      expect(header.typ).toBe('atrium-identity+jwt');
      expect(payload).toMatchObject({ sub: me.id, roles: ['user'], permissions: [], assurance: 'password' });
      expect(payload.exp - payload.iat).toBe(60);
      expect((await t.client.as(token).get('/auth/me')).status).toBe(401);
    });

    it('is nothing a client says of itself, in any spelling', async () => {
      const forged = [
        'X-Atrium-User: root',
        'x_atrium_user: root',
        'X-Atrium_User: root',
        'X-ATRIUM-ROLES: admin',
        'X_Atrium-Identity: x',
        'X-Atrium-Anything: 1',
        'X-Forwarded-For: 1.2.3.4',
        'X_Forwarded_For: 1.2.3.4',
        'X-Real-IP: 1.2.3.4',
        'Forwarded: for=1.2.3.4',
        'X-Forwarded-Host: evil.example',
        'X-Original-URL: /admin',
        'X-Request_Id: x',
      ];
      const auth = `Authorization: ${user.client.given.authorization}`;
      const answer = await sendRaw(t.url, rawRequest('GET', '/api/v1/gateway/billing/x', [auth, ...forged]));
      expect(answer.status).toBe(200);
      const { 'x-atrium-identity': _token, ...rest } = billing.last.headers;
      const told = JSON.stringify(rest);
      for (const word of ['root', 'admin', '1.2.3.4', 'evil.example', '_']) expect(told).not.toContain(word);
      expect(billing.last.headers).toMatchObject({
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-proto': 'http',
        'x-forwarded-host': 'localhost',
        'x-forwarded-prefix': '/api/v1/gateway/billing',
        forwarded: 'for=127.0.0.1;host="localhost";proto=http',
        via: '1.1 atrium',
        host: new URL(billing.url).host,
      });
    });

    it('is neither the token nor a cookie, but where that is configured, and never a cookie of ours', async () => {
      await user.client.get('/gateway/billing/x', { cookie: 'a=1; atrium=secret' });
      expect(billing.last.headers).not.toHaveProperty('authorization');
      expect(billing.last.headers).not.toHaveProperty('cookie');
      await t.client.get('/gateway/open/x', {
        authorization: 'Basic eDp5',
        cookie: 'a=1; atrium=s; __Host-atrium_csrf=s; b=2',
      });
      expect(billing.last.headers).toMatchObject({ authorization: 'Basic eDp5', cookie: 'a=1; b=2' });
      expect(billing.last.headers.host).toBe(new URL(t.url).host);
    });

    it('is nothing that belongs to one connection, also not what Connection names', async () => {
      const lines = [
        'Connection: close, X-Secret',
        'X-Secret: 1',
        'Keep-Alive: timeout=5',
        'Proxy-Authorization: Basic x',
        'TE: trailers',
        'Trailer: X-T',
        'Upgrade: h2c',
        'HTTP2-Settings: x',
        'X-Kept: 1',
      ];
      const text = rawRequest('GET', '/api/v1/gateway/open/x', lines).replace('Connection: close\r\n', '');
      expect((await sendRaw(t.url, text)).status).toBe(200);
      const names = Object.keys(billing.last.headers);
      expect(names).toContain('x-kept');
      for (const name of [
        'x-secret',
        'proxy-authorization',
        'te',
        'trailer',
        'upgrade',
        'http2-settings',
        'keep-alive',
      ]) {
        expect(names).not.toContain(name);
      }
    });
  });

  it('drops what belongs to the connection of the upstream', async () => {
    billing.handler = (_request, answer) => {
      answer.writeHead(200, {
        Connection: 'close, X-Inner',
        'X-Inner': '1',
        'Proxy-Authenticate': 'Basic',
        'X-Outer': '1',
        'Clear-Site-Data': '"*"',
        'Access-Control-Allow-Origin': '*',
      });
      answer.end();
    };
    const { headers } = await t.client.get('/gateway/open/x');
    billing.handler = UpstreamServer.echo;
    expect(headers.get('x-outer')).toBe('1');
    for (const name of ['x-inner', 'proxy-authenticate', 'clear-site-data', 'access-control-allow-origin']) {
      expect(headers.get(name)).toBeNull();
    }
  });

  it.each([
    '/..%2fadmin',
    '/a/../admin',
    '/%2e%2e/staff/x',
    '/a/%2e%2e/admin',
    '/a/%2E./admin',
    '/a/..;x=1/admin',
    '/a%5c..',
    '/a%00',
    '/a\\b',
    '/%zz',
    '/a%0d%0aX:y',
    '/.',
    '/./x',
    '//admin;v=1//x',
    '//169.254.169.254/y',
    '/a/%252e%252e/admin',
    '/a%2Fb',
  ])('refuses the path %s', async (path) => {
    const auth = `Authorization: ${user.client.given.authorization}`;
    const answer = await sendRaw(t.url, rawRequest('GET', `/api/v1/gateway/billing${path}`, [auth]));
    expect([answer.status, billing.hits]).toEqual([400, 0]);
  });

  it('passes an encoded slash on where its upstream takes it, and never round the access of a route', async () => {
    for (const path of ['/queues/%2F/q', '/@scope%2fname']) {
      expect(await user.client.get(`/gateway/open${path}`)).toMatchObject({
        status: 200,
        body: { url: `/base${path}` },
      });
    }
    billing.hits = 0;
    for (const path of ['/x/..%2Fguarded', '/guarded%2Fx', '/%2Fguarded', '/x%252Fy']) {
      expect((await user.client.get(`/gateway/open${path}`)).status).toBe(400);
    }
    expect((await user.client.get('/gateway/open/guarded/a%2Fb')).status).toBe(403);
    expect(billing.hits).toBe(0);
  });

  it('checks a body by the schema of its route before the upstream is bothered', async () => {
    const post = (body: unknown, headers?: Record<string, string>) =>
      user.client.post('/gateway/billing/payments', body, headers);
    expect(await post({ amount: 0, mail: 'x', more: 1 })).toMatchObject({
      status: 422,
      body: {
        code: 'validation',
        errors: expect.arrayContaining([
          { field: 'more', code: 'unknown', message: expect.any(String) },
          { field: 'amount', code: 'minimum', message: 'must be >= 1' },
          { field: 'mail', code: 'format', message: expect.any(String) },
        ]),
      },
    });
    expect((await post({})).body.errors).toMatchObject([{ field: 'amount', code: 'required' }]);
    expect(await post('{"amount":')).toMatchObject({ status: 400, body: { code: 'malformed_json' } });
    expect(await post('amount=1', { 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
    expect(await user.client.call('POST', '/gateway/billing/payments')).toMatchObject({ status: 415 });
    expect(billing.hits).toBe(0);
    expect(await post({ amount: 5 })).toMatchObject({ status: 200, body: { bytes: 12 } });
    expect((await user.client.get('/gateway/billing/payments')).status).toBe(200);
  });

  it('refuses a body that is too large, told beforehand or not', async () => {
    const body = 'x'.repeat(1001);
    expect(await user.client.post('/gateway/billing/x', body)).toMatchObject({
      status: 413,
      body: { code: 'body_too_large' },
    });
    expect(billing.hits).toBe(0);
    const auth = `Authorization: ${user.client.given.authorization}`;
    const head = rawRequest('POST', '/api/v1/gateway/billing/x', [auth, 'Transfer-Encoding: chunked']);
    expect((await sendRaw(t.url, `${head}3e9\r\n${body}\r\n0\r\n\r\n`)).status).toBe(413);
  });

  it('counts calls in the limit of their route', async () => {
    const person = await t.make.person();
    const answers = [1, 2, 3].map(() => person.client.get('/gateway/billing/rare'));
    expect((await Promise.all(answers)).map(({ status }) => status).sort()).toEqual([200, 200, 429]);
    const refused = await person.client.get('/gateway/billing/rare');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await person.client.get('/gateway/billing/often')).status).toBe(200);
  });

  it('writes no line for the log that a path could forge, and answers TRACE with 405', async () => {
    expect((await user.client.call('PURGE', '/gateway/billing/x')).status).toBeLessThan(500);
    expect((await sendRaw(t.url, rawRequest('TRACE', '/api/v1/gateway/open/x', []))).status).toBe(405);
    expect(billing.hits).toBeLessThan(2);
  });

  it('shows its state to who may read it alone', async () => {
    expect((await t.client.get('/gateway')).status).toBe(401);
    expect((await user.client.get('/gateway')).status).toBe(403);
    const admin = await t.make.admin();
    await user.client.get('/gateway/billing/x');
    const { body } = await admin.client.get('/gateway');
    expect(body).toMatchObject({
      count: 3,
      items: [{ name: 'billing', state: 'well', targets: [{ state: 'well', number: 1 }] }, {}, {}],
    });
    expect(body.items[0].history).toHaveLength(60);
    expect(body.items[0].history.reduce((sum: number, { answered }: any) => sum + answered, 0)).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toContain('of the operator');
    expect((await t.client.get('//metrics')).text).toMatch(
      /gateway_calls_total\{upstream="billing",outcome="answered"\} [1-9]/,
    );
  });
});
