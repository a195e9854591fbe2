import { startApp, TestApp } from '../support/app';
import type { Client } from '../support/client';
import { until } from '../support/until';
import { UpstreamServer, upstreams } from './upstream-server';

const BREAKER = { open_ms: 500, max_open_ms: 500 };
/** The promise is 50 ms on a machine of its own; what is asserted leaves room for a busy one. */
const AT_ONCE_MS = 500;

describe('the breaker of an upstream', () => {
  let t: TestApp;
  let server: UpstreamServer;
  let client: Client;
  beforeEach(async () => {
    server = await UpstreamServer.start();
    t = await startApp(
      upstreams({
        name: 'billing',
        access: 'public',
        targets: [{ url: server.url }],
        timeouts: { first_byte_ms: 300, connect_ms: 300 },
        breaker: BREAKER,
        routes: [{ path: '/patient', first_byte_ms: 60_000 }],
      }),
    );
    ({ client } = t);
  });
  afterEach(async () => {
    await t.stop();
    await server.close().catch(() => undefined);
  });

  const call = () => client.get('/gateway/billing/x');
  const statuses = async (times: number) => {
    const found: number[] = [];
    for (let n = 0; n < times; n++) found.push((await call()).status);
    return found;
  };
  const state = async () => {
    const admin = await t.make.admin();
    return (await admin.client.get('/gateway')).body.items[0];
  };

  it('opens after five answers of 500, refuses at once without a call, and closes by one probe', async () => {
    server.handler = (_request, answer) => answer.writeHead(500).end('ill');
    expect(await statuses(5)).toEqual([500, 500, 500, 500, 500]);
    const beganMs = performance.now();
    const refused = await call();
    expect(performance.now() - beganMs).toBeLessThan(AT_ONCE_MS);
    expect(refused).toMatchObject({ status: 503, body: { code: 'upstream_unavailable' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(server.hits).toBe(5);
    expect(await state()).toMatchObject({ state: 'down', targets: [{ reason: '500' }] });

    server.handler = UpstreamServer.echo;
    await until(async () => (await call()).status === 200);
    expect(await state()).toMatchObject({ state: 'well', targets: [{ state: 'well', reason: null }] });
    expect((await client.get('//health')).body.breakers).toMatchObject({ 'gateway:billing:1': 'closed' });
  });

  it('lets one of 500 callers through when half open', async () => {
    server.handler = (_request, answer) => answer.writeHead(500).end();
    await statuses(5);
    server.hits = 0;
    let answerNow: () => void = () => undefined;
    server.handler = (_request, answer) => (answerNow = () => void answer.end('back'));
    await until(async () => (await state()).targets[0].retry_in_s === 0);
    const calls = Array.from({ length: 500 }, () => client.get('/gateway/billing/patient'));
    const refused = new Promise<void>((resolve) => {
      let left = 499;
      for (const one of calls) void one.then(({ status }) => status === 503 && --left === 0 && resolve());
    });
    await refused;
    expect(server.hits).toBe(1);
    answerNow();
    const all = (await Promise.all(calls)).map(({ status }) => status);
    expect([all.filter((one) => one === 200).length, all.filter((one) => one === 503).length]).toEqual([1, 499]);
    server.handler = UpstreamServer.echo;
    expect(await statuses(3)).toEqual([200, 200, 200]);
  });

  it('is never opened by a hundred answers of 404', async () => {
    server.handler = (_request, answer) => answer.writeHead(404).end();
    expect(new Set(await statuses(100))).toEqual(new Set([404]));
    expect((await state()).state).toBe('well');
  });

  it('opens on an upstream that hangs: 504, then 503, then well again', async () => {
    server.handler = () => undefined;
    expect(await statuses(5)).toEqual([504, 504, 504, 504, 504]);
    expect(await call()).toMatchObject({ status: 503 });
    expect(server.hits).toBe(5);
    server.handler = UpstreamServer.echo;
    await until(async () => (await call()).status === 200);
  });

  it('opens on an upstream that refuses connections: 502, then 503, then well again', async () => {
    await server.close();
    expect(await statuses(5)).toEqual([502, 502, 502, 502, 502]);
    expect(await call()).toMatchObject({ status: 503 });
    expect((await state()).targets[0]).toMatchObject({ state: 'open', reason: 'ECONNREFUSED' });
    await server.open();
    await until(async () => (await call()).status === 200);
  });

  it('leaves the rest of the application as quick as it was', async () => {
    server.handler = () => undefined;
    const hanging = Array.from({ length: 4 }, () => call());
    expect((await client.get('/products')).status).toBe(200);
    expect((await client.get('//health/live')).status).toBe(200);
    await Promise.all(hanging);
  });
});

describe('the breaker on slowness and over instances', () => {
  it('opens when half of the calls are slow', async () => {
    const server = await UpstreamServer.start((_request, answer) => void setTimeout(() => answer.end('late'), 60));
    const breaker = { ...BREAKER, slow_ms: 50, least: 4, open_ms: 60_000, max_open_ms: 60_000 };
    const t = await startApp(upstreams({ name: 'slow', access: 'public', targets: [{ url: server.url }], breaker }));
    try {
      const statuses: number[] = [];
      for (let n = 0; n < 6; n++) statuses.push((await t.client.get('/gateway/slow/x')).status);
      expect(statuses).toEqual([200, 200, 200, 200, 503, 503]);
      expect(server.hits).toBe(4);
    } finally {
      await t.stop();
      await server.close();
    }
  });

  it('opens on every instance, and history is of all of them', async () => {
    const server = await UpstreamServer.start((_request, answer) => answer.writeHead(500).end());
    const breaker = { open_ms: 60_000, max_open_ms: 60_000 };
    const one = await startApp(upstreams({ name: 'ill', access: 'public', targets: [{ url: server.url }], breaker }));
    const other = await startApp(one.env);
    try {
      const admin = await one.make.admin();
      const seen = async () => {
        const answer = await fetch(`${other.url}/api/v1/gateway`, { headers: admin.client.given });
        return ((await answer.json()) as any).items[0];
      };
      await other.client.get('/gateway/ill/x');
      // What was said while the other one was still connecting to Redis is lost to it: so this is said again until heard.
      await until(async () => {
        await one.client.get('/gateway/ill/x');
        return (await seen()).history.some(({ failed, refused }: any) => failed + refused > 1);
      });
      await until(async () => {
        for (let n = 0; n < 5; n++) await one.client.get('/gateway/ill/x');
        return (await other.client.get('/gateway/ill/x')).status === 503;
      });
    } finally {
      await other.stop();
      await one.stop();
      await server.close();
    }
  });
});
