import { createTransport } from 'nodemailer';
import type { TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { Outside } from './outside';

describe('submission', () => {
  let outside: Outside;
  let t: TestApp;
  let staff: Person;
  beforeAll(async () => {
    outside = await Outside.start();
    ({ t, staff } = outside);
    await outside.sign();
  });
  afterAll(() => outside.stop());
  const received = (to: string) => outside.received(to);

  let password: string;
  const submit = (user: string, pass: string, from: string, to: string[], header = from, more = '') => {
    const transport = createTransport({
      host: '127.0.0.1',
      port: outside.submission,
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
      port: outside.submission,
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
