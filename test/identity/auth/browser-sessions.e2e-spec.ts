import { startApp, TestApp, workerApp } from '../../support/app';
import { Browser } from '../../support/browser-cookies';
import { PASSWORD } from '../../support/make';
import { within } from '../../support/within';
import { Phone } from '../mfa/support';

const refused = { status: 403, body: { code: 'csrf_token_invalid' } };

describe('a session carried by a cookie', () => {
  let t: TestApp;
  let phone: Phone;
  beforeAll(async () => {
    t = await workerApp();
    phone = new Phone([t]);
  });
  afterAll(() => t.stop());
  afterEach(() => jest.restoreAllMocks());

  const logIn = async (): Promise<{ browser: Browser; email: string; userId: string }> => {
    const { user } = await t.make.person();
    const browser = new Browser(t.url);
    const { status } = await browser.call('POST', '/auth/browser/login', { email: user.email, password: PASSWORD });
    expect(status).toBe(200);
    return { browser, email: user.email, userId: user.id };
  };

  it('answers for the user and shows no token', async () => {
    const { user } = await t.make.person();
    const browser = new Browser(t.url);
    const { body } = await browser.call('POST', '/auth/browser/login', { email: user.email, password: PASSWORD });
    expect(body).toEqual({ requires_mfa: false });
    expect(await browser.call('GET', '/auth/me')).toMatchObject({ status: 200, body: { id: user.id } });
    expect((await browser.call('GET', '/auth/sessions')).body.items).toMatchObject([{ current: true }, {}]);
    expect(await browser.call('POST', '//graphql', { query: '{ me { id } }' })).toMatchObject({
      body: { data: { me: { id: user.id } } },
    });
  });

  it('is hidden from scripts, for this host and path alone, and carried only by our own pages', async () => {
    const { browser } = await logIn();
    const [session, csrf] = browser.lastSet;
    expect(session).toMatch(/^atrium=[\w-]+\.[\w-]{43}; Path=\/; Max-Age=\d+; SameSite=Lax; HttpOnly$/);
    expect(csrf).toMatch(/^atrium_csrf=[\w-]{43}; Path=\/; Max-Age=\d+; SameSite=Lax$/);
  });

  it('is a __Host- cookie where the address is https', async () => {
    const secure = await startApp({ PUBLIC_URL: 'https://school.example' });
    try {
      const { user } = await secure.make.person();
      const browser = new Browser(secure.url);
      await browser.call('POST', '/auth/browser/login', { email: user.email, password: PASSWORD });
      expect(browser.lastSet).toEqual([
        expect.stringMatching(/^__Host-atrium=.*; Path=\/; .*; Secure; HttpOnly$/),
        expect.stringMatching(/^__Host-atrium_csrf=.*; Path=\/; .*; Secure$/),
      ]);
      expect((await browser.call('GET', '/auth/me')).status).toBe(200);
      expect(browser.cookies.has('atrium')).toBe(false);
    } finally {
      await secure.stop();
    }
  });

  it('changes nothing without the token of the page', async () => {
    const { browser } = await logIn();
    const bare = t.client.with({ cookie: browser.header() });
    expect(await bare.patch('/users/me', { full_name: 'Eve' })).toMatchObject(refused);
    expect(await bare.post('/auth/logout')).toMatchObject(refused);
    expect((await bare.graphql('{ me { id } }')).body.errors).toMatchObject([{ extensions: refused.body }]);
    for (const wrong of ['', 'x', browser.csrf().replace(/^./, (one) => (one === 'A' ? 'B' : 'A'))]) {
      expect(await bare.patch('/users/me', { full_name: 'Eve' }, { 'x-csrf-token': wrong })).toMatchObject(refused);
    }
    expect((await browser.call('GET', '/auth/me')).body.full_name).not.toBe('Eve');
    expect((await browser.call('PATCH', '/users/me', { full_name: 'Ada B.' })).status).toBe(200);
  });

  it('changes nothing by the token of another session, nor for another site', async () => {
    const { browser } = await logIn();
    const other = (await logIn()).browser;
    const mixed = t.client.with({ cookie: browser.header(), 'x-csrf-token': other.csrf() });
    expect(await mixed.post('/auth/logout')).toMatchObject(refused);
    for (const site of ['cross-site', 'same-site', 'none']) {
      const foreign = t.client.with({
        cookie: browser.header(),
        'x-csrf-token': browser.csrf(),
        'sec-fetch-site': site,
      });
      expect(await foreign.post('/auth/logout')).toMatchObject(refused);
    }
    const form = await t.client.call('POST', '/auth/logout', {
      headers: { cookie: browser.header(), 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a=b',
    });
    expect(form.status).toBe(415);
    expect((await browser.call('GET', '/auth/me')).status).toBe(200);
  });

  it('ends by logging out, and the cookies go', async () => {
    const { browser } = await logIn();
    const before = browser.header();
    expect((await browser.call('POST', '/auth/logout')).status).toBe(204);
    expect([...browser.cookies.keys()]).toEqual([]);
    expect((await t.client.with({ cookie: before }).get('/auth/me')).status).toBe(401);
  });

  it('is refused once it ends, changes by the smallest bit, or is sent twice', async () => {
    const { browser, userId } = await logIn();
    const cookie = browser.header();
    const value = browser.cookies.get('atrium') ?? '';
    const [id, secret] = value.split('.');
    for (const wrong of [
      `${id.toUpperCase()}.${secret}`,
      `${id}.${secret}A`,
      `${id}.`,
      id,
      `.${secret}`,
      `${id}.${secret}; atrium=${value}`,
      'x',
    ]) {
      expect({ wrong, status: (await t.client.with({ cookie: `atrium=${wrong}` }).get('/auth/me')).status }).toEqual({
        wrong,
        status: 401,
      });
    }
    await t.db.query(
      'UPDATE sessions SET idle_expires_at = now(), changed_at = now() WHERE user_id = $1 AND cookie_hash IS NOT NULL',
      [userId],
    );
    await within(
      1000,
      () => t.client.with({ cookie }).get('/auth/me'),
      ({ status }) => status === 401,
    );
  });

  it('does not help a header that is no good, which alone counts', async () => {
    const { browser } = await logIn();
    const both = t.client.with({ cookie: browser.header(), authorization: 'Bearer x' });
    expect((await both.get('/auth/me')).status).toBe(401);
  });

  it('is a new one at every login; a planted one is not taken over, the replaced one is over', async () => {
    const { browser: attacker } = await logIn();
    const planted = attacker.header();
    const { user } = await t.make.person();
    const victim = new Browser(t.url);
    victim.plant(attacker.cookies);
    expect((await victim.call('POST', '/auth/browser/login', { email: user.email, password: PASSWORD })).status).toBe(
      200,
    );
    expect(victim.header()).not.toBe(planted);
    expect((await victim.call('GET', '/auth/me')).body.id).toBe(user.id);
    expect((await t.client.with({ cookie: planted }).get('/auth/me')).status).toBe(401);
  });

  it('asks for the second factor, and then is another cookie', async () => {
    phone.start();
    const { user, secret } = await phone.enrolled();
    const browser = new Browser(t.url);
    const { body } = await browser.call('POST', '/auth/browser/login', { email: user.email, password: PASSWORD });
    expect(body).toEqual({ requires_mfa: true });
    const half = browser.header();
    expect(await browser.call('GET', '/auth/me')).toMatchObject({ status: 403, body: { code: 'mfa_required' } });
    expect(await browser.call('POST', '/auth/browser/mfa/verify', { code: phone.wrong(secret) })).toMatchObject({
      body: { code: 'invalid_mfa_code' },
    });
    expect(await browser.call('POST', '/auth/browser/mfa/verify', { code: phone.code(secret) })).toMatchObject({
      status: 200,
      body: { requires_mfa: false },
    });
    expect((await browser.call('GET', '/auth/me')).status).toBe(200);
    expect((await t.client.with({ cookie: half }).get('/auth/me')).status).toBe(401);
  });

  it('is raised by enabling a second factor, without a token in the answer', async () => {
    phone.start();
    const { browser } = await logIn();
    const { secret } = (await browser.call('POST', '/auth/mfa/enroll')).body;
    const { status, body } = await browser.call('POST', '/auth/browser/mfa/enable', { code: phone.code(secret) });
    expect({ status, keys: Object.keys(body) }).toEqual({ status: 200, keys: ['requires_mfa', 'recovery_codes'] });
    expect((await browser.call('GET', '/auth/me')).status).toBe(200);
  });

  it('is given again, and opened once, when the login is asked for again with its key', async () => {
    const { user } = await t.make.person();
    const [one, two] = [new Browser(t.url), new Browser(t.url)];
    const input = { email: user.email, password: PASSWORD };
    const key = { 'idempotency-key': `login-${user.id}` };
    await one.call('POST', '/auth/browser/login', input, key);
    await two.call('POST', '/auth/browser/login', input, key);
    expect(two.header()).toBe(one.header());
    expect((await two.call('GET', '/auth/me')).body.id).toBe(user.id);
  });
});
