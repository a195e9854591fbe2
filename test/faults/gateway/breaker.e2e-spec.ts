import { once } from 'node:events';
import { IncomingMessage, request as httpRequest } from 'node:http';
import { AddressInfo, createServer } from 'node:net';
import { Readable } from 'node:stream';
import { Breakers } from '../../../src/core/outbound';
import { startApp, TestApp } from '../../support/app';
import type { Client } from '../../support/client';
import { until } from '../../support/until';
import { blackhole, UpstreamServer, upstreams } from '../../platform/gateway/upstream-server';

/** Long enough for a busy machine to see it open. */
const BREAKER = { open_ms: 2500, max_open_ms: 2500 };
const LONG = { open_ms: 60_000, max_open_ms: 60_000 };
/** Of many refusals the quickest shows what a refusal takes; the others, what else the machine has to do. */
const AT_ONCE_MS = 50;
const REFUSALS = 20;

function* endless(): Generator<Buffer> {
  for (;;) yield Buffer.alloc(65_536);
}

describe('the breaker of an upstream', () => {
  let t: TestApp;
  let server: UpstreamServer;
  let client: Client;
  beforeEach(async () => {
    server = await UpstreamServer.start();
    t = await startApp(
      upstreams(
        {
          name: 'billing',
          access: 'public',
          targets: [{ url: server.url }],
          timeouts: { first_byte_ms: 60_000 },
          breaker: BREAKER,
          routes: [{ path: '/impatient', first_byte_ms: 300 }],
        },
        { name: 'strict', access: 'public', targets: [{ url: server.url }], breaker: LONG },
      ),
    );
    ({ client } = t);
  });
  afterEach(async () => {
    await t.stop();
    await server.close().catch(() => undefined);
  });

  const call = (path = 'x') => client.get(`/gateway/billing/${path}`);
  const statuses = async (times: number, path?: string) => {
    const found: number[] = [];
    for (let n = 0; n < times; n++) found.push((await call(path)).status);
    return found;
  };
  const state = async () => {
    const admin = await t.make.admin();
    return (await admin.client.get('/gateway')).body.items[0];
  };

  it('opens after five answers of 500, refuses at once without a call, and closes by one probe', async () => {
    server.handler = (_request, answer) => answer.writeHead(500).end('ill');
    expect(await statuses(5)).toEqual([500, 500, 500, 500, 500]);
    expect(await call()).toMatchObject({ status: 503, body: { code: 'upstream_unavailable' } });
    expect(server.hits).toBe(5);
    expect(await state()).toMatchObject({ state: 'down', targets: [{ reason: '500' }] });

    server.handler = UpstreamServer.echo;
    await until(async () => (await call()).status === 200);
    expect(await state()).toMatchObject({ state: 'well', targets: [{ state: 'well', reason: null }] });
    expect((await client.get('//health')).body.breakers).toMatchObject({ 'gateway:billing:1': 'closed' });
  });

  it('refuses within 50 ms, says when to come again, and calls nobody', async () => {
    server.handler = (_request, answer) => answer.writeHead(500).end();
    for (let n = 0; n < 5; n++) await client.get('/gateway/strict/x');
    const times: number[] = [];
    for (let n = 0; n < REFUSALS; n++) {
      const beganMs = performance.now();
      const refused = await client.get('/gateway/strict/x');
      times.push(performance.now() - beganMs);
      expect(refused).toMatchObject({ status: 503, body: { code: 'upstream_unavailable' } });
      const retryAfterS = Number(refused.headers.get('retry-after'));
      expect(retryAfterS).toBeGreaterThanOrEqual(1);
      expect(retryAfterS).toBeLessThanOrEqual(60);
    }
    expect(Math.min(...times)).toBeLessThan(AT_ONCE_MS);
    expect(server.hits).toBe(5);
  });

  it('lets one of 500 callers through when half open', async () => {
    server.handler = (_request, answer) => answer.writeHead(500).end();
    await statuses(5);
    server.hits = 0;
    let answerNow: () => void = () => undefined;
    server.handler = (_request, answer) => (answerNow = () => void answer.end('back'));
    await until(async () => (await state()).targets[0].retry_in_s === 0);
    const calls = Array.from({ length: 500 }, () => call());
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
    expect(await statuses(5, 'impatient')).toEqual([504, 504, 504, 504, 504]);
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

  it('opens on an upstream that nobody gets a connection to: 504, then 503', async () => {
    const hole = await blackhole();
    const targets = [{ url: hole.url }];
    const timeouts = { connect_ms: 300, first_byte_ms: 60_000 };
    const other = await startApp(upstreams({ name: 'hole', access: 'public', targets, timeouts, breaker: LONG }));
    try {
      const calls = Array.from({ length: 5 }, () => other.client.get('/gateway/hole/x'));
      for (const answer of await Promise.all(calls)) {
        expect(answer).toMatchObject({ status: 504, body: { code: 'gateway_timeout' } });
      }
      expect(await other.client.get('/gateway/hole/x')).toMatchObject({ status: 503 });
      expect(other.app.get(Breakers).get('gateway:hole:1').status.reason).toBe('UND_ERR_CONNECT_TIMEOUT');
    } finally {
      await other.stop();
      hole.close();
    }
  });

  it('opens on an upstream that cuts the connection while a body is on its way to it', async () => {
    let taken = 0;
    const cutter = createServer((socket) => {
      socket
        .on('error', () => undefined)
        .once('data', () => {
          taken += 1;
          socket.resetAndDestroy();
        });
    }).listen(0, '127.0.0.1');
    await once(cutter, 'listening');
    const targets = [{ url: `http://127.0.0.1:${(cutter.address() as AddressInfo).port}` }];
    const other = await startApp(upstreams({ name: 'cutter', access: 'public', targets, breaker: LONG }));
    // More than fits into the buffers on the way, and no end to it: so it is cut while it comes.
    const upload = async () => {
      const request = httpRequest(`${other.url}/api/v1/gateway/cutter/x`, { method: 'POST' });
      request.on('error', () => undefined);
      const body = Readable.from(endless());
      body.pipe(request);
      const [answer] = (await once(request, 'response')) as [IncomingMessage];
      body.destroy();
      request.destroy();
      return answer.statusCode;
    };
    try {
      for (let n = 0; n < 5; n++) expect(await upload()).toBe(502);
      expect(taken).toBe(5); // none is sent twice
      expect(await upload()).toBe(503);
      expect(taken).toBe(5);
      expect((await other.client.get('//health/live')).status).toBe(200);
    } finally {
      await other.stop();
      cutter.close();
    }
  });

  it('leaves the rest of the application as quick as it was', async () => {
    server.handler = () => undefined;
    const hanging = Array.from({ length: 4 }, () => call('impatient'));
    expect((await client.get('/products')).status).toBe(200);
    expect((await client.get('//health/live')).status).toBe(200);
    await Promise.all(hanging);
  });
});

describe('the breaker on slowness and over instances', () => {
  it('opens when half of the calls are slow', async () => {
    const server = await UpstreamServer.start((_request, answer) => void setTimeout(() => answer.end('late'), 60));
    const breaker = { ...LONG, slow_ms: 50, least: 4 };
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
    const one = await startApp(
      upstreams({ name: 'ill', access: 'public', targets: [{ url: server.url }], breaker: LONG }),
    );
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

  it('lets one of 500 callers of two instances through when half open', async () => {
    const server = await UpstreamServer.start((_request, answer) => answer.writeHead(500).end());
    const targets = [{ url: server.url }];
    const timeouts = { first_byte_ms: 60_000 };
    const one = await startApp(upstreams({ name: 'ill', access: 'public', targets, timeouts, breaker: BREAKER }));
    const other = await startApp(one.env);
    const both = [one, other];
    const breakers = both.map((t) => t.app.get(Breakers).get('gateway:ill:1'));
    try {
      await until(async () => {
        for (let n = 0; n < 5; n++) await one.client.get('/gateway/ill/x');
        return breakers.every(({ status }) => status.state !== 'closed');
      });
      await until(() => breakers.every(({ isDue }) => isDue));
      server.hits = 0;
      let answerNow: () => void = () => undefined;
      server.handler = (_request, answer) => (answerNow = () => void answer.end('back'));
      const calls = Array.from({ length: 500 }, (_, n) => both[n % 2].client.get('/gateway/ill/x'));
      await new Promise<void>((resolve) => {
        let left = 499;
        for (const call of calls) void call.then(({ status }) => status === 503 && --left === 0 && resolve());
      });
      expect(server.hits).toBe(1);
      answerNow();
      const statuses = (await Promise.all(calls)).map(({ status }) => status).sort();
      expect(statuses).toEqual([200, ...Array<number>(499).fill(503)]);
      server.handler = UpstreamServer.echo;
      // It has closed for both.
      for (const t of both) await until(async () => (await t.client.get('/gateway/ill/x')).status === 200);
    } finally {
      await other.stop();
      await one.stop();
      await server.close();
    }
  });
});
