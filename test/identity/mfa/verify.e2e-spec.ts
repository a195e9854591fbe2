import { startApp, TestApp, workerApp } from '../../support/app';
import { PASSWORD } from '../../support/make';
import { within } from '../../support/within';
import { logIn, Phone } from './support';

const SECOND_MS = 1000;

describe('the second step of a login', () => {
  let t: TestApp;
  let other: TestApp;
  let phone: Phone;
  beforeAll(async () => {
    t = await workerApp();
    other = await startApp(t.env);
    phone = new Phone([t, other]);
  });
  afterAll(async () => {
    await other.stop();
    await t.stop();
  });
  beforeEach(async () => {
    await t.reset();
    phone.start();
  });
  afterEach(() => jest.restoreAllMocks());

  const verify = (token: string, code: string, at = t) => at.client.as(token).post('/auth/mfa/verify', { code });

  it('is asked for by both ways of logging in', async () => {
    const { user } = await phone.enrolled();
    const form = `grant_type=password&username=${user.username}&password=${PASSWORD}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const { status, body } of [
      await t.client.post('/auth/login', { email: user.email, password: PASSWORD }),
      await t.client.post('/auth/token', form, headers),
    ]) {
      expect({ status, requires: body.requires_mfa }).toEqual({ status: 200, requires: true });
      const refused = await t.client.as(body.access_token).get('/auth/me');
      expect(refused).toMatchObject({ status: 403, body: { code: 'mfa_required' } });
      expect(refused.headers.get('x-mfa-required')).toBe('true');
      const refreshed = await t.client.post('/auth/refresh', { refresh_token: body.refresh_token });
      expect(refreshed).toMatchObject({ status: 200, body: { requires_mfa: true } });
    }
  });

  it.each([
    ['in two groups', (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`],
    ['with a dash and blanks around', (code: string) => ` ${code.slice(0, 3)}-${code.slice(3)}\u00a0`],
  ])('takes a code that is typed %s', async (_, typed) => {
    const { user, secret } = await phone.enrolled();
    const pending = await logIn(t, user);
    expect((await verify(pending.accessToken, typed(phone.code(secret)))).status).toBe(200);
  });

  it.each([
    ['without its dash', (code: string) => code.replace('-', '')],
    ['with blanks', (code: string) => ` ${code.replace('-', ' - ')} `],
    ['in capitals, by another dash', (code: string) => code.toUpperCase().replace('-', '\u2013')],
    ['with letters for digits', (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'l')],
  ])('takes a recovery code that is typed %s', async (_, typed) => {
    const { user, recoveryCodes } = await phone.enrolled();
    const pending = await logIn(t, user);
    const code = recoveryCodes.find((one) => /[01]/.test(one)) ?? recoveryCodes[0];
    expect((await verify(pending.accessToken, typed(code))).status).toBe(200);
    expect((await verify((await logIn(t, user)).accessToken, code)).status).not.toBe(200);
  });

  it('gives a verified pair and throws away the refresh tokens of before', async () => {
    const { user, secret } = await phone.enrolled();
    const pending = await logIn(t, user);
    const { status, body } = await verify(pending.accessToken, phone.code(secret));
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual([
      'access_token',
      'expires_in',
      'refresh_token',
      'requires_mfa',
      'token_type',
    ]);
    expect(body.requires_mfa).toBe(false);
    expect((await t.client.post('/auth/refresh', { refresh_token: pending.refreshToken })).status).toBe(401);
    const { body: validation } = await t.client.as(body.access_token).post('/auth/validate');
    expect(validation).toMatchObject({ authorized: true, user_id: user.id, session: { mfa_verified: true } });
    expect((await t.client.post('/auth/refresh', { refresh_token: body.refresh_token })).status).toBe(200);
  });

  it('is felt on a second instance at once', async () => {
    const { user, secret } = await phone.enrolled();
    const { accessToken } = await logIn(t, user);
    expect((await other.client.as(accessToken).get('/auth/me')).status).toBe(403);
    const { body } = await verify(accessToken, phone.code(secret));
    for (const token of [body.access_token, accessToken]) {
      const me = () => other.client.as(token).get('/auth/me');
      await within(SECOND_MS, me, ({ status }) => status === 200);
    }
  });

  it.each([
    [-60, 401],
    [-30, 200],
    [0, 200],
    [30, 401],
    [60, 401],
  ])('takes the code of %i s away: %i', async (awayS, status) => {
    const { user, secret } = await phone.enrolled();
    phone.tick();
    const { accessToken } = await logIn(t, user);
    expect((await verify(accessToken, phone.code(secret, awayS))).status).toBe(status);
  });

  it('refuses any other form, which costs no try', async () => {
    const forms = [
      '',
      '12345',
      '1234567',
      'abcdef',
      '12345a',
      '١٢٣٤٥٦',
      '\uff11\uff12\uff13\uff14\uff15\uff16',
      '+12345',
      '-12345',
      '1e5000',
      'abcde-fghi',
      'abcde-fghi!',
      123456,
      ['123456'],
      null,
      { $ne: '' },
    ];
    const { user } = await phone.enrolled();
    const { client } = await logIn(t, user);
    for (const code of [...forms, undefined]) {
      for (const path of ['verify', 'enable', 'disable']) {
        const { status, body } = await client.post(`/auth/mfa/${path}`, { code });
        expect({ code, path, status }).toEqual({ code, path, status: path === 'verify' ? 422 : 403 });
        if (path === 'verify') expect(body.errors).toMatchObject([{ field: 'code' }]);
      }
    }
    expect(await t.db.query('SELECT 1 FROM mfa_attempts')).toEqual([]);
  });

  it('spends a code: not again, nor that of a step before', async () => {
    const { user, secret } = await phone.enrolled();
    const code = phone.code(secret);
    expect((await verify((await logIn(t, user)).accessToken, code)).status).toBe(200);
    for (const spent of [code, phone.code(secret, -30)]) {
      const refused = await verify((await logIn(t, user)).accessToken, spent, other);
      expect(refused).toMatchObject({ status: 401, body: { code: 'invalid_mfa_code' } });
    }
  });

  it('lets one of twenty through that come at once with one code', async () => {
    const { user, secret } = await phone.enrolled();
    const sessions = await Promise.all(Array.from({ length: 5 }, () => logIn(t, user)));
    const code = phone.code(secret);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => verify(sessions[index % 5].accessToken, code, index % 2 ? other : t)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status } of answers) expect([200, 401, 429]).toContain(status);
  });

  it('takes a recovery code once, however it is typed', async () => {
    const { user, recoveryCodes } = await phone.enrolled();
    const [first, second] = recoveryCodes;
    expect((await verify((await logIn(t, user)).accessToken, first.toUpperCase())).status).toBe(200);
    expect((await verify((await logIn(t, user)).accessToken, first)).status).toBe(401);
    expect((await verify((await logIn(t, user)).accessToken, second)).status).toBe(200);
    const used = await t.db.query(`SELECT outcome FROM audit_entries WHERE action = 'mfa.recovery-code-used'`);
    expect(used).toEqual([{ outcome: 'success' }, { outcome: 'success' }]);
  });

  it('lets one of sixteen through that come at once with one recovery code', async () => {
    const { user, recoveryCodes } = await phone.enrolled();
    const sessions = await Promise.all(Array.from({ length: 16 }, () => logIn(t, user)));
    const answers = await Promise.all(
      sessions.map(({ accessToken }, index) => verify(accessToken, recoveryCodes[0], index % 2 ? other : t)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await t.db.query('SELECT 1 FROM mfa_recovery_codes WHERE used_at IS NOT NULL')).toHaveLength(1);
  });

  it("takes nobody else's codes", async () => {
    const [mine, theirs] = [await phone.enrolled(), await phone.enrolled()];
    const { accessToken } = await logIn(t, mine.user);
    expect((await verify(accessToken, phone.code(theirs.secret))).status).toBe(401);
    expect((await verify(accessToken, theirs.recoveryCodes[0])).status).toBe(401);
    expect((await verify(accessToken, phone.code(mine.secret))).status).toBe(200);
  });

  it('is over for a login after five wrong codes, and not for the next login', async () => {
    const { user, secret } = await phone.enrolled();
    const { accessToken } = await logIn(t, user);
    for (let wrong = 0; wrong < 5; wrong++) {
      expect((await verify(accessToken, phone.wrong(secret), wrong % 2 ? other : t)).status).toBe(401);
    }
    const dead = await verify(accessToken, phone.code(secret));
    expect(dead).toMatchObject({ status: 429, body: { code: 'mfa_rate_limited', login_again: true } });
    expect(Number(dead.headers.get('retry-after'))).toBeGreaterThan(0);
    // Not even when the window has gone by.
    await t.db.query(`UPDATE mfa_attempts SET at = at - interval '1 hour'`);
    expect((await verify(accessToken, phone.code(secret))).status).toBe(429);
    expect((await verify((await logIn(t, user)).accessToken, phone.code(secret))).status).toBe(200);
    const failures = await t.db.query(
      `SELECT count(*)::int AS n FROM audit_entries WHERE action = 'mfa.verified' AND outcome = 'failure'`,
    );
    expect(failures).toEqual([{ n: 7 }]);
  });

  it('is over for a user after ten wrong codes in ten minutes, over any number of logins', async () => {
    const { user, secret, client } = await phone.enrolled();
    for (let wrong = 0; wrong < 10; wrong++) {
      const { accessToken } = await logIn(t, user);
      expect((await verify(accessToken, phone.wrong(secret), wrong % 2 ? other : t)).status).toBe(401);
    }
    const { accessToken } = await logIn(t, user);
    const refused = await verify(accessToken, phone.code(secret));
    expect(refused).toMatchObject({ status: 429, body: { code: 'mfa_rate_limited', login_again: false } });
    const retryAfterS = Number(refused.headers.get('retry-after'));
    expect(retryAfterS).toBeGreaterThan(500);
    expect(retryAfterS).toBeLessThanOrEqual(600);
    expect((await client.post('/auth/mfa/disable', { code: phone.code(secret) })).status).toBe(429);
    await t.db.query(`UPDATE mfa_attempts SET at = at - interval '10 minutes'`);
    expect((await verify(accessToken, phone.code(secret))).status).toBe(200);
  });

  it('counts every one of many wrong codes that come at once', async () => {
    const { user, secret } = await phone.enrolled();
    const { accessToken } = await logIn(t, user);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => verify(accessToken, phone.wrong(secret), index % 2 ? other : t)),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it('does not hand its tokens to another login that knows key and code', async () => {
    const { user, secret } = await phone.enrolled();
    const [mine, stolen] = [await logIn(t, user), await logIn(t, user)];
    const headers = { 'idempotency-key': 'second-step' };
    const body = { code: phone.code(secret) };
    const first = await mine.client.post('/auth/mfa/verify', body, headers);
    const again = await mine.client.post('/auth/mfa/verify', body, headers);
    expect({ status: again.status, text: again.text }).toEqual({ status: 200, text: first.text });
    expect((await stolen.client.post('/auth/mfa/verify', body, headers)).status).toBe(401);
  });
});
