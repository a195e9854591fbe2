import { Redis } from '../../../src/core/data/redis';
import { PersonalData } from '../../../src/core/data/personal-data';
import { defineError } from '../../../src/core/kernel/errors';
import { expectProblem } from '../../commerce/catalog/support';
import { startApp, TestApp, workerApp } from '../../support/app';
import { databaseText, formsOf, redisText } from '../../support/dump';
import { PASSWORD } from '../../support/make';
import { within } from '../../support/within';

const OpenOrders = defineError('test_open_orders', 409, 'There are open orders.');
const AGENT = 'Canary-Browser/7.1';
const PERSON = { email: 'canary.person@erase.example', username: 'canaryname', full_name: 'Canary Fullname' };

describe('erasing a user', () => {
  let t: TestApp;
  let two: TestApp;
  beforeAll(async () => {
    t = await workerApp();
    two = await startApp({ ...t.env });
  });
  afterAll(async () => {
    await two.stop();
    await t.stop();
  });
  beforeEach(() => t.reset());

  async function signedUp() {
    const browser = t.client.with({ 'user-agent': AGENT });
    const body = { ...PERSON, password: PASSWORD, credit_card: '4111 1111 1111 1111' };
    const { id } = (await browser.post('/auth/register', body)).body;
    const pair = (await browser.post('/auth/login', { email: PERSON.email, password: PASSWORD })).body;
    const client = browser.as(pair.access_token);
    expect((await client.patch('/users/me', { full_name: 'Canary Other' }, { 'idempotency-key': 'k1' })).status).toBe(
      200,
    );
    return { id, client, accessToken: pair.access_token as string, refreshToken: pair.refresh_token as string };
  }

  it('leaves no personal data in any table or in Redis, but the trail’s own of who acted', async () => {
    const [admin, person] = [await t.make.admin(), await signedUp()];
    const there = two.client.as(person.accessToken);
    expect((await there.get('/users/me')).status).toBe(200);
    const answer = await admin.client.delete(`/users/${person.id}`);
    expect([answer.status, answer.text]).toEqual([204, '']);
    const tables = (await databaseText(t.db)).split('\n').filter((line) => !line.startsWith('audit_entries '));
    const trail = await databaseText(t.db);
    const redis = await redisText(t.app.get(Redis));
    const secrets = [
      PERSON.email,
      PERSON.username,
      PERSON.full_name,
      'Canary Other',
      'visa',
      AGENT,
      person.refreshToken,
    ];
    for (const form of secrets.flatMap(formsOf)) {
      expect(tables.join('\n')).not.toContain(form);
      expect(redis).not.toContain(form);
      if (form !== AGENT && !formsOf(AGENT).includes(form)) expect(trail).not.toContain(form);
    }
    const [row] = await t.db.query('SELECT * FROM users WHERE id = $1', [person.id]);
    expect(row).toMatchObject({ is_active: false, roles: [], deleted_at: expect.any(Date) });
    for (const table of ['password_credentials', 'idempotency_keys', 'refresh_tokens']) {
      const rows = await t.db.query(`SELECT t::text FROM ${table} t WHERE t::text LIKE '%' || $1 || '%'`, [person.id]);
      expect(rows).toEqual([]);
    }
    const told = await t.db.query('SELECT actor_id, target FROM audit_entries WHERE action = $1', ['users.erased']);
    expect(told).toEqual([{ actor_id: admin.user.id, target: `user:${person.id}` }]);
  });

  it('ends the sessions within a second on both instances, and the login for good', async () => {
    const [admin, person] = [await t.make.admin(), await signedUp()];
    for (const one of [t, two]) expect((await one.client.as(person.accessToken).get('/users/me')).status).toBe(200);
    await admin.client.delete(`/users/${person.id}`);
    for (const one of [t, two]) {
      const ask = () => one.client.as(person.accessToken).get('/users/me');
      await within(1000, ask, ({ status }) => status === 401);
    }
    const login = await t.client.post('/auth/login', { email: PERSON.email, password: PASSWORD });
    expectProblem(login, 401, 'invalid_credentials');
    const refresh = await t.client.post('/auth/refresh', { refresh_token: person.refreshToken });
    expectProblem(refresh, 401, 'invalid_refresh_token');
  });

  it('frees the address and the name, and the erased is not there any more', async () => {
    const [admin, person] = [await t.make.admin(), await signedUp()];
    await admin.client.delete(`/users/${person.id}`);
    expectProblem(await admin.client.get(`/users/${person.id}`), 404, 'user_not_found');
    expectProblem(await admin.client.patch(`/users/${person.id}`, { is_active: true }), 404, 'user_not_found');
    expectProblem(await admin.client.delete(`/users/${person.id}`), 404, 'user_not_found');
    expect((await admin.client.get('/users')).body.items.map((one: any) => one.id)).toEqual([admin.user.id]);
    expect((await t.client.post('/auth/register', { ...PERSON, password: PASSWORD })).status).toBe(201);
  });

  it('is stopped by whoever speaks against it, and then nothing is gone', async () => {
    const [admin, person] = [await t.make.admin(), await signedUp()];
    t.app.get(PersonalData).register({
      assertErasable: (id) => (id === person.id ? Promise.reject(new OpenOrders()) : Promise.resolve()),
    });
    expectProblem(await admin.client.delete(`/users/${person.id}`), 409, 'test_open_orders');
    expect((await person.client.get('/users/me')).body.email).toBe(PERSON.email);
  });

  it('is undone whole when a later part fails', async () => {
    const [admin, person] = [await t.make.admin(), await signedUp()];
    t.app.get(PersonalData).register({
      erase: (id) => (id === person.id ? Promise.reject(new Error('no')) : Promise.resolve()),
    });
    expect((await admin.client.delete(`/users/${person.id}`)).status).toBe(500);
    expect((await person.client.get('/users/me')).body.email).toBe(PERSON.email);
    expect((await t.client.post('/auth/login', { email: PERSON.email, password: PASSWORD })).status).toBe(200);
  });

  it('was preceded, if wished, by an export of everything kept', async () => {
    const [admin, person] = [await t.make.admin(), await signedUp()];
    await admin.client.patch(`/users/${person.id}`, { roles: ['teacher'] });
    const { status, body } = await person.client.get('/users/me/export');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      account: { id: person.id, email: PERSON.email, card: { brand: 'visa', last4: '1111' } },
    });
    expect(body.exported_at).toMatch(/Z$/);
    expect(body.sections.sessions).toEqual([
      expect.objectContaining({ user_agent: AGENT, client_ip: '127.0.0.1', created_at: expect.stringMatching(/Z$/) }),
    ]);
    const actions = body.sections.audit.map((one: any) => one.action);
    expect(actions).toEqual(['users.updated', 'users.updated', 'auth.login', 'auth.registered']);
    expect(body.sections.audit[0]).toMatchObject({ client_ip: null, facts: { new: { roles: ['teacher'] } } });
    expect(JSON.stringify(body)).not.toMatch(/argon2|token_hash/);
  });
});
