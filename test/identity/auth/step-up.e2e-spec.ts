import { Clock } from '../../../src/core/kernel/runtime';
import { SessionCache } from '../../../src/modules/identity/auth/sessions/session-cache';
import { Enrolled, logIn, Phone } from '../mfa/support';
import { startApp, TestApp, workerApp } from '../../support/app';
import type { Client } from '../../support/client';
import { PASSWORD, Person } from '../../support/make';
import { until } from '../../support/until';
import { within } from '../../support/within';

const NEW = 'Rainy-Night-43';

describe('a fresh proof', () => {
  let t: TestApp;
  let two: TestApp;
  let phone: Phone;
  beforeAll(async () => {
    t = await workerApp();
    two = await startApp(t.env);
    phone = new Phone([t, two]);
  });
  afterAll(async () => {
    await two.stop();
    await t.stop();
  });
  beforeEach(() => phone.start());
  afterEach(() => jest.restoreAllMocks());

  /** As five minutes after the last proof. */
  async function stale<P extends Person | Enrolled>(person: P): Promise<P> {
    await t.db.query(`UPDATE sessions SET fresh_until = now() - interval '1 second' WHERE user_id = $1`, [
      person.user.id,
    ]);
    await t.app.get(SessionCache).announceChange(person.user.id);
    return person;
  }
  const refusal = (factor: string) => ({ status: 403, body: { code: 'fresh_factor_required', factor } });
  const stepUp = (client: Client, body: object) => client.post('/auth/step-up', body);
  const trail = (action: string, userId: string) =>
    t.db.query<{ outcome: string }>('SELECT outcome FROM audit_entries WHERE action = $1 AND actor_id = $2', [
      action,
      userId,
    ]);

  it('is asked for by everything sensitive, and by nothing else of it', async () => {
    const { client } = await stale(await t.make.admin());
    const other = await t.make.user();
    const calls: [string, string, object?][] = [
      ['POST', '/auth/password/change', { current_password: PASSWORD, password: NEW }],
      ['POST', '/auth/mfa/enroll'],
      ['POST', '/auth/mfa/recovery-codes'],
      ['POST', '/auth/mfa/disable', { code: '123456' }],
      ['POST', '/auth/clients', { name: 'Kiosk' }],
      ['PATCH', `/users/${other.id}`, { roles: ['teacher'] }],
      ['PATCH', `/users/${other.id}`, { permissions: [] }],
      ['PATCH', `/users/${other.id}`, { is_active: true, permissions: ['read_audit'] }],
    ];
    for (const [method, path, body] of calls) {
      expect({ path, ...(await client.call(method, path, { body })) }).toMatchObject({ path, ...refusal('password') });
    }
    expect((await client.patch(`/users/${other.id}`, { is_active: false })).status).toBe(200);
    expect((await client.get(`/users/${other.id}`)).body).toMatchObject({ roles: ['user'], permissions: [] });
  });

  it('is there for five minutes after a login, and after the second step', async () => {
    const { client, secret, user } = await phone.enrolled();
    expect((await client.post('/auth/mfa/recovery-codes')).status).toBe(200);
    const later = t.app.get(Clock).nowMs() + 301_000;
    jest.spyOn(t.app.get(Clock), 'nowMs').mockReturnValue(later);
    expect(await client.post('/auth/mfa/recovery-codes')).toMatchObject(refusal('code'));
    phone.start();
    phone.tick();
    const { client: again } = await logIn(t, user);
    const [before] = await t.db.query('SELECT fresh_until FROM sessions WHERE user_id = $1 ORDER BY id DESC', [
      user.id,
    ]);
    expect(before).toEqual({ fresh_until: null });
    const { body } = await again.post('/auth/mfa/verify', { code: phone.code(secret) });
    expect((await t.client.as(body.access_token).post('/auth/mfa/recovery-codes')).status).toBe(200);
  });

  it('is given by the password, felt on every instance at once, for this session alone', async () => {
    const person = await t.make.person();
    const { client: elsewhere } = await logIn(t, person.user);
    await stale(person);
    expect((await two.client.as(person.accessToken).post('/auth/mfa/enroll')).body.code).toBe('fresh_factor_required');
    expect((await stepUp(person.client, { password: PASSWORD })).status).toBe(204);
    expect((await person.client.post('/auth/mfa/enroll')).status).toBe(200);
    await within(
      1000,
      () => two.client.as(person.accessToken).post('/auth/mfa/enroll'),
      ({ status }) => status === 200,
    );
    expect(await elsewhere.post('/auth/mfa/enroll')).toMatchObject(refusal('password'));
    expect(await trail('auth.stepped-up', person.user.id)).toEqual([{ outcome: 'success' }]);
  });

  it('is not given by a wrong password, of which too many slow down', async () => {
    const { client, user } = await stale(await t.make.person());
    for (let wrong = 0; wrong < 10; wrong++) {
      const refused = await stepUp(client, { password: 'Wrong-Day-42' });
      expect(refused).toMatchObject({ status: 403, body: { code: 'wrong_current_password' } });
    }
    expect(await stepUp(client, { password: PASSWORD })).toMatchObject({ status: 429, body: { code: 'login_slowed' } });
    expect(await client.post('/auth/mfa/enroll')).toMatchObject(refusal('password'));
    expect(await trail('auth.stepped-up', user.id)).toHaveLength(10);
  });

  it('is given by a code, which is spent, where there is a second factor, and not by the password', async () => {
    const one = await stale(await phone.enrolled());
    expect(await one.client.post('/auth/mfa/disable', { code: phone.code(one.secret) })).toMatchObject(refusal('code'));
    const wrongKind = await stepUp(one.client, { password: PASSWORD });
    expect(wrongKind).toMatchObject({ status: 422, body: { errors: [{ field: 'code', code: 'required' }] } });
    const wrong = await stepUp(one.client, { code: phone.wrong(one.secret) });
    expect(wrong).toMatchObject({ status: 401, body: { code: 'invalid_mfa_code' } });
    const code = phone.code(one.secret);
    expect((await stepUp(one.client, { code })).status).toBe(204);
    expect((await stepUp(one.client, { code })).status).toBe(401);
    expect(await one.client.post('/auth/mfa/disable', { code })).toMatchObject({ status: 401 });
    phone.tick();
    expect((await one.client.post('/auth/mfa/disable', { code: phone.code(one.secret) })).status).toBe(204);
  });

  it('is given by a recovery code, and by no more than five wrong ones', async () => {
    const one = await stale(await phone.enrolled());
    expect((await stepUp(one.client, { code: one.recoveryCodes[0] })).status).toBe(204);
    expect((await stepUp(one.client, { code: one.recoveryCodes[0] })).status).toBe(401);
    for (let wrong = 1; wrong < 5; wrong++) {
      expect((await stepUp(one.client, { code: phone.wrong(one.secret) })).status).toBe(401);
    }
    const refused = await stepUp(one.client, { code: phone.code(one.secret) });
    expect(refused).toMatchObject({ status: 429, body: { code: 'mfa_rate_limited' } });
  });

  it('cannot be given by who has neither, nor by nobody', async () => {
    const { client, user } = await stale(await t.make.person());
    expect((await stepUp(client, {})).status).toBe(422);
    expect((await stepUp(client, { code: '123456' })).body.errors).toMatchObject([{ field: 'password' }]);
    await t.db.query('DELETE FROM password_credentials WHERE user_id = $1', [user.id]);
    expect(await stepUp(client, { password: PASSWORD })).toMatchObject({ status: 409, body: { code: 'no_factor' } });
    expect((await stepUp(t.client, { password: PASSWORD })).status).toBe(401);
  });

  it('gives ten new recovery codes, of which the old ones die', async () => {
    const { client, user, secret, recoveryCodes } = await phone.enrolled();
    const answers = await Promise.all([1, 2, 3].map(() => client.post('/auth/mfa/recovery-codes')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await t.db.query('SELECT 1 FROM mfa_recovery_codes WHERE user_id = $1', [user.id])).toHaveLength(10);
    const { body } = await client.post('/auth/mfa/recovery-codes');
    expect(new Set(body.recovery_codes).size).toBe(10);
    const { client: again } = await logIn(t, user);
    expect((await again.post('/auth/mfa/verify', { code: recoveryCodes[0] })).status).toBe(401);
    expect((await again.post('/auth/mfa/verify', { code: body.recovery_codes[0] })).status).toBe(200);
    expect(await trail('mfa.recovery-codes-renewed', user.id)).toHaveLength(4);
    expect((await client.post('/auth/mfa/disable', { code: phone.code(secret) })).status).toBe(204);
    const { client: without } = await logIn(t, user);
    expect(await without.post('/auth/mfa/recovery-codes')).toMatchObject({
      status: 409,
      body: { code: 'mfa_not_enabled' },
    });
  });

  it('is nothing once the session has ended', async () => {
    const { client, user } = await stale(await t.make.person());
    const answers = await Promise.all([
      stepUp(client, { password: PASSWORD }),
      t.db.query('UPDATE sessions SET ended_at = now(), changed_at = now() WHERE user_id = $1', [user.id]),
    ]);
    expect([204, 401]).toContain(answers[0].status);
    await until(async () => (await stepUp(client, { password: PASSWORD })).status === 401);
  });
});
