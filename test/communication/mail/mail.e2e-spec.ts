import { MESSAGE } from '../../../src/modules/platform/tasks/mails/message';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { HealthChecks } from '../../../src/core/kernel/health';
import { Breakers } from '../../../src/core/outbound';
import { MailService } from '../../../src/modules/communication/mail';
import { startApp, TestApp } from '../../support/app';
import { databaseText } from '../../support/dump';
import { mailsGone, mailsOf } from '../../support/mails';
import { SmtpSink } from '../../support/smtp';
import { paceOf } from '../../support/pace';
import { until } from '../../support/until';

const send = (t: TestApp, to: string, subject = 'Hello', body = 'How are you?', expiresAt?: Date) =>
  t.db.transaction(() => t.app.get(MailService).send({ to, template: MESSAGE, values: { subject, body }, expiresAt }));
const waiting = async (t: TestApp): Promise<number> =>
  (await t.db.query(`SELECT 1 FROM mail_deliveries WHERE state IN ('queued', 'deferred')`)).length;
const delivered = (t: TestApp, limitMs?: number) => mailsGone(t, limitMs);
/** What a crash leaves between the server's "yes" and the row that says so. */
const sendOnceMore = async (t: TestApp) => {
  await t.db.query(`UPDATE mail_deliveries SET state = 'queued', sent_at = NULL, due_at = now()`);
};
const givenUp = (t: TestApp) =>
  t.db.query<{ facts: object }>(`SELECT facts FROM audit_entries WHERE action = 'mail.sent' ORDER BY id`);

describe('mail into files', () => {
  let t: TestApp;
  beforeAll(async () => (t = await startApp({ MAIL_FROM: 'Atrium Schule <no-reply@school.example>' })));
  afterAll(() => t.stop());

  const files = () => readdirSync(join(t.env.DATA_DIR, 'outbox'));

  it('is a file named after the mail, with text and escaped HTML, and a stable Message-ID', async () => {
    await send(t, 'ada@example.com', 'Grüße & <b>', 'Line one\nline <script>alert(1)</script>');
    await delivered(t);
    const [{ id }] = await t.db.query<{ id: string }>('SELECT id FROM mail_messages');
    expect(files()).toEqual([`${id}.eml`]);
    const [mail] = mailsOf(t);
    expect(mail).toMatchObject({ id: `<${id}@school.example>`, to: 'ada@example.com', subject: 'Grüße & <b>' });
    expect(mail.raw).toContain('From: Atrium Schule <no-reply@school.example>');
    expect(mail.text).toContain('line <script>alert(1)</script>');
    expect(mail.html).toContain('Line one<br>line &#60;script&#62;alert(1)&#60;/script&#62;');
  });

  it('is the same file, byte for byte, when it is sent again', async () => {
    const path = join(t.env.DATA_DIR, 'outbox', files()[0]);
    const before = readFileSync(path, 'utf8');
    await sendOnceMore(t);
    await delivered(t);
    expect(files()).toHaveLength(1);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('stands in the database sealed: neither address nor text', async () => {
    await send(t, 'hidden@example.com', 'Hidden subject', 'hidden-body');
    await delivered(t);
    const text = await databaseText(t.db);
    for (const secret of ['hidden@example.com', 'Hidden subject', 'hidden-body']) expect(text).not.toContain(secret);
  });

  it.each([
    ['a@example.com\r\nBcc: b@example.com', 'Hello', 'email'],
    ['a@example.com\nb', 'Hello', 'email'],
    ['a@example.com, b@example.com', 'Hello', 'email'],
    ['Evil <a@example.com>', 'Hello', 'email'],
    ['a@example.com', 'Hello\r\nBcc: b@example.com', 'subject'],
    ['a@example.com', 'Hello\nX: y', 'subject'],
    ['a@example.com', 'Hello\u2028X: y', 'subject'],
    ['a@example.com', 'Hello\0', 'subject'],
  ])('refuses %j with the subject %j', async (to, subject, field) => {
    const before = (await t.db.query('SELECT 1 FROM mail_messages')).length;
    await expect(send(t, to, subject)).rejects.toMatchObject({ code: 'validation', facts: { errors: [{ field }] } });
    expect(await t.db.query('SELECT 1 FROM mail_messages')).toHaveLength(before);
  });

  it('is not sent once it is of no use, and the trail says so', async () => {
    const before = files().length;
    await send(t, 'late@example.com', 'Late', 'late', new Date(Date.now() - 1000));
    await delivered(t);
    expect(files()).toHaveLength(before);
    expect(await givenUp(t)).toEqual([{ facts: { reason: 'expired', template: 'message' } }]);
  });

  it('is sent only when the transaction commits, and needs one', async () => {
    const before = files().length;
    await expect(
      t.db.transaction(async () => {
        await t.app
          .get(MailService)
          .send({ to: 'a@example.com', template: MESSAGE, values: { subject: 's', body: 'b' } });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await expect(
      t.app.get(MailService).send({ to: 'a@example.com', template: MESSAGE, values: { subject: 's', body: 'b' } }),
    ).rejects.toThrow('needs a transaction');
    await delivered(t);
    expect(files()).toHaveLength(before);
  });

  it('is a part of the health, ill once its folder cannot be written', async () => {
    expect((await t.client.get('//health')).body.services.mail.status).toBe('healthy');
    const folder = join(t.env.DATA_DIR, 'outbox');
    renameSync(folder, `${folder}.away`);
    writeFileSync(folder, 'in the way');
    t.app.get(HealthChecks).suspect('mail');
    expect((await t.client.get('//health')).body.services.mail.status).toBe('unhealthy');
    rmSync(folder);
    renameSync(`${folder}.away`, folder);
  });
});

describe('mail by SMTP', () => {
  let sink: SmtpSink;
  let t: TestApp;
  beforeEach(async () => {
    sink = await SmtpSink.start();
    t = await startApp({ SMTP_URL: sink.url });
  });
  afterEach(async () => {
    await t.stop();
    await sink.close();
  });

  it('arrives once, under its Message-ID', async () => {
    await send(t, 'ada@example.com', 'Hi', '.\r\n.dots\r\nstay');
    await delivered(t);
    const [{ id }] = await t.db.query<{ id: string }>('SELECT id FROM mail_messages');
    expect(sink.received).toMatchObject([{ id: `<${id}@localhost>`, recipients: ['ada@example.com'], subject: 'Hi' }]);
    expect(sink.received[0].text).toContain('.dots');
    expect((await t.client.get('//health')).body.services.mail.status).toBe('healthy');
  });

  it('waits while the server is away, and then arrives once', async () => {
    await sink.close();
    await send(t, 'ada@example.com');
    // However often it is tried, and however long it lasts, it counts against no mail and puts none off for long.
    const smtp = t.app.get(Breakers).get('smtp');
    await until(() => smtp.status.state === 'open');
    expect((await t.client.get('//health')).body).toMatchObject({
      status: 'degraded',
      services: { mail: { status: 'unhealthy' } },
    });
    expect((await t.client.get('//health/ready')).status).toBe(200);
    expect(
      await t.db.query(`SELECT state, attempts FROM mail_deliveries WHERE due_at < now() + interval '121 seconds'`),
    ).toEqual([{ state: 'queued', attempts: 0 }]);
    await sink.open();
    await delivered(t, 30_000);
    const [{ id }] = await t.db.query<{ id: string }>('SELECT id FROM mail_messages');
    expect(sink.received.map((mail) => mail.id)).toEqual([`<${id}@localhost>`]);
  });

  it('is sent again, the same, when the process dies between sending and writing that down', async () => {
    await send(t, 'ada@example.com');
    await delivered(t);
    // What a crash leaves: the server has it, Postgres does not know. At least once, so.
    await sendOnceMore(t);
    await until(() => sink.received.length === 2);
    expect(sink.received[1]).toEqual(sink.received[0]);
  });

  it('is given up when the server refuses the recipient for good, and tried again when for now', async () => {
    sink.refuse.set('gone@example.com', 550).set('busy@example.com', 450);
    await send(t, 'gone@example.com');
    await delivered(t);
    expect(await givenUp(t)).toEqual([{ facts: { reason: 'refused', template: 'message', reply: 550, status: null } }]);
    await send(t, 'busy@example.com');
    const deferred = `SELECT round(extract(epoch FROM due_at - now()) / 60)::int AS minutes, attempts, last_code FROM mail_deliveries WHERE state = 'deferred'`;
    await until(async () => (await t.db.query(deferred)).length === 1);
    expect(await t.db.query(deferred)).toEqual([{ minutes: 1, attempts: 1, last_code: 450 }]);
    sink.refuse.clear();
    await t.db.query(`UPDATE mail_deliveries SET due_at = now() WHERE state = 'deferred'`);
    await delivered(t, 20_000);
    expect(sink.received.map(({ recipients }) => recipients)).toEqual([['busy@example.com']]);
    expect(await givenUp(t)).toHaveLength(1);
  });

  it('holds no connection of the database and no request while the server hangs', async () => {
    const hung = await SmtpSink.start();
    await hung.close();
    let calls = 0;
    const server = createServer(() => (calls += 1)).listen(hung.port, '127.0.0.1');
    const slow = await startApp({ SMTP_URL: hung.url, DATABASE_POOL: '2' });
    try {
      for (let index = 0; index < 6; index++) await send(slow, `n${index}@example.com`);
      await until(() => calls > 0);
      const reads = Array.from({ length: 10 }, () => slow.client.get('/products'));
      const { value: answers, tookMs } = await paceOf(Promise.all(reads));
      expect(answers.map(({ status }) => status)).toEqual(Array<number>(10).fill(200));
      expect(tookMs).toBeLessThan(2000);
    } finally {
      await slow.stop();
      server.close();
    }
  });
});

describe('mail to a server that asks for a login', () => {
  const PASSWORD = 'a secret of the mail server';
  let sink: SmtpSink;
  beforeAll(async () => (sink = await SmtpSink.start(PASSWORD)));
  afterAll(() => sink.close());
  afterEach(() => void sink.received.splice(0));

  const url = (password: string, tls = '?tls.rejectUnauthorized=false') =>
    `smtp://mailer:${encodeURIComponent(password)}@127.0.0.1:${sink.port}${tls}`;

  it('goes over TLS, after the login', async () => {
    const t = await startApp({ SMTP_URL: url(PASSWORD) });
    try {
      await send(t, 'ada@example.com');
      await delivered(t);
      expect(sink.received).toMatchObject([{ recipients: ['ada@example.com'], secure: true, user: 'mailer' }]);
    } finally {
      await t.stop();
    }
  });

  it.each([
    ['the password is wrong', () => url('wrong')],
    ['the certificate is nobody’s we know', () => url(PASSWORD, '')],
  ])('waits while %s, and is told to nobody', async (_, smtpUrl) => {
    const t = await startApp({ SMTP_URL: smtpUrl() });
    try {
      await send(t, 'ada@example.com');
      await until(() => t.app.get(Breakers).get('smtp').status.state === 'open');
      expect([sink.received, await waiting(t), await givenUp(t)]).toEqual([[], 1, []]);
    } finally {
      await t.stop();
    }
  });
});
