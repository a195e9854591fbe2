import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { SmtpSink } from '../../support/smtp';
import { until } from '../../support/until';
import { hello, mailIs, sent, SeenMail } from './support';

describe('deliveries by SMTP', () => {
  let sink: SmtpSink;
  let t: TestApp;
  let staff: Person;
  beforeAll(async () => {
    sink = await SmtpSink.start();
    t = await startApp({ SMTP_URL: sink.url, MAIL_DOMAIN_PER_MINUTE: '1000', MAIL_DOMAIN_AT_ONCE: '4' });
    staff = await t.make.person({ roles: ['teacher'], emailVerifiedAt: new Date() });
  });
  afterAll(async () => {
    await t.stop();
    await sink.close();
  });
  beforeEach(async () => {
    sink.refuse.clear();
    sink.received.length = 0;
    await t.db.query('DELETE FROM mail_messages');
    await t.db.query('DELETE FROM mail_paces');
    await t.db.query('DELETE FROM mail_suppressions');
  });

  const statusOf = (mail: SeenMail, to: string) => mail.recipients.find((one) => one.to === to)?.status;
  const row = (to: string) =>
    t.db
      .query<{ state: string; attempts: number; minutes: number }>(
        `SELECT state, attempts, round(extract(epoch FROM due_at - now()) / 60)::int AS minutes FROM mail_deliveries WHERE domain = $1`,
        [to.split('@')[1]],
      )
      .then(([found]) => found);

  it('arrive for 99 of 100 recipients of which one is unknown, and the unknown one gets nothing more', async () => {
    sink.refuse.set('a57@r57.example', '550 5.1.1 no such user');
    const to = Array.from({ length: 100 }, (_, n) => `a${n}@r${n}.example`);
    const id = await sent(staff.client, hello(to));
    await until(() => sink.received.length === 99, 60_000);
    const mail = await mailIs(staff.client, id, 'bounced');
    expect(mail.recipients.filter(({ status }) => status === 'sent')).toHaveLength(99);
    expect(mail.recipients.find((one) => one.to === 'a57@r57.example')).toMatchObject({
      ...{ status: 'bounced', code: 550, enhanced_status: '5.1.1', reason: 'unknown_address', attempts: 1 },
    });
    expect(sink.received.every(({ recipients }) => recipients.length === 1)).toBe(true); // a transaction each
    const again = await mailIs(staff.client, await sent(staff.client, hello(['A57@r57.example'])), 'suppressed');
    expect(again.recipients[0].attempts).toBe(0);
    const trace = (await staff.client.get(`/mail/sent/${again.id}/trace`)).body;
    expect(trace.steps.map(({ step }: { step: string }) => step)).toEqual(['accepted', 'suppressed']);
  });

  it('are tried again after 1, 5, 15, 60 and 120 minutes while they are refused for now', async () => {
    sink.refuse.set('grey@grey.example', '450 4.7.1 greylisted');
    const id = await sent(staff.client, hello(['grey@grey.example']));
    for (const [n, minutes] of [1, 5, 15, 60, 120, 120].entries()) {
      await until(async () => (await row('grey@grey.example')).attempts === n + 1);
      expect(await row('grey@grey.example')).toEqual({ state: 'deferred', attempts: n + 1, minutes });
      await t.db.query('UPDATE mail_deliveries SET due_at = now()');
    }
    sink.refuse.clear();
    await t.db.query('UPDATE mail_deliveries SET due_at = now()');
    const mail = await mailIs(staff.client, id, 'sent');
    expect(mail.recipients[0].attempts).toBeGreaterThanOrEqual(7);
    expect(sink.received).toHaveLength(1);
  });

  it('are given up after five days', async () => {
    sink.refuse.set('never@grey.example', 450);
    const id = await sent(staff.client, hello(['never@grey.example']));
    await mailIs(staff.client, id, 'deferred');
    await t.db.query(`UPDATE mail_messages SET expires_at = now() - interval '1 second'`);
    await t.db.query('UPDATE mail_deliveries SET due_at = now()');
    expect((await mailIs(staff.client, id, 'failed')).recipients[0]).toMatchObject({ reason: 'expired', code: 450 });
  });

  it.each(['421 4.7.0 slow down', '451 4.7.1 not now'])(
    'pause for a domain that says %s, and for no other',
    async (reply) => {
      sink.refuse.set('a@busy.example', reply);
      const busy = await sent(staff.client, hello(['a@busy.example']));
      await mailIs(staff.client, busy, 'deferred');
      const waits = await sent(staff.client, hello(['b@busy.example', 'b@calm.example']));
      await until(() => sink.received.some(({ recipients }) => recipients[0] === 'b@calm.example'));
      const paused = `SELECT 1 FROM mail_paces WHERE domain = 'busy.example' AND resume_at > now() + interval '50 seconds'`;
      expect(await t.db.query(paused)).toHaveLength(1);
      const seen = async () => (await staff.client.get<SeenMail>(`/mail/sent/${waits}`)).body;
      await until(async () => statusOf(await seen(), 'b@calm.example') === 'sent');
      expect(statusOf(await seen(), 'b@busy.example')).toBe('queued');
      sink.refuse.clear();
      await t.db.query('UPDATE mail_paces SET resume_at = now()');
      await t.db.query('UPDATE mail_deliveries SET due_at = now()');
      await mailIs(staff.client, waits, 'sent');
      await mailIs(staff.client, busy, 'sent');
    },
  );

  it('fail without blaming the address where the mail is not wanted', async () => {
    sink.refuse.set('p@policy.example', '550 5.7.1 we do not like it');
    const id = await sent(staff.client, hello(['p@policy.example']));
    expect((await mailIs(staff.client, id, 'failed')).recipients[0].reason).toBe('policy');
    expect(await t.db.query('SELECT 1 FROM mail_suppressions')).toEqual([]);
  });

  it('stop for a week once a mailbox was full three times in one', async () => {
    sink.refuse.set('full@full.example', '552 5.2.2 mailbox full');
    for (let n = 0; n < 3; n++) {
      expect(await t.db.query('SELECT 1 FROM mail_suppressions')).toEqual([]);
      await mailIs(staff.client, await sent(staff.client, hello(['full@full.example'])), 'bounced');
    }
    const days = `SELECT reason, round(extract(epoch FROM until - now()) / 86400)::int AS days FROM mail_suppressions`;
    expect(await t.db.query(days)).toEqual([{ reason: 'bounce', days: 7 }]);
    await mailIs(staff.client, await sent(staff.client, hello(['full@full.example'])), 'suppressed');
    await t.db.query(`UPDATE mail_suppressions SET until = now() - interval '1 second'`);
    sink.refuse.clear();
    await mailIs(staff.client, await sent(staff.client, hello(['full@full.example'])), 'sent');
  });

  it('wait for one that hangs up in the midst of a mail, and hold up no other', async () => {
    sink.cut.add('cut@cut.example');
    const id = await sent(staff.client, hello(['cut@cut.example']));
    const mail = await mailIs(staff.client, id, 'deferred');
    expect(mail.recipients[0]).toMatchObject({ attempts: 1, code: null, reason: 'no_reply' });
    await mailIs(staff.client, await sent(staff.client, hello(['x@other.example'])), 'sent');
    sink.cut.clear();
    await t.db.query('UPDATE mail_deliveries SET due_at = now()');
    await mailIs(staff.client, id, 'sent');
    expect(new Set(sink.received.map((one) => one.id)).size).toBe(2);
  });

  it('of two senders take turns, and what is urgent comes first', async () => {
    const other = await t.make.person({ roles: ['teacher'], emailVerifiedAt: new Date() });
    const later = new Date(Date.now() + 60_000).toISOString();
    const many = (who: string, count: number) =>
      Array.from({ length: count }, (_, n) => `${who}${n}@turns${n}.example`);
    for (let n = 0; n < 3; n++) await sent(staff.client, hello(many(`a${n}-`, 100), { subject: 'A', send_at: later }));
    await sent(other.client, hello(many('b', 20), { subject: 'B', send_at: later }));
    await t.client.post('/auth/password/forgot', { email: other.user.email });
    await until(async () => (await t.db.query(`SELECT 1 FROM mail_messages WHERE category = 'security'`)).length === 1);
    sink.received.length = 0;
    await t.db.query(`UPDATE mail_deliveries SET state = 'queued', sent_at = NULL, due_at = now() WHERE lease IS NULL`);
    await until(() => sink.received.length >= 321, 60_000);
    const order = sink.received.map(({ subject }) => subject);
    const lastOfB = order.lastIndexOf('B');
    expect(order.slice(0, lastOfB).filter((one) => one === 'A').length).toBeLessThan(80); // of 300
    expect(order.findIndex((one) => one !== 'A' && one !== 'B')).toBeLessThan(30);
  });
});

describe('the pace of a domain', () => {
  it('is not exceeded by two instances, and holds up no other domain', async () => {
    const sink = await SmtpSink.start();
    const t = await startApp({ SMTP_URL: sink.url, MAIL_DOMAIN_PER_MINUTE: '20', MAIL_DOMAIN_AT_ONCE: '8' });
    const second = await startApp({ ...t.env });
    try {
      const staff = await t.make.person({ roles: ['teacher'], emailVerifiedAt: new Date() });
      const to = Array.from({ length: 50 }, (_, n) => `a${n}@slow.example`);
      await sent(staff.client, hello(to));
      await sent(staff.client, hello(['z@quick.example']));
      const count = (domain: string) => sink.received.filter(({ recipients }) => recipients[0].endsWith(domain)).length;
      await until(() => count('quick.example') === 1 && count('slow.example') >= 8);
      const first = performance.now();
      await until(() => count('slow.example') >= 10);
      const minutes = (performance.now() - first) / 60_000;
      expect(count('slow.example')).toBeLessThanOrEqual(8 + 2 + Math.ceil(minutes * 12));
      const [{ waiting, spread }] = await t.db.query<{ waiting: number; spread: number }>(
        `SELECT count(*)::int AS waiting, extract(epoch FROM max(due_at) - now())::int AS spread FROM mail_deliveries WHERE state = 'queued'`,
      );
      expect(waiting).toBeGreaterThanOrEqual(35);
      expect(spread).toBeGreaterThan(60); // each has a turn of its own
    } finally {
      await second.stop();
      await t.stop();
      await sink.close();
    }
  });
});
