import { setTimeout as sleep } from 'node:timers/promises';
import { startApp, TestApp } from '../../support/app';
import type { Answer } from '../../support/client';
import { freePort } from '../../support/instance';
import { paceOf } from '../../support/pace';
import { PrivateRedis } from '../../support/private-redis';
import { Proxy } from '../../support/proxy';
import { within } from '../../support/within';

const MAX_READ_MS = 1500;
/** To connect again, and to say that nothing cached counts. */
const MAX_RETURN_MS = 1500;

const xCache = ({ headers }: Answer): string | null => headers.get('x-cache');

describe('the shop without a cache', () => {
  it.each([
    ['CACHE=off', () => Promise.resolve({ CACHE: 'off' })],
    ['a Redis that nobody answers for', async () => ({ REDIS_URL: `redis://127.0.0.1:${await freePort()}` })],
  ])('works with %s, and says MISS', async (_, env) => {
    const t = await startApp(await env());
    try {
      const { client: admin } = await t.make.admin();
      const { id, categoryId } = await t.make.product();
      for (const name of ['First', 'Second']) {
        expect((await admin.patch(`/products/${id}`, { name })).status).toBe(200);
        for (const path of [`/products/${id}`, `/categories/${categoryId}`, '/products', '/categories']) {
          for (let again = 0; again < 2; again++) {
            const answer = await t.client.get(path);
            expect([path, answer.status, xCache(answer)]).toEqual([path, 200, 'MISS']);
          }
        }
        expect((await t.client.get(`/products/${id}`)).body.name).toBe(name);
        expect((await t.client.get('/products')).body.items[0].name).toBe(name);
      }
      const made = await admin.post('/products', { name: 'New', price: 1, category_id: categoryId });
      expect([made.status, (await t.client.get('/products')).body.count]).toEqual([201, 2]);
      expect((await admin.delete('/cache')).status).toBe(204);
    } finally {
      await t.stop();
    }
  });
});

describe('a Redis that falls ill', () => {
  let redis: PrivateRedis;
  let link: Proxy;
  let a: TestApp;
  let b: TestApp;
  beforeEach(async () => {
    redis = await PrivateRedis.start();
    link = new Proxy(new URL(redis.url), 6379);
    await link.open();
    a = await startApp({ REDIS_URL: link.url });
    b = await startApp({ ...a.env, REDIS_URL: redis.url });
  });
  afterEach(async () => {
    redis.thaw();
    await b.stop();
    await a.stop();
    await link.close();
    await redis.stop();
  });

  /** A product that both instances have in the cache. */
  async function cached(): Promise<string> {
    const path = `/products/${(await a.make.product({ name: 'Old' })).id}`;
    for (const { client } of [b, a]) await client.get(path);
    for (const { client } of [b, a]) expect(xCache(await client.get(path))).toBe('HIT');
    return path;
  }

  async function read(t: TestApp, path: string): Promise<Answer> {
    const { value: answer, tookMs } = await paceOf(t.client.get(path));
    expect(tookMs).toBeLessThan(MAX_READ_MS);
    expect(answer.status).toBe(200);
    return answer;
  }

  it('hangs: reads and writes go on, and nothing stale is served then or after it wakes', async () => {
    const { client: admin } = await a.make.admin();
    const path = await cached();
    redis.freeze();
    expect((await admin.patch(path, { name: 'New' })).status).toBe(200);
    for (let round = 0; round < 8; round++) {
      for (const t of [a, b]) {
        const answer = await read(t, path);
        expect([answer.body.name, xCache(answer)]).toEqual(['New', 'MISS']);
      }
      await sleep(200);
    }
    expect((await admin.patch(path, { name: 'Newer' })).status).toBe(200);
    redis.thaw();
    const names = new Set<string>();
    let last: Answer | undefined;
    for (let round = 0; round < 60 && !(round > 20 && last && xCache(last) === 'HIT'); round++) {
      for (const t of [b, a]) names.add((last = await read(t, path)).body.name);
      await sleep(50);
    }
    expect([...names]).toEqual(['Newer']);
    expect(xCache(last as Answer)).toBe('HIT'); // it is a cache again
  });

  it('is cut off from the instance that writes: the others see the write once the link is back', async () => {
    const { client: admin } = await a.make.admin();
    const path = await cached();
    await link.close();
    expect((await admin.patch(path, { name: 'New' })).status).toBe(200);
    expect((await read(a, path)).body.name).toBe('New');
    await link.open();
    // Nobody asks the writing instance meanwhile.
    await within(
      MAX_RETURN_MS,
      () => read(b, path),
      ({ body }) => body.name === 'New',
    );
  });
});
