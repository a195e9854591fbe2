import { connect } from 'node:net';
import type { Person } from '../../support/make';
import { Outside } from './outside';
import { hello, mailIs, sent } from './support';

describe('mail from outside', () => {
  let outside: Outside;
  let admin: Person;
  let staff: Person;
  beforeAll(async () => {
    outside = await Outside.start();
    ({ admin, staff } = outside);
  });
  afterAll(() => outside.stop());
  const received = (to: string) => outside.received(to);

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
      await outside.mail({ from: '', to: [path] }, report('failed', '5.1.1'));
      expect((await mailIs(staff.client, id, 'bounced')).recipients[0]).toMatchObject({
        reason: 'unknown_address',
        enhanced_status: '5.1.1',
      });
      await outside.mail({ from: '', to: [path] }, report('delivered', '2.0.0'));
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
      await outside.mail({ from: '', to: [path] }, report('delayed', '4.4.1'));
      await outside.mail({ from: '', to: [path] }, report(action, status, isDead ? 'smtp; 550-5.1.1 gone' : ''));
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
        await expect(outside.mail({ from: '', to: [to] }, report('failed', '5.1.1'))).rejects.toMatchObject({
          responseCode: 550,
        });
      }
      await outside.mail(
        { from: 'r@x.example', to: [path.toUpperCase()] },
        'Subject: I am away\r\n\r\nUntil Monday.\r\n',
      ); // no report
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
      for (let n = 0; n < 2; n++) await outside.mail({ from: 'bob@x.example', to: [body.address] }, mail('once'));
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
      await expect(outside.mail({ from: 'bob@x.example', to: [body.address] }, mail('late'))).rejects.toMatchObject({
        responseCode: 550,
      });
    });

    it('are there for what a module takes', async () => {
      const answer = await staff.client.post('/mail/inbound-routes', { target: 'crm' });
      expect([answer.status, answer.body.errors[0].code]).toEqual([422, 'unavailable']);
    });
  });

  it('refuses a line that ends with CR or LF alone, and more than 25 MiB', async () => {
    const id = await sent(staff.client, hello(['bare@x.example']));
    await mailIs(staff.client, id, 'sent');
    const { sender } = await received('bare@x.example');
    const talk = (data: string) =>
      new Promise<string>((resolve, reject) => {
        const socket = connect(outside.listen, '127.0.0.1');
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
