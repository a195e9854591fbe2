import { Invariants } from '../../../src/core/data/invariants';
import { Follower, hurry, SEND, send } from '../../communication/notifications/support';
import { startApp, TestApp } from '../../support/app';
import { freePort, Instance } from '../../support/instance';
import { mailsOf } from '../../support/mails';
import type { Person } from '../../support/make';
import { PrivateRedis } from '../../support/private-redis';
import { PushService, Subscriber } from '../../support/push-service';
import { until } from '../../support/until';
import { within } from '../../support/within';

/** Deaths of the process that sends, and notices told around each. */
const KILLS = Number(process.env.NOTIFICATION_KILLS ?? 4);
const PER_KILL = 20;

describe('notifications, when things go wrong', () => {
  let redis: PrivateRedis;
  let service: PushService;
  let t: TestApp;
  let ada: Person;
  let browser: Subscriber;
  const instances: Instance[] = [];

  beforeAll(async () => {
    redis = await PrivateRedis.start();
    service = await PushService.start();
    t = await startApp({ ...service.env, REDIS_URL: redis.url, APP_ROLE: 'web' }); // what sends is a process of its own
  });
  beforeEach(async () => {
    await t.reset();
    service.forget();
    ada = await t.make.person({ emailVerifiedAt: new Date() });
    browser = service.subscriber('/ada');
  });
  afterEach(async () => {
    for (const one of instances.splice(0)) await one.stop('SIGKILL');
    expect((await t.app.get(Invariants).verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
  });
  afterAll(async () => {
    await t.stop();
    await service.stop();
    await redis.stop();
  });

  async function start(): Promise<Instance> {
    const instance = Instance.start(await freePort(), { ...t.env, APP_ROLE: 'all' });
    instances.push(instance);
    await instance.ready();
    return instance;
  }

  it(
    `what is pushed survives ${KILLS} kills: nothing is lost, and no more come twice than were under way`,
    async () => {
      expect((await ada.client.post('/notifications/web-push/subscriptions', browser.toJSON())).status).toBe(201);
      const ids: string[] = [];
      let underWay = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        const sender = await start();
        const from = service.pushes.length;
        const telling = (async () => {
          for (let n = 0; n < PER_KILL; n++) ids.push((await send(ada.client)).id);
        })();
        await until(() => service.pushes.length > from + (kill % 5)); // it dies in the midst of them
        const [{ taken }] = await t.db.query<{ taken: number }>(
          `SELECT count(*)::int AS taken FROM notification_deliveries WHERE state = 'pending' AND lease IS NOT NULL`,
        );
        await sender.stop('SIGKILL');
        await telling;
        underWay += Math.max(taken, PER_KILL); // what it had taken by the time it died
        await t.db.execute(`UPDATE notification_deliveries SET due_at = now() WHERE state = 'pending'`); // as its lease would end
      }
      await start();
      // Postgres may have gone on with what a dead process asked for: that is free when its lease of a minute ends.
      await until(
        async () => (await t.db.query(`SELECT 1 FROM notification_deliveries WHERE state <> 'sent'`)).length === 0,
        120_000,
      );
      const pushed = service.at('/ada').map((one) => browser.read(one).id as string);
      expect(new Set(pushed)).toEqual(new Set(ids));
      expect(pushed.length - ids.length).toBeLessThanOrEqual(underWay);
      const rows = await t.db.query<{ seq: number }>('SELECT seq FROM notification_changes ORDER BY seq');
      expect(rows.map(({ seq }) => seq)).toEqual(ids.map((_, n) => n + 1));
    },
    (KILLS + 4) * 60_000,
  );

  it('a notice comes to sockets and streams of every instance within a second, also without Redis', async () => {
    const other = await start();
    const url = `http://127.0.0.1:${other.port}`;
    const all = [
      await Follower.socket(t.url, ada.accessToken),
      await Follower.socket(url, ada.accessToken),
      await Follower.stream(t.url, ada.accessToken, 0),
      await Follower.stream(url, ada.accessToken, 0),
    ];
    try {
      await send(ada.client);
      for (const one of all) await one.hears(({ seq }) => seq === 1);
      await redis.stop();
      for (let n = 2; n <= 4; n++) {
        await send(n % 2 === 0 ? ada.client : other.client.as(ada.accessToken));
        const heard = (): number[] => all.map(({ frames }) => frames.at(-1)?.seq as number);
        await within(1000, heard, (last) => last.every((seq) => seq === n));
      }
      for (const one of all) expect(one.changes).toEqual(['created 1', 'created 2', 'created 3', 'created 4']);
    } finally {
      await Promise.all(all.map((one) => one.close()));
      await redis.restart();
    }
  });

  it('a digest is one mail, though two instances make it at once', async () => {
    const { status } = await ada.client.put('/notifications/preferences', {
      channels: [{ channel: 'email', enabled: true }],
      digest: { frequency: 'daily', hour: 3 },
    });
    expect(status).toBe(200);
    await Promise.all([start(), start()]);
    for (let n = 0; n < 300; n++) expect((await ada.client.post('/notifications/send', SEND)).status).toBe(201);
    await hurry(t);
    await until(
      async () => (await t.db.query(`SELECT 1 FROM notification_deliveries WHERE state <> 'sent'`)).length === 0,
    );
    const messages = await t.db.query('SELECT DISTINCT message_id FROM notification_deliveries');
    await until(() => mailsOf(t).length > 0);
    expect([messages.length, mailsOf(t).map(({ subject }) => subject)]).toEqual([1, ['300 new notifications']]);
  });
});
