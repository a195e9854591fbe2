import { TestApp, workerApp } from '../../support/app';
import { PASSWORD } from '../../support/make';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('token endpoint', () => {
  let t: TestApp;
  beforeAll(async () => (t = await workerApp()));
  afterAll(() => t.stop());
  beforeEach(() => t.reset());

  const token = (form: Record<string, string> | string, headers: Record<string, string> = {}) =>
    t.client.post('/auth/token', typeof form === 'string' ? form : new URLSearchParams(form).toString(), {
      ...FORM,
      ...headers,
    });

  it('takes the password grant by address or username, the grant named or not', async () => {
    const { email, username } = await t.make.user();
    const forms: Record<string, string>[] = [
      { grant_type: 'password', username: email, password: PASSWORD },
      { username: email, password: PASSWORD },
      { username: username as string, password: PASSWORD },
    ];
    for (const form of forms) {
      const { status, body, headers } = await token(form);
      expect(status).toBe(200);
      expect(body).toMatchObject({ token_type: 'bearer', expires_in: 600, requires_mfa: false });
      expect(headers.get('cache-control')).toBe('no-store');
      expect((await t.client.as(body.access_token).get('/users/me')).body.email).toBe(email);
    }
  });

  it('takes what the Authorize button of Swagger sends', async () => {
    const { email } = await t.make.user();
    const form = {
      grant_type: 'password',
      username: email,
      password: PASSWORD,
      scope: '',
      client_id: '',
      client_secret: '',
    };
    const basic = `Basic ${Buffer.from('undefined:undefined').toString('base64')}`;
    expect((await token(form, { authorization: basic })).status).toBe(200);
    expect((await token(form, { authorization: 'Basic Og==', 'x-requested-with': 'XMLHttpRequest' })).status).toBe(200);
  });

  it('reads signs that a form escapes', async () => {
    const password = 'Ab1 +&=%25ü😀';
    const email = 'ada+tag@example.com';
    await t.client.post('/auth/register', { email, password, full_name: 'Ada' });
    expect((await token({ username: email, password })).status).toBe(200);
  });

  it('takes the refresh grant, which rotates', async () => {
    const { refreshToken } = await t.make.person();
    const { status, body } = await token({ grant_type: 'refresh_token', refresh_token: refreshToken });
    expect(status).toBe(200);
    expect(body.refresh_token).not.toBe(refreshToken);
    expect((await t.client.post('/auth/refresh', { refresh_token: body.refresh_token })).status).toBe(200);
  });

  it.each([
    ['a wrong password', { username: 'known', password: 'Wrong-Day-42' }, 'invalid_grant'],
    ['an unknown name', { username: 'nobody', password: PASSWORD }, 'invalid_grant'],
    ['a deactivated account', { username: 'gone', password: PASSWORD }, 'invalid_grant'],
    ['a made-up refresh token', { grant_type: 'refresh_token', refresh_token: 'x'.repeat(43) }, 'invalid_grant'],
    ['no name', { password: PASSWORD }, 'invalid_request'],
    ['no password', { username: 'known' }, 'invalid_request'],
    ['no refresh token', { grant_type: 'refresh_token' }, 'invalid_request'],
    ['nothing', {}, 'invalid_request'],
    ['another grant', { grant_type: 'authorization_code' }, 'unsupported_grant_type'],
    [
      'a grant in capitals',
      { grant_type: 'PASSWORD', username: 'known', password: PASSWORD },
      'unsupported_grant_type',
    ],
  ])('answers %s as RFC 6749 says', async (_, form, error) => {
    await t.make.user({ username: 'known' });
    await t.make.user({ username: 'gone', isActive: false });
    const { status, body, headers, text } = await token(form);
    expect(status).toBe(400);
    expect(body).toEqual({ error, error_description: expect.stringMatching(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/) });
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).not.toContain(PASSWORD);
  });

  it('answers an unknown and a known name alike', async () => {
    await t.make.user({ username: 'known' });
    const [known, unknown] = await Promise.all(
      ['known', 'nobody'].map((username) => token({ username, password: 'Wrong-Day-42' })),
    );
    expect(unknown.text).toBe(known.text);
  });

  it('refuses a parameter given twice', async () => {
    await t.make.user({ username: 'known' });
    const { status, body } = await token(`username=known&username=other&password=${PASSWORD}`);
    expect(status).toBe(400);
    expect(body.error).toBe('invalid_request');
  });

  it('ignores parameters it does not know, and empty ones (RFC 6749 section 3.2)', async () => {
    await t.make.user({ username: 'known' });
    const form = { grant_type: '', refresh_token: '', username: 'known', password: PASSWORD, audience: 'x' };
    expect((await token({ ...form, __proto__x: '1' })).status).toBe(200);
    expect((await token({ username: '', password: PASSWORD })).body.error).toBe('invalid_request');
  });

  it('reads a form only', async () => {
    const { email } = await t.make.user();
    const json = await t.client.post('/auth/token', { username: email, password: PASSWORD });
    expect(json).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
    const login = await t.client.post('/auth/login', `email=${email}&password=${PASSWORD}`, FORM);
    expect(login).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
  });
});
