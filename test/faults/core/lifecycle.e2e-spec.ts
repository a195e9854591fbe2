import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { dropDatabase, makeDatabase } from '../../support/database';
import { freePort, Instance } from '../../support/instance';
import { Proxy } from '../../support/proxy';
import { servers } from '../../support/servers';
import { until } from '../../support/until';
import { within } from '../../support/within';

describe('life of a process', () => {
  let database: string;
  let env: Record<string, string>;
  const running: Instance[] = [];

  const start = async (more: Record<string, string> = {}): Promise<Instance> => {
    const instance = Instance.start(await freePort(), { ...env, ...more });
    running.push(instance);
    return instance;
  };

  beforeAll(async () => {
    database = await makeDatabase();
    env = { DATABASE_URL: database, REDIS_URL: servers().redis, REDIS_PREFIX: `test-life-${Date.now()}` };
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map((instance) => instance.stop('SIGKILL')));
  });

  afterAll(() => dropDatabase(database));

  it('drains on SIGTERM: not ready at once, what runs is finished, exit 0', async () => {
    const instance = await start({ DRAIN_MS: '5000' });
    await instance.ready();
    // A request whose body is still on its way when the signal comes.
    const slow = request({
      port: instance.port,
      method: 'POST',
      path: '/api/v1/auth/login',
      headers: { 'content-type': 'application/json', 'content-length': '2', expect: '100-continue' },
    });
    slow.flushHeaders();
    const answered = once(slow, 'response') as Promise<[{ statusCode: number }]>;
    await once(slow, 'continue'); // it has arrived
    slow.write('{');
    instance.child.kill('SIGTERM');
    await until(async () => (await instance.client.get('//health/ready')).status === 503);
    expect((await instance.client.get('//health/live')).status).toBe(200);
    slow.end('}');
    expect((await answered)[0].statusCode).toBe(422);
    expect(await instance.exited).toBe(0);
  });

  it('drops nothing on SIGTERM for clients on kept connections that never ask whether it is ready', async () => {
    const instance = await start({ RATE_LIMITS: 'off' });
    await instance.ready();
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    let isGone = false;
    let answers = 0;
    const dropped = { kept: 0, made: 0 };
    /** What became of one call: `lost` on a connection that was just made, which no answer had come by. */
    const ask = () =>
      new Promise<'answered' | 'refused' | 'lost'>((resolve) => {
        const sent = request({ port: instance.port, path: '/api/v1/categories', agent }, (answer) => {
          answer.resume().once('end', () => (answers++, resolve('answered')));
        });
        sent.once('error', (error: NodeJS.ErrnoException) => {
          if (error.code !== 'ECONNREFUSED' && sent.reusedSocket) dropped.kept += 1;
          resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'lost');
        });
        sent.end();
      });
    const client = async (): Promise<void> => {
      for (; !isGone; await sleep(5 + 40 * Math.random())) {
        const outcome = await ask();
        // The kernel resets what was made in the moment of the close; the next one is refused then, and only then.
        if (outcome === 'lost' && (await ask()) !== 'refused') dropped.made += 1;
        isGone ||= outcome !== 'answered';
      }
    };
    const clients = Array.from({ length: 8 }, client);
    await until(() => answers > 100);
    instance.child.kill('SIGTERM');
    expect(await instance.exited).toBe(0);
    await Promise.all(clients);
    expect(dropped).toEqual({ kept: 0, made: 0 });
  });

  it('stops at a wrong configuration, naming the variable and never its value', async () => {
    const instance = await start({ RATE_LIMITS: 'plenty-of-it' });
    expect(await instance.exited).toBe(1);
    expect(instance.output.trim().split('\n')).toHaveLength(1);
    expect(instance.output).toContain('RATE_LIMITS');
    expect(instance.output).not.toContain('plenty');
  });

  it('lives without Postgres at the start, and is ready once it is there', async () => {
    const proxy = new Proxy(new URL(database), 5432);
    await proxy.open();
    const { url } = proxy;
    await proxy.close();
    const instance = await start({ DATABASE_URL: url });
    await until(() =>
      instance.client.get('//health/live').then(
        ({ status }) => status === 200,
        () => false,
      ),
    );
    expect((await instance.client.get('//health/ready')).status).toBe(503);
    const refused = await instance.client.get('/products');
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(refused.body).toMatchObject({ code: 'unavailable', status: 503 });
    await proxy.open();
    await instance.ready();
    expect((await instance.client.get('/products')).status).toBe(200);
    // And again: a server that goes away later is 503 too, and is used again when it is back.
    const status = async () => (await instance.client.get('/products?limit=7')).status;
    await proxy.close();
    await within(6000, status, (one) => one === 503);
    await proxy.open();
    await within(6000, status, (one) => one === 200);
    expect(instance.child.exitCode).toBeNull();
    await proxy.close();
  });

  it('serves without Redis, degraded, and picks it up when it is there', async () => {
    const proxy = new Proxy(new URL(servers().redis), 6379);
    await proxy.open();
    const { url } = proxy;
    await proxy.close();
    const instance = await start({ REDIS_URL: url });
    await instance.ready();
    expect((await instance.client.get('//health')).body).toMatchObject({
      status: 'degraded',
      services: { redis: { status: 'unhealthy' }, database: { status: 'healthy' } },
    });
    const answer = await instance.client.get('/products');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('ratelimit-remaining')).toBe('298'); // counted, per process
    await proxy.open();
    await until(async () => (await instance.client.get('//health')).body.status === 'healthy');
    await proxy.close();
  });
});
