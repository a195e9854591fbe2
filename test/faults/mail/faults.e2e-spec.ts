import { MailService } from '../../../src/modules/communication/mail';
import { MESSAGE } from '../../../src/modules/platform/tasks/mails/message';
import { startApp, TestApp } from '../../support/app';
import { freePort, Instance } from '../../support/instance';
import { PrivateRedis } from '../../support/private-redis';
import { SmtpSink } from '../../support/smtp';
import { until } from '../../support/until';

const MAILS = 500;
/** Connections of one process: so many mails may be under way when it is killed. */
const CONNECTIONS = 5;
const KILLS = Number(process.env.MAIL_KILLS ?? 3);

describe('mails, when processes are killed', () => {
  let sink: SmtpSink;
  let t: TestApp;
  let workers: Instance[];
  beforeAll(async () => {
    sink = await SmtpSink.start();
    const env = {
      MAIL_DOMAIN_PER_MINUTE: '1000000',
      MAIL_DOMAIN_AT_ONCE: '1000',
      MAIL_CONNECTIONS: String(CONNECTIONS),
    };
    t = await startApp({ SMTP_URL: sink.url, ...env, APP_ROLE: 'web' }); // what sends is a process of its own
    workers = [];
  });
  afterAll(async () => {
    for (const one of workers) await one.stop('SIGKILL');
    await t.stop();
    await sink.close();
  });

  const start = async (env: Record<string, string> = {}): Promise<Instance> => {
    const { PORT: _, ...own } = t.env;
    const worker = Instance.start(await freePort(), { ...own, APP_ROLE: 'worker', ...env });
    workers.push(worker);
    await worker.ready();
    return worker;
  };
  const sendAll = (kind: string) =>
    t.db.transaction(async () => {
      for (let n = 0; n < MAILS; n++) {
        const values = { subject: `${kind} ${n}`, body: 'b' };
        await t.app.get(MailService).send({ to: `${kind}${n}@example.com`, template: MESSAGE, values });
      }
    });
  const copiesOf = (kind: string) => sink.received.filter(({ subject }) => subject.startsWith(`${kind} `));

  it('are all sent, each as the same bytes, and doubled at most where they were under way', async () => {
    await sendAll('killed');
    for (let n = 0; n < KILLS; n++) {
      const worker = await start();
      const before = copiesOf('killed').length;
      await until(() => copiesOf('killed').length >= before + MAILS / (KILLS + 2));
      await worker.stop('SIGKILL');
      // What it had is due again when its lease ends; nobody waits for that here.
      await t.db.query(`UPDATE mail_deliveries SET due_at = now() WHERE lease IS NOT NULL`);
    }
    await Promise.all([start(), start()]); // and two at once send the rest
    const open = `SELECT 1 FROM mail_deliveries WHERE state <> 'sent'`;
    // Postgres may have gone on with what a dead process asked for: that is free when its lease of two minutes ends.
    await until(async () => (await t.db.query(open)).length === 0, 180_000);
    const copies = copiesOf('killed');
    const bySubject = new Map<string, Set<string>>();
    for (const { subject, raw } of copies) bySubject.set(subject, (bySubject.get(subject) ?? new Set()).add(raw));
    expect(bySubject.size).toBe(MAILS); // lost: none
    expect([...bySubject.values()].every((raws) => raws.size === 1)).toBe(true);
    const doubles = copies.length - MAILS;
    expect(doubles).toBeLessThanOrEqual(KILLS * CONNECTIONS);
  }, 360_000);

  it('go out while Redis is away', async () => {
    for (const one of workers) await one.stop();
    const redis = await PrivateRedis.start();
    try {
      await start({ REDIS_URL: redis.url });
      await redis.stop();
      await sendAll('redisless');
      await until(() => new Set(copiesOf('redisless').map(({ id }) => id)).size === MAILS, 120_000);
      expect(copiesOf('redisless')).toHaveLength(MAILS);
    } finally {
      await redis.stop();
    }
  }, 240_000);
});
