import { startApp, TestApp } from '../../support/app';
import { databaseText, formsOf } from '../../support/dump';
import { mailsGone, mailsOf, mailTo, tokenOf } from '../../support/mails';
import { PASSWORD, Person } from '../../support/make';
import { within } from '../../support/within';

const LINK = /new e-mail address/;
const NOTICE = /was changed/;
const IN_USE = /was given for another account/;
let counter = 0;
const newAddress = (): string => `moved${++counter}@example.org`;

describe('change of address', () => {
  let t: TestApp;
  let two: TestApp;
  beforeAll(async () => {
    t = await startApp({ PUBLIC_URL: 'https://atrium.example', EMAIL_DOMAINS: 'example.com,Example.org' });
    two = await startApp(t.env);
  });
  afterAll(async () => {
    await two.stop();
    await t.stop();
  });

  const ask = (person: Person, email: string) => person.client.post('/auth/email/change', { email });
  const confirm = (token: string, at = t) => at.client.post('/auth/email/change/confirm', { token });
  const login = (email: string) => t.client.post('/auth/login', { email, password: PASSWORD });
  const settled = () => mailsGone(t);
  const trail = (action: string, { user }: Person) =>
    t.db.query<{ outcome: string }>('SELECT outcome FROM audit_entries WHERE action = $1 AND target = $2', [
      action,
      `user:${user.id}`,
    ]);

  /** Asks for a link and reads it from the mail. */
  async function link(person: Person, email: string, after = 0): Promise<string> {
    expect(await ask(person, email)).toMatchObject({ status: 202, text: '' });
    return tokenOf(await mailTo(t, email, LINK, after));
  }

  it('is done by a link to the new address, once, and told to the old one', async () => {
    const person = await t.make.person({ fullName: 'Ada <b>' });
    const { email: old } = person.user;
    const email = newAddress();
    const token = await link(person, email);
    const mail = await mailTo(t, email, LINK);
    expect(mail.text).toContain(`https://atrium.example/verify?token=${token}&purpose=change`);
    expect(mail.html).toContain('Ada &#60;b&#62;');
    expect((await person.client.get('/auth/me')).body).toMatchObject({ email: old, email_verified: false });
    expect((await login(email)).status).toBe(401);
    expect(await confirm(token)).toMatchObject({ status: 204, text: '' });
    expect((await two.client.as(person.accessToken).get('/auth/me')).body).toMatchObject({
      email,
      email_verified: true,
    });
    expect((await login(email)).status).toBe(200);
    expect((await login(old)).status).toBe(401);
    const notice = await mailTo(t, old, NOTICE);
    expect(notice.text + notice.html).not.toContain(email);
    expect(await confirm(token)).toMatchObject({ status: 401, body: { code: 'invalid_one_time_token' } });
    expect(await trail('auth.email-change-asked', person)).toEqual([{ outcome: 'success' }]);
    expect(await trail('auth.email-changed', person)).toEqual([{ outcome: 'success' }]);
  });

  it('asks for a fresh proof, a bearer and an address of the domains', async () => {
    const person = await t.make.person();
    expect(await ask(person, 'ada@elsewhere.example')).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'email', code: 'email_domain' }] },
    });
    expect((await ask(person, 'no address')).status).toBe(422);
    expect((await t.client.post('/auth/email/change', { email: newAddress() })).status).toBe(401);
    await t.db.query(
      `UPDATE sessions SET fresh_until = now() - interval '1 second', changed_at = now() WHERE user_id = $1`,
      [person.user.id],
    );
    const refused = await within(
      2000,
      () => person.client.post('/auth/email/change', { email: 'no address' }),
      ({ status }) => status === 403,
    );
    expect(refused.body).toMatchObject({ code: 'fresh_factor_required', factor: 'password' });
  });

  it('answers the same for a taken address, to which goes a mail without a link', async () => {
    const [person, owner] = [await t.make.person(), await t.make.person()];
    const taken = await ask(person, owner.user.email.toUpperCase());
    const free = await ask(await t.make.person(), newAddress());
    expect({ status: taken.status, text: taken.text }).toEqual({ status: free.status, text: free.text });
    expect([...taken.headers.keys()].sort()).toEqual([...free.headers.keys()].sort());
    const mail = await mailTo(t, owner.user.email.split('@')[0].toUpperCase(), IN_USE);
    expect(mail.text + mail.html).not.toMatch(/token=|https?:/);
    expect(mail.text).not.toContain(person.user.email);
    expect((await person.client.get('/auth/me')).body.email).toBe(person.user.email);
  });

  it('is a conflict when somebody took the address meanwhile', async () => {
    const person = await t.make.person();
    const email = newAddress();
    const token = await link(person, email);
    await t.make.user({ email: email.toUpperCase() });
    expect(await confirm(token)).toMatchObject({ status: 409, body: { code: 'email_taken' } });
    expect((await person.client.get('/auth/me')).body.email).toBe(person.user.email);
  });

  it('gives the address to one of many who want it at once, over two instances', async () => {
    const email = newAddress();
    const tokens: string[] = [];
    for (let index = 0; index < 6; index++) tokens.push(await link(await t.make.person(), email, index));
    const answers = await Promise.all(tokens.map((token, index) => confirm(token, index % 2 ? two : t)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409, 409, 409]);
  });

  it('lets one of 16 uses of a link at once succeed', async () => {
    const token = await link(await t.make.person(), newAddress());
    const answers = await Promise.all(Array.from({ length: 16 }, (_, index) => confirm(token, index % 2 ? two : t)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array<number>(15).fill(401)]);
  });

  it('takes garbage, expired, replaced and foreign tokens for the same', async () => {
    const [late, other] = [await t.make.person(), await t.make.person()];
    const expired = await link(late, newAddress());
    await t.db.query(`UPDATE one_time_tokens SET expires_at = now() - interval '1 second' WHERE user_id = $1`, [
      late.user.id,
    ]);
    const replaced = await link(other, newAddress());
    const mine = await link(other, newAddress());
    for (const token of ['garbage', expired, replaced, other.refreshToken]) {
      expect(await confirm(token)).toMatchObject({ status: 401, body: { code: 'invalid_one_time_token' } });
    }
    expect((await t.client.post('/auth/email/verify', { token: mine })).status).toBe(401);
    expect((await t.client.post('/auth/password/reset', { token: mine, password: 'Rainy-Night-43' })).status).toBe(401);
    expect((await confirm(mine)).status).toBe(204);
  });

  it('ends what was mailed to the old address', async () => {
    const person = await t.make.person();
    await person.client.post('/auth/email/verify/resend');
    const verify = tokenOf(await mailTo(t, person.user.email, /Confirm/));
    await t.client.post('/auth/password/forgot', { email: person.user.email });
    const reset = tokenOf(await mailTo(t, person.user.email, /Set a new password/));
    expect((await confirm(await link(person, newAddress()))).status).toBe(204);
    expect((await t.client.post('/auth/email/verify', { token: verify })).status).toBe(401);
    expect((await t.client.post('/auth/password/reset', { token: reset, password: 'Rainy-Night-43' })).status).toBe(
      401,
    );
  });

  it('is off when the password is reset or changed, or the account deactivated, meanwhile', async () => {
    const [first, second, third] = [await t.make.person(), await t.make.person(), await t.make.person()];
    const links = [];
    for (const person of [first, second, third]) links.push(await link(person, newAddress()));
    await t.client.post('/auth/password/forgot', { email: first.user.email });
    const token = tokenOf(await mailTo(t, first.user.email, /Set a new password/));
    expect((await t.client.post('/auth/password/reset', { token, password: 'Rainy-Night-43' })).status).toBe(204);
    const change = { current_password: PASSWORD, password: 'Rainy-Night-43' };
    expect((await second.client.post('/auth/password/change', change)).status).toBe(204);
    await t.db.query('UPDATE users SET is_active = false WHERE id = $1', [third.user.id]);
    for (const one of links) expect((await confirm(one)).status).toBe(401);
  });

  it('mails five links an hour, whatever the addresses are', async () => {
    const [person, owner] = [await t.make.person(), await t.make.person()];
    for (let index = 0; index < 5; index++) {
      expect((await ask(person, index % 2 ? newAddress() : owner.user.email)).status).toBe(202);
    }
    expect(await ask(person, newAddress())).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    await settled();
    expect(mailsOf(t).filter((mail) => mail.to.includes(owner.user.email) && IN_USE.test(mail.subject))).toHaveLength(
      3,
    );
  });

  it('writes the token nowhere but into the mail', async () => {
    const token = await link(await t.make.person(), newAddress());
    await settled();
    const stored = await databaseText(t.db);
    for (const form of formsOf(token)) expect(stored.includes(form)).toBe(false);
  });
});
