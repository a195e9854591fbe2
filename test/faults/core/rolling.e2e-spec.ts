import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../../src/core/kernel/runtime';
import { ChatClient } from '../../communication/chat/support';
import { png, upload } from '../../content/files/support';
import { orderOf, violations } from '../../commerce/orders/support';
import { startApp, TestApp } from '../../support/app';
import { Balancer } from '../../support/balancer';
import { freePort, Instance } from '../../support/instance';
import type { Person } from '../../support/make';
import { paceOf } from '../../support/pace';
import { until } from '../../support/until';
import { letter } from '../../platform/tasks/support';

/** How often each of two instances is exchanged; `ROLLING_CYCLES=5 npm test -- test/faults/core/rolling` for ten restarts. */
const CYCLES = Number(process.env.ROLLING_CYCLES ?? 1);
const CALLERS = 20;
const PAUSE_MS = 100; // each: 200 requests/s of all where there is nothing else to do
const SOCKETS = 20;
const LIMIT_MS = 120_000 + CYCLES * 60_000;
/** The promise is 25 s. */
const EXIT_MS = 25_000;

describe('restarts of one instance after the other', () => {
  let t: TestApp;
  let person: Person;
  let product: { id: string };
  let balancer: Balancer;
  const instances: Instance[] = [];
  const failed: string[] = [];
  let answered = 0;

  const start = async (): Promise<Instance> => {
    const instance = Instance.start(await freePort(), { ...t.env, APP_ROLE: 'all', DRAIN_MS: '500' });
    await instance.ready();
    return instance;
  };

  beforeAll(async () => {
    t = await startApp({ APP_ROLE: 'web' });
    person = await t.make.person({ roles: ['teacher'] }); // may mail 500 in an hour
    product = await t.make.product({ stock: 1_000_000 });
    instances.push(await start(), await start());
    balancer = await Balancer.open(instances);
  }, LIMIT_MS);
  afterAll(async () => {
    await balancer.close();
    await Promise.all(instances.map((instance) => instance.stop('SIGKILL')));
    await t.stop();
  });

  /** One of what people do all the time: most of it is reading. */
  async function call(n: number): Promise<void> {
    const client = balancer.client.as(person.accessToken);
    const calls = [
      () => client.get(`/products/${product.id}`),
      () => client.get('/products?limit=20'),
      () => client.get('/users/me'),
      () => client.graphql(`{ product(id: "${product.id}") { name category { name } } }`),
      () => client.post('/orders', orderOf([product.id, 1]), { 'idempotency-key': newId() }),
      () => client.get('/orders'),
      () => client.post('/tasks/process-data?operation=sum', [{ value: n }]),
      () => client.get('/storage/files'),
    ];
    const answer = await calls[n % calls.length]().catch((error: Error) => ({ status: 0, text: String(error.cause) }));
    answered += 1;
    if (answer.status < 200 || answer.status > 299) failed.push(`${n % calls.length}: ${answer.status} ${answer.text}`);
  }

  /** Goes on calling while the work lasts. */
  async function whileCalled(work: () => Promise<void>): Promise<void> {
    let going = true;
    const callers = Array.from({ length: CALLERS }, async (_, caller) => {
      for (let n = caller; going; n++) {
        await call(n);
        await sleep(PAUSE_MS);
      }
    });
    await work().finally(() => (going = false));
    await Promise.all(callers);
  }

  /** An order whose body takes three seconds to come. @returns its status */
  function slowOrder(instance: Instance): Promise<number> {
    const body = Buffer.from(JSON.stringify(orderOf([product.id, 1])));
    const headers = {
      authorization: `Bearer ${person.accessToken}`,
      'content-type': 'application/json',
      'content-length': body.length,
    };
    const sending = request({ port: instance.port, method: 'POST', path: '/api/v1/orders', headers });
    sending.write(body.subarray(0, 10));
    setTimeout(() => sending.end(body.subarray(10)), 3000);
    return new Promise((resolve, reject) => {
      sending.on('response', ({ statusCode = 0 }) => resolve(statusCode)).on('error', reject);
    });
  }

  /** Exchanges one, with whatever is on its way there. */
  async function exchange(index: number): Promise<void> {
    const old = instances[index];
    const url = `http://127.0.0.1:${old.port}`;
    const sockets = await Promise.all(
      Array.from({ length: SOCKETS }, () => ChatClient.open(url, 'general', person.accessToken)),
    );
    const tasks = await Promise.all(
      Array.from({ length: 20 }, (_, n) => old.client.as(person.accessToken).post('/tasks/email', letter(n))),
    );
    expect(tasks.map(({ status }) => status)).toEqual(tasks.map(() => 202));
    const slow = slowOrder(old);
    const large = upload({ client: person.client, url }, png(8 * 1024 * 1024));
    const exited = old.stop('SIGTERM');
    const { value: code, tookMs } = await paceOf(exited);
    expect(code).toBe(0);
    expect(tookMs).toBeLessThan(EXIT_MS);
    expect([await slow, (await large).status]).toEqual([201, 201]);
    expect(sockets.map(({ closed }) => closed?.code)).toEqual(sockets.map(() => 1001));
    instances[index] = await start();
    await until(() => balancer.knows(instances[index]));
  }

  it(
    'fail no request, finish what has begun, and lose no task',
    async () => {
      await whileCalled(async () => {
        for (let cycle = 0; cycle < CYCLES; cycle++) {
          await exchange(0);
          await exchange(1);
        }
      });
      expect(failed).toEqual([]);
      expect(answered).toBeGreaterThan(100);
      const open = `SELECT 1 FROM tasks WHERE status NOT IN ('completed') LIMIT 1`;
      await until(async () => (await t.db.query(open)).length === 0, 90_000);
      await until(async () => (await violations(t)).length === 0, 30_000);
    },
    LIMIT_MS,
  );
});
