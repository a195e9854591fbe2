import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../../src/core/kernel/config';
import { closeLog, flushLog, openLog } from '../../../src/core/kernel/logging';
import { Phone } from '../mfa/support';
import type { Browser } from '../../support/browser-cookies';
import { databaseText, formsOf } from '../../support/dump';
import { ProviderVisit } from '../../support/oidc';
import { PUBLIC_URL, REDIRECT_URI, School } from './oidc-support';

let people = 0;
/** Somebody no test has seen before. */
const somebody = (kind = 'ann'): string => `${kind}-${++people}`;

describe('logging in through a provider', () => {
  let school: School;
  beforeAll(async () => (school = await School.open()));
  afterAll(() => school.close());
  afterEach(() => jest.restoreAllMocks());

  const accounts = (email: string) =>
    school.t.db.query('SELECT id, roles, full_name FROM users WHERE lower(email) = lower($1)', [email]);
  const trail = (action: string, outcome: string) =>
    school.t.db.query<{ target: string | null; facts: Record<string, unknown> }>(
      'SELECT target, facts FROM audit_entries WHERE action = $1 AND outcome = $2 ORDER BY id DESC',
      [action, outcome],
    );

  /** The way to the provider with a changed parameter, as somebody in between would. */
  async function changed(browser: Browser, parameter: string, value: string): Promise<string> {
    const url = new URL(await school.begin(browser));
    expect(url.searchParams.get(parameter)).toBeTruthy();
    url.searchParams.set(parameter, value);
    return url.href;
  }

  async function expectRefused(browser: Browser, where: string, code: string): Promise<void> {
    expect(where).toBe(`/login?error=${code}`);
    expect(await school.whoIs(browser)).toBeNull();
    expect((await trail('auth.login', 'failure'))[0]).toEqual({ target: null, facts: { provider: 'school', code } });
  }

  it('names the providers to anybody', async () => {
    expect(await school.t.client.get('/auth/oauth')).toMatchObject({
      status: 200,
      body: { items: [{ name: 'school', label: 'Our school' }], count: 1, next_cursor: null },
    });
  });

  it('asks the provider for a code with PKCE, state and nonce, for one exact address', async () => {
    const [one, two] = [await school.begin(school.browser()), await school.begin(school.browser())].map(
      (url) => new URL(url),
    );
    expect(Object.fromEntries(one.searchParams)).toEqual({
      client_id: 'atrium',
      response_type: 'code',
      redirect_uri: REDIRECT_URI,
      scope: 'openid email profile',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    for (const name of ['code_challenge', 'state', 'nonce']) {
      expect(one.searchParams.get(name)).not.toBe(two.searchParams.get(name));
    }
  });

  it('makes an account at the first login, and opens a session in the browser', async () => {
    const [browser, login] = [school.browser(), somebody()];
    expect(await school.logIn(browser, login)).toBe('/account');
    expect([...browser.cookies.keys()].sort()).toEqual(['atrium', 'atrium_csrf']); // its own cookie is spent
    const me = await school.whoIs(browser);
    expect(me).toMatchObject({
      email: `${login}@example.com`,
      email_verified: true,
      roles: ['user'],
      full_name: login.replace('-', ' '),
    });
    const target = `user:${me?.id}`;
    expect((await trail('auth.registered', 'success'))[0]).toEqual({ target, facts: { provider: 'school' } });
    expect((await trail('auth.login', 'success'))[0]).toEqual({ target, facts: { provider: 'school' } });
  });

  it.each([
    ['texts', (login: string) => login.replace('-', ' ')],
    ['spread', (login: string) => login.replace('-', ' ')],
    ['parts', () => 'Ann de Wit'],
    ['unseen', (login: string) => login],
  ])('understands a provider that says it otherwise: %s', async (kind, nameOf) => {
    const [browser, login] = [school.browser(), somebody(kind)];
    expect(await school.logIn(browser, login)).toBe('/account');
    expect(await school.whoIs(browser)).toMatchObject({
      email: `${login}@example.com`,
      email_verified: true,
      full_name: nameOf(login),
    });
  });

  it('knows who comes again, by the subject, in whatever browser', async () => {
    const [one, two, login] = [school.browser(), school.browser(), somebody()];
    await school.logIn(one, login);
    const me = await school.whoIs(one);
    await school.t.db.execute('UPDATE users SET email = $2 WHERE id = $1', [me?.id, `moved-${login}@example.com`]);
    expect(await school.logIn(two, login)).toBe('/account');
    expect((await school.whoIs(two))?.id).toBe(me?.id);
    expect(await accounts(`${login}@example.com`)).toEqual([]);
  });

  it('opens another session in place of the one the browser carries', async () => {
    const [browser, login] = [school.browser(), somebody()];
    await school.logIn(browser, login);
    const before = browser.cookies.get('atrium');
    await school.logIn(browser, login);
    expect(browser.cookies.get('atrium')).not.toBe(before);
    expect((await browser.call('GET', '/auth/sessions')).body.count).toBe(1);
  });

  it.each([
    ['/chat?room=1#end', '/chat?room=1#end'],
    ['//evil.example', '/account'],
    ['https://evil.example', '/account'],
    ['/\\evil.example', '/account'],
    ['/.//evil.example', '/account'],
    ['', '/account'],
  ])('goes on to next=%s as %s', async (next, where) => {
    expect(await school.logIn(school.browser(), somebody(), `?next=${encodeURIComponent(next)}`)).toBe(where);
  });

  it('lets two tabs of one browser log in at once', async () => {
    const [browser, login] = [school.browser(), somebody()];
    const [first, second] = [await school.begin(browser), await school.begin(browser)];
    const backs = [await school.visit(second, login), await school.visit(first, login)];
    for (const back of backs) expect(await school.bringBack(browser, back)).toBe('/account');
  });

  it('owes the code where there is a second factor', async () => {
    const phone = new Phone([school.t]);
    phone.start();
    const { user, secret, client } = await phone.enrolled();
    const link = await client.post('/auth/oauth/school/link');
    const cookie = link.headers.getSetCookie()[0].split(';')[0];
    const [browser, login] = [school.browser(), somebody()];
    browser.plant(new Map([cookie.split('=') as [string, string]]));
    expect(await school.bringBack(browser, await school.visit(link.body.url, login))).toBe('/account');
    expect(await school.logIn(browser, login, '?next=/chat')).toBe('/mfa?next=%2Fchat');
    expect(await browser.call('GET', '/auth/me')).toMatchObject({ status: 403, body: { code: 'mfa_required' } });
    const verified = await browser.call('POST', '/auth/browser/mfa/verify', { code: phone.code(secret) });
    expect(verified.status).toBe(200);
    expect((await school.whoIs(browser))?.id).toBe(user.id);
  });

  it('answers 404 for a provider that is not configured, at every address of it', async () => {
    const { client } = await school.t.make.person();
    for (const answer of [
      await client.get('/auth/oauth/google'),
      await client.get('/auth/oauth/google/callback?state=x&code=y'),
      await client.post('/auth/oauth/google/link'),
      await client.get('/auth/oauth/__proto__'),
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'identity_provider_not_found' } });
    }
  });

  describe('refuses', () => {
    it('an answer that comes a second time', async () => {
      const [browser, login] = [school.browser(), somebody()];
      const back = await school.visit(await school.begin(browser), login);
      const again = school.browser();
      again.plant(browser.cookies);
      expect(await school.bringBack(browser, back)).toBe('/account');
      await expectRefused(again, await school.bringBack(again, back), 'invalid_login_state');
    });

    it('an answer in another browser, which then is still good in the right one', async () => {
      const [browser, other, login] = [school.browser(), school.browser(), somebody()];
      const back = await school.visit(await school.begin(browser), login);
      await expectRefused(other, await school.bringBack(other, back), 'invalid_login_state');
      await school.begin(other);
      await expectRefused(other, await school.bringBack(other, back), 'invalid_login_state');
      expect(await school.bringBack(browser, back)).toBe('/account');
    });

    it('an answer that is brought in under somebody else’s state', async () => {
      const [browser, stranger] = [school.browser(), school.browser()];
      const theirs = await school.visit(await school.begin(stranger), somebody());
      const state = new URL(await school.begin(browser)).searchParams.get('state') as string;
      theirs.searchParams.set('state', state);
      await expectRefused(browser, await school.bringBack(browser, theirs), 'identity_provider_refused');
    });

    it.each(['state', 'code', 'iss'])('a changed %s', async (parameter) => {
      const browser = school.browser();
      const back = await school.visit(await school.begin(browser), somebody());
      back.searchParams.set(parameter, 'x'.repeat(43));
      const code = parameter === 'state' ? 'invalid_login_state' : 'identity_provider_refused';
      await expectRefused(browser, await school.bringBack(browser, back), code);
    });

    it.each(['state', 'code', 'iss'])('an answer without %s, or with two', async (parameter) => {
      for (const spoil of [
        (query: URLSearchParams) => query.delete(parameter),
        (query: URLSearchParams) => query.append(parameter, 'x'),
      ]) {
        const browser = school.browser();
        const back = await school.visit(await school.begin(browser), somebody());
        spoil(back.searchParams);
        const code = parameter === 'state' ? 'invalid_login_state' : 'identity_provider_refused';
        await expectRefused(browser, await school.bringBack(browser, back), code);
      }
    });

    it.each([
      ['nonce', 'another-nonce'],
      ['code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'],
    ])('a login whose %s was changed on the way', async (parameter, value) => {
      const browser = school.browser();
      const back = await school.visit(await changed(browser, parameter, value), somebody());
      await expectRefused(browser, await school.bringBack(browser, back), 'identity_provider_refused');
    });

    it('a login begun more than ten minutes ago', async () => {
      const browser = school.browser();
      const back = await school.visit(await school.begin(browser), somebody());
      await school.t.db.execute(`UPDATE oidc_logins SET expires_at = now() WHERE used_at IS NULL`);
      await expectRefused(browser, await school.bringBack(browser, back), 'invalid_login_state');
    });

    it('somebody who goes away from the provider’s page', async () => {
      const browser = school.browser();
      const back = await new ProviderVisit(school.provider.issuer).cancel(await school.begin(browser));
      expect(back.searchParams.get('error')).toBe('access_denied');
      await expectRefused(browser, await school.bringBack(browser, back), 'login_cancelled');
    });

    it.each(['unverified', 'mute'])('a new identity with an address that is %s', async (kind) => {
      const [browser, login] = [school.browser(), somebody(kind)];
      await expectRefused(browser, await school.logIn(browser, login), 'email_not_verified_by_provider');
      expect(await accounts(`${login}@example.com`)).toEqual([]);
    });

    it.each(['ann', 'unverified'])('to link an account that has the address already (%s)', async (kind) => {
      const [browser, login] = [school.browser(), somebody(kind)];
      const user = await school.t.make.user({ email: `${login}@Example.com` });
      const code = kind === 'ann' ? 'account_exists' : 'email_not_verified_by_provider';
      await expectRefused(browser, await school.logIn(browser, login), code);
      expect(await school.t.db.query('SELECT 1 FROM external_identities WHERE user_id = $1', [user.id])).toEqual([]);
    });

    it('a deactivated account', async () => {
      const [browser, login] = [school.browser(), somebody()];
      await school.logIn(browser, login);
      const me = await school.whoIs(browser);
      const admin = await school.t.make.admin();
      await admin.client.patch(`/users/${me?.id}`, { is_active: false });
      const again = school.browser();
      expect(await school.logIn(again, login)).toBe('/login?error=inactive_user');
      expect(again.cookies.has('atrium')).toBe(false);
    });
  });

  it('is answered by the provider alone where another address is asked for', async () => {
    const url = await changed(school.browser(), 'redirect_uri', `${PUBLIC_URL}/api/v1/auth/oauth/school/callback/x`);
    const { status, text } = await new ProviderVisit(school.provider.issuer).look(url);
    expect(status).toBe(400);
    expect(text).toContain('redirect_uri');
  });

  it('opens one session when one answer comes sixteen times at once', async () => {
    const [browser, login] = [school.browser(), somebody()];
    const back = await school.visit(await school.begin(browser), login);
    const where = await Promise.all(Array.from({ length: 16 }, () => school.bringBack(browser, back)));
    expect(where.filter((one) => one === '/account')).toHaveLength(1);
    expect(where.filter((one) => one === '/login?error=invalid_login_state')).toHaveLength(15);
    expect((await browser.call('GET', '/auth/sessions')).body.count).toBe(1);
  });

  it('makes one account when a new identity comes in eight browsers at once', async () => {
    const login = somebody();
    const browsers = Array.from({ length: 8 }, () => school.browser());
    const backs: URL[] = [];
    for (const browser of browsers) backs.push(await school.visit(await school.begin(browser), login));
    const where = await Promise.all(browsers.map((browser, at) => school.bringBack(browser, backs[at])));
    expect(where).toEqual(browsers.map(() => '/account'));
    expect(await accounts(`${login}@example.com`)).toHaveLength(1);
  });
});

describe('what a login through a provider leaves', () => {
  const logDir = mkdtempSync(join(tmpdir(), 'atrium-log-'));
  let school: School;
  beforeAll(async () => {
    school = await School.open({ LOG_DIR: logDir, LOG_LEVEL: 'debug', EMAIL_DOMAINS: 'example.org' });
    await openLog(loadConfig(school.t.env));
  });
  afterAll(async () => {
    closeLog();
    await school.close();
    rmSync(logDir, { recursive: true, force: true });
  });

  it('is no account where the domain may not register', async () => {
    expect(await school.logIn(school.browser(), somebody())).toBe('/login?error=email_domain_not_allowed');
  });

  it('is no secret in the database, the trail or the log', async () => {
    const browser = school.browser();
    const url = new URL(await school.begin(browser));
    const back = await school.visit(url.href, somebody());
    const secrets = [
      ...browser.cookies.values(),
      ...['state', 'nonce'].map((name) => url.searchParams.get(name) as string),
      back.searchParams.get('code') as string,
      'atrium-secret',
    ];
    await school.bringBack(browser, back);
    flushLog();
    const log = readdirSync(logDir).map((name) => readFileSync(join(logDir, name), 'utf8'));
    const kept = [await databaseText(school.t.db), ...log].join('\n');
    expect(kept).toContain('oidc_logins');
    expect(kept).toContain('/api/v1/auth/oauth/school/callback');
    for (const form of secrets.flatMap(formsOf)) expect(kept.includes(form)).toBe(false);
  });
});
