import { createTransport } from 'nodemailer';
import { hello, sent } from '../../communication/mail/support';
import { startApp, TestApp } from '../../support/app';
import { freePort, Instance } from '../../support/instance';
import { paceOf } from '../../support/pace';
import { SmtpSink } from '../../support/smtp';
import { until } from '../../support/until';

const SENDERS = 4;
/** As many as a sender may mail in an hour. */
const EACH = 500;
const REPORTS = SENDERS * EACH;
/** Reports that come twice. */
const TWICE = 200;
const CONNECTIONS = 50;
const LIVE_MS = 2000;

const report = (to: string): string =>
  [
    'From: MAILER-DAEMON@mx.example',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    ...['', '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', ''],
    ...[`Final-Recipient: rfc822; ${to}`, 'Action: failed', 'Status: 5.1.1', '', '--b--', ''],
  ].join('\r\n');

describe(`${REPORTS} delivery reports at once`, () => {
  let sink: SmtpSink;
  let t: TestApp;
  let server: Instance;
  let listen: number;
  beforeAll(async () => {
    [sink, listen] = [await SmtpSink.start(), await freePort()];
    t = await startApp({
      ...{
        SMTP_URL: sink.url,
        MAIL_FROM: 'School <no-reply@school.example>',
        MAIL_BOUNCE_DOMAIN: 'bounce.school.example',
      },
      ...{ MAIL_DOMAIN_PER_MINUTE: '1000000', MAIL_DOMAIN_AT_ONCE: '1000', APP_ROLE: 'web' },
    });
    const { PORT: _, ...own } = t.env;
    const env = { ...own, APP_ROLE: 'all', MAIL_LISTEN: `127.0.0.1:${listen}` };
    server = Instance.start(await freePort(), env); // a process of its own, so that the load is beside it
    await server.ready();
  });
  afterAll(async () => {
    await server?.stop('SIGKILL');
    await t?.stop();
    await sink?.close();
  });

  /** The states of all deliveries, with how many there are. */
  const states = () =>
    t.db.query<{ state: string; count: number }>(
      `SELECT state, count(*)::int AS count FROM mail_deliveries GROUP BY state ORDER BY state`,
    );

  it('move each delivery once, and the application answers meanwhile', async () => {
    for (let n = 0; n < SENDERS; n++) {
      const staff = await t.make.person({ roles: ['teacher'], emailVerifiedAt: new Date() });
      for (let from = 0; from < EACH; from += 100) {
        await sent(staff.client, hello(Array.from({ length: 100 }, (_, at) => `s${n}-${from + at}@storm.example`)));
      }
    }
    await until(async () => (await states())[0].state === 'sent' && (await states()).length === 1, 120_000);

    const back = sink.received.map(({ sender, recipients: [to] }) => ({ sender, to }));
    expect(back).toHaveLength(REPORTS);
    const transport = createTransport({
      ...{ host: '127.0.0.1', port: listen, ignoreTLS: true },
      ...{ pool: true, maxConnections: CONNECTIONS, maxMessages: Infinity },
    });
    let isOver = false;
    const mails = [...back, ...back.slice(0, TWICE)].map(({ sender, to }) =>
      transport.sendMail({ envelope: { from: '', to: [sender] }, raw: report(to) }),
    );
    const storm = Promise.allSettled(mails).finally(() => (isOver = true));
    const waits: number[] = [];
    while (!isOver) {
      const { value, tookMs } = await paceOf(server.client.get('//health/live'));
      expect(value.status).toBe(200);
      waits.push(tookMs);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const refused = (await storm).flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    transport.close();
    expect(refused).toEqual([]); // each was taken
    expect(waits.length).toBeGreaterThan(3);
    expect(Math.max(...waits)).toBeLessThan(LIVE_MS);

    expect(await states()).toEqual([{ state: 'bounced', count: REPORTS }]);
    const moved = `SELECT count(*)::int AS steps, count(DISTINCT delivery_id)::int AS deliveries FROM mail_steps WHERE kind = 'report'`;
    expect(await t.db.query(moved)).toEqual([{ steps: REPORTS, deliveries: REPORTS }]);
    const kept = await t.db.query(`SELECT 1 FROM mail_suppressions WHERE reason = 'bounce' AND until IS NULL`);
    expect(kept).toHaveLength(REPORTS);
    const told = `SELECT count(*)::int AS count FROM outbox WHERE type = 'mail.bounced'`;
    expect(await t.db.query(told)).toEqual([{ count: REPORTS }]);
  }, 400_000);
});
