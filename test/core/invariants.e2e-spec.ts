import { newId } from '../../src/core/kernel/runtime';
import { startApp, TestApp } from '../support/app';
import type { Client } from '../support/client';

interface Check {
  name: string;
  ok: boolean;
  checked: number;
  violations: { subject: string; detail: string }[];
}

describe('the invariants', () => {
  let t: TestApp;
  let admin: Client;
  // Damage takes triggers and indexes away, so each test has a database of its own.
  beforeEach(async () => {
    t = await startApp();
    admin = (await t.make.admin()).client;
  });
  afterEach(() => t.stop());

  async function report(): Promise<Record<string, Check>> {
    const { status, body } = await admin.get('/admin/invariants');
    expect([status, body.ok]).toEqual([200, body.checks.every(({ ok }: Check) => ok)]);
    return Object.fromEntries(body.checks.map((check: Check) => [check.name, check]));
  }

  /** The report names just these subjects, under this check alone. */
  async function expectOff(name: string, ...subjects: string[]): Promise<void> {
    const checks = await report();
    expect(checks[name].violations.map(({ subject }) => subject).sort()).toEqual(subjects.sort());
    expect(Object.keys(checks).filter((one) => !checks[one].ok)).toEqual([name]);
  }

  async function unguarded(table: string, damage: string, values: unknown[] = []): Promise<void> {
    await t.db.execute(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await t.db.execute(damage, values);
  }

  it('hold where nothing is damaged, and say how much was looked at', async () => {
    const { id } = await t.make.product({ stock: 3 });
    await t.make.product({ stock: 0 });
    await admin.put(`/products/${id}/stock`, { stock: 7 });
    const checks = await report();
    expect(checks).toMatchObject({
      'auth.refresh-tokens': { ok: true, checked: 1, violations: [] },
      'catalog.movements': { ok: true, checked: 2, violations: [] },
      'catalog.stock': { ok: true, checked: 2, violations: [] },
      'events.delivered': { ok: true },
      'idempotency.swept': { ok: true },
    });
  });

  it('name a product whose stock its movements do not make', async () => {
    const [kept, lost] = [await t.make.product(), await t.make.product()];
    await unguarded('products', 'UPDATE products SET stock = stock - 1 WHERE id = $1', [lost.id]);
    await expectOff('catalog.stock', `product:${lost.id}`);
    expect((await report())['catalog.stock'].violations[0].detail).toBe('9 on hand, 10 by its movements.');
    expect(kept.id).not.toBe(lost.id);
  });

  it('name a product whose stock is below zero', async () => {
    const { id } = await t.make.product({ stock: 0 });
    await t.db.execute('ALTER TABLE products DROP CONSTRAINT ck_products_stock');
    await unguarded('products', 'UPDATE products SET stock = -1 WHERE id = $1', [id]);
    await expectOff('catalog.stock', `product:${id}`);
  });

  it('name a product whose movements were changed, though their sum is right', async () => {
    const { id } = await t.make.product({ stock: 3 });
    for (const stock of [5, 9]) await admin.put(`/products/${id}/stock`, { stock });
    const shift = 'UPDATE stock_movements SET on_hand = on_hand + 1 WHERE product_id = $1 AND on_hand = 5';
    await unguarded('stock_movements', shift, [id]);
    await expectOff('catalog.movements', `product:${id}`);
  });

  it('name an event that is not delivered', async () => {
    const id = newId();
    const add = `WITH event AS (INSERT INTO outbox (id, type, payload, pending) VALUES ($1, 'test.lost', '{}', 1))
      INSERT INTO event_deliveries (id, event_id, consumer, type, created_at)
      VALUES ($1, $1, 'test.gone', 'test.lost', now() - interval '11 minutes')`;
    await t.db.execute(add, [id]);
    await expectOff('events.delivered', `event:${id}`);
  });

  it('name a session with two live refresh tokens', async () => {
    await t.db.execute('DROP INDEX uq_refresh_tokens_live');
    const fork = `INSERT INTO refresh_tokens (id, session_id, token_hash)
      SELECT $1, session_id, 'other' FROM refresh_tokens RETURNING session_id AS "sessionId"`;
    const [{ sessionId }] = await t.db.query<{ sessionId: string }>(fork, [newId()]);
    await expectOff('auth.refresh-tokens', `session:${sessionId}`);
  });

  it('name an idempotency key that should be gone', async () => {
    await admin.post('/categories', { name: 'Art' }, { 'idempotency-key': 'k' });
    const [{ id }] = await t.db.query<{ id: string }>(
      `UPDATE idempotency_keys SET expires_at = now() - interval '2 hours' RETURNING id`,
    );
    await expectOff('idempotency.swept', `idempotency_key:${id}`);
  });

  it('show a hundred of a thousand', async () => {
    const add = `WITH event AS (
        INSERT INTO outbox (id, type, payload, pending)
        SELECT gen_random_uuid(), 'test.lost', '{}', 1 FROM generate_series(1, 1000) RETURNING id
      ) INSERT INTO event_deliveries (id, event_id, consumer, type, created_at)
      SELECT id, id, 'test.gone', 'test.lost', now() - interval '1 day' FROM event`;
    await t.db.execute(add);
    expect((await report())['events.delivered'].violations).toHaveLength(100);
  });

  it('are for those alone who may read them', async () => {
    expect((await t.client.get('/admin/invariants')).status).toBe(401);
    for (const roles of [['user'], ['teacher', 'finance', 'student']]) {
      expect((await (await t.make.person({ roles })).client.get('/admin/invariants')).status).toBe(403);
    }
    const reader = await t.make.person({ permissions: ['read_invariants'] });
    expect((await reader.client.get('/admin/invariants')).status).toBe(200);
  });
});
