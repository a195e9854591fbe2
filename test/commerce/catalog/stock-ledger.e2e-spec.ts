import { newId } from '../../../src/core/kernel/runtime';
import { InsufficientStock, ProductNotFound, ProductsService } from '../../../src/modules/commerce/catalog';
import { TestApp, workerApp } from '../../support/app';
import type { Client } from '../../support/client';
import { expectInvalid, expectProblem, NOBODY, walk } from './support';

interface Movement {
  delta: number;
  on_hand: number;
  reason: string;
  reference: string | null;
  actor_id: string | null;
}

describe('the ledger of stock', () => {
  let t: TestApp;
  let products: ProductsService;
  let admin: Client;
  let adminId: string;
  beforeAll(async () => {
    t = await workerApp();
    products = t.app.get(ProductsService);
  });
  beforeEach(async () => {
    await t.reset();
    const person = await t.make.admin();
    [admin, adminId] = [person.client, person.user.id];
  });
  afterAll(() => t.stop());

  const stockOf = async (id: string): Promise<number> =>
    (await t.db.query<{ stock: number }>('SELECT stock FROM products WHERE id = $1', [id]))[0].stock;
  const movementsOf = async (id: string): Promise<Movement[]> =>
    (await admin.get(`/products/${id}/movements`)).body.items;
  const changesOf = async (id: string): Promise<[string, number, number][]> =>
    (await movementsOf(id)).reverse().map(({ reason, delta, on_hand }) => [reason, delta, on_hand]);
  const line = (productId: string, quantity: number) => ({ productId, quantity });

  /** What is on hand is what the movements make, after each of them too. */
  async function expectBooksBalance(): Promise<void> {
    const wrong = await t.db.query(
      `SELECT p.id FROM products p LEFT JOIN stock_movements m ON m.product_id = p.id
       GROUP BY p.id HAVING p.stock <> coalesce(sum(m.delta), 0)
       UNION ALL SELECT id FROM (
         SELECT id, on_hand, sum(delta) OVER (PARTITION BY product_id ORDER BY seq) AS made FROM stock_movements
       ) m WHERE on_hand <> made`,
    );
    expect(wrong).toEqual([]);
  }

  describe('books', () => {
    it('every way in which a stock is changed by hand, and no other change', async () => {
      const category = (await t.make.category()).id;
      const input = { name: 'Canvas', price: 1, category_id: category };
      const { id } = (await admin.post('/products', { ...input, stock: 5 })).body;
      await admin.put(`/products/${id}/stock`, { stock: 8 });
      await admin.put(`/products/${id}/stock`, { stock: 8 });
      await admin.patch(`/products/${id}`, { stock: 2, name: 'Panel' });
      await admin.patch(`/products/${id}`, { price: 3 });
      await admin.put(`/products/${id}`, input); // replaces the stock too
      await admin.graphql(`mutation { updateProductStock(id: "${id}", stock: 4) { id } }`);
      await admin.graphql(`mutation { updateProduct(id: "${id}", input: { stock: 6 }) { id } }`);
      expect(await changesOf(id)).toEqual([
        ['initial', 5, 5],
        ['set', 3, 8],
        ['set', -6, 2],
        ['set', -2, 0],
        ['set', 4, 4],
        ['set', 2, 6],
      ]);
      for (const movement of await movementsOf(id))
        expect(movement).toMatchObject({ actor_id: adminId, reference: null });
      await expectBooksBalance();
    });

    it('nothing for a product that begins with nothing', async () => {
      const { id } = await t.make.product({ stock: 0 });
      expect(await movementsOf(id)).toEqual([]);
    });

    it('nothing of what is undone', async () => {
      const { id } = await t.make.product({ stock: 5 });
      const undone = t.db.transaction(async () => {
        await products.reserve([line(id, 2)], newId());
        throw new Error('Changed my mind');
      });
      await expect(undone).rejects.toThrow('Changed my mind');
      expect([await stockOf(id), await changesOf(id)]).toEqual([5, [['initial', 5, 5]]]);
    });

    it('what nobody can change or delete, and no stock that nobody booked', async () => {
      const { id } = await t.make.product({ stock: 5 });
      for (const damage of ['UPDATE stock_movements SET delta = 6', 'DELETE FROM stock_movements']) {
        await expect(t.db.execute(damage)).rejects.toThrow('append-only');
      }
      await expect(t.db.execute('UPDATE products SET stock = 6 WHERE id = $1', [id])).rejects.toThrow('in its ledger');
      const unbooked = `INSERT INTO products (id, sku, name, price_minor, currency, category_id, stock)
        SELECT $1, 'X', name, price_minor, currency, category_id, 1 FROM products`;
      await expect(t.db.execute(unbooked, [newId()])).rejects.toThrow('in its ledger');
      expect([await stockOf(id), await changesOf(id)]).toEqual([5, [['initial', 5, 5]]]);
    });
  });

  describe('reserving', () => {
    it('takes the lines and says what each product is sold as, in the order of the lines', async () => {
      const a = await t.make.product({ sku: 'A', name: 'Apple', priceMinor: 120, currency: 'EUR', stock: 5 });
      const b = await t.make.product({ sku: 'B', name: 'Pear', priceMinor: 999_999_999_999, stock: 5 });
      const order = newId();
      const reserved = await products.reserve([line(b.id, 2), line(a.id, 5)], order);
      expect(reserved).toEqual([
        { productId: b.id, sku: 'B', name: 'Pear', unitPriceMinor: 999_999_999_999, currency: 'USD' },
        { productId: a.id, sku: 'A', name: 'Apple', unitPriceMinor: 120, currency: 'EUR' },
      ]);
      expect([await stockOf(a.id), await stockOf(b.id)]).toEqual([0, 3]);
      expect((await movementsOf(b.id))[0]).toMatchObject({ delta: -2, on_hand: 3, reason: 'sold', reference: order });
      await expectBooksBalance();
    });

    it('sums the lines of one product', async () => {
      const { id } = await t.make.product({ stock: 5 });
      expect(await products.reserve([line(id, 2), line(id, 1)], newId())).toHaveLength(1);
      expect((await changesOf(id)).at(-1)).toEqual(['sold', -3, 2]);
      await expect(products.reserve([line(id, 2), line(id, 1)], newId())).rejects.toMatchObject({
        facts: { items: [{ productId: id, available: 2, requested: 3 }] },
      });
    });

    it('takes nothing when anything is short, and names every short product', async () => {
      const [full, short, none] = await Promise.all([5, 1, 0].map((stock) => t.make.product({ stock })));
      const lines = [line(none.id, 1), line(full.id, 5), line(short.id, 2_000_000_000), line(short.id, 2_000_000_000)];
      for (const ask of [() => products.quote(lines), () => products.reserve(lines, newId())]) {
        const error = await ask().catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(InsufficientStock);
        expect(error).toMatchObject({
          code: 'insufficient_stock',
          status: 409,
          facts: {
            items: [
              { productId: none.id, available: 0, requested: 1 },
              { productId: short.id, available: 1, requested: 4_000_000_000 },
            ],
          },
        });
      }
      expect(await Promise.all([full, short, none].map(({ id }) => stockOf(id)))).toEqual([5, 1, 0]);
      await expectBooksBalance();
    });

    it('knows no product that is missing or deleted, and takes nothing then', async () => {
      const [here, gone] = [await t.make.product({ stock: 5 }), await t.make.product({ stock: 5 })];
      await admin.delete(`/products/${gone.id}`);
      for (const id of [gone.id, NOBODY]) {
        const lines = [line(here.id, 1), line(id, 1)];
        await expect(products.reserve(lines, newId())).rejects.toBeInstanceOf(ProductNotFound);
        await expect(products.quote(lines)).rejects.toBeInstanceOf(ProductNotFound);
      }
      expect([await stockOf(here.id), await stockOf(gone.id)]).toEqual([5, 5]);
    });

    it('quotes what it would answer, without effect', async () => {
      const { id } = await t.make.product({ stock: 5 });
      const quoted = await products.quote([line(id, 5)]);
      expect([await stockOf(id), (await movementsOf(id)).length]).toEqual([5, 1]);
      expect(await products.reserve([line(id, 5)], newId())).toEqual(quoted);
    });

    it('leaves the connection usable after a refusal within a transaction', async () => {
      const { id } = await t.make.product({ stock: 1 });
      await t.db.transaction(async () => {
        await expect(products.reserve([line(id, 2)], newId())).rejects.toBeInstanceOf(InsufficientStock);
        await products.reserve([line(id, 1)], newId());
      });
      expect(await stockOf(id)).toBe(0);
    });

    it('never takes more than there is, however many ask at once', async () => {
      const { id } = await t.make.product({ stock: 20 });
      const asked = await Promise.allSettled(
        Array.from({ length: 60 }, () => products.reserve([line(id, 1)], newId())),
      );
      const refused = asked.filter((one) => one.status === 'rejected');
      expect(refused).toHaveLength(40);
      for (const { reason } of refused) expect(reason).toBeInstanceOf(InsufficientStock);
      expect(await stockOf(id)).toBe(0);
      await expectBooksBalance();
    });

    it('takes {A, B, C} and {C, B, A} at once, all or none of each, without a deadlock', async () => {
      const made = await Promise.all([30, 25, 30].map((stock) => t.make.product({ stock })));
      const lines = made.map(({ id }) => line(id, 1));
      const deadlocks = async () =>
        (await t.db.query('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()'))[0];
      const before = await deadlocks();
      const asked = await Promise.allSettled(
        Array.from({ length: 50 }, (_, index) =>
          t.db.transaction(() => products.reserve(index % 2 ? lines : [...lines].reverse(), newId())),
        ),
      );
      expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(25);
      expect(await Promise.all(made.map(({ id }) => stockOf(id)))).toEqual([5, 0, 5]);
      expect(await deadlocks()).toEqual(before);
      await expectBooksBalance();
    });

    it('sees what another transaction has just committed to one of its products', async () => {
      const [a, b] = [await t.make.product({ stock: 5 }), await t.make.product({ stock: 5 })];
      let asked: Promise<unknown> | undefined;
      await t.db.transaction(async () => {
        await products.reserve([line(b.id, 3)], newId());
        asked = products.reserve([line(a.id, 1), line(b.id, 3)], newId()).catch((error: unknown) => error);
      });
      expect(await asked).toMatchObject({ facts: { items: [{ productId: b.id, available: 2, requested: 3 }] } });
      expect([await stockOf(a.id), await stockOf(b.id)]).toEqual([5, 2]);
    });
  });

  describe('releasing', () => {
    it('gives back, also to a product that is sold no more', async () => {
      const [a, b] = [await t.make.product({ stock: 5 }), await t.make.product({ stock: 5 })];
      const order = newId();
      const lines = [line(b.id, 2), line(a.id, 1), line(a.id, 2)];
      await products.reserve(lines, order);
      await admin.delete(`/products/${b.id}`);
      await products.release(lines, order);
      expect([await stockOf(a.id), await stockOf(b.id)]).toEqual([5, 5]);
      expect((await movementsOf(a.id))[0]).toMatchObject({
        delta: 3,
        on_hand: 5,
        reason: 'returned',
        reference: order,
      });
      expect((await changesOf(b.id)).at(-1)).toEqual(['returned', 2, 5]);
      await expectBooksBalance();
    });

    it('knows no product that never was, and gives nothing back then', async () => {
      const { id } = await t.make.product({ stock: 5 });
      const released = t.db.transaction(() => products.release([line(id, 1), line(NOBODY, 1)], newId()));
      await expect(released).rejects.toBeInstanceOf(ProductNotFound);
      expect(await stockOf(id)).toBe(5);
    });

    it('and reserving go on together', async () => {
      const made = await Promise.all([10, 10].map((stock) => t.make.product({ stock })));
      const lines = made.map(({ id }) => line(id, 1));
      const order = newId();
      await Promise.all(
        Array.from({ length: 40 }, async (_, index) => {
          const mine = index % 2 ? lines : [...lines].reverse();
          await products.reserve(mine, order).then(
            () => products.release([...mine].reverse(), order),
            (error: unknown) => expect(error).toBeInstanceOf(InsufficientStock),
          );
        }),
      );
      expect(await Promise.all(made.map(({ id }) => stockOf(id)))).toEqual([10, 10]);
      await expectBooksBalance();
    });
  });

  it('makes what is cached stale after the commit, of the products concerned alone', async () => {
    const [sold, other] = [await t.make.product({ stock: 5 }), await t.make.product({ stock: 5 })];
    const read = (id: string) => t.client.get(`/products/${id}`);
    for (const { id } of [sold, other]) await read(id);
    await t.client.get('/products');
    await products.reserve([line(sold.id, 2)], newId());
    expect((await read(sold.id)).body.stock).toBe(3);
    expect((await read(other.id)).headers.get('x-cache')).toBe('HIT');
    const list = (await t.client.get('/products')).body.items;
    expect(list.map(({ stock }: { stock: number }) => stock).sort()).toEqual([3, 5]);
    await products.release([line(sold.id, 2)], newId());
    expect((await read(sold.id)).body.stock).toBe(5);
  });

  describe('is read', () => {
    it('page by page, the newest first, also of a deleted product', async () => {
      const { id } = await t.make.product({ stock: 1 });
      for (const stock of [2, 3, 4, 5]) await admin.put(`/products/${id}/stock`, { stock });
      await admin.delete(`/products/${id}`);
      const seen = await walk<Movement>(admin, `/products/${id}/movements?limit=2`);
      expect(seen.map(({ on_hand }) => on_hand)).toEqual([5, 4, 3, 2, 1]);
    });

    it('by those who manage the catalogue only', async () => {
      const { id } = await t.make.product();
      const path = `/products/${id}/movements`;
      expectProblem(await t.client.get(path), 401, 'unauthenticated');
      expectProblem(await (await t.make.person()).client.get(path), 403, 'forbidden');
      expectProblem(await admin.get(`/products/${NOBODY}/movements`), 404, 'product_not_found');
      for (const cursor of ['x', Buffer.from('["-seq","1"]').toString('base64url')]) {
        expectInvalid(await admin.get(`${path}?cursor=${cursor}`), 'cursor');
      }
    });
  });
});
