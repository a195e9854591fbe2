import { Redis } from '../../../src/core/data/redis';
import { TestApp, workerApp } from '../../support/app';
import { databaseText, formsOf, redisText } from '../../support/dump';
import { logIn, Phone } from './support';

const PNG = [0x89, 0x50, 0x4e, 0x47];

describe('setting up a second factor', () => {
  let t: TestApp;
  let phone: Phone;
  beforeAll(async () => {
    t = await workerApp();
    phone = new Phone([t]);
  });
  afterAll(() => t.stop());
  beforeEach(async () => {
    await t.reset();
    phone.start();
  });
  afterEach(() => jest.restoreAllMocks());

  it('gives secret, URI and QR code, not to be kept by a cache', async () => {
    const { client, user } = await t.make.person();
    const { status, body, headers } = await client.post('/auth/mfa/enroll');
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(['qr_code', 'secret', 'uri']);
    expect(body.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(body.uri).toMatch(/^otpauth:\/\/totp\//);
    expect(decodeURIComponent(body.uri)).toContain(user.email);
    expect(new URL(body.uri).searchParams.get('secret')).toBe(body.secret);
    const [head, data] = body.qr_code.split(',');
    expect(head).toBe('data:image/png;base64');
    expect([...Buffer.from(data, 'base64').subarray(0, 4)]).toEqual(PNG);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is enabled by a code: recovery codes and a verified pair, this session raised', async () => {
    const { client, refreshToken } = await t.make.person();
    const { secret } = (await client.post('/auth/mfa/enroll')).body;
    const { status, body } = await client.post('/auth/mfa/enable', { code: phone.code(secret) });
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        access_token: expect.any(String),
        refresh_token: expect.any(String),
        token_type: 'bearer',
        expires_in: 600,
        requires_mfa: false,
        recovery_codes: expect.any(Array),
      },
    });
    expect(new Set(body.recovery_codes).size).toBe(10);
    for (const code of body.recovery_codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
    const validation = await t.client.as(body.access_token).post('/auth/validate');
    expect(validation.body.session.mfa_verified).toBe(true);
    expect((await t.client.post('/auth/refresh', { refresh_token: refreshToken })).status).toBe(401);
    const next = await t.client.post('/auth/refresh', { refresh_token: body.refresh_token });
    expect(next).toMatchObject({ status: 200, body: { requires_mfa: false } });
    expect(await t.db.query(`SELECT action, outcome FROM audit_entries WHERE action LIKE 'mfa.%' ORDER BY id`)).toEqual(
      [
        { action: 'mfa.enrolled', outcome: 'success' },
        { action: 'mfa.enabled', outcome: 'success' },
      ],
    );
  });

  it('takes the place of one that is pending, and changes nothing while it is abandoned', async () => {
    const { client, user } = await t.make.person();
    const first = (await client.post('/auth/mfa/enroll')).body;
    const second = (await client.post('/auth/mfa/enroll')).body;
    expect(second.secret).not.toBe(first.secret);
    expect(
      (await t.client.post('/auth/login', { email: user.email, password: 'Sunny-Day-42' })).body.requires_mfa,
    ).toBe(false);
    expect((await client.get('/auth/me')).status).toBe(200);
    const old = await client.post('/auth/mfa/enable', { code: phone.code(first.secret) });
    expect(old).toMatchObject({ status: 401, body: { code: 'invalid_mfa_code' } });
    expect((await client.post('/auth/mfa/enable', { code: phone.code(second.secret) })).status).toBe(200);
  });

  it('leaves one secret of many enrolments at once', async () => {
    const { client } = await t.make.person();
    const answers = await Promise.all(Array.from({ length: 4 }, () => client.post('/auth/mfa/enroll')));
    const enabled = await Promise.all(
      answers.map(({ body }) => client.post('/auth/mfa/enable', { code: phone.code(body.secret) })),
    );
    expect(enabled.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await t.db.query('SELECT status FROM mfa_factors')).toEqual([{ status: 'enabled' }]);
    expect(await t.db.query('SELECT 1 FROM mfa_recovery_codes')).toHaveLength(10);
  });

  it('is a conflict while the factor is on, and before anything is set up', async () => {
    const { client } = await t.make.person();
    for (const [path, code] of [
      ['enable', 'mfa_not_enrolled'],
      ['verify', 'mfa_not_enabled'],
      ['disable', 'mfa_not_enabled'],
    ]) {
      expect(await client.post(`/auth/mfa/${path}`, { code: '123456' })).toMatchObject({ status: 409, body: { code } });
    }
    const on = await phone.enrolled();
    expect(await on.client.post('/auth/mfa/enroll')).toMatchObject({
      status: 409,
      body: { code: 'mfa_already_enabled' },
    });
    const again = await on.client.post('/auth/mfa/enable', { code: phone.code(on.secret) });
    expect(again).toMatchObject({ status: 409, body: { code: 'mfa_already_enabled' } });
  });

  it('makes my other sessions owe a code', async () => {
    const { client, user } = await t.make.person();
    const other = await logIn(t, user);
    const { secret } = (await client.post('/auth/mfa/enroll')).body;
    expect((await other.client.get('/auth/me')).status).toBe(200);
    expect((await client.post('/auth/mfa/enable', { code: phone.code(secret) })).status).toBe(200);
    expect(await other.client.get('/auth/me')).toMatchObject({ status: 403, body: { code: 'mfa_required' } });
    const refreshed = await t.client.post('/auth/refresh', { refresh_token: other.refreshToken });
    expect(refreshed).toMatchObject({ status: 200, body: { requires_mfa: true } });
    phone.tick();
    expect((await other.client.post('/auth/mfa/verify', { code: phone.code(secret) })).status).toBe(200);
    expect((await other.client.get('/auth/me')).status).toBe(200);
  });

  it('keeps secret and recovery codes sealed, and shows them never again', async () => {
    const { secret, recoveryCodes, client } = await phone.enrolled();
    const dump = `${await databaseText(t.db)}\n${await redisText(t.app.get(Redis))}`;
    expect(dump).toContain('mfa_factors');
    for (const one of [secret, ...recoveryCodes]) {
      for (const form of formsOf(one)) expect(dump).not.toContain(form);
    }
    for (const path of ['/auth/me', '/users/me']) expect((await client.get(path)).text).not.toContain(secret);
    expect((await client.post('/auth/validate')).text).not.toContain(secret);
    expect((await client.post('/auth/mfa/enroll')).text).not.toContain(secret);
  });

  it('opens a sealed secret only for its owner', async () => {
    const [one, other] = [await phone.enrolled(), await phone.enrolled()];
    await t.db.query(
      'UPDATE mfa_factors SET secret = (SELECT secret FROM mfa_factors WHERE user_id = $1) WHERE user_id = $2',
      [one.user.id, other.user.id],
    );
    const { client } = await logIn(t, other.user);
    expect((await client.post('/auth/mfa/verify', { code: phone.code(one.secret) })).status).toBe(500);
  });

  it('is switched off by a code: all sessions end, the next login needs none', async () => {
    const { user, client, secret, refreshToken } = await phone.enrolled();
    const wrong = await client.post('/auth/mfa/disable', { code: phone.wrong(secret) });
    expect(wrong).toMatchObject({ status: 401, body: { code: 'invalid_mfa_code' } });
    expect((await client.post('/auth/mfa/disable', { code: phone.code(secret) })).status).toBe(204);
    expect((await client.get('/auth/me')).status).toBe(401);
    expect((await t.client.post('/auth/refresh', { refresh_token: refreshToken })).status).toBe(401);
    const { client: again } = await logIn(t, user);
    expect((await again.get('/auth/me')).status).toBe(200);
    expect(await t.db.query('SELECT 1 FROM mfa_factors UNION ALL SELECT 1 FROM mfa_recovery_codes')).toEqual([]);
  });

  it.each(['admin', 'finance'])('cannot be switched off by a role that must have it: %s', async (role) => {
    const { client, secret } = await phone.enrolled({ roles: [role] });
    const refused = await client.post('/auth/mfa/disable', { code: phone.code(secret) });
    expect(refused).toMatchObject({ status: 409, body: { code: 'mfa_required_for_role' } });
    expect(await t.db.query('SELECT status FROM mfa_factors')).toEqual([{ status: 'enabled' }]);
  });
});
