import { startApp, TestApp } from '../../support/app';
import { until } from '../../support/until';
import { UpstreamServer, upstreams } from './upstream-server';

const OWN = { access: 'public', slow_start_ms: 0 };

describe('targets of one upstream', () => {
  let servers: UpstreamServer[];
  let t: TestApp | null = null;
  beforeEach(async () => {
    servers = await Promise.all([UpstreamServer.start(), UpstreamServer.start(), UpstreamServer.start()]);
  });
  afterEach(async () => {
    await t?.stop();
    t = null;
    await Promise.all(servers.map((server) => server.close().catch(() => undefined)));
  });

  const start = async (settings: object, weights = [1, 1, 1]): Promise<TestApp> => {
    const targets = servers.map(({ url }, index) => ({ url, weight: weights[index] }));
    return (t = await startApp(upstreams({ name: 'a', ...OWN, targets, ...settings })));
  };
  const hits = () => servers.map((server) => server.hits);
  const call = async (app: TestApp, times: number, method = 'GET') => {
    const statuses: number[] = [];
    for (let n = 0; n < times; n++) statuses.push((await app.client.call(method, '/gateway/a/x')).status);
    return statuses;
  };

  it('take turns, or as their weights say', async () => {
    await call(await start({}), 9);
    expect(hits()).toEqual([3, 3, 3]);
    await t?.stop();
    servers.forEach((server) => (server.hits = 0));
    await call(await start({ balance: 'weighted' }, [4, 1, 1]), 12);
    expect(hits()).toEqual([8, 2, 2]);
  });

  it('are asked by how much they have to do', async () => {
    const app = await start({ balance: 'least_pending' });
    servers[0].handler = () => undefined;
    const hanging = [1, 2, 3].map(() => app.client.get('/gateway/a/x').catch(() => undefined));
    await until(() => servers[0].hits > 0);
    await call(app, 8);
    expect(servers[0].hits).toBe(1);
    await servers[0].close();
    await Promise.all(hanging);
  });

  it('are tried in turn by calls that may be made twice, and by no others', async () => {
    const app = await start({
      breaker: { failures: 1000, least: 10_000 },
      retries: { times: 2, budget: 1, backoff_ms: 1 },
    });
    servers[0].handler = (_request, answer) => answer.writeHead(503).end();
    servers[1].handler = (_request, answer) => void answer.socket?.destroy();
    expect(new Set(await call(app, 9))).toEqual(new Set([200]));
    expect(new Set(await call(app, 6, 'DELETE'))).toEqual(new Set([200]));
    servers.forEach((server) => (server.hits = 0));
    const posted = await call(app, 6, 'POST');
    expect([...posted].sort()).toEqual([200, 200, 502, 502, 503, 503]);
    expect(hits()).toEqual([2, 2, 2]);
  });

  it('are tried again no more than the budget allows', async () => {
    const app = await start({
      breaker: { failures: 1000, least: 10_000 },
      retries: { times: 2, budget: 0.1, backoff_ms: 0 },
    });
    for (const server of servers) server.handler = (_request, answer) => answer.writeHead(503).end();
    const statuses = await call(app, 50);
    expect(new Set(statuses)).toEqual(new Set([503]));
    const total = hits().reduce((sum, one) => sum + one, 0);
    expect(total).toBeGreaterThan(50);
    expect(total).toBeLessThanOrEqual(50 + 6);
  });

  it('are set aside while their breaker is open, and nobody notices', async () => {
    const app = await start({ breaker: { open_ms: 300, max_open_ms: 300 }, retries: { budget: 1 } });
    await servers[0].close();
    expect(new Set(await call(app, 30))).toEqual(new Set([200]));
    const admin = await app.make.admin();
    const state = async () => (await admin.client.get('/gateway')).body.items[0];
    expect(await state()).toMatchObject({ state: 'degraded', targets: [{ reason: 'ECONNREFUSED' }, {}, {}] });
    await servers[0].open();
    await until(async () => {
      await call(app, 3);
      return (await state()).state === 'well';
    });
  });

  it('are set aside by the checks of their health, and start slowly once they are well', async () => {
    servers[0].handler = (request, answer) => answer.writeHead(request.url === '/health' ? 500 : 200).end();
    const health = { path: '/health', every_ms: 50, ill_after: 2, well_after: 2 };
    const app = await start({ health, slow_start_ms: 60_000 });
    const admin = await app.make.admin();
    const first = async () => (await admin.client.get('/gateway')).body.items[0].targets[0].state;
    await until(async () => (await first()) === 'ill');
    const calls = () => servers[0].seen.filter(({ url }) => url === '/x').length;
    const before = calls();
    await call(app, 12);
    expect(calls()).toBe(before);
    servers[0].handler = UpstreamServer.echo;
    await until(async () => (await first()) === 'well');
    const well = calls();
    await call(app, 42);
    // A tenth of its share at first: of 42 among three about two, and not fourteen.
    expect(calls() - well).toBeLessThan(7);
    expect(calls() - well).toBeGreaterThan(0);
  });

  it('take no more calls at once than they may', async () => {
    servers.splice(1).forEach((server) => void server.close());
    servers = servers.slice(0, 1);
    const app = await start({ max_pending: 2 });
    const release: (() => void)[] = [];
    servers[0].handler = (_request, answer) => void release.push(() => answer.end());
    const two = [app.client.get('/gateway/a/x'), app.client.get('/gateway/a/x')];
    await until(() => release.length === 2);
    expect(await app.client.get('/gateway/a/x')).toMatchObject({ status: 503, body: { code: 'upstream_unavailable' } });
    release.forEach((go) => go());
    expect((await Promise.all(two)).map(({ status }) => status)).toEqual([200, 200]);
  });
});

describe('an upstream that cannot answer', () => {
  it('is answered for by another one, or by what the operator has written', async () => {
    const spare = await UpstreamServer.start();
    const targets = [{ url: 'http://127.0.0.1:9' }]; // discard: nobody listens
    const t = await startApp(
      upstreams(
        { name: 'a', ...OWN, targets, fallback: { upstream: 'spare' } },
        { name: 'b', ...OWN, targets, fallback: { status: 200, headers: { 'X-Stale': 'yes' }, body: { rates: [] } } },
        { name: 'c', ...OWN, targets, fallback: { upstream: 'b' } },
        { name: 'spare', ...OWN, targets: [{ url: spare.url }] },
      ),
    );
    try {
      expect(await t.client.get('/gateway/a/x')).toMatchObject({ status: 200, body: { url: '/x' } });
      const answer = await t.client.get('/gateway/b/x');
      expect(answer).toMatchObject({ status: 200, body: { rates: [] } });
      expect([answer.headers.get('x-stale'), answer.headers.get('x-atrium-fallback')]).toEqual(['yes', 'true']);
      expect((await t.client.get('/gateway/c/x')).status).toBe(502);
      for (let n = 0; n < 6; n++) expect((await t.client.get('/gateway/a/x')).status).toBe(200);
    } finally {
      await t.stop();
      await spare.close();
    }
  });
});
