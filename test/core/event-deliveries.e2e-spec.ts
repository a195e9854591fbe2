import { BoundStatement, Database } from '../../src/core/data/database';
import { DomainEvent, Events } from '../../src/core/data/events';
import { Housekeeping } from '../../src/core/data/housekeeping';
import { startApp, TestApp } from '../support/app';
import type { Client } from '../support/client';
import { until } from '../support/until';

const DELIVERIES = 100_000;
const CONSUMERS = 20;
const DEAD_EVERY = 7; // of every consumer and type

class Left extends DomainEvent {
  static override readonly type = 'test.left';
  static override readonly durable = true;
}

describe('deliveries of events', () => {
  let t: TestApp;
  let admin: Client;
  beforeAll(async () => {
    t = await startApp();
    admin = (await t.make.admin()).client;
  });
  afterAll(() => t.stop());

  it('end for a consumer that no process has had for 30 days, and what it waited for is dead', async () => {
    const vouched = (consumer: string, days: number) =>
      t.db.execute(
        `INSERT INTO event_subscriptions (consumer, type, seen_at) VALUES ($1, 'test.left', now() - $2 * interval '1 day')`,
        [consumer, days],
      );
    await vouched('test.gone', 31);
    await vouched('test.away', 29);
    const emit = () => t.db.transaction(() => t.app.get(Events).emit(new Left()));
    const deliveries = async (): Promise<string[]> => {
      const { body } = await admin.get('/admin/events?type=test.left');
      return (body.items as { consumer: string; state: string }[]).map((one) => `${one.consumer} ${one.state}`).sort();
    };
    await emit();
    expect(await deliveries()).toEqual(['test.away pending', 'test.gone pending']);

    await t.app.get(Housekeeping).run('events.subscriptions');
    const { body } = await admin.get('/admin/events?state=dead');
    expect(body.items).toMatchObject([
      { consumer: 'test.gone', type: 'test.left', last_error: 'No process has had this consumer for 30 days' },
    ]);
    await emit();
    expect(await deliveries()).toEqual(['test.away pending', 'test.away pending', 'test.gone dead']);

    // It is back after all: what it missed can be tried again, and it is a consumer once more.
    let heard = 0;
    t.app.get(Events).on(Left, 'test.gone', () => void heard++);
    await admin.post('/admin/events/replay', { consumer: 'test.gone' });
    await until(() => heard === 1);
    await emit();
    await until(() => heard === 2);
  });

  it(`that are dead are found by an index, among ${DELIVERIES}`, async () => {
    await t.db.execute(
      `WITH events AS (
         INSERT INTO outbox (id, type, payload, pending)
         SELECT gen_random_uuid(), 'test.many-' || n % 10, '{}', 1 FROM generate_series(1, ${DELIVERIES / CONSUMERS}) AS n
         RETURNING id, type
       ), deliveries AS (
         SELECT id, type, consumer, row_number() OVER () AS n FROM events, generate_series(1, ${CONSUMERS}) AS consumer
       )
       INSERT INTO event_deliveries (id, event_id, consumer, type, state, created_at)
       SELECT gen_random_uuid(), id, 'test.many-' || consumer, type,
         CASE n % ${DEAD_EVERY} WHEN 0 THEN 'dead' ELSE 'delivered' END, now() - n * interval '1 second'
       FROM deliveries`,
    );
    await t.db.execute('ANALYZE event_deliveries');
    const asked = jest.spyOn(t.app.get(Database), 'query');
    const first = (await admin.get('/admin/events?state=dead&limit=20')).body;
    const { consumer, type } = first.items[19];
    for (const more of [
      '',
      `&cursor=${first.next_cursor}`,
      `&consumer=${consumer}`,
      `&type=${type}`,
      `&type=${type}&consumer=${consumer}`,
      `&type=${type}&cursor=${first.next_cursor}`,
    ]) {
      asked.mockClear();
      const { body } = await admin.get(`/admin/events?state=dead&limit=20${more}`);
      expect([more, body.items.length > 0]).toEqual([more, true]);
      const [[statement, values]] = asked.mock.calls.filter(([one]) =>
        textOf(one).includes('ORDER BY created_at DESC'),
      );
      const lines = await t.db.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN ${textOf(statement)}`,
        values ?? (statement as BoundStatement).values,
      );
      const plan = lines.map((line) => line['QUERY PLAN']).join('\n');
      expect([more, plan]).toEqual([more, expect.stringMatching(/Index Scan Backward using ix_event_deliveries_dead/)]);
      expect([more, plan]).toEqual([more, expect.not.stringMatching(/Seq Scan|Sort/)]);
    }
  });
});

const textOf = (statement: Parameters<Database['query']>[0]): string =>
  typeof statement === 'string' ? statement : statement.text;
