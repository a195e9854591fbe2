import { getQueueToken } from '@nestjs/bull';
import type { Queue } from 'bull';
import { Client as Pg } from 'pg';
import { EVENTS_QUEUE } from '../../../src/core/data/queues';
import { newId } from '../../../src/core/kernel/runtime';
import { startApp, TestApp } from '../../support/app';
import { Answer, Client } from '../../support/client';
import { freePort, Instance } from '../../support/instance';
import { mailsGone, mailsOf } from '../../support/mails';
import type { Person } from '../../support/make';
import { PrivateRedis } from '../../support/private-redis';
import { servers } from '../../support/servers';
import { until } from '../../support/until';
import { Item, orderOf, place, stockOf, violations } from '../../commerce/orders/support';

/** How often each fault strikes; `FAULT_CYCLES=100 npm test -- test/faults/orders/faults` takes about ten minutes. */
const CYCLES = Number(process.env.FAULT_CYCLES ?? 3);
const CYCLE_MS = 60_000;
/** How long Redis is away the first time, at least; `REDIS_AWAY_S=60 npm test -- test/faults/orders/faults -t Redis` for a minute. */
const AWAY_MS = Number(process.env.REDIS_AWAY_S ?? 1) * 1000;
/** A process that is killed leaves the mails it has taken to others once its lease of two minutes ends. */
const MAILS_MS = 180_000;
const LIMIT_MS = 120_000 + MAILS_MS + CYCLES * CYCLE_MS;
const STOCK = 100_000;

/** What a client was told of an order it asked for, at last. */
interface Told {
  readonly order: { readonly id: string; readonly number: string };
  readonly items: readonly Item[];
}

/** Asks, by one key, until there is an answer that settles it. @param client the way in, anew for each try */
async function insist(client: () => Client, items: readonly Item[], seen: Set<string>): Promise<Told> {
  const key = { 'idempotency-key': newId() };
  for (;;) {
    const answer: Answer | null = await client()
      .post('/orders', orderOf(...items), key)
      .catch(() => null);
    if (!answer) continue; // no connection, or one that broke off
    seen.add(answer.status === 201 ? '201' : `${answer.status} ${answer.body.code}`);
    if (answer.status === 201) return { order: answer.body, items };
  }
}

/** Every answer is in the books, once, with its stock, its event and its mail; and nothing else is. */
async function expectWhole(t: TestApp, products: readonly { id: string }[], told: readonly Told[]): Promise<void> {
  const ids = told.map(({ order }) => order.id).sort();
  const rows = await t.db.query<{ id: string }>('SELECT id FROM orders ORDER BY id');
  expect(rows.map(({ id }) => id)).toEqual(ids);
  for (const { id } of products) {
    const sold = told.flatMap(({ items }) => items).filter(([product]) => product === id);
    expect(await stockOf(t, id)).toBe(STOCK - sold.reduce((sum, [, quantity]) => sum + quantity, 0));
  }
  await mailsGone(t, MAILS_MS);
  const events = await t.db.query<{ id: string }>(
    `SELECT payload ->> 'orderId' AS id FROM outbox WHERE type = 'orders.placed' ORDER BY 1`,
  );
  expect(events.map(({ id }) => id)).toEqual(ids);
  const confirmed = mailsOf(t).map(({ subject }) => /A-\d{6,}/.exec(subject)?.[0]);
  expect(confirmed.sort()).toEqual(told.map(({ order }) => order.number).sort());
  expect(await violations(t)).toEqual([]);
}

describe('orders under faults', () => {
  let t: TestApp;
  let products: { id: string }[];
  let told: Told[];
  let seen: Set<string>;

  const start = async (env: Record<string, string> = {}): Promise<void> => {
    t = await startApp(env);
    products = [];
    for (let n = 0; n < 3; n++) products.push(await t.make.product({ stock: STOCK }));
    [told, seen] = [[], new Set()];
  };
  afterEach(() => t.stop());

  /** The n-th cart: two products in any order, or one of them twice. */
  const cart = (n: number): Item[] => [
    [products[n % 3].id, 1 + (n % 2)],
    [products[(n * 2 + 1) % 3].id, 1],
  ];

  /** So many buyers order without pause while the work lasts, and see their last order through. */
  async function whileOrdering(callers: number, way: () => Client, work: () => Promise<void>): Promise<void> {
    let going = true;
    const orders = Array.from({ length: callers }, async (_, caller) => {
      for (let n = caller; going; n++) told.push(await insist(way, cart(n), seen));
    });
    await work().finally(() => (going = false));
    await Promise.all(orders);
  }

  it(
    'are there once for each key, whichever instance is killed while they are placed',
    async () => {
      await start();
      const instances = [await begin(), await begin()];
      try {
        await Promise.all(instances.map((one) => one.ready()));
        for (let cycle = 0; cycle < CYCLES; cycle++) {
          const { accessToken } = await t.make.person();
          let turn = 0;
          const way = () => instances[turn++ % 2].client.as(accessToken);
          await whileOrdering(6, way, async () => {
            const before = told.length;
            await until(() => told.length > before + Math.random() * 40, CYCLE_MS);
            const victim = cycle % 2;
            await instances[victim].stop('SIGKILL');
            instances[victim] = Instance.start(instances[victim].port, t.env);
            await instances[victim].ready();
          });
        }
        expect([...seen].filter((one) => !/^201$|^409 in_progress$|^503 /.test(one))).toEqual([]);
        await expectWhole(t, products, told);
      } finally {
        await Promise.all(instances.map((one) => one.stop('SIGKILL')));
      }

      async function begin(): Promise<Instance> {
        return Instance.start(await freePort(), t.env);
      }
    },
    LIMIT_MS,
  );

  it('are each confirmed by an instance that starts into a queue full of them', async () => {
    await start();
    const { client } = await t.make.person();
    const queue = t.app.get<Queue>(getQueueToken(EVENTS_QUEUE));
    await queue.pause(true); // this instance hands over and takes nothing
    for (let n = 0; n < 20; n++) {
      const items = cart(n);
      told.push({ order: (await place(client, ...items)).body, items });
    }
    await until(async () => (await queue.getWaitingCount()) >= told.length);
    const other = await startApp(t.env);
    try {
      await expectWhole(t, products, told);
    } finally {
      await other.stop();
    }
  });

  it(
    'go on while Redis is gone, and each is confirmed once when it is back',
    async () => {
      const redis = await PrivateRedis.start();
      try {
        await start({ REDIS_URL: redis.url });
        const { client } = await t.make.person();
        const some = async (count: number) => {
          for (let n = 0; n < count; n++) {
            const items = cart(n);
            const { status, body } = await place(client, ...items);
            expect(status).toBe(201);
            told.push({ order: body, items });
          }
        };
        for (let cycle = 0; cycle < CYCLES; cycle++) {
          await some(5);
          await redis.stop();
          const goneAtMs = performance.now();
          do await some(20);
          while (cycle === 0 && performance.now() - goneAtMs < AWAY_MS);
          await redis.restart();
          await some(5);
          redis.freeze();
          await some(5);
          redis.thaw();
        }
        await expectWhole(t, products, told);
      } finally {
        await redis.stop();
      }
    },
    LIMIT_MS + 2 * AWAY_MS,
  );

  it(
    'are placed, refused or asked for again, whenever connections to the database break',
    async () => {
      await start();
      const { client }: Person = await t.make.person();
      const killer = new Pg({ connectionString: servers().postgres });
      await killer.connect();
      const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = 'atrium'`;
      try {
        await whileOrdering(
          8,
          () => client,
          async () => {
            for (let cycle = 0; cycle < CYCLES * 5; cycle++) {
              const before = told.length;
              await until(() => told.length > before + 5, CYCLE_MS);
              await killer.query(cut, [new URL(t.env.DATABASE_URL).pathname.slice(1)]);
            }
          },
        );
      } finally {
        await killer.end();
      }
      expect([...seen].filter((one) => !/^201$|^409 in_progress$|^503 /.test(one))).toEqual([]);
      await expectWhole(t, products, told);
    },
    LIMIT_MS,
  );
});
