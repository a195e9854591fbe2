import { Resolver } from 'node:dns/promises';
import { Webhook } from 'standardwebhooks';
import { Housekeeping } from '../../../src/core/data/housekeeping';
import { Invariants } from '../../../src/core/data/invariants';
import { WebhookSecrets } from '../../../src/modules/platform/webhooks/webhook-secrets';
import { startApp, TestApp } from '../../support/app';
import { mailTo } from '../../support/mails';
import type { Person } from '../../support/make';
import { Receiver } from '../../support/receiver';
import { until } from '../../support/until';
import { within } from '../../support/within';
import { deliveryIs, hurry, MadeWebhook, order, tryOut, webhookOf } from './support';

const MANY = 200;

describe('sending to webhooks', () => {
  let t: TestApp;
  let receiver: Receiver;
  let ada: Person;
  let bob: Person;

  beforeAll(async () => {
    receiver = await Receiver.start();
    t = await startApp(receiver.env);
    [ada, bob] = [await t.make.person(), await t.make.person()];
  });
  beforeEach(async () => {
    await t.db.execute('DELETE FROM webhooks');
    await t.db.execute('DELETE FROM webhook_events');
    receiver.calls.length = 0;
  });
  afterAll(async () => {
    const off = (await t.app.get(Invariants).verify()).checks.filter(({ ok }) => !ok);
    expect(off).toEqual([]);
    await t.stop();
    await receiver.stop();
  });

  const status =
    (code: number, headers: Record<string, string> = {}) =>
    (path: string) =>
      receiver.answer(path, (response) => void response.writeHead(code, headers).end());

  /** Events that are due for a webhook, written as the dispatcher writes them. */
  async function fill({ id }: MadeWebhook, count: number): Promise<string[]> {
    const rows = await t.db.query<{ id: string }>(
      `WITH made AS (
         INSERT INTO webhook_events (id, type, about, subject_id, path, spread_at)
         SELECT ('01000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'webhooks.test', 'webhook', $1, '/', now()
         FROM generate_series(1, $2::int) AS n RETURNING id
       ) INSERT INTO webhook_deliveries (webhook_id, event_id) SELECT $1, id FROM made RETURNING event_id AS id`,
      [id, count],
    );
    return rows.map((row) => row.id).sort();
  }

  it('tries again under the same id, with the time and the signature of the attempt', async () => {
    const made = await webhookOf(ada, receiver, '/again');
    status(500)('/again');
    const eventId = await tryOut(ada, made);
    const failed = await deliveryIs(ada, made, eventId, ({ attempts }) => attempts === 1);
    const waitMs = Date.parse(failed.next_attempt_at as string) - Date.parse(failed.last_attempt_at as string);
    expect([failed.state, failed.error, failed.response_status, waitMs]).toEqual(['pending', 'http_500', 500, 5000]);
    status(200)('/again');
    await until(() => receiver.calls.length === 2);
    const [first, second] = receiver.calls;
    expect(second.atMs - first.atMs).toBeGreaterThanOrEqual(4900);
    expect([first.headers['webhook-id'], second.headers['webhook-id'], second.body]).toEqual([
      eventId,
      eventId,
      first.body,
    ]);
    expect(Number(second.headers['webhook-timestamp'])).toBeGreaterThan(Number(first.headers['webhook-timestamp']));
    for (const { body, headers } of [first, second]) new Webhook(made.secret).verify(body, headers);
    const done = await deliveryIs(ada, made, eventId, ({ state }) => state === 'delivered');
    expect([done.attempts, done.error, done.next_attempt_at, done.response_status]).toEqual([2, null, null, 200]);
  });

  it('goes through the whole schedule, and then gives the delivery up', async () => {
    const made = await webhookOf(ada, receiver, '/never');
    status(503)('/never');
    const eventId = await tryOut(ada, made);
    const waits: number[] = [];
    for (let n = 1; n <= 10; n++) {
      const {
        state,
        next_attempt_at: next,
        last_attempt_at: last,
      } = await deliveryIs(ada, made, eventId, ({ attempts }) => attempts === n);
      expect(state).toBe(n < 10 ? 'pending' : 'failed');
      if (n < 10) waits.push((Date.parse(next as string) - Date.parse(last as string)) / 1000);
      await hurry(t);
    }
    expect(waits).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]);
    expect(new Set(receiver.at('/never').map(({ headers }) => headers['webhook-id']))).toEqual(new Set([eventId]));
  });

  it('waits as long as Retry-After says, with all that there is for this webhook', async () => {
    const made = await webhookOf(ada, receiver, '/busy');
    status(429, { 'retry-after': '120' })('/busy');
    const eventId = await tryOut(ada, made);
    const { next_attempt_at: next, last_attempt_at: last } = await deliveryIs(
      ada,
      made,
      eventId,
      ({ attempts }) => attempts === 1,
    );
    expect(Date.parse(next as string) - Date.parse(last as string)).toBe(120_000);
    await order(t, ada);
    const theirs = await webhookOf(bob, receiver, '/other');
    await deliveryIs(bob, theirs, await tryOut(bob, theirs), ({ state }) => state === 'delivered');
    expect(receiver.at('/busy')).toHaveLength(1);
  });

  it('switches a webhook off that is gone, and tells its owner', async () => {
    const made = await webhookOf(ada, receiver, '/gone');
    status(410)('/gone');
    await tryOut(ada, made);
    const mail = await mailTo(t, ada.user.email, /switched off/);
    expect(mail.text).toContain('410');
    const { body } = await ada.client.get(`/webhooks/${made.id}`);
    expect([body.is_active, body.disabled_reason]).toEqual([false, 'gone']);
    expect((await ada.client.post(`/webhooks/${made.id}/test`)).body.code).toBe('webhook_off');
    const replay = await ada.client.post(`/webhooks/${made.id}/replay`, { since: '2026-01-01T00:00:00Z' });
    expect(replay.body.code).toBe('webhook_off');
    const trail = await t.db.query(
      `SELECT actor_id, facts FROM audit_entries WHERE action = 'webhooks.switched-off' AND target = $1`,
      [`webhook:${made.id}`],
    );
    expect(trail).toEqual([{ actor_id: null, facts: { reason: 'gone' } }]); // nobody has done it
  });

  it('switches a webhook off that has failed for five days, and not before', async () => {
    const made = await webhookOf(ada, receiver, '/ill');
    status(500)('/ill');
    const eventId = await tryOut(ada, made);
    await deliveryIs(ada, made, eventId, ({ attempts }) => attempts === 1);
    for (const [since, attempts, isActive] of [
      ['4 days 23 hours', 2, true],
      ['5 days', 3, false],
    ] as const) {
      await t.db.execute(`UPDATE webhooks SET failing_since = now() - $1::interval`, [since]);
      await hurry(t);
      await deliveryIs(ada, made, eventId, (one) => one.attempts === attempts);
      expect((await ada.client.get(`/webhooks/${made.id}`)).body.is_active).toBe(isActive);
    }
    expect((await mailTo(t, ada.user.email, /switched off/, 1)).text).toContain('five days');
  });

  it('forgets failures with the first success', async () => {
    const made = await webhookOf(ada, receiver, '/well');
    status(500)('/well');
    const eventId = await tryOut(ada, made);
    await deliveryIs(ada, made, eventId, ({ attempts }) => attempts === 1);
    expect((await ada.client.get(`/webhooks/${made.id}`)).body).toMatchObject({
      failures: 1,
      failing_since: expect.any(String),
    });
    status(204)('/well');
    await hurry(t);
    await deliveryIs(ada, made, eventId, ({ state }) => state === 'delivered');
    expect((await ada.client.get(`/webhooks/${made.id}`)).body).toMatchObject({ failures: 0, failing_since: null });
  });

  it('keeps what waits while a webhook is off, and sends it when it is on again', async () => {
    const made = await webhookOf(ada, receiver, '/paused');
    status(500)('/paused');
    const eventId = await tryOut(ada, made);
    await deliveryIs(ada, made, eventId, ({ attempts }) => attempts === 1);
    await ada.client.patch(`/webhooks/${made.id}`, { is_active: false });
    status(204)('/paused');
    await hurry(t);
    await order(t, ada);
    const theirs = await webhookOf(bob, receiver, '/other');
    await deliveryIs(bob, theirs, await tryOut(bob, theirs), ({ state }) => state === 'delivered');
    expect(receiver.at('/paused')).toHaveLength(1);
    await ada.client.patch(`/webhooks/${made.id}`, { is_active: true });
    await deliveryIs(ada, made, eventId, ({ state }) => state === 'delivered');
    expect(receiver.at('/paused')).toHaveLength(2);
  });

  it('follows no redirect, wherever it leads', async () => {
    const made = await webhookOf(ada, receiver, '/moved');
    status(302, { location: receiver.url('/inside') })('/moved');
    const eventId = await tryOut(ada, made);
    const failed = await deliveryIs(ada, made, eventId, ({ attempts }) => attempts === 1);
    expect([failed.state, failed.error]).toEqual(['pending', 'http_302']);
    expect(receiver.at('/inside')).toEqual([]);
  });

  it('reads little of an answer of ten megabytes, which is a delivery all the same', async () => {
    const made = await webhookOf(ada, receiver, '/large');
    let written = 0;
    let closed = false;
    receiver.answer('/large', (response) => {
      response.on('close', () => (closed = true));
      response.writeHead(200);
      const piece = Buffer.alloc(65_536);
      const write = (): void => {
        while (written < 10_485_760 && !closed) {
          written += piece.length;
          if (!response.write(piece)) return void response.once('drain', write);
        }
        response.end();
      };
      write();
    });
    await deliveryIs(ada, made, await tryOut(ada, made), ({ state }) => state === 'delivered');
    await until(() => closed);
    expect(written).toBeLessThan(6_000_000); // what two kernels hold between them
  });

  it.each([
    ['a name that leads inwards', 'https://inside.test/', ['127.0.0.1']],
    ['a name that leads to the metadata of a cloud', 'https://inside.test/', ['169.254.169.254']],
    ['an address that was public when it was given', 'https://[::1]/', []],
    ['a private one', 'https://10.0.0.1/', []],
  ])('calls nobody at %s', async (_, url, found) => {
    const made = await webhookOf(ada, receiver, '/inside');
    const port = new URL(receiver.url('/')).port;
    const inward = new URL(url);
    inward.port = port;
    await t.db.execute('UPDATE webhooks SET url = $1', [inward.href]);
    jest.spyOn(Resolver.prototype, 'resolve4').mockResolvedValue(found);
    jest.spyOn(Resolver.prototype, 'resolve6').mockRejectedValue(new Error('None'));
    const failed = await deliveryIs(ada, made, await tryOut(ada, made), ({ attempts }) => attempts === 1);
    expect([failed.error, failed.response_status, receiver.calls]).toEqual(['address_refused', null, []]);
  });

  it('connects to what it has looked up, not to what the name says a moment later', async () => {
    const made = await webhookOf(ada, receiver, '/rebound');
    await t.db.execute('UPDATE webhooks SET url = $1', [receiver.url('/rebound').replace('127.0.0.1', 'rebound.test')]);
    const asked: string[] = [];
    jest.spyOn(Resolver.prototype, 'resolve4').mockImplementation((name: string) => {
      asked.push(name);
      return Promise.resolve(asked.length === 1 ? ['192.88.98.1'] : ['127.0.0.1']);
    });
    jest.spyOn(Resolver.prototype, 'resolve6').mockRejectedValue(new Error('None'));
    await tryOut(ada, made);
    await until(() => asked.length === 1);
    await hurry(t);
    await within(
      1500,
      () => receiver.calls.length,
      () => true,
    );
    expect([asked, receiver.calls]).toEqual([['rebound.test'], []]);
  });

  it('trusts nobody else’s certificate', async () => {
    const stranger = await Receiver.start();
    try {
      const made = await webhookOf(ada, stranger, '/strange');
      const failed = await deliveryIs(ada, made, await tryOut(ada, made), ({ attempts }) => attempts === 1);
      expect(failed.error).toMatch(/self_signed/);
      expect(stranger.calls).toEqual([]);
    } finally {
      await stranger.stop();
    }
  });

  it('is not made with a secret that cannot be read any more', async () => {
    const made = await webhookOf(ada, receiver, '/unreadable');
    await t.db.execute('UPDATE webhooks SET secret = $1', [Buffer.alloc(64)]);
    const failed = await deliveryIs(ada, made, await tryOut(ada, made), ({ attempts }) => attempts === 1);
    expect([failed.error, receiver.calls]).toEqual(['secret_unreadable', []]);
    await t.db.execute('UPDATE webhooks SET secret = $1', [t.app.get(WebhookSecrets).seal(made.secret)]);
  });

  it('has at most eight calls to a webhook under way, and others do not wait for them', async () => {
    const made = await webhookOf(ada, receiver, '/slow');
    const held: (() => void)[] = [];
    receiver.answer('/slow', (response) => void held.push(() => response.writeHead(204).end()));
    await fill(made, 20);
    await until(() => held.length === 8);
    const theirs = await webhookOf(bob, receiver, '/quick');
    const eventId = await tryOut(bob, theirs);
    const told = () => receiver.at('/quick').map(({ headers }) => headers['webhook-id']);
    await within(2000, told, (ids) => ids.includes(eventId));
    expect(receiver.at('/slow')).toHaveLength(8);
    status(204)('/slow');
    for (const end of held) end();
    await until(() => receiver.at('/slow').length === 20);
  });

  it('tries one delivery at a time where all have failed, and sends the rest when that one succeeds', async () => {
    const made = await webhookOf(ada, receiver, '/dead');
    status(500)('/dead');
    await fill(made, MANY);
    await until(async () => (await ada.client.get(`/webhooks/${made.id}`)).body.failures >= 8);
    // What is still on its way fails, too, and puts off the next attempt.
    const sent = `SELECT 1 FROM webhook_deliveries WHERE lease IS NOT NULL`;
    await until(async () => (await t.db.query(sent)).length === 0);
    const soon = receiver.at('/dead').length;
    expect(soon).toBeLessThanOrEqual(2 * 8); // eight at once, as many more as were taken while fewer than five had failed
    status(204)('/dead');
    await t.db.execute('UPDATE webhooks SET resume_at = now()');
    await until(
      async () =>
        (await t.db.query(`SELECT 1 FROM webhook_deliveries WHERE state = 'delivered'`)).length >= MANY - soon,
    );
    expect((await ada.client.get(`/webhooks/${made.id}`)).body.failures).toBe(0);
  });

  it('replays in the order of the events, all of them or those that failed', async () => {
    const made = await webhookOf(ada, receiver, '/replayed');
    const ids = await fill(made, 60);
    await until(() => receiver.calls.length === 60);
    await until(
      async () => (await t.db.query(`SELECT 1 FROM webhook_deliveries WHERE state = 'pending'`)).length === 0,
    );
    await t.db.execute(
      `UPDATE webhook_deliveries SET state = 'failed', delivered_at = NULL, last_error = 'http_500' WHERE event_id = ANY ($1)`,
      [ids.slice(10, 20)],
    );
    await t.db.execute(`UPDATE webhook_deliveries SET due_at = now() - random() * interval '1 hour'`);
    receiver.calls.length = 0;
    const replay = (input: object) => ada.client.post(`/webhooks/${made.id}/replay`, input);
    const since = '2000-01-01T00:00:00Z';
    const sent = () => receiver.calls.map(({ headers }) => headers['webhook-id']);
    const settled = async () =>
      (await t.db.query(`SELECT 1 FROM webhook_deliveries WHERE state = 'pending'`)).length === 0;
    expect(await replay({ since, failed_only: true })).toMatchObject({ status: 202, body: { count: 10 } });
    await until(() => sent().length === 10);
    await until(settled);
    expect(sent().sort()).toEqual(ids.slice(10, 20));
    receiver.calls.length = 0;
    await t.db.execute('UPDATE webhooks SET failures = 5'); // one at a time at first
    expect((await replay({ since })).body).toEqual({ count: 60 });
    await until(() => sent().length === 60);
    // Eight are under way at a time, so an event overtakes no more than seven others.
    const late = sent().map((id, index) => Math.abs(ids.indexOf(id) - index));
    expect([sent()[0], Math.max(...late) < 16, new Set(sent()).size]).toEqual([ids[0], true, 60]);
    expect((await replay({})).status).toBe(422);
    expect((await replay({ since: '2100-01-01T00:00:00Z' })).body).toEqual({ count: 0 });
  });

  it('sends each event once where two processes do', async () => {
    const other = await startApp(t.env);
    try {
      const webhooks = await Promise.all(
        Array.from({ length: 10 }, (_, n) => webhookOf(ada, receiver, `/two-${n}`, ['orders.placed'])),
      );
      const { id } = await t.make.product({ stock: 100 });
      const input = { items: [{ product_id: id, quantity: 1 }], shipping_address: 'Here' };
      const sent = () => receiver.calls.filter(({ path }) => path.startsWith('/two-'));
      for (let n = 0; n < 20; n++) expect((await ada.client.post('/orders', input)).status).toBe(201);
      await until(() => sent().length >= 200);
      await until(
        async () => (await t.db.query(`SELECT 1 FROM webhook_deliveries WHERE state = 'pending'`)).length === 0,
      );
      expect([sent().length, webhooks.length]).toEqual([200, 10]);
      expect(new Set(sent().map(({ path, headers }) => `${path} ${headers['webhook-id']}`)).size).toBe(200);
    } finally {
      await other.stop();
    }
  });

  it('knows within a second of a webhook that another process has made', async () => {
    const other = await startApp(t.env);
    try {
      await within(
        2000,
        () => t.db.query('SELECT 1 FROM webhooks'),
        (rows) => rows.length === 0,
      );
      const elsewhere = { ...ada, client: other.client.as(ada.accessToken) };
      await webhookOf(elsewhere, receiver, '/elsewhere');
      await within(
        4000,
        () => order(t, ada).then(() => receiver.calls.length),
        (count) => count > 0,
      );
    } finally {
      await other.stop();
    }
  });

  it('keeps deliveries for thirty days', async () => {
    const made = await webhookOf(ada, receiver, '/kept');
    await fill(made, 2);
    await until(
      async () => (await t.db.query(`SELECT 1 FROM webhook_deliveries WHERE state = 'delivered'`)).length === 2,
    );
    await t.db.execute(
      `UPDATE webhook_events SET created_at = now() - interval '31 days' WHERE id = (SELECT min(id::text)::uuid FROM webhook_events)`,
    );
    await t.app.get(Housekeeping).run('webhooks.events');
    expect((await ada.client.get(`/webhooks/${made.id}/deliveries`)).body.count).toBe(1);
  });
});
