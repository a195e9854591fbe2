import { decode } from 'jsonwebtoken';
import { expectProblem, NOBODY } from '../../commerce/catalog/support';
import { startApp, TestApp } from '../../support/app';
import type { Answer } from '../../support/client';
import type { Person } from '../../support/make';
import { within } from '../../support/within';

const DEAD_MS = 1000;

interface Credentials {
  id: string;
  user_id: string;
  client_secret: string;
}

describe('tokens that a service gets for itself', () => {
  let one: TestApp;
  let two: TestApp;
  let admin: Person;
  let kiosk: Credentials;
  beforeAll(async () => {
    one = await startApp();
    two = await startApp({ ...one.env });
  });
  afterAll(async () => {
    await two.stop();
    await one.stop();
  });
  beforeEach(async () => {
    await one.reset();
    admin = await one.make.admin();
    kiosk = await make(['manage_catalog', 'read_audit']);
  });

  const make = async (scopes: string[]): Promise<Credentials> =>
    (await admin.client.post('/auth/clients', { name: 'Library kiosk', scopes })).body;
  const form = (path: string, fields: Record<string, string>, headers: object = {}, t = one): Promise<Answer> =>
    t.client.call('POST', path, {
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  const basic = ({ id, client_secret }: Credentials) => ({
    authorization: `Basic ${Buffer.from(`${id}:${client_secret}`).toString('base64')}`,
  });
  const grant = (fields: Record<string, string> = {}, client = kiosk, t = one): Promise<Answer> =>
    form('/auth/token', { grant_type: 'client_credentials', ...fields }, basic(client), t);
  const dies = async (token: string, code = 'unauthenticated'): Promise<void> => {
    for (const t of [one, two]) {
      await within(
        DEAD_MS,
        () => t.client.as(token).get('/users/me'),
        ({ body }) => body.code === code,
      );
    }
  };

  it('last ten minutes, act by the scopes of the client as an account of its own, and come without a refresh token', async () => {
    const { status, body, headers } = await grant();
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
      expires_in: 600,
      scope: 'manage_catalog read_audit',
    });
    expect(headers.get('cache-control')).toBe('no-store');
    const claims = decode(body.access_token) as { iat: number; exp: number; sub: string };
    expect([claims.exp - claims.iat, claims.sub]).toEqual([600, kiosk.user_id]);
    for (const t of [one, two]) {
      const client = t.client.as(body.access_token);
      expect((await client.get('/users/me')).body).toMatchObject({
        id: kiosk.user_id,
        kind: 'service',
        full_name: 'Library kiosk',
      });
      expect((await client.post('/categories', { name: `Globes ${t.url}` })).status).toBe(201);
      expect((await client.get('/audit')).status).toBe(200);
      expectProblem(await client.get('/users'), 403, 'forbidden');
    }
    const [session] = await one.db.query<{ left: number }>(
      `SELECT extract(epoch FROM expires_at - created_at)::int AS left FROM sessions WHERE kind = 'client'`,
    );
    expect(session.left).toBe(600);
    const trail = await one.db.query<any>(
      `SELECT actor_id, target, facts FROM audit_entries WHERE action = 'auth.client-token'`,
    );
    expect(trail).toEqual([
      {
        actor_id: kiosk.user_id,
        target: `service-client:${kiosk.id}`,
        facts: { scopes: ['manage_catalog', 'read_audit'] },
      },
    ]);
  });

  it('are given to who presents itself in the form, too', async () => {
    const fields = { grant_type: 'client_credentials', client_id: kiosk.id, client_secret: kiosk.client_secret };
    expect((await form('/auth/token', fields)).status).toBe(200);
  });

  it('may be narrowed, and never widened', async () => {
    const { body } = await grant({ scope: 'read_audit  read_audit' });
    expect(body.scope).toBe('read_audit');
    const client = one.client.as(body.access_token);
    expect((await client.get('/audit')).status).toBe(200);
    expectProblem(await client.post('/categories', { name: 'Globes' }), 403, 'forbidden');
    for (const scope of ['manage_users', 'read_audit manage_users', 'fly']) {
      const refused = await grant({ scope });
      expect(refused.status).toBe(400);
      expect(refused.body).toEqual({ error: 'invalid_scope', error_description: expect.any(String) });
    }
  });

  it('are refused as RFC 6749 says to who is no client, or no longer one', async () => {
    const gone = await make([]);
    expect((await admin.client.delete(`/auth/clients/${gone.id}`)).status).toBe(204);
    const wrong = [
      { ...kiosk, client_secret: 'wrong' },
      { ...kiosk, id: NOBODY },
      { ...kiosk, id: 'no uuid', client_secret: '' },
      gone,
    ];
    for (const client of wrong) {
      const { status, body, headers } = await grant({}, client);
      expect([status, body.error]).toEqual([401, 'invalid_client']);
      expect(headers.get('www-authenticate')).toMatch(/^Basic/);
      expect(headers.get('content-type')).toMatch(/^application\/json/);
    }
    const nobody = await form('/auth/token', { grant_type: 'client_credentials' });
    expect([nobody.status, nobody.body.error]).toEqual([401, 'invalid_client']);
  });

  it('are known to introspection, and end by revocation', async () => {
    const { access_token: token } = (await grant()).body;
    const asked = await form('/auth/introspect', { token }, basic(kiosk), two);
    expect(asked.body).toMatchObject({
      active: true,
      token_type: 'access_token',
      sub: kiosk.user_id,
      scope: 'manage_catalog read_audit',
      exp: (decode(token) as { exp: number }).exp,
    });
    expect((await one.client.as(token).post('/auth/validate')).body).toMatchObject({ kind: 'service' });
    expect((await form('/auth/revoke', { token }, basic(kiosk))).status).toBe(200);
    await dies(token);
    expect((await form('/auth/introspect', { token }, basic(kiosk), two)).text).toBe('{"active":false}');
    expect((await grant()).status).toBe(200);
  });

  it('end with their client and with its account', async () => {
    const { access_token: token } = (await grant()).body;
    const other = await make([]);
    const { access_token: idle } = (await grant({}, other)).body;
    for (const t of [one, two]) expect((await t.client.as(token).get('/users/me')).status).toBe(200);
    expect((await admin.client.delete(`/auth/clients/${kiosk.id}`)).status).toBe(204);
    await dies(token);
    expect((await admin.client.get(`/users/${kiosk.user_id}`)).body.is_active).toBe(false);

    await admin.client.patch(`/users/${other.user_id}`, { is_active: false });
    await dies(idle, 'inactive_user');
    expect((await grant({}, other)).body.error).toBe('invalid_client');
    const asked = await form('/auth/introspect', { token: idle }, basic(other));
    expect(asked.text).toBe('{"active":false}');
    expect((await admin.client.delete(`/users/${other.user_id}`)).status).toBe(204);
    expect((await grant({}, other)).body.error).toBe('invalid_client');
    expect((await admin.client.delete(`/auth/clients/${other.id}`)).status).toBe(204);
  });

  it('follow the scopes of their client within a second', async () => {
    const { access_token: token } = (await grant()).body;
    const path = `/auth/clients/${kiosk.id}`;
    const changed = await admin.client.patch(path, { name: 'Kiosk', scopes: ['read_audit', 'manage_orders'] });
    expect(changed.body).toMatchObject({ id: kiosk.id, name: 'Kiosk', scopes: ['read_audit', 'manage_orders'] });
    expect((await admin.client.get('/auth/clients')).body.items[0]).toEqual(changed.body);
    await within(
      DEAD_MS,
      () => two.client.as(token).post('/categories', { name: 'Globes' }),
      ({ status }) => status === 403,
    );
    expect((await two.client.as(token).get('/audit')).status).toBe(200);
    expect((await two.client.as(token).get('/users/me')).body.full_name).toBe('Kiosk');
    // What was given later, the token has not got.
    const { permissions } = (await two.client.as(token).post('/auth/validate')).body;
    expect(permissions).toEqual(['read_audit']);
  });

  it('have no scope that whoever gives it does not have', async () => {
    const clerk = await one.make.person({ permissions: ['manage_users'] });
    for (const scopes of [['read_audit'], ['manage_users', 'manage_catalog']]) {
      expectProblem(await clerk.client.post('/auth/clients', { name: 'x', scopes }), 403, 'forbidden');
    }
    expectProblem(await clerk.client.patch(`/auth/clients/${kiosk.id}`, { scopes: [] }), 403, 'forbidden');
    expectProblem(await admin.client.post('/auth/clients', { name: 'x', scopes: ['fly'] }), 422, 'validation');
    expectProblem(await admin.client.patch(`/auth/clients/${NOBODY}`, {}), 404, 'service_client_not_found');
    const { client } = await one.make.person();
    expectProblem(await client.patch(`/auth/clients/${kiosk.id}`, {}), 403, 'forbidden');
    expect((await admin.client.get('/auth/clients')).body.items).toHaveLength(1);
  });

  it('are given to a client made before there were accounts: one account, however many ask at once', async () => {
    await one.db.query('UPDATE service_clients SET user_id = NULL');
    expect((await admin.client.get('/auth/clients')).body.items[0]).toMatchObject({ scopes: [], user_id: null });
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => grant({}, kiosk, n % 2 ? one : two)));
    expect(answers.map(({ status, body }) => [status, body.scope])).toEqual(Array(10).fill([200, '']));
    const owners = new Set(answers.map(({ body }) => (decode(body.access_token) as { sub: string }).sub));
    expect(owners.size).toBe(1);
    const accounts = await one.db.query(`SELECT id FROM users WHERE kind = 'service' AND id <> $1`, [kiosk.user_id]);
    expect(accounts.map(({ id }) => id)).toEqual([...owners]);
    expect((await admin.client.patch(`/auth/clients/${kiosk.id}`, { scopes: ['read_audit'] })).status).toBe(200);
    expect((await grant()).body.scope).toBe('read_audit');
  });

  it('never outlive a revocation that comes at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const client = await make(['read_audit']);
      const [gone, ...answers] = await Promise.all([
        admin.client.delete(`/auth/clients/${client.id}`),
        ...Array.from({ length: 6 }, (_, n) => grant({}, client, n % 2 ? one : two)),
      ]);
      expect(gone.status).toBe(204);
      for (const { status, body } of answers) {
        if (status === 200) await dies(body.access_token);
        else expect(body.error).toBe('invalid_client');
      }
    }
  });
});
