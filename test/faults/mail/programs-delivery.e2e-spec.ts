import { join } from 'node:path';
import { DOMAIN, Outside } from '../../communication/mail/outside';
import { hello, mailIs, SeenMail, sent } from '../../communication/mail/support';
import { freePort } from '../../support/instance';
import { until } from '../../support/until';
import { Dovecot } from './dovecot';
import { Postfix } from './postfix';
import { assertPrograms, runProgram } from './program';

const [ADA, NOBODY] = ['ada@mailbox.example', 'nobody@mailbox.example'];
const TEXT = 'Schöne Grüße aus Köln, und ein „Zitat“.';
const ATTACHED = 'Einkaufsliste: Äpfel, Öl, Übungshefte\n';

describe('mail through postfix', () => {
  let outside: Outside;
  let postfix: Postfix;
  let dovecot: Dovecot;
  beforeAll(async () => {
    assertPrograms();
    const listen = await freePort();
    const routes = { [`bounce.${DOMAIN}`]: listen };
    postfix = await Postfix.start({ domain: 'mailbox.example', mailboxes: ['ada'], routes });
    outside = await Outside.start(listen, { SMTP_URL: postfix.url });
    dovecot = await Dovecot.start(postfix.folderOf('ada'));
  });
  afterAll(async () => {
    await dovecot?.stop();
    await outside?.stop();
    await postfix?.stop();
  });

  it('comes back as a report where there is no such mailbox, and is reported where it has arrived', async () => {
    const { staff, admin } = outside;
    const attachments = [
      {
        filename: 'Grüße.txt',
        content_type: 'text/plain; charset=utf-8',
        content: Buffer.from(ATTACHED).toString('base64'),
      },
    ];
    const input = hello([ADA, NOBODY], { subject: 'Grüße von der Schule', body: TEXT, attachments });
    const id = await sent(staff.client, input);
    const seen = async () => (await staff.client.get<SeenMail>(`/mail/sent/${id}`)).body.recipients;
    await until(async () => (await seen()).every(({ status }) => status === 'delivered' || status === 'bounced'));
    expect(await seen()).toMatchObject([
      { to: ADA, status: 'delivered', reason: null, attempts: 1 },
      { to: NOBODY, status: 'bounced', reason: 'unknown_address', enhanced_status: '5.1.1', attempts: 1 },
    ]);
    const { steps } = (await staff.client.get(`/mail/sent/${id}/trace`)).body;
    const of = (to: string) =>
      steps
        .filter((one: { to: string | null }) => one.to === to)
        .map((one: { step: string; status: string; enhanced_status: string }) => [one.step, one.status]);
    expect(of(ADA)).toEqual([
      ['attempt', 'sent'],
      ['report', 'delivered'],
    ]);
    expect(of(NOBODY)).toEqual([
      ['attempt', 'sent'],
      ['report', 'bounced'],
    ]);
    const listed = async (address: string) => (await admin.client.get(`/mail/suppressions?address=${address}`)).body;
    expect((await listed(NOBODY)).items).toMatchObject([{ address: NOBODY, reason: 'bounce', until: null }]);
    expect((await listed(ADA)).count).toBe(0);
    const again = await mailIs(staff.client, await sent(staff.client, hello([NOBODY])), 'suppressed');
    expect(again.recipients[0].attempts).toBe(0);
  });

  it('is read by mutt over IMAP: who it is from, subject, text and attachment', async () => {
    const { text, attachment } = await dovecot.readWithMutt('ada');
    expect(text).toMatch(/^Subject: Grüße von der Schule$/m);
    expect(text).toMatch(new RegExp(`^From: Grace Hopper via School <no-reply@${DOMAIN}>$`, 'm'));
    expect(text).toContain(TEXT);
    expect(text).toContain('Grüße.txt');
    expect(attachment).toBe(ATTACHED);
  });

  describe('signed', () => {
    let mail: string;
    let records: Record<string, string>;
    beforeAll(async () => {
      const { admin, staff } = outside;
      await outside.sign();
      const news = () => staff.client.post('/mail/send', hello([ADA], { category: 'news', subject: 'News' }));
      await until(async () => (await news()).status === 202); // an instance may not know of a key for two seconds
      const [{ id }] = (await admin.client.get('/mail/domains')).body.items;
      const { body } = await admin.client.get(`/mail/domains/${id}`);
      records = Object.fromEntries(body.records.map((one: { name: string; value: string }) => [one.name, one.value]));
      const signed = async () =>
        (await postfix.mailsOf('ada', 2))
          .map((one) => one.toString('latin1'))
          .find((one) => /^Subject: News\r$/m.test(one));
      await until(async () => (await signed()) !== undefined);
      mail = (await signed()) as string;
    });

    /** What dkimpy says of each signature, by the records that the API shows. */
    const verdicts = async (mails: readonly string[]): Promise<{ algorithm: string; good: boolean }[][]> => {
      const given = { records, mails: mails.map((one) => Buffer.from(one, 'latin1').toString('base64')) };
      const script = join(__dirname, 'verify-dkim.py');
      const { code, output } = await runProgram('/usr/bin/python3', [script], {}, JSON.stringify(given));
      if (code !== 0) throw new Error(output);
      return JSON.parse(output);
    };

    it('is verified by dkimpy with both keys', async () => {
      expect(await verdicts([mail])).toEqual([
        [
          { algorithm: 'rsa-sha256', good: true },
          { algorithm: 'ed25519-sha256', good: true },
        ],
      ]);
    });

    it.each([
      ['the text', /\r\n\r\nHow/, '\r\n\r\nNow'],
      ['the subject', /^Subject: News/m, 'Subject: Mews'],
      ['a second subject', /^Subject: News/m, 'Subject: Other\r\nSubject: News'],
      ['a second sender', /^From: /m, 'From: boss@x.example\r\nFrom: '],
      ['the link to unsubscribe', /^(List-Unsubscribe:\s+<https:)/m, '$1/'],
      ['the click to unsubscribe', /One-Click/, 'Two-Click'],
    ])('is refused with %s changed', async (_what, from, to) => {
      const changed = mail.replace(from, to);
      expect(changed).not.toBe(mail);
      const [found] = await verdicts([changed]);
      expect(found.map(({ good }) => good)).toEqual([false, false]);
    });
  });
});
