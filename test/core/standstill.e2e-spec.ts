import { setTimeout as sleep } from 'node:timers/promises';
import { startApp, TestApp } from '../support/app';
import { Answer, Client } from '../support/client';
import { dropDatabase, makeDatabase } from '../support/database';
import { Proxy } from '../support/proxy';
import { until } from '../support/until';

/** Much longer than the five seconds a request may take, much shorter than the server stands still. */
const HANGS_MS = 15_000;

const within = <T>(work: Promise<T>): Promise<T | 'hangs'> =>
  Promise.race([work, sleep(HANGS_MS, 'hangs' as const, { ref: false })]);

describe('a database that stands still', () => {
  let database: string;
  let proxy: Proxy;
  let t: TestApp;
  let person: Client;

  beforeAll(async () => {
    database = await makeDatabase();
    proxy = new Proxy(new URL(database), 5432);
    await proxy.open();
    t = await startApp({ DATABASE_URL: proxy.url, DATABASE_POOL: '4', CACHE: 'off' });
    person = (await t.make.person()).client;
  });

  afterAll(async () => {
    proxy.thaw();
    await t.stop();
    await proxy.close();
    await dropDatabase(database);
  });

  const calls = (): Promise<Answer>[] => [
    ...Array.from({ length: 12 }, (_, n) => t.client.get(`/products?limit=${n + 1}`)), // more than there are connections
    person.get('/orders'),
    t.client.post('/auth/login', { email: 'a@example.com', password: 'Sunny-Day-42' }),
    t.client.post('/auth/login', { email: 'a@example.com', password: 'Sunny-Day-42' }, { 'idempotency-key': 'a' }),
    t.client.post('/auth/register', { email: 'b@example.com', password: 'Sunny-Day-42', full_name: 'B' }),
  ];

  it('is 503 with Retry-After for every request that needs it, and used again when it wakes', async () => {
    for (let round = 0; round < 2; round++) {
      proxy.freeze();
      const answers = await Promise.all(calls().map((call) => within(call)));
      for (const answer of answers) {
        if (answer === 'hangs') throw new Error('A request hangs');
        expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
        expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
      }
      await until(async () => (await t.client.get('//health/ready')).status === 503);
      expect((await t.client.get('//health/live')).status).toBe(200);
      proxy.thaw();
      await until(async () => (await t.client.get('//health/ready')).status === 200);
      for (const answer of await Promise.all(calls())) expect([200, 201, 401, 409]).toContain(answer.status);
    }
  });

  it('is told from a statement that is slow', async () => {
    await t.db.query('SELECT pg_sleep(5)');
  });
});
