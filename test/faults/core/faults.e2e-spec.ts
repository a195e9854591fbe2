import { Client as Pg } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { dropDatabase, makeDatabase } from '../../support/database';
import { freePort, Instance } from '../../support/instance';
import { PrivateRedis } from '../../support/private-redis';
import { servers } from '../../support/servers';
import { paceOf } from '../../support/pace';
import { until } from '../../support/until';
import { within } from '../../support/within';

const EMAIL = 'grace@example.com';
const PASSWORD = 'Sunny-Day-42';

describe('faults', () => {
  let database: string;
  let instance: Instance;
  let redis: PrivateRedis;

  beforeAll(async () => {
    database = await makeDatabase();
    redis = await PrivateRedis.start();
    instance = Instance.start(await freePort(), {
      DATABASE_URL: database,
      REDIS_URL: redis.url,
      RATE_LIMITS: '100000/minute,auth=100000/minute',
    });
    await instance.ready();
    await instance.client.post('/auth/register', { email: EMAIL, password: PASSWORD, full_name: 'Grace' });
  });

  afterAll(async () => {
    await instance.stop('SIGKILL');
    await redis.stop();
    await dropDatabase(database);
  });

  it('survives the loss of all its database connections, again and again, with 503 and nothing worse', async () => {
    const killer = new Pg({ connectionString: servers().postgres });
    await killer.connect();
    const statuses = new Map<number, number>();
    let going = true;
    const callers = Array.from({ length: 8 }, async (_, caller) => {
      for (let turn = 0; going; turn++) {
        const path = caller % 2 ? `/products?limit=${1 + (turn % 100)}&min_price=${turn}` : '//health';
        const { value, tookMs } = await paceOf(instance.client.get(path));
        expect(tookMs).toBeLessThan(5000);
        const { status } = value;
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    });
    for (let round = 0; round < 20; round++) {
      await killer.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = 'atrium'`,
        [new URL(database).pathname.slice(1)],
      );
      await sleep(150);
    }
    going = false;
    await Promise.all(callers);
    await killer.end();
    expect([...statuses.keys()].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(statuses.get(200)).toBeGreaterThan(0);
    expect(instance.child.exitCode).toBeNull();
    await within(
      5000,
      () => instance.client.get('/products'),
      ({ status }) => status === 200,
    );
  });

  it('goes on while Redis hangs: logins, reads, writes', async () => {
    redis.freeze();
    try {
      for (let turn = 0; turn < 5; turn++) {
        const login = await instance.client.post('/auth/login', { email: EMAIL, password: PASSWORD });
        expect(login.status).toBe(200);
        const me = await instance.client.as(login.body.access_token).get('/auth/me');
        expect(me.status).toBe(200);
        expect((await instance.client.get('/products')).headers.get('x-cache')).toBe('MISS');
        expect((await instance.client.as(login.body.access_token).post('/auth/logout')).status).toBe(204);
        expect((await instance.client.as(login.body.access_token).get('/auth/me')).status).toBe(401);
      }
    } finally {
      redis.thaw();
    }
    await until(async () => (await instance.client.get('//health')).body.status === 'healthy');
    await until(async () => (await instance.client.get('/products')).headers.get('x-cache') === 'HIT');
  });

  it('goes on while Redis is gone, and uses it again when it is back', async () => {
    await redis.stop();
    expect((await instance.client.post('/auth/login', { email: EMAIL, password: PASSWORD })).status).toBe(200);
    expect((await instance.client.get('/products?limit=3')).status).toBe(200);
    await redis.restart();
    await until(async () => (await instance.client.get('//health')).body.status === 'healthy', 15_000);
    await until(async () => (await instance.client.get('/products?limit=3')).headers.get('x-cache') === 'HIT', 15_000);
    expect(instance.child.exitCode).toBeNull();
  });
});
