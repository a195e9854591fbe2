import { hello, mailIs, sent } from '../../communication/mail/support';
import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { SmtpSink } from '../../support/smtp';
import { until } from '../../support/until';

const MAILS = 40;
/** Mails that may be under way when a server behaves badly. */
const CONNECTIONS = 5;
/** Longer than a mail server is waited for. */
const TOO_SLOW_MS = 10_000;

describe('mail servers that behave badly', () => {
  let sink: SmtpSink;
  let t: TestApp;
  let staff: Person;
  beforeAll(async () => {
    sink = await SmtpSink.start();
    const pace = { MAIL_DOMAIN_PER_MINUTE: '1000000', MAIL_DOMAIN_AT_ONCE: '1000' };
    t = await startApp({ SMTP_URL: sink.url, MAIL_CONNECTIONS: String(CONNECTIONS), ...pace });
    staff = await t.make.person({ roles: ['teacher'], emailVerifiedAt: new Date() });
  });
  afterAll(async () => {
    await t.stop();
    await sink.close();
  });
  beforeEach(() => {
    sink.received.length = 0;
    for (const one of [sink.refuse, sink.cut, sink.cutAfter, sink.slow]) one.clear();
  });

  /** One mail to each of so many people of a domain. */
  const people = (domain: string) => Array.from({ length: MAILS }, (_, n) => `p${n}@${domain}`);
  /** The hours until something is tried again pass at once. */
  const later = async () => {
    await t.db.query('UPDATE mail_paces SET resume_at = now()');
    await t.db.query(`UPDATE mail_deliveries SET due_at = now() WHERE state = 'deferred' AND lease IS NULL`);
  };
  /** How often each person has received the mail. */
  const copies = (to: readonly string[]) =>
    to.map((address) => sink.received.filter(({ recipients }) => recipients[0] === address).length);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

  it('get each mail once where they take it slowly', async () => {
    const to = people('slow.example');
    for (const address of to) sink.slow.set(address, 500);
    const id = await sent(staff.client, hello(to));
    await mailIs(staff.client, id, 'sent', 90_000);
    expect(copies(to)).toEqual(to.map(() => 1));
  });

  it('get a mail twice at most where they take it and say nothing for too long', async () => {
    const [slow, ...rest] = people('silent.example');
    sink.slow.set(slow, TOO_SLOW_MS);
    const id = await sent(staff.client, hello([slow, ...rest]));
    const mail = await mailIs(staff.client, id, 'deferred', 60_000);
    expect(mail.recipients[0]).toMatchObject({ status: 'deferred', reason: 'no_reply' });
    sink.slow.clear();
    await later();
    await mailIs(staff.client, id, 'sent');
    expect(copies([slow])).toEqual([2]);
    expect(copies(rest)).toEqual(rest.map(() => 1)); // it held up nobody
    expect(new Set(sink.received.map(({ raw }) => raw)).size).toBe(1);
  });

  it('get at most what was under way twice where they cut the line after the data', async () => {
    const to = people('cut.example');
    const cut = to.slice(0, CONNECTIONS);
    for (const address of cut) sink.cutAfter.add(address);
    for (const address of to.slice(-CONNECTIONS)) sink.cut.add(address); // and these are not taken at all
    const id = await sent(staff.client, hello(to));
    await until(() => sum(copies(to)) >= MAILS - CONNECTIONS);
    await mailIs(staff.client, id, 'deferred');
    sink.cut.clear();
    sink.cutAfter.clear();
    await until(async () => {
      await later();
      return (await staff.client.get(`/mail/sent/${id}`)).body.status === 'sent';
    });
    expect(Math.min(...copies(to))).toBe(1); // lost: none
    expect(sum(copies(to)) - MAILS).toBeLessThanOrEqual(CONNECTIONS);
    expect(copies(to.slice(CONNECTIONS))).toEqual(to.slice(CONNECTIONS).map(() => 1));
  });

  it('get each mail once where they want it later first', async () => {
    const to = people('grey.example');
    for (const address of to) sink.refuse.set(address, '451 4.7.1 Greylisted, try again later');
    const id = await sent(staff.client, hello(to));
    const mail = await mailIs(staff.client, id, 'deferred');
    // The first replies pause the domain, so that the others need not be refused.
    expect(mail.recipients.filter(({ attempts }) => attempts > 0).length).toBeLessThanOrEqual(CONNECTIONS * 2);
    expect(sink.received).toEqual([]);
    sink.refuse.clear();
    await until(async () => {
      await later();
      await t.db.query(`UPDATE mail_deliveries SET due_at = now() WHERE state = 'queued' AND lease IS NULL`);
      return (await staff.client.get(`/mail/sent/${id}`)).body.status === 'sent';
    });
    expect(copies(to)).toEqual(to.map(() => 1));
    expect((await staff.client.get(`/mail/sent/${id}`)).body.recipients).toHaveLength(MAILS);
  });
});
