import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Invariants } from '../../../src/core/data/invariants';
import { CLAIM } from '../../../src/modules/platform/webhooks/delivery.statements';
import { newId } from '../../../src/core/kernel/runtime';
import { startApp, TestApp } from '../../support/app';
import { register } from '../../support/children';
import { freePort, Instance } from '../../support/instance';
import { PeakMemory } from '../../support/memory';
import type { Person } from '../../support/make';
import { Receiver } from '../../support/receiver';
import { until } from '../../support/until';
import { within } from '../../support/within';
import { deliveryIs, hurry, MadeWebhook, order, tryOut, webhookOf } from '../../platform/webhooks/support';

const FLOOD = 100_000;
/** What the process may need beyond what it needs for one event, MiB. */
const GROWTH_MIB = 60;
const STAND_IN = `
  const { readFileSync } = require('node:fs');
  const [key, cert] = process.argv.slice(1).map((path) => readFileSync(path));
  require('node:https').createServer({ key, cert }, (request, response) => response.writeHead(204).end())
    .listen(0, '127.0.0.1', function () { console.log(this.address().port); });`;

describe('webhooks, when things go wrong', () => {
  let t: TestApp;
  let receiver: Receiver;
  let ada: Person;
  let bob: Person;
  let instances: Instance[];

  beforeAll(async () => {
    receiver = await Receiver.start();
    t = await startApp({ ...receiver.env, APP_ROLE: 'web' }); // what sends is a process of its own
    [ada, bob] = [await t.make.person(), await t.make.person()];
  });
  beforeEach(() => {
    instances = [];
    receiver.calls.length = 0;
  });
  afterEach(async () => {
    for (const one of instances) {
      one.child.kill('SIGCONT');
      await one.stop('SIGKILL');
    }
    await t.db.execute('DELETE FROM webhooks');
    await t.db.execute('DELETE FROM webhook_events');
  });
  afterAll(async () => {
    expect((await t.app.get(Invariants).verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
    await t.stop();
    await receiver.stop();
  });

  async function start(): Promise<Instance> {
    const instance = Instance.start(await freePort(), { ...t.env, APP_ROLE: 'all' });
    instances.push(instance);
    await instance.ready();
    return instance;
  }

  /** Somebody else's webhook is told within two seconds, whatever becomes of the rest. */
  async function othersAreTold(made: MadeWebhook): Promise<void> {
    const id = await order(t, bob);
    const told = () => receiver.at('/bob').map(({ body }) => (JSON.parse(body) as { data: { id: string } }).data.id);
    await within(2000, told, (ids) => ids.includes(id));
    expect(made.id).toBeTruthy();
  }

  it('a receiver that hangs, or dribbles its answer, has 15 seconds, and slows no other', async () => {
    receiver.answer('/hangs', () => undefined);
    receiver.answer('/dribbles', (response) => {
      const socket = response.socket;
      socket?.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket?.write('x: y\r\n'), 500);
      socket?.on('close', () => clearInterval(timer)).on('error', () => undefined);
    });
    const theirs = await webhookOf(bob, receiver, '/bob');
    const all = await Promise.all(['/hangs', '/dribbles'].map((path) => webhookOf(ada, receiver, path)));
    await start();
    const ids = await Promise.all(all.map((one) => tryOut(ada, one)));
    for (let n = 0; n < 20; n++) await order(t, ada); // as many more as may be under way, and then some
    await until(() => receiver.calls.length >= 16);
    await othersAreTold(theirs);
    for (const [n, made] of all.entries()) {
      const {
        last_attempt_at: at,
        error,
        created_at: from,
      } = await deliveryIs(ada, made, ids[n], ({ attempts }) => attempts === 1);
      expect([made.id, error]).toEqual([made.id, 'etimedout']);
      expect(Date.parse(at as string) - Date.parse(from as string)).toBeGreaterThan(14_000);
    }
    expect(receiver.open).toBeLessThan(16);
    await othersAreTold(theirs);
  });

  it('a receiver that stands still is not waited for by others, and gets what it has missed', async () => {
    const args = ['-e', STAND_IN, receiver.keyFile, receiver.caFile];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    register(child.pid);
    try {
      const [line] = (await once(child.stdout, 'data')) as [Buffer];
      const theirs = await webhookOf(bob, receiver, '/bob');
      const made = await webhookOf(ada, receiver, '/still');
      await t.db.execute('UPDATE webhooks SET url = $2 WHERE id = $1', [made.id, `https://127.0.0.1:${Number(line)}/`]);
      child.kill('SIGSTOP');
      await start();
      const eventId = await tryOut(ada, made);
      const leased = async () => (await t.db.query('SELECT 1 FROM webhook_deliveries WHERE lease IS NOT NULL')).length;
      await until(async () => (await leased()) === 1);
      for (let n = 0; n < 3; n++) await othersAreTold(theirs);
      await until(async () => (await leased()) === 1); // theirs is told before that is written down
      const failed = await deliveryIs(ada, made, eventId, ({ attempts }) => attempts === 1);
      expect(failed.error).toMatch(/timeout|etimedout/);
      child.kill('SIGCONT');
      await hurry(t);
      await deliveryIs(ada, made, eventId, ({ state }) => state === 'delivered');
    } finally {
      child.kill('SIGCONT');
      child.kill('SIGTERM');
    }
  });

  it('a process that is killed between sending and writing it down leaves the event to another, which sends it under the same id', async () => {
    const made = await webhookOf(ada, receiver, '/killed');
    receiver.answer('/killed', () => undefined);
    const first = await start();
    const eventId = await tryOut(ada, made);
    await until(() => receiver.at('/killed').length === 1);
    await first.stop('SIGKILL');
    receiver.answer('/killed', (response) => void response.writeHead(204).end());
    await start();
    const done = await deliveryIs(ada, made, eventId, ({ state }) => state === 'delivered');
    expect(receiver.at('/killed').map(({ headers }) => headers['webhook-id'])).toEqual([eventId, eventId]);
    expect(done.attempts).toBe(1); // the first was never written down
  });

  it('a process that stands still loses its lease, and what it says later does not count', async () => {
    const made = await webhookOf(ada, receiver, '/frozen');
    let end: () => void = () => undefined;
    receiver.answer('/frozen', (response) => void (end = () => response.writeHead(500).end()));
    const first = await start();
    const eventId = await tryOut(ada, made);
    await until(() => receiver.at('/frozen').length === 1);
    first.child.kill('SIGSTOP');
    end();
    receiver.answer('/frozen', (response) => void response.writeHead(204).end());
    await start();
    await t.db.execute('UPDATE webhook_deliveries SET due_at = now() WHERE event_id = $1', [eventId]); // its lease has ended
    await deliveryIs(ada, made, eventId, ({ state }) => state === 'delivered');
    first.child.kill('SIGCONT');
    await until(async () => (await first.client.get('//health/live')).status === 200);
    const probe = await webhookOf(bob, receiver, '/probe');
    await deliveryIs(bob, probe, await tryOut(bob, probe), ({ state }) => state === 'delivered');
    const { body } = await ada.client.get(`/webhooks/${made.id}/deliveries`);
    expect(body.items).toMatchObject([{ state: 'delivered', attempts: 1, error: null }]);
    expect((await ada.client.get(`/webhooks/${made.id}`)).body.failures).toBe(0);
  });

  it('a process that ends hands back what it has not sent', async () => {
    const made = await webhookOf(ada, receiver, '/ended');
    receiver.answer('/ended', () => undefined);
    const first = await start();
    const eventId = await tryOut(ada, made);
    await until(() => receiver.at('/ended').length === 1);
    expect(await first.stop()).toBe(0);
    const [row] = await t.db.query(
      'SELECT state, lease, attempts, due_at <= now() AS due FROM webhook_deliveries WHERE event_id = $1',
      [eventId],
    );
    expect(row).toEqual({ state: 'pending', lease: null, attempts: 0, due: true });
  });

  it(`${FLOOD} events for a webhook that is dead hold up no other and fill no memory`, async () => {
    const theirs = await webhookOf(bob, receiver, '/bob');
    const dead = await webhookOf(ada, receiver, '/dead');
    await t.db.execute('UPDATE webhooks SET url = $2 WHERE id = $1', [
      dead.id,
      `https://127.0.0.1:${await freePort()}/`,
    ]);
    const worker = await start();
    await othersAreTold(theirs);
    const memory = new PeakMemory(worker.child.pid ?? 0);
    memory.begin();
    const before = memory.mib();
    const orderId = await order(t, ada);
    for (let from = 0; from < FLOOD; from += 10_000) {
      await t.db.execute(
        `INSERT INTO webhook_events (id, type, about, subject_id, path)
         SELECT ('01000000-0000-7000-8000-' || lpad(to_hex($2 + n), 12, '0'))::uuid, 'orders.placed', 'order', $1, '/'
         FROM generate_series(1, 10000) AS n`,
        [orderId, from],
      );
      await othersAreTold(theirs); // also while the deliveries are being made
    }
    await until(
      async () => (await t.db.query('SELECT 1 FROM webhook_events WHERE spread_at IS NULL LIMIT 1')).length === 0,
    );
    const [{ count }] = await t.db.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM webhook_deliveries WHERE webhook_id = $1 AND state = 'pending'`,
      [dead.id],
    );
    expect(count).toBe(FLOOD + 1);
    for (let n = 0; n < 5; n++) await othersAreTold(theirs);
    expect(memory.mib() - before).toBeLessThan(GROWTH_MIB);
    await t.db.execute('ANALYZE webhook_deliveries');
    const claim = await t.db.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${CLAIM.text}`, [1, 1, newId()]);
    expect(claim.map((row) => row['QUERY PLAN']).join('\n')).not.toMatch(/Seq Scan on webhook_deliveries/);
    const { status, body } = await ada.client.get(`/webhooks/${dead.id}/deliveries?failed_only=true&limit=100`);
    expect([status, body.count > 0]).toEqual([200, true]);
    const replay = await ada.client.post(`/webhooks/${dead.id}/replay`, { since: '2000-01-01T00:00:00Z' });
    expect(replay.status).toBe(202);
    await othersAreTold(theirs);
  });
});
