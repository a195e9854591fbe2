import { newId } from '../../../src/core/kernel/runtime';
import { startApp, TestApp, workerApp } from '../../support/app';
import type { Answer } from '../../support/client';
import type { Person } from '../../support/make';
import { orderOf, place, stockOf, tally, violations } from './support';

/** How often a thousand race for a hundred pieces. */
const RUNS = Number(process.env.RACE_RUNS ?? 1);

describe('orders at once, over two instances', () => {
  let one: TestApp;
  let two: TestApp;
  let staff: Person;
  let buyer: Person;

  beforeAll(async () => {
    one = await workerApp();
    two = await startApp(one.env);
    [staff, buyer] = [await one.make.admin(), await one.make.person()];
  });
  afterAll(async () => {
    await two.stop();
    await one.stop();
  });
  afterEach(async () => expect(await violations(one)).toEqual([]));

  /** The n-th caller's way in: both instances in turn. */
  const via = (n: number, { accessToken }: Person) => (n % 2 ? two : one).client.as(accessToken);
  const times = <T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: count }, (_, n) => work(n)));
  const statuses = (answers: readonly Answer[]) => tally(answers);

  it(
    'sell a hundred of a hundred to a thousand, and no more',
    async () => {
      const buyers = [buyer];
      for (let n = 1; n < 40; n++) buyers.push(await one.make.person());
      for (let run = 0; run < RUNS; run++) {
        const scarce = await one.make.product({ stock: 100 });
        const answers = await times(1000, (n) => place(via(n, buyers[n % buyers.length]), [scarce.id, 1]));
        expect(statuses(answers)).toEqual({ 201: 100, 409: 900 });
        expect(await stockOf(one, scarce.id)).toBe(0);
        const refused = answers.filter(({ status }) => status === 409);
        expect(refused.every(({ body }) => body.items[0].available < 1 && body.code === 'insufficient_stock')).toBe(
          true,
        );
      }
    },
    RUNS * 120_000,
  );

  it('never block each other for good, in whatever order they name their products', async () => {
    const [a, b] = [await one.make.product({ stock: 1000 }), await one.make.product({ stock: 1000 })];
    const answers = await times(120, (n) =>
      n % 3 === 0 ? place(via(n, buyer), [a.id, 1], [b.id, 2]) : place(via(n, buyer), [b.id, 2], [a.id, 1]),
    );
    expect(statuses(answers)).toEqual({ 201: 120 });
    expect([await stockOf(one, a.id), await stockOf(one, b.id)]).toEqual([880, 760]);
  });

  it('take whole carts or nothing, when products run out under way', async () => {
    const products = [
      await one.make.product({ stock: 10 }),
      await one.make.product({ stock: 25 }),
      await one.make.product({ stock: 40 }),
    ];
    const answers = await times(80, (n) =>
      place(via(n, buyer), [products[n % 3].id, 1], [products[(n + 1) % 3].id, 1]),
    );
    const sold = answers.filter(({ status }) => status === 201).flatMap(({ body }) => body.items);
    for (const { id, stock } of products) {
      const left = stock - sold.filter(({ product_id }) => product_id === id).length;
      expect(await stockOf(one, id)).toBe(left);
    }
    expect(Object.keys(statuses(answers))).toEqual(['201', '409']);
  });

  it('make one order of one key sent fifty times', async () => {
    const pen = await one.make.product({ stock: 50 });
    const key = { 'idempotency-key': newId() };
    const answers = await times(50, (n) => via(n, buyer).post('/orders', orderOf([pen.id, 1]), key));
    const placed = answers.filter(({ status }) => status === 201);
    expect(new Set(placed.map(({ text }) => text)).size).toBe(1);
    expect(answers.every(({ status, body }) => status === 201 || body.code === 'in_progress')).toBe(true);
    expect(await stockOf(one, pen.id)).toBe(49);
    const again = await two.client.as(buyer.accessToken).post('/orders', orderOf([pen.id, 1]), key);
    expect([again.status, again.text, again.headers.get('idempotency-replayed')]).toEqual([
      201,
      placed[0].text,
      'true',
    ]);
    expect(await buyer.client.post('/orders', orderOf([pen.id, 2]), key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
    expect((await staff.client.post('/orders', orderOf([pen.id, 1]), key)).body.id).not.toBe(placed[0].body.id);
    expect((await buyer.client.post('/orders', orderOf([pen.id, 1]))).status).toBe(201);
    expect(await stockOf(one, pen.id)).toBe(47);
    const long = await buyer.client.post('/orders', orderOf([pen.id, 1]), { 'idempotency-key': 'k'.repeat(10_240) });
    expect([long.status, long.body.code]).toEqual([400, 'malformed_idempotency_key']);
    const told = `SELECT 1 FROM outbox WHERE type = 'orders.placed' AND payload ->> 'orderId' = $1`;
    expect(await one.db.query(told, [placed[0].body.id])).toHaveLength(1);
  });

  it('give goods back once, however often they are cancelled', async () => {
    const pen = await one.make.product({ stock: 5 });
    const { id } = (await place(buyer.client, [pen.id, 5])).body;
    const answers = await times(20, (n) => via(n, buyer).delete(`/orders/${id}`));
    expect(statuses(answers)).toEqual({ 200: 1, 409: 19 });
    expect(await stockOf(one, pen.id)).toBe(5);
  });

  it('are either shipped or cancelled', async () => {
    for (let round = 0; round < 10; round++) {
      const pen = await one.make.product({ stock: 5 });
      const { id } = (await place(buyer.client, [pen.id, 5])).body;
      await staff.client.put(`/orders/${id}/status`, { status: 'processing' });
      const [cancelled, shipped] = await Promise.all([
        via(round, buyer).delete(`/orders/${id}`),
        via(round + 1, staff).put(`/orders/${id}/status`, { status: 'shipped' }),
      ]);
      expect([cancelled.status, shipped.status].sort()).toEqual([200, 409]);
      expect(await stockOf(one, pen.id)).toBe(cancelled.status === 200 ? 5 : 0);
    }
  });

  it('are placed or refused, never broken, while their product goes', async () => {
    const pen = await one.make.product({ stock: 100 });
    const [answers] = await Promise.all([
      times(40, (n) => place(via(n, buyer), [pen.id, 1])),
      staff.client.delete(`/products/${pen.id}`),
    ]);
    expect(answers.every(({ status }) => status === 201 || status === 404)).toBe(true);
    expect(await stockOf(one, pen.id)).toBe(100 - (statuses(answers)[201] ?? 0));
  });
});
