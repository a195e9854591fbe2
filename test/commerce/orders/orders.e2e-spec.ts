import { findContext } from '../../../src/core/kernel/context/context';
import { newId } from '../../../src/core/kernel/runtime';
import { TestApp, workerApp } from '../../support/app';
import type { Answer } from '../../support/client';
import { mailsOf, mailTo } from '../../support/mails';
import type { Person } from '../../support/make';
import { until } from '../../support/until';
import { ADDRESS, orderOf, place, stockOf, violations } from './support';

const WAITING = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

describe('orders', () => {
  let t: TestApp;
  let staff: Person;
  let buyer: Person;
  let stranger: Person;

  beforeAll(async () => {
    t = await workerApp();
    [staff, buyer, stranger] = [await t.make.admin(), await t.make.person(), await t.make.person()];
  });
  afterAll(() => t.stop());
  afterEach(async () => expect(await violations(t)).toEqual([]));

  describe('placing', () => {
    it('takes the goods, freezes names and prices, and answers the order', async () => {
      const pen = await t.make.product({ name: 'Pen', priceMinor: 199, stock: 10 });
      const pad = await t.make.product({ name: 'Pad', priceMinor: 450, stock: 3 });
      const { status, body } = await place(buyer.client, [pen.id, 3], [pad.id, 1]);
      expect({ status, body }).toEqual({
        status: 201,
        body: {
          id: expect.any(String),
          number: expect.stringMatching(/^A-\d{6}$/),
          user_id: buyer.user.id,
          items: [
            {
              id: expect.any(String),
              product_id: pen.id,
              product_name: 'Pen',
              unit_price: '1.99',
              quantity: 3,
              subtotal: '5.97',
            },
            expect.objectContaining({ product_id: pad.id, unit_price: '4.50', subtotal: '4.50' }),
          ],
          total: '10.47',
          currency: 'USD',
          status: 'pending',
          shipping_address: ADDRESS,
          created_at: expect.any(String),
          updated_at: expect.any(String),
        },
      });
      expect([await stockOf(t, pen.id), await stockOf(t, pad.id)]).toEqual([7, 2]);
      await staff.client.patch(`/products/${pen.id}`, { name: 'Quill', price: '9.99' });
      await staff.client.delete(`/products/${pad.id}`);
      expect((await buyer.client.get(`/orders/${body.id}`)).body).toEqual(body);
    });

    it('names every short product and takes nothing', async () => {
      const [a, b, c] = [
        await t.make.product({ stock: 1 }),
        await t.make.product({ stock: 5 }),
        await t.make.product({ stock: 0 }),
      ];
      const before = await t.db.query('SELECT count(*) FROM orders');
      expect(await place(buyer.client, [a.id, 2], [b.id, 1], [c.id, 1])).toMatchObject({
        status: 409,
        body: {
          code: 'insufficient_stock',
          items: [
            { product_id: a.id, available: 1, requested: 2 },
            { product_id: c.id, available: 0, requested: 1 },
          ],
        },
      });
      expect(await stockOf(t, b.id)).toBe(5);
      expect(await t.db.query('SELECT count(*) FROM orders')).toEqual(before);
    });

    it('sums the lines of one product', async () => {
      const pen = await t.make.product({ stock: 3 });
      expect(await place(buyer.client, [pen.id, 2], [pen.id, 2])).toMatchObject({
        status: 409,
        body: { items: [{ product_id: pen.id, available: 3, requested: 4 }] },
      });
      const { body } = await place(buyer.client, [pen.id, 2], [pen.id, 1]);
      expect(body.items.map(({ quantity }: { quantity: number }) => quantity)).toEqual([2, 1]);
      expect(await stockOf(t, pen.id)).toBe(0);
    });

    it('answers a dry run as it would be, without effect', async () => {
      const pen = await t.make.product({ priceMinor: 250, stock: 2 });
      const { status, body } = await buyer.client.post('/orders?dry_run=true', orderOf([pen.id, 2]));
      expect({ status, body }).toMatchObject({
        status: 201,
        body: { number: 'dry-run', total: '5.00', status: 'pending' },
      });
      expect(await buyer.client.get(`/orders/${body.id}`)).toMatchObject({ status: 404 });
      expect(await stockOf(t, pen.id)).toBe(2);
      const short = await buyer.client.post('/orders?dry_run=true', orderOf([pen.id, 3]));
      expect(short).toMatchObject({ status: 409, body: { code: 'insufficient_stock' } });
    });

    it.each([
      ['no items', { items: [], shipping_address: 'x' }, 'items'],
      ['nothing', { items: [{ product_id: newId(), quantity: 0 }], shipping_address: 'x' }, 'items.0.quantity'],
      ['a part', { items: [{ product_id: newId(), quantity: 1.5 }], shipping_address: 'x' }, 'items.0.quantity'],
      ['less', { items: [{ product_id: newId(), quantity: -1 }], shipping_address: 'x' }, 'items.0.quantity'],
      ['text', { items: [{ product_id: newId(), quantity: '1' }], shipping_address: 'x' }, 'items.0.quantity'],
      ['no id', { items: [{ product_id: '7', quantity: 1 }], shipping_address: 'x' }, 'items.0.product_id'],
      [
        'a price',
        { items: [{ product_id: newId(), quantity: 1, unit_price: '0.01' }], shipping_address: 'x' },
        'items.0.unit_price',
      ],
      ['a total', { items: [{ product_id: newId(), quantity: 1 }], shipping_address: 'x', total: '0.01' }, 'total'],
      [
        'a buyer',
        { items: [{ product_id: newId(), quantity: 1 }], shipping_address: 'x', user_id: newId() },
        'user_id',
      ],
      ['no address', { items: [{ product_id: newId(), quantity: 1 }] }, 'shipping_address'],
      ['a blank address', { items: [{ product_id: newId(), quantity: 1 }], shipping_address: ' ' }, 'shipping_address'],
    ])('refuses %s', async (_, input, field) => {
      const { status, body } = await buyer.client.post('/orders', input);
      expect({ status, fields: body.errors?.map((one: { field: string }) => one.field) }).toEqual({
        status: 422,
        fields: [field],
      });
    });

    it('refuses what is not, or no longer, sold, and two currencies in one order', async () => {
      const [gone, dollars, euros] = [
        await t.make.product(),
        await t.make.product(),
        await t.make.product({ currency: 'EUR' }),
      ];
      await staff.client.delete(`/products/${gone.id}`);
      const missing = { status: 404, body: { code: 'product_not_found' } };
      expect(await place(buyer.client, [gone.id, 1])).toMatchObject(missing);
      expect(await place(buyer.client, [dollars.id, 1], [newId(), 1])).toMatchObject(missing);
      expect(await place(buyer.client, [dollars.id, 1], [euros.id, 1])).toMatchObject({
        status: 422,
        body: { code: 'mixed_currencies', currencies: expect.arrayContaining(['USD', 'EUR']) },
      });
      expect([await stockOf(t, dollars.id), await stockOf(t, euros.id)]).toEqual([10, 10]);
    });

    it('counts yen in whole and large totals exactly, or refuses', async () => {
      const yen = await t.make.product({ currency: 'JPY', priceMinor: 1980, stock: 5 });
      expect((await place(buyer.client, [yen.id, 3])).body).toMatchObject({ total: '5940', currency: 'JPY' });
      const dear = await t.make.product({ priceMinor: 999_999_999_999, stock: 1_000_000 });
      expect((await place(buyer.client, [dear.id, 9000])).body.total).toBe('89999999999910.00');
      expect(await place(buyer.client, [dear.id, 900_000])).toMatchObject({
        status: 422,
        body: { code: 'order_too_large' },
      });
      expect(await stockOf(t, dear.id)).toBe(991_000);
    });

    it('needs somebody signed in', async () => {
      expect((await place(t.client, [newId(), 1])).status).toBe(401);
    });

    it('mails the buyer a confirmation, once, and a word of each step', async () => {
      const pen = await t.make.product({ name: 'Fountain <pen>', priceMinor: 1234 });
      const { body } = await place(buyer.client, [pen.id, 2]);
      const mail = await mailTo(t, buyer.user.email, new RegExp(body.number));
      expect(mail.text).toContain('2 × Fountain <pen>: 24.68 USD');
      expect(mail.text).toContain(ADDRESS);
      expect(mail.html).not.toContain('<pen>');
      await staff.client.put(`/orders/${body.id}/status`, { status: 'processing' });
      await mailTo(t, buyer.user.email, new RegExp(`${body.number} is processing`));
      expect(mailsOf(t).filter(({ subject }) => subject.includes(body.number))).toHaveLength(2);
    });
  });

  describe('reading', () => {
    it('shows each buyer their own, page by page, and staff everybody’s', async () => {
      const [one, two] = [await t.make.person(), await t.make.person()];
      const pen = await t.make.product({ stock: 50 });
      for (let n = 0; n < 5; n++) await place(one.client, [pen.id, 1]);
      await place(two.client, [pen.id, 1]);
      const first = (await one.client.get('/orders?limit=3')).body;
      const rest = (await one.client.get(`/orders?limit=3&cursor=${first.next_cursor}`)).body;
      expect([first.count, rest.count, rest.next_cursor]).toEqual([3, 2, null]);
      const ids = [...first.items, ...rest.items].map(({ id }: { id: string }) => id);
      expect(ids).toEqual([...ids].sort().reverse());
      expect(await one.client.get(`/orders?user_id=${two.user.id}`)).toMatchObject({
        status: 403,
        body: { code: 'forbidden' },
      });
      expect((await one.client.get(`/orders?user_id=${one.user.id}`)).body.count).toBe(5);
      expect((await staff.client.get(`/orders?user_id=${two.user.id}`)).body.count).toBe(1);
      expect((await staff.client.get(`/orders?user_id=${one.user.id}&status=cancelled`)).body.items).toEqual([]);
      expect((await staff.client.get('/orders?status=paid')).status).toBe(422);
      expect((await staff.client.get('/orders?cursor=abc')).status).toBe(422);
    });

    it('hides a stranger’s order behind the same answer as a missing one', async () => {
      const pen = await t.make.product();
      const { id } = (await place(buyer.client, [pen.id, 1])).body;
      const before = await t.db.query('SELECT * FROM orders WHERE id = $1', [id]);
      for (const [method, path] of [
        ['GET', ''],
        ['GET', '/history'],
        ['DELETE', ''],
      ]) {
        const answers = [id, newId()].map(async (one) => {
          const answer = await stranger.client.call(method, `/orders/${one}${path}`);
          return answer.text.replaceAll(one, 'ID').replace(/"request_id":"[^"]+"/, '');
        });
        const [other, missing] = await Promise.all(answers);
        expect(other).toBe(missing);
        expect(other).toContain('order_not_found');
      }
      expect((await stranger.client.put(`/orders/${id}/status`, { status: 'cancelled' })).status).toBe(403);
      expect(await t.db.query('SELECT * FROM orders WHERE id = $1', [id])).toEqual(before);
      expect((await staff.client.get(`/orders/${id}`)).status).toBe(200);
    });
  });

  describe('steps', () => {
    const ALL = ['pending', 'processing', 'shipped', 'delivered', 'cancelled'];
    const NEXT: Record<string, string[]> = {
      pending: ['processing', 'cancelled'],
      processing: ['shipped', 'cancelled'],
      shipped: ['delivered'],
      delivered: [],
      cancelled: [],
    };
    const WAY: Record<string, string[]> = {
      pending: [],
      processing: ['processing'],
      shipped: ['processing', 'shipped'],
      delivered: ['processing', 'shipped', 'delivered'],
      cancelled: ['cancelled'],
    };

    const orderIn = async (status: string): Promise<string> => {
      const pen = await t.make.product();
      const { id } = (await place(buyer.client, [pen.id, 1])).body;
      for (const step of WAY[status]) {
        expect((await staff.client.put(`/orders/${id}/status`, { status: step })).status).toBe(200);
      }
      return id;
    };

    it.each(ALL)('from %s are the documented ones and no other, whoever moves', async (from) => {
      const manager = await t.make.person({ permissions: ['manage_orders'] });
      for (const mover of [manager, staff]) {
        for (const to of ALL) {
          const id = await orderIn(from);
          expect((await buyer.client.put(`/orders/${id}/status`, { status: to })).status).toBe(403);
          const answer = await mover.client.put(`/orders/${id}/status`, { status: to });
          const expected = NEXT[from].includes(to)
            ? { status: 200, body: { status: to } }
            : { status: 409, body: { code: 'invalid_transition', from, to, allowed: NEXT[from] } };
          expect(answer).toMatchObject(expected);
          expect((await staff.client.get(`/orders/${id}`)).body.status).toBe(NEXT[from].includes(to) ? to : from);
        }
      }
    });

    it('are kept, with who made them', async () => {
      const id = await orderIn('shipped');
      const { items } = (await buyer.client.get(`/orders/${id}/history`)).body;
      expect(items).toMatchObject([
        { from_status: null, to_status: 'pending', actor_id: buyer.user.id },
        { from_status: 'pending', to_status: 'processing', actor_id: staff.user.id },
        { from_status: 'processing', to_status: 'shipped', actor_id: staff.user.id },
      ]);
      const page = (await buyer.client.get(`/orders/${id}/history?limit=2`)).body;
      const rest = (await buyer.client.get(`/orders/${id}/history?limit=2&cursor=${page.next_cursor}`)).body;
      expect([...page.items, ...rest.items]).toEqual(items);
    });

    it('give the goods back when the buyer cancels, until they have left', async () => {
      const pen = await t.make.product({ stock: 4 });
      const { id } = (await place(buyer.client, [pen.id, 3], [pen.id, 1])).body;
      expect(await stockOf(t, pen.id)).toBe(0);
      expect(await buyer.client.delete(`/orders/${id}`)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
      expect(await stockOf(t, pen.id)).toBe(4);
      expect(await buyer.client.delete(`/orders/${id}`)).toMatchObject({
        status: 409,
        body: { code: 'invalid_transition', allowed: [] },
      });
      expect(await buyer.client.delete(`/orders/${await orderIn('shipped')}`)).toMatchObject({
        status: 409,
        body: { allowed: ['delivered'] },
      });
      expect(await stockOf(t, pen.id)).toBe(4);
    });

    it('are in the order in which they happened, whatever the clock of an instance says', async () => {
      const id = await orderIn('pending');
      const ahead = 'ffffffff-ffff-7000-8000-000000000000';
      await t.db.execute(`UPDATE order_steps SET id = $1 WHERE order_id = $2`, [ahead, id]);
      expect((await staff.client.put(`/orders/${id}/status`, { status: 'processing' })).status).toBe(200);
      const { items } = (await buyer.client.get(`/orders/${id}/history`)).body;
      expect(items.map((one: { to_status: string }) => one.to_status)).toEqual(['pending', 'processing']);
    });

    it('are for whoever manages orders, and for nobody else who may do other things', async () => {
      const [manager, keeper] = [
        await t.make.person({ permissions: ['manage_orders'] }),
        await t.make.person({ permissions: ['manage_catalog'] }),
      ];
      const id = await orderIn('pending');
      const move = { status: 'processing' };
      expect((await keeper.client.put(`/orders/${id}/status`, move)).status).toBe(403);
      expect((await keeper.client.get(`/orders/${id}`)).status).toBe(404);
      expect((await manager.client.put(`/orders/${id}/status`, move)).status).toBe(200);
      expect((await manager.client.delete(`/orders/${id}`)).body.status).toBe('cancelled');
    });

    it('are guarded by If-Match', async () => {
      const id = await orderIn('pending');
      const etag = (await staff.client.get(`/orders/${id}`)).headers.get('etag') ?? '';
      const move = (status: string) => staff.client.put(`/orders/${id}/status`, { status }, { 'if-match': etag });
      expect((await move('processing')).status).toBe(200);
      expect((await move('shipped')).status).toBe(412);
    });

    it('are in the audit trail', async () => {
      const id = await orderIn('processing');
      const rows = await t.db.query(
        `SELECT action, actor_id, facts FROM audit_entries WHERE target = 'order:' || $1 ORDER BY id`,
        [id],
      );
      expect(rows).toMatchObject([
        { action: 'orders.placed', actor_id: buyer.user.id },
        { action: 'orders.moved', actor_id: staff.user.id, facts: { from: 'pending', to: 'processing' } },
      ]);
    });
  });

  describe('an account', () => {
    it('stays while an order is open; then it goes, and its books stay without the address', async () => {
      const { user, client } = await t.make.person();
      const pen = await t.make.product();
      const { id } = (await place(client, [pen.id, 1])).body;
      expect((await client.get('/users/me/export')).body.sections.orders).toMatchObject([
        { id, shipping_address: ADDRESS },
      ]);
      expect(await staff.client.delete(`/users/${user.id}`)).toMatchObject({
        status: 409,
        body: { code: 'open_orders' },
      });
      await client.delete(`/orders/${id}`);
      expect((await staff.client.delete(`/users/${user.id}`)).status).toBe(204);
      expect((await staff.client.get(`/orders/${id}`)).body).toMatchObject({ shipping_address: '', total: '9.99' });
    });

    it('that goes while it orders leaves no address behind either', async () => {
      const { user, client } = await t.make.person();
      const pen = await t.make.product();
      let asked: Promise<Answer> | undefined;
      await t.db.transaction(async () => {
        await t.db.query('SELECT 1 FROM users WHERE id = $1 FOR UPDATE', [user.id]);
        asked = place(client, [pen.id, 1]);
        await until(async () => (await t.db.query(WAITING)).length > 0);
        await t.db.execute('UPDATE users SET deleted_at = now(), is_active = false WHERE id = $1', [user.id]);
      });
      const { status, body } = (await asked) as Answer;
      expect(status).toBe(201);
      await until(async () => (await staff.client.get(`/orders/${body.id}`)).body.shipping_address === '');
    });
  });

  describe('over GraphQL', () => {
    const FIELDS = 'id number status total currency items { productName quantity subtotal product { id name } }';

    it('are placed, read, moved and cancelled by the same rules', async () => {
      const pen = await t.make.product({ name: 'Pen' });
      const input = { items: [{ productId: pen.id, quantity: 2 }], shippingAddress: ADDRESS };
      const PLACE = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ${FIELDS} } }`;
      const { placeOrder } = (await buyer.client.graphql(PLACE, { input })).body.data;
      expect(placeOrder).toMatchObject({
        status: 'pending',
        total: '19.98',
        items: [{ productName: 'Pen', quantity: 2, product: { id: pen.id } }],
      });
      const asked = `query ($id: ID!) { order(id: $id) { ${FIELDS} } }`;
      expect((await buyer.client.graphql(asked, { id: placeOrder.id })).body.data.order).toEqual(placeOrder);
      expect((await stranger.client.graphql(asked, { id: placeOrder.id })).body.errors).toMatchObject([
        { extensions: { code: 'order_not_found', status: 404 } },
      ]);
      const move = `mutation ($id: ID!, $input: OrderStatusInput!) { updateOrderStatus(id: $id, input: $input) { status } }`;
      const to = { id: placeOrder.id, input: { status: 'processing' } };
      expect((await buyer.client.graphql(move, to)).body.errors).toMatchObject([{ extensions: { code: 'forbidden' } }]);
      expect((await staff.client.graphql(move, to)).body.data).toEqual({ updateOrderStatus: { status: 'processing' } });
      const cancel = `mutation ($id: ID!) { cancelOrder(id: $id) { status } }`;
      expect((await buyer.client.graphql(cancel, { id: placeOrder.id })).body.data.cancelOrder.status).toBe(
        'cancelled',
      );
      expect(await stockOf(t, pen.id)).toBe(10);
      const short = { input: { ...input, items: [{ productId: pen.id, quantity: 11 }] } };
      expect((await buyer.client.graphql(PLACE, short)).body.errors).toMatchObject([
        { extensions: { code: 'insufficient_stock', items: [{ product_id: pen.id, available: 10, requested: 11 }] } },
      ]);
    });

    it('hang on their buyer, for whom may see them', async () => {
      const { client } = await t.make.person();
      const pen = await t.make.product();
      await place(client, [pen.id, 1]);
      const { me } = (await client.graphql('{ me { orders { items { product { id } } } } }')).body.data;
      expect(me.orders).toEqual([{ items: [{ product: { id: pen.id } }] }]);
    });

    it('cost one query a level, however many there are', async () => {
      const { client } = await t.make.person();
      const pens = [await t.make.product({ stock: 500 }), await t.make.product({ stock: 500 })];
      for (let n = 0; n < 100; n++) await place(client, [pens[0].id, 1], [pens[1].id, 1]);
      const query = t.db.query.bind(t.db) as (...args: unknown[]) => Promise<never[]>;
      const asked: unknown[] = []; // by the request, not by what goes on behind it
      const spy = jest.spyOn(t.db, 'query').mockImplementation((...args: unknown[]) => {
        if (findContext()?.transport === 'graphql') asked.push(args[0]);
        return query(...args);
      });
      try {
        const { data } = (await client.graphql('{ orders(limit: 100) { id items { product { name } } } }')).body;
        expect(data.orders).toHaveLength(100);
        expect(asked.length).toBeGreaterThan(0);
        expect(asked.length).toBeLessThan(6);
      } finally {
        spy.mockRestore();
      }
    });
  });
});
