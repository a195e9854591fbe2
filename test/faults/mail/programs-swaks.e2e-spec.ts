import { DOMAIN, Outside } from '../../communication/mail/outside';
import { hello, mailIs, sent } from '../../communication/mail/support';
import { assertPrograms, Run, runProgram } from './program';

/** Exits of swaks. */
const [GOOD, NO_SENDER, NO_RECIPIENT, NOT_TAKEN, NO_LOGIN] = [0, 23, 24, 26, 28];
/** What would be a header, another recipient or the end of the mail, were it anywhere but in the text. */
const CRAFTED = [
  'Bcc: hidden@x.example',
  'Subject: Another',
  '',
  '.',
  'MAIL FROM:<boss@x.example>',
  'RCPT TO:<hidden@x.example>',
  'DATA',
].join('\n');

describe('mail by swaks', () => {
  let outside: Outside;
  let password: string;
  let email: string;
  beforeAll(async () => {
    assertPrograms();
    outside = await Outside.start();
    const made = await outside.staff.client.post('/auth/app-passwords', { name: 'swaks', scopes: ['smtp'] });
    ({ password } = made.body);
    ({ email } = outside.staff.user);
  });
  afterAll(() => outside?.stop());

  const swaks = (port: number, from: string, to: string, data: string, more: readonly string[] = []): Promise<Run> => {
    const envelope = ['--ehlo', 'laptop.example', '--from', from, '--to', to];
    return runProgram('swaks', ['--server', `127.0.0.1:${port}`, ...envelope, '--data', '-', ...more], {}, data);
  };
  const mail = (from: string, subject: string, text = 'Hi') =>
    `From: Grace <${from}>\nSubject: ${subject}\n\n${text}\n`;
  const login = (method: string, word = password) => [
    ...['--tls', '--auth', method, '--auth-user', email, '--auth-password', word],
  ];

  describe('to the server for mail programs', () => {
    const submit = (more: readonly string[], to: string, from = email, data = mail(from, 'By swaks')) =>
      swaks(outside.submission, from, to, data, more);

    it.each(['PLAIN', 'LOGIN'])('goes out after AUTH %s over TLS', async (method) => {
      const to = `${method.toLowerCase()}@x.example`;
      const { code, output } = await submit(login(method), to);
      expect([code, output]).toEqual([GOOD, expect.stringMatching(/TLS started with cipher TLSv1\.3/)]);
      const { subject, raw } = await outside.received(to);
      expect(subject).toBe('By swaks');
      expect(raw).toContain(`From: "Grace Hopper via School" <no-reply@${DOMAIN}>\r\n`);
    });

    it('is refused with a wrong password, without TLS, and from somebody else', async () => {
      const wrong = await submit(login('PLAIN', 'wrong'), 'a@x.example');
      expect([wrong.code, wrong.output]).toEqual([NO_LOGIN, expect.stringContaining('535 5.7.8')]);
      const open = await submit(login('PLAIN').slice(1), 'a@x.example');
      expect(open.code).toBe(NO_LOGIN);
      const foreign = await submit(login('PLAIN'), 'a@x.example', 'boss@x.example');
      expect([foreign.code, foreign.output]).toEqual([NO_SENDER, expect.stringContaining('553 5.7.1')]);
      const header = await submit(login('PLAIN'), 'a@x.example', email, mail('boss@x.example', 'Foreign'));
      expect([header.code, header.output]).toEqual([NOT_TAKEN, expect.stringContaining('553 5.7.1')]);
      expect(outside.sink.received.filter(({ recipients }) => recipients[0] === 'a@x.example')).toEqual([]);
    });

    it('keeps a crafted text as text', async () => {
      expect((await submit(login('PLAIN'), 'crafted@x.example', email, mail(email, 'Crafted', CRAFTED))).code).toBe(
        GOOD,
      );
      const { raw, recipients, sender } = await outside.received('crafted@x.example');
      expect(recipients).toEqual(['crafted@x.example']);
      expect(sender).toMatch(/^b\+/);
      const [head, ...text] = raw.split('\r\n\r\n');
      expect(head).not.toMatch(/^(Bcc|Subject: Another)/im);
      expect(text.join('\r\n\r\n')).toContain(CRAFTED.replaceAll('\n', '\r\n'));
      expect(outside.sink.received.flatMap((one) => one.recipients)).not.toContain('hidden@x.example');
    });
  });

  it('keeps a crafted text of the API as text', async () => {
    const { staff } = outside;
    const id = await sent(staff.client, hello(['api@x.example'], { subject: 'Crafted', body: CRAFTED }));
    await mailIs(staff.client, id, 'sent');
    const { raw, text } = await outside.received('api@x.example');
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^(Bcc|Subject: Another)/im);
    expect(text.replaceAll('\r\n', '\n')).toContain(CRAFTED);
    expect(outside.sink.received.flatMap(({ recipients }) => recipients)).not.toContain('hidden@x.example');
  });

  describe('to the listener', () => {
    const report = [
      'From: MAILER-DAEMON@mx.example',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      ...['', '--b', 'Content-Type: text/plain', '', 'There is no such mailbox.'],
      ...['--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', ''],
      ...['Final-Recipient: rfc822; gone@x.example', 'Action: failed', 'Status: 5.1.1', '', '--b--', ''],
    ].join('\n');

    it('is a report for the delivery that it comes back to', async () => {
      const { staff, listen } = outside;
      const id = await sent(staff.client, hello(['gone@x.example']));
      await mailIs(staff.client, id, 'sent');
      const { sender } = await outside.received('gone@x.example');
      expect((await swaks(listen, '<>', sender, report)).code).toBe(GOOD);
      expect((await mailIs(staff.client, id, 'bounced')).recipients[0]).toMatchObject({ reason: 'unknown_address' });
    });

    it('is refused at RCPT for anybody else, and nobody is relayed for', async () => {
      for (const to of [`staff@${DOMAIN}`, 'somebody@elsewhere.example', `b+1.2@bounce.${DOMAIN}`]) {
        const { code, output } = await swaks(outside.listen, '<>', to, report);
        expect([code, output]).toEqual([NO_RECIPIENT, expect.stringContaining('550 5.1.1')]);
      }
    });
  });
});
