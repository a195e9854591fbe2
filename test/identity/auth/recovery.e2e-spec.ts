import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../../src/core/kernel/config';
import { closeLog, flushLog, openLog } from '../../../src/core/kernel/logging';
import { startApp, TestApp } from '../../support/app';
import { databaseText, formsOf } from '../../support/dump';
import { mailsGone, mailsOf, mailTo, tokenOf } from '../../support/mails';
import { PASSWORD } from '../../support/make';
import { sendRaw } from '../../support/raw';
import { within } from '../../support/within';

const NEW = 'Rainy-Night-43';
const RESET = /new password/;
const CHANGED = /was changed/;

const withoutId = (text: string): string => text.replace(/"request_id":"[^"]+"/, '');

describe('password recovery', () => {
  let t: TestApp;
  let two: TestApp;
  const logDir = mkdtempSync(join(tmpdir(), 'atrium-log-'));

  beforeAll(async () => {
    t = await startApp({ PUBLIC_URL: 'https://atrium.example/app/', LOG_DIR: logDir, LOG_LEVEL: 'debug' });
    two = await startApp(t.env);
    await openLog(loadConfig(t.env));
  });
  afterAll(async () => {
    closeLog();
    await two.stop();
    await t.stop();
    rmSync(logDir, { recursive: true, force: true });
  });

  const forgot = (email: string, headers?: Record<string, string>) =>
    t.client.post('/auth/password/forgot', { email }, headers);
  const reset = (token: string, password = NEW, at = t) => at.client.post('/auth/password/reset', { token, password });
  const login = (email: string, password: string) => t.client.post('/auth/login', { email, password });
  const settled = () => mailsGone(t);
  const trail = (action: string, target: string) =>
    t.db.query<{ outcome: string }>('SELECT outcome FROM audit_entries WHERE action = $1 AND target = $2', [
      action,
      target,
    ]);

  /** Asks for a link and reads it from the mail. */
  async function link(email: string, after = 0): Promise<string> {
    expect((await forgot(email)).status).toBe(202);
    return tokenOf(await mailTo(t, email, RESET, after));
  }

  it('mails a link that sets a new password once and ends every session', async () => {
    const { user, accessToken, refreshToken } = await t.make.person({ fullName: 'Ada <b>&"Co"' });
    expect((await forgot(user.email.toUpperCase())).status).toBe(202);
    const mail = await mailTo(t, user.email, RESET);
    const token = tokenOf(mail);
    expect(mail.text).toContain(`https://atrium.example/app/reset?token=${token}`);
    expect(mail.html).toContain(`href="https://atrium.example/app/reset?token=${token}"`);
    expect(mail.html).toContain('Ada &#60;b&#62;&#38;&#34;Co&#34;');
    expect(mail.html).not.toContain('<b>');
    expect(await reset(token)).toMatchObject({ status: 204, text: '' });
    for (const one of [t, two]) {
      await within(
        1000,
        () => one.client.as(accessToken).get('/users/me'),
        ({ status }) => status === 401,
      );
    }
    expect((await t.client.post('/auth/refresh', { refresh_token: refreshToken })).status).toBe(401);
    expect((await login(user.email, PASSWORD)).status).toBe(401);
    expect((await login(user.email, NEW)).status).toBe(200);
    expect((await reset(token)).status).toBe(401);
    expect((await mailTo(t, user.email, CHANGED)).text).toContain('https://atrium.example/app/reset\r\n');
    const target = `user:${user.id}`;
    expect(await trail('auth.password-reset-asked', target)).toHaveLength(1);
    expect(await trail('auth.password-reset', target)).toEqual([{ outcome: 'success' }]);
  });

  it('answers known and unknown with the same bytes, before it looks who it is', async () => {
    const { email } = await t.make.user();
    for (let round = 0; round < 15; round++) {
      const [one, other] = [await forgot(email), await forgot(`nobody${round}@example.com`)];
      expect(one).toMatchObject({ status: 202, text: '' });
      expect(other).toMatchObject({ status: 202, text: '' });
      const names = ({ headers }: typeof one) => [...headers.keys()].sort();
      expect(names(other)).toEqual(names(one));
    }
    await settled();
    expect(mailsOf(t).filter(({ to }) => to.includes('nobody'))).toEqual([]);
    expect(mailsOf(t).filter(({ to }) => to.includes(email))).toHaveLength(5); // no more an hour
    expect(
      await t.db.query(`SELECT 1 FROM audit_entries WHERE action = 'auth.password-reset-asked' AND target IS NULL`),
    ).toEqual([]);
  });

  it('frees an account that failed logins have slowed down', async () => {
    const { email } = await t.make.user();
    for (let index = 0; index < 10; index++) await login(email, 'Wrong-Day-42');
    expect((await login(email, PASSWORD)).status).toBe(429);
    expect((await reset(await link(email))).status).toBe(204);
    expect((await login(email, NEW)).status).toBe(200);
  });

  it('mails nothing to a deactivated account', async () => {
    const { email } = await t.make.user({ isActive: false });
    expect((await forgot(email)).status).toBe(202);
    await settled();
    expect(mailsOf(t).filter(({ to }) => to.includes(email))).toEqual([]);
  });

  it('lets one of 16 uses at once succeed, over two instances', async () => {
    const { email } = await t.make.user();
    const token = await link(email);
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, index) => reset(token, `Rainy-Night-${100 + index}`, index % 2 ? t : two)),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([204, ...Array<number>(15).fill(401)]);
    const winner = answers.findIndex(({ status }) => status === 204);
    expect((await login(email, `Rainy-Night-${100 + winner}`)).status).toBe(200);
  });

  it('refuses garbage, used, expired, replaced and foreign tokens with the same answer', async () => {
    const [used, expired, replaced] = [await t.make.user(), await t.make.user(), await t.make.user()];
    const tokens = [await link(used.email), await link(expired.email), await link(replaced.email)];
    expect((await reset(tokens[0])).status).toBe(204);
    await t.db.query(`UPDATE one_time_tokens SET expires_at = now() - interval '1 second' WHERE user_id = $1`, [
      expired.id,
    ]);
    const fresh = await link(replaced.email, 1);
    expect(fresh).not.toBe(tokens[2]);
    const { refreshToken } = await t.make.person();
    const answers = await Promise.all([...tokens, 'garbage', 'é', refreshToken].map((token) => reset(token)));
    for (const { status, text } of answers) {
      expect(status).toBe(401);
      expect(withoutId(text)).toBe(withoutId(answers[0].text));
    }
    expect(answers[0].body.code).toBe('invalid_one_time_token');
    expect((await reset(fresh)).status).toBe(204);
  });

  it('keeps the token good when the new password is refused by the policy', async () => {
    const user = await t.make.user();
    const token = await link(user.email);
    for (const password of ['short', 'Password1!', 'no-upper-42']) {
      const { status, body } = await reset(token, password);
      expect({ password, status }).toEqual({ password, status: 422 });
      expect(body.errors).toMatchObject([{ field: 'password' }]);
    }
    expect((await login(user.email, PASSWORD)).status).toBe(200);
    expect((await reset(token)).status).toBe(204);
  });

  it('builds links from PUBLIC_URL alone', async () => {
    const { email } = await t.make.user();
    await forgot(email, {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      forwarded: 'host=evil.example',
    });
    const body = JSON.stringify({ email });
    const raw = await sendRaw(
      t.url,
      `POST /api/v1/auth/password/forgot HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(raw.status).toBe(202);
    const mail = await mailTo(t, email, RESET, 1);
    expect(mail.raw).not.toContain('evil');
    expect(mail.text).toContain('https://atrium.example/app/reset?token=');
  });

  it('changes a password for who knows the present one, and ends the other sessions only', async () => {
    const mine = await t.make.person();
    const { body: other } = await login(mine.user.email, PASSWORD);
    const change = (current_password: string, password = NEW) =>
      mine.client.post('/auth/password/change', { current_password, password });
    expect(await change('Wrong-Day-42')).toMatchObject({ status: 403, body: { code: 'wrong_current_password' } });
    expect((await change(PASSWORD, 'short')).status).toBe(422);
    expect((await t.client.post('/auth/password/change', { current_password: PASSWORD, password: NEW })).status).toBe(
      401,
    );
    const old = await link(mine.user.email);
    expect((await change(PASSWORD)).status).toBe(204);
    for (const one of [t, two]) {
      await within(
        1000,
        () => one.client.as(other.access_token).get('/users/me'),
        ({ status }) => status === 401,
      );
      expect((await one.client.as(mine.accessToken).get('/users/me')).status).toBe(200);
    }
    expect((await t.client.post('/auth/refresh', { refresh_token: other.refresh_token })).status).toBe(401);
    expect((await t.client.post('/auth/refresh', { refresh_token: mine.refreshToken })).status).toBe(200);
    expect((await reset(old)).status).toBe(401);
    expect((await login(mine.user.email, NEW)).status).toBe(200);
    const outcomes = (await trail('auth.password-changed', `user:${mine.user.id}`)).map(({ outcome }) => outcome);
    expect(outcomes.sort()).toEqual(['failure', 'success']);
  });

  it('leaves no session to a login with the old password that races the reset', async () => {
    for (let round = 0; round < 5; round++) {
      const { email, id } = await t.make.user();
      const token = await link(email);
      await Promise.all([reset(token), ...Array.from({ length: 6 }, () => login(email, PASSWORD))]);
      expect(await t.db.query('SELECT 1 FROM sessions WHERE user_id = $1 AND ended_at IS NULL', [id])).toEqual([]);
    }
  });

  it('writes the token nowhere but into the mail', async () => {
    const { email } = await t.make.user();
    const token = await link(email);
    await reset(token, 'short');
    await reset(token);
    await reset(token);
    await settled();
    const stored = await databaseText(t.db);
    expect(stored).toContain('reset-password');
    flushLog();
    const log = readdirSync(logDir)
      .map((name) => readFileSync(join(logDir, name), 'utf8'))
      .join('\n');
    expect(log).toContain('/api/v1/auth/password/reset');
    for (const form of formsOf(token)) {
      expect(stored.includes(form)).toBe(false);
      expect(log.includes(form)).toBe(false);
    }
  });
});
