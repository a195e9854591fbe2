import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPublicKey, verify } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { signingInput, splitMessage } from '../../../src/modules/communication/mail/dkim/signature';
import { startApp, TestApp } from '../../support/app';
import { selfSigned } from '../../support/certificate';
import { DnsResponder } from '../../support/dns';
import { freePort } from '../../support/instance';
import type { Person } from '../../support/make';
import { SmtpSink } from '../../support/smtp';
import { until } from '../../support/until';
import { hello, mailIs, sent } from './support';

const DOMAIN = 'school.example';

describe('mail to and from outside', () => {
  let t: TestApp;
  let sink: SmtpSink;
  let dns: DnsResponder;
  let admin: Person;
  let staff: Person;
  let listen: number;
  let submission: number;
  beforeAll(async () => {
    [sink, dns, listen, submission] = [
      await SmtpSink.start(),
      await DnsResponder.start(),
      await freePort(),
      await freePort(),
    ];
    const folder = mkdtempSync(join(tmpdir(), 'mail-tls-'));
    const { key, cert } = selfSigned();
    writeFileSync(join(folder, 'key.pem'), key);
    writeFileSync(join(folder, 'cert.pem'), cert);
    t = await startApp({
      SMTP_URL: sink.url,
      MAIL_FROM: `School <no-reply@${DOMAIN}>`,
      PUBLIC_URL: 'https://school.example',
      DNS_SERVERS: dns.address,
      MAIL_DOMAIN_PER_MINUTE: '100000',
      MAIL_LISTEN: `127.0.0.1:${listen}`,
      MAIL_BOUNCE_DOMAIN: `bounce.${DOMAIN}`,
      MAIL_SUBMISSION: `127.0.0.1:${submission}`,
      MAIL_TLS: `${join(folder, 'key.pem')},${join(folder, 'cert.pem')}`,
    });
    admin = await t.make.admin();
    staff = await t.make.person({ roles: ['teacher'], fullName: 'Grace Hopper', emailVerifiedAt: new Date() });
  });
  afterAll(async () => {
    await t.stop();
    await sink.close();
    dns.close();
  });

  /** What one client of SMTP hears. */
  const smtp = (envelope: { from: string; to: string[] }, raw: string) => {
    const transport = createTransport({ host: '127.0.0.1', port: listen, ignoreTLS: true });
    return transport.sendMail({ envelope, raw }).finally(() => transport.close());
  };
  const received = async (to: string) => {
    await until(() => sink.received.some(({ recipients }) => recipients[0] === to));
    return sink.received.filter(({ recipients }) => recipients[0] === to).at(-1)!;
  };

  describe('signatures', () => {
    let domainId: string;

    it('need a key that the DNS shows; bulk is refused until then', async () => {
      const early = await staff.client.post('/mail/send', hello(['n@x.example'], { category: 'news' }));
      expect([early.status, early.body.code]).toEqual([409, 'domain_not_ready']);
      const { status, body } = await admin.client.post('/mail/domains', { domain: DOMAIN });
      expect([status, body.keys.map((one: { algorithm: string }) => one.algorithm).sort()]).toEqual([
        201,
        ['ed25519', 'rsa'],
      ]);
      domainId = body.id;
      expect((await admin.client.post('/mail/domains', { domain: DOMAIN })).body.code).toBe('mail_domain_taken');
      const report = (await admin.client.post(`/mail/domains/${domainId}/check`, {}, { 'accept-language': 'es' })).body;
      const verdicts = Object.fromEntries(
        report.checks.map((one: { check: string; verdict: string }) => [one.check, one.verdict]),
      );
      expect(verdicts).toEqual({
        spf: 'bad',
        dkim: 'bad',
        dmarc: 'bad',
        mx: 'bad',
        mta_sts: 'warning',
        tls_rpt: 'warning',
      });
      expect(report.checks[1].fix).toContain(`${body.keys[0].selector}._domainkey.${DOMAIN}`);
      await mailIs(staff.client, await sent(staff.client, hello(['unsigned@x.example'])), 'sent');
      expect((await received('unsigned@x.example')).raw).not.toContain('DKIM-Signature');
      for (const { name, value } of body.records) dns.txt.set(name, [value]);
      dns.txt
        .set(DOMAIN, ['v=spf1 include:a.example ~all', 'something else'])
        .set('a.example', ['v=spf1 a mx ip4:10.0.0.1 -all']);
      dns.txt
        .set(`_dmarc.${DOMAIN}`, ['v=DMARC1; p=none'])
        .set(`_smtp._tls.${DOMAIN}`, [`v=TLSRPTv1; rua=mailto:a@${DOMAIN}`]);
      dns.mx.set(DOMAIN, [`mail.${DOMAIN}`]);
      const after = (await admin.client.post(`/mail/domains/${domainId}/check`)).body.checks;
      expect(after.map((one: { verdict: string }) => one.verdict)).toEqual([
        'good',
        'good',
        'warning',
        'good',
        'warning',
        'good',
      ]);
      expect(after[0].found).toContain('(3)');
      await t.db.query(`UPDATE mail_domain_keys SET activated_at = now() - interval '1 minute'`);
    });

    it('are made with both keys, over the headers of bulk too, and hold', async () => {
      const news = () => staff.client.post('/mail/send', hello(['n1@x.example', 'n2@x.example'], { category: 'news' }));
      let id = '';
      await until(async () => {
        const { status, body } = await news(); // an instance may not know of a key for two seconds
        id = body.id;
        return status === 202;
      });
      await mailIs(staff.client, id, 'sent');
      const { raw } = await received('n1@x.example');
      expect(raw).toContain('To: n1@x.example\r\n');
      expect(raw).not.toContain('n2@x.example');
      expect(raw).toMatch(/^List-Unsubscribe:\s+<https:\/\/school\.example\/api\/v1\/mail\/unsubscribe\/[\w-]+>\r$/m);
      expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
      const { fields } = splitMessage(Buffer.from(raw, 'utf8'));
      const signatures = fields.filter(({ name }) => name === 'dkim-signature');
      expect(signatures).toHaveLength(2);
      for (const { raw: own } of signatures) {
        const tag = (name: string) => (new RegExp(`[;:\\s]${name}=([^;]*)`).exec(own)?.[1] ?? '').replace(/\s/g, '');
        const names = tag('h').split(':');
        expect(names).toEqual(expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']));
        const [, shown] = /p=(\S+)/.exec(dns.txt.get(`${tag('s')}._domainkey.${DOMAIN}`)?.[0] ?? '') ?? [];
        const input = Buffer.from(signingInput(fields, names, own.replace(/\bb=[^;]*$/, 'b=')), 'latin1');
        if (tag('a') !== 'rsa-sha256') continue; // of Ed25519 the unit spec has the vectors
        const key = createPublicKey({ key: Buffer.from(shown, 'base64'), format: 'der', type: 'spki' });
        expect(verify('sha256', input, key, Buffer.from(tag('b'), 'base64'))).toBe(true);
      }
    });

    it('stay those of the keys before until the DNS shows the new ones', async () => {
      const before = (await admin.client.get(`/mail/domains/${domainId}`)).body.keys[0].selector as string;
      const { body } = await admin.client.post(`/mail/domains/${domainId}/rotate`);
      expect(body.keys).toHaveLength(4);
      await mailIs(staff.client, await sent(staff.client, hello(['rot@x.example'])), 'sent');
      expect((await received('rot@x.example')).raw).toContain(before);
    });

    it('say unknown where the DNS says nothing', async () => {
      dns.silent.add(`_dmarc.${DOMAIN}`);
      const { checks } = (await admin.client.post(`/mail/domains/${domainId}/check`)).body;
      expect(checks[2]).toMatchObject({ check: 'dmarc', verdict: 'unknown' });
      dns.silent.clear();
    });
  });

  describe('unsubscribing', () => {
    const linkIn = (raw: string) =>
      (/^List-Unsubscribe:\s+<https:\/\/school\.example(\S+)>/m.exec(raw) as RegExpExecArray)[1];

    it('is asked for by a page and done by one click, for this category alone', async () => {
      await mailIs(staff.client, await sent(staff.client, hello(['u@x.example'], { category: 'news' })), 'sent');
      const path = linkIn((await received('u@x.example')).raw);
      const page = await fetch(`${t.url}${path}`, { headers: { 'accept-language': 'es' } });
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Darse de baja')]);
      await mailIs(staff.client, await sent(staff.client, hello(['u@x.example'], { category: 'news' })), 'sent'); // asking changes nothing
      const form = new FormData();
      form.set('List-Unsubscribe', 'One-Click');
      const click = (body: URLSearchParams | FormData) => fetch(`${t.url}${path}`, { method: 'POST', body });
      expect((await click(form)).status).toBe(200);
      expect((await click(new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }))).status).toBe(200);
      await mailIs(staff.client, await sent(staff.client, hello(['u@x.example'], { category: 'news' })), 'suppressed');
      await mailIs(staff.client, await sent(staff.client, hello(['U@x.example'], { category: 'offers' })), 'sent');
      await mailIs(staff.client, await sent(staff.client, hello(['u@x.example'])), 'sent');
      const listed = (await admin.client.get('/mail/suppressions?address=u@x.example')).body.items;
      expect(listed).toMatchObject([{ address: 'u@x.example', category: 'news', reason: 'unsubscribe', until: null }]);
      expect((await admin.client.delete(`/mail/suppressions/${listed[0].id}`)).status).toBe(204);
      await mailIs(staff.client, await sent(staff.client, hello(['u@x.example'], { category: 'news' })), 'sent');
    });

    it('refuses links that are none of ours', async () => {
      for (const token of ['x', 'A'.repeat(120), '%00']) {
        expect((await fetch(`${t.url}/api/v1/mail/unsubscribe/${token}`)).status).toBe(404);
      }
    });

    it('by hand stops everything but nobody else', async () => {
      const add = await admin.client.post('/mail/suppressions', { address: 'Hand@x.example' });
      expect([add.status, add.body.reason]).toEqual([201, 'manual']);
      await mailIs(staff.client, await sent(staff.client, hello(['hand@x.example'])), 'suppressed');
      expect((await staff.client.get('/mail/suppressions')).status).toBe(403);
    });
  });

  describe('delivery reports', () => {
    const report = (action: string, status: string, diagnostic = `smtp; 550 ${status} no`) =>
      [
        'From: MAILER-DAEMON@mx.example',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b/1"',
        '',
        ...['--b/1', 'Content-Type: text/plain', '', 'Sorry.'],
        ...['--b/1', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', ''],
        ...[
          'Final-Recipient: rfc822; r@x.example',
          `Action: ${action}`,
          `Status: ${status}`,
          `Diagnostic-Code: ${diagnostic}`,
          '',
        ],
        ...['--b/1--', ''],
      ].join('\r\n');
    const sentTo = async (to: string) => {
      const id = await sent(staff.client, hello([to]));
      await mailIs(staff.client, id, 'sent');
      return { id, path: (await received(to)).sender };
    };

    it('move the delivery that they come back to, once, and are in its trace', async () => {
      const { id, path } = await sentTo('dead@x.example');
      expect(path).toMatch(/^b\+[0-9a-f]{32}\.[0-9a-f]{20}@bounce\.school\.example$/);
      await smtp({ from: '', to: [path] }, report('failed', '5.1.1'));
      expect((await mailIs(staff.client, id, 'bounced')).recipients[0]).toMatchObject({
        reason: 'unknown_address',
        enhanced_status: '5.1.1',
      });
      await smtp({ from: '', to: [path] }, report('delivered', '2.0.0'));
      expect((await staff.client.get(`/mail/sent/${id}`)).body.status).toBe('bounced');
      const { steps } = (await staff.client.get(`/mail/sent/${id}/trace`)).body;
      expect(steps.map((one: { step: string; status: string }) => [one.step, one.status])).toEqual([
        ...[
          ['accepted', 'queued'],
          ['attempt', 'sent'],
          ['report', 'bounced'],
        ],
      ]);
      await mailIs(staff.client, await sent(staff.client, hello(['dead@x.example'])), 'suppressed');
    });

    it.each([
      ['delivered', '2.1.5', 'delivered', false],
      ['failed', '5.7.1', 'failed', false],
      ['failed', '5.0.0', 'bounced', true], // what it quotes says 5.1.1
    ])('that say %s %s make it %s', async (action, status, state, isDead) => {
      const to = `${action}${status}@x.example`;
      const { id, path } = await sentTo(to);
      await smtp({ from: '', to: [path] }, report('delayed', '4.4.1'));
      await smtp({ from: '', to: [path] }, report(action, status, isDead ? 'smtp; 550-5.1.1 gone' : ''));
      await mailIs(staff.client, id, state);
      expect((await admin.client.get(`/mail/suppressions?address=${to}`)).body.count).toBe(isDead ? 1 : 0);
    });

    it('that are forged, or are of nobody, are refused at RCPT', async () => {
      const { id, path } = await sentTo('forged@x.example');
      const other = path.replace(/\.[0-9a-f]{20}@/, `.${'0'.repeat(20)}@`);
      for (const to of [
        other,
        path.replace('bounce.', 'evil.'),
        'staff@bounce.school.example',
        'postmaster@school.example',
        `r+${'0'.repeat(30)}@bounce.school.example`,
      ]) {
        await expect(smtp({ from: '', to: [to] }, report('failed', '5.1.1'))).rejects.toMatchObject({
          responseCode: 550,
        });
      }
      await smtp({ from: 'r@x.example', to: [path.toUpperCase()] }, 'Subject: I am away\r\n\r\nUntil Monday.\r\n'); // no report
      expect((await staff.client.get(`/mail/sent/${id}`)).body.status).toBe('sent');
    });
  });

  describe('inbound routes', () => {
    const mail = (id: string) =>
      [
        'From: Bob <bob@x.example>',
        'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=',
        `Message-ID: <${id}@x.example>`,
        '',
        'Hello',
        '',
      ].join('\r\n');

    it('take a mail once, and show it to their owner', async () => {
      const { status, body } = await staff.client.post('/mail/inbound-routes', { target: 'webhook' });
      expect([status, body.address]).toEqual([201, expect.stringMatching(/^r\+[0-9a-f]{30}@bounce\.school\.example$/)]);
      for (let n = 0; n < 2; n++) await smtp({ from: 'bob@x.example', to: [body.address] }, mail('once'));
      const mails = (await staff.client.get(`/mail/inbound-messages?route_id=${body.id}`)).body.items;
      expect(mails).toHaveLength(1);
      expect((await staff.client.get(`/mail/inbound-messages/${mails[0].id}`)).body).toMatchObject({
        ...{ from: 'bob@x.example', subject: 'Grüße', body: 'Hello\n', attachments: [] },
      });
      expect((await admin.client.get(`/mail/inbound-messages/${mails[0].id}`)).body.code).toBe(
        'inbound_mail_not_found',
      );
      expect((await admin.client.delete(`/mail/inbound-routes/${body.id}`)).status).toBe(404);
      expect((await staff.client.delete(`/mail/inbound-routes/${body.id}`)).status).toBe(204);
      await expect(smtp({ from: 'bob@x.example', to: [body.address] }, mail('late'))).rejects.toMatchObject({
        responseCode: 550,
      });
    });

    it('are there for what a module takes', async () => {
      const answer = await staff.client.post('/mail/inbound-routes', { target: 'crm' });
      expect([answer.status, answer.body.errors[0].code]).toEqual([422, 'unavailable']);
    });
  });

  describe('submission', () => {
    let password: string;
    const submit = (user: string, pass: string, from: string, to: string[], header = from, more = '') => {
      const transport = createTransport({
        host: '127.0.0.1',
        port: submission,
        requireTLS: true,
        tls: { rejectUnauthorized: false },
        auth: { user, pass },
      });
      const raw = `From: Grace <${header}>\r\nBcc: hidden@x.example\r\nSubject: From my program\r\n${more}\r\nHi\r\n`;
      return transport.sendMail({ envelope: { from, to }, raw }).finally(() => transport.close());
    };
    beforeAll(async () => {
      const made = await staff.client.post('/auth/app-passwords', { name: 'Mutt', scopes: ['smtp'] });
      password = made.body.password;
    });

    it('sends in the name of who has logged in, through the gate, with a trace', async () => {
      const { email } = staff.user;
      await submit(email, password, email, ['sub@x.example'], email, 'Message-ID: <mine@laptop.example>\r\n');
      const { raw, id } = await received('sub@x.example');
      expect([id, raw]).toEqual([
        '<mine@laptop.example>',
        expect.stringContaining('From: "Grace Hopper via School" <no-reply@school.example>'),
      ]);
      expect(raw).toContain(`Reply-To: ${email}`);
      expect(raw).toContain('DKIM-Signature');
      expect(raw).not.toContain('hidden@x.example');
      const [mail] = (await staff.client.get('/mail/sent?limit=1')).body.items;
      expect(mail).toMatchObject({ kind: 'submission', subject: 'From my program' });
    });

    it('takes no other sender, no other password, and nothing without TLS', async () => {
      const { email } = staff.user;
      await expect(submit(email, password, 'boss@x.example', ['a@x.example'])).rejects.toMatchObject({
        responseCode: 553,
      });
      await expect(submit(email, password, email, ['a@x.example'], 'boss@x.example')).rejects.toMatchObject({
        responseCode: 553,
      });
      await expect(submit(email, 'wrong', email, ['a@x.example'])).rejects.toMatchObject({ responseCode: 535 });
      await expect(submit('else@x.example', password, email, ['a@x.example'])).rejects.toMatchObject({
        responseCode: 535,
      });
      const open = createTransport({
        host: '127.0.0.1',
        port: submission,
        ignoreTLS: true,
        auth: { user: email, pass: password },
      });
      await expect(open.sendMail({ envelope: { from: email, to: ['a@x.example'] }, raw: 'a' })).rejects.toThrow();
    });

    it('stops with the hour’s quota', async () => {
      const ada = await t.make.person({ emailVerifiedAt: new Date() });
      const made = (await ada.client.post('/auth/app-passwords', { name: 'Mutt', scopes: ['smtp'] })).body.password;
      const to = Array.from({ length: 20 }, (_, n) => `q${n}@q.example`);
      await submit(ada.user.email, made, ada.user.email, to);
      await expect(submit(ada.user.email, made, ada.user.email, ['one@q.example'])).rejects.toMatchObject({
        responseCode: 451,
      });
    });
  });

  it('refuses a line that ends with CR or LF alone, and more than 25 MiB', async () => {
    const id = await sent(staff.client, hello(['bare@x.example']));
    await mailIs(staff.client, id, 'sent');
    const { sender } = await received('bare@x.example');
    const { connect } = await import('node:net');
    const talk = (data: string) =>
      new Promise<string>((resolve, reject) => {
        const socket = connect(listen, '127.0.0.1');
        const lines = ['EHLO x', 'MAIL FROM:<>', `RCPT TO:<${sender}>`, 'DATA'].map((one) => `${one}\r\n`);
        let heard = '';
        socket.on('error', reject);
        socket.on('data', (chunk: Buffer) => {
          heard += chunk.toString();
          if (
            !/\r\n$/.test(heard) ||
            /^\d{3}-[^\r\n]*\r\n$/m.test(heard.slice(heard.lastIndexOf('\n', heard.length - 2) + 1))
          )
            return;
          const next = lines.shift();
          if (next) socket.write(next);
          else if (/\n354 /.test(heard) && !heard.includes('sent-data')) {
            heard += 'sent-data';
            socket.write(data);
          } else {
            socket.destroy();
            resolve(heard.slice(heard.indexOf('sent-data') + 9));
          }
        });
      });
    expect(await talk('Subject: a\nBcc: b\r\n\r\nx\r\n.\r\n')).toMatch(/^550 /);
    expect(await talk('Subject: a\r\n\r\nx\ry\r\n.\r\n')).toMatch(/^550 /);
    expect(await talk('Subject: a\r\n\r\nx\r\n.\r\n')).toMatch(/^250 /);
    expect(await talk(`Subject: a\r\n\r\n${'0123456789\r\n'.repeat(2_200_000)}.\r\n`)).toMatch(/^552 /);
  });
});
