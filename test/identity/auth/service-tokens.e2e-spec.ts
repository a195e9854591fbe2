import { createPublicKey } from 'node:crypto';
import { verify } from 'jsonwebtoken';
import { ChatClient } from '../../communication/chat/support';
import { expectProblem, NOBODY, walk } from '../../commerce/catalog/support';
import { UpstreamServer, upstreams } from '../../platform/gateway/upstream-server';
import { EventReader, Gate, startOf } from '../../platform/tasks/support';
import { TaskKinds } from '../../../src/modules/platform/tasks/task-kinds';
import { startApp, TestApp } from '../../support/app';
import type { Answer, Client } from '../../support/client';
import { databaseText } from '../../support/dump';
import type { Person } from '../../support/make';
import { until } from '../../support/until';
import { within } from '../../support/within';

const DEAD_MS = 1000;

interface Made {
  id: string;
  user_id: string;
  token: string;
}

describe('service tokens', () => {
  let one: TestApp;
  let two: TestApp;
  let upstream: UpstreamServer;
  let admin: Person;
  beforeAll(async () => {
    upstream = await UpstreamServer.start();
    one = await startApp({
      MFA_ENFORCE_ENROLMENT: 'true',
      MFA_REQUIRED_ROLES: 'finance',
      ...upstreams({ name: 'billing', targets: [{ url: upstream.url }] }),
    });
    two = await startApp({ ...one.env });
  });
  afterAll(async () => {
    await two.stop();
    await one.stop();
    await upstream.close();
  });
  beforeEach(async () => {
    await one.reset();
    admin = await one.make.admin();
  });

  const make = async (scopes: string[] = [], { client }: Person = admin): Promise<Made & { client: Client }> => {
    const { body } = await client.post<Made>('/auth/service-tokens', { name: 'Library', scopes });
    return { ...body, client: one.client.as(body.token) };
  };
  const me = (token: string, t = one): Promise<Answer> => t.client.as(token).get('/users/me');
  const untilDead = async (token: string): Promise<void> => {
    for (const t of [one, two]) {
      await within(
        DEAD_MS,
        () => me(token, t),
        ({ status }) => status === 401,
      );
    }
  };
  const entries = (action: string) =>
    one.db.query<any>('SELECT actor_id, session_id, target, facts FROM audit_entries WHERE action = $1 ORDER BY id', [
      action,
    ]);

  it('are shown once, kept as a hash, listed and taken back by who manages users', async () => {
    const { status, body } = await admin.client.post('/auth/service-tokens', {
      name: 'Library',
      scopes: ['read_audit', 'manage_catalog', 'read_audit'],
    });
    expect(status).toBe(201);
    const { token, ...shown } = body;
    expect(token).toMatch(/^ats_[\w-]{43}$/);
    expect(shown).toEqual({
      id: expect.any(String),
      name: 'Library',
      scopes: ['read_audit', 'manage_catalog'],
      user_id: expect.any(String),
      created_at: expect.stringMatching(/Z$/),
      last_used_at: null,
    });
    expect((await admin.client.get('/auth/service-tokens')).body.items).toEqual([shown]);
    expect(await databaseText(one.db)).not.toContain(token);
    expect(await entries('auth.service-token-created')).toMatchObject([
      {
        actor_id: admin.user.id,
        target: `service-token:${body.id}`,
        facts: { userId: body.user_id, scopes: ['read_audit', 'manage_catalog'] },
      },
    ]);
    expect((await me(token)).status).toBe(200);
    expect((await admin.client.get('/auth/service-tokens')).body.items[0].last_used_at).toMatch(/Z$/);

    expect((await admin.client.delete(`/auth/service-tokens/${body.id}`)).status).toBe(204);
    expect((await admin.client.get('/auth/service-tokens')).body.items).toEqual([]);
    expectProblem(await admin.client.delete(`/auth/service-tokens/${body.id}`), 404, 'service_token_not_found');
    expect(await entries('auth.service-token-deleted')).toMatchObject([{ target: `service-token:${body.id}` }]);
  });

  it('page newest first', async () => {
    for (let n = 0; n < 5; n++) await make();
    const ids = (await walk(admin.client, '/auth/service-tokens?limit=2')).map(({ id }) => id);
    expect(ids).toHaveLength(5);
    expect(ids).toEqual([...ids].sort().reverse());
  });

  it('are for who manages users, with a fresh proof', async () => {
    const { client } = await one.make.person();
    const { id } = await make();
    for (const [caller, status] of [
      [client, 403],
      [one.client, 401],
    ] as const) {
      expect((await caller.get('/auth/service-tokens')).status).toBe(status);
      expect((await caller.post('/auth/service-tokens', { name: 'x', scopes: [] })).status).toBe(status);
      expect((await caller.delete(`/auth/service-tokens/${id}`)).status).toBe(status);
    }
    await one.db.query('UPDATE sessions SET fresh_until = now(), changed_at = now()');
    const refused = await within(
      DEAD_MS,
      () => admin.client.post('/auth/service-tokens', { name: 'x', scopes: [] }),
      ({ status }) => status !== 201,
    );
    expectProblem(refused, 403, 'fresh_factor_required');
  });

  it('give no scope that is no permission, and none that their maker does not have', async () => {
    const wrong = await admin.client.post('/auth/service-tokens', {
      name: 'x',
      scopes: ['read_audit', 'fly', 'manage_catalog:some'],
    });
    expectProblem(wrong, 422, 'validation');
    expect(wrong.body.errors.map(({ field }: { field: string }) => field)).toEqual(['scopes.1', 'scopes.2']);
    const clerk = await one.make.person({ permissions: ['manage_users', 'read_logs:shop-*'] });
    for (const scopes of [['read_audit'], ['read_logs'], ['read_logs:other-*']]) {
      expectProblem(await clerk.client.post('/auth/service-tokens', { name: 'x', scopes }), 403, 'forbidden');
    }
    const { client } = await make(['manage_users', 'read_logs:shop-*'], clerk);
    expect((await client.get('/users')).status).toBe(200);
    const made = await one.db.query(`SELECT id FROM users WHERE kind = 'service'`);
    expect(made).toHaveLength(1);
  });

  it('open every route that their scopes open, REST and GraphQL, and no other', async () => {
    const service = await make(['manage_catalog']);
    for (const t of [one, two]) {
      const client = t.client.as(service.token);
      const category = await client.post('/categories', { name: `Globes ${t.url}` });
      expect(category.status).toBe(201);
      const gql = await client.graphql('mutation ($n: String!) { createCategory(input: { name: $n }) { name } }', {
        n: `Maps ${t.url}`,
      });
      expect(gql.body.errors).toBeUndefined();
      expectProblem(await client.get('/audit'), 403, 'forbidden');
      expectProblem(await client.get('/auth/service-tokens'), 403, 'forbidden');
    }
    for (const wrong of [`${service.token}x`, service.token.slice(0, -1), 'ats_', `ats_${'x'.repeat(43)}`]) {
      expectProblem(await me(wrong), 401, 'unauthenticated');
    }
    expect((await one.client.with({ cookie: `atrium=${service.token}` }).get('/users/me')).status).toBe(401);
  });

  it('own what they make, apart from one another', async () => {
    const [service, other] = [await make(), await make()];
    const { body } = await service.client.post('/tasks/process-data?operation=sum', [{ value: 1 }]);
    const ids = async (client: Client): Promise<string[]> =>
      (await client.get('/tasks')).body.items.map((task: any) => task.task_id);
    expect(await ids(service.client)).toEqual([body.task_id]);
    expect(await ids(other.client)).toEqual([]);
    expectProblem(await other.client.get(`/tasks/${body.task_id}`), 404, 'task_not_found');
    expect((await service.client.get('/users/me')).body).toMatchObject({
      id: service.user_id,
      kind: 'service',
      full_name: 'Library',
      username: null,
      roles: [],
    });
    await admin.client.delete(`/auth/service-tokens/${service.id}`);
    const [{ owner }] = await one.db.query<{ owner: string }>('SELECT user_id AS owner FROM tasks WHERE id = $1', [
      body.task_id,
    ]);
    expect(owner).toBe(service.user_id);
  });

  it('are no logins: no password, no reset, no second factor, no fresh proof, nothing to log out of', async () => {
    const service = await make(['manage_users']);
    const { email } = (await service.client.get('/users/me')).body;
    expect(email).toBe(`${service.user_id}@service.invalid`);
    const login = await one.client.post('/auth/login', { email, password: 'Sunny-Day-42' });
    expectProblem(login, 401, 'invalid_credentials');
    expect((await one.client.post('/auth/password/forgot', { email })).status).toBe(202);
    const person = await one.make.person();
    await one.client.post('/auth/password/forgot', { email: person.user.email });
    await until(async () => {
      const [{ n }] = await one.db.query<{ n: number }>('SELECT count(*)::int AS n FROM one_time_tokens');
      return n > 0;
    });
    const tokens = await one.db.query<{ user_id: string }>('SELECT user_id FROM one_time_tokens');
    expect(tokens).toEqual([{ user_id: person.user.id }]);
    for (const [path, body] of [
      ['/auth/logout', undefined],
      ['/auth/logout-all', undefined],
      ['/auth/mfa/enroll', undefined],
      ['/auth/password/change', { current_password: 'x', password: 'Rainy-Night-43' }],
      ['/auth/email/change', { email: 'x@example.com' }],
      ['/auth/email/verify/resend', undefined],
      ['/auth/app-passwords', { name: 'x', scopes: ['smtp'] }],
      ['/auth/service-tokens', { name: 'x', scopes: [] }],
      ['/auth/clients', { name: 'x' }],
    ] as const) {
      expectProblem(await service.client.post(path, body), 403, 'forbidden');
    }
    expectProblem(await service.client.post('/auth/step-up', { password: 'x' }), 409, 'no_factor');
    expect((await service.client.get('/auth/sessions')).body.items).toEqual([]);
    expect((await me(service.token)).status).toBe(200);
  });

  it('have no roles, and the permissions that they are given', async () => {
    const service = await make(['manage_catalog']);
    const path = `/users/${service.user_id}`;
    const refused = await admin.client.patch(path, { roles: ['finance'] });
    expectProblem(refused, 422, 'validation');
    expect((await admin.client.patch(path, { permissions: ['read_audit'] })).status).toBe(200);
    await within(
      DEAD_MS,
      () => service.client.get('/audit'),
      ({ status }) => status === 200,
    );
    expectProblem(await service.client.post('/categories', { name: 'Globes' }), 403, 'forbidden');
    expect((await admin.client.get('/auth/service-tokens')).body.items[0].scopes).toEqual(['read_audit']);
    await expect(one.db.query(`UPDATE users SET roles = '{admin}' WHERE id = $1`, [service.user_id])).rejects.toThrow(
      /ck_users_service_roles/,
    );
  });

  it('are not among people unless asked for', async () => {
    const service = await make();
    const ids = async (query: string): Promise<string[]> =>
      (await admin.client.get(`/users${query}`)).body.items.map(({ id }: { id: string }) => id);
    expect(await ids('')).toEqual([admin.user.id]);
    expect(await ids('?kind=person')).toEqual([admin.user.id]);
    expect(await ids('?kind=service')).toEqual([service.user_id]);
    expect(await ids('?kind=all')).toEqual([service.user_id, admin.user.id]);
    expect((await admin.client.get('/users?kind=robot')).status).toBe(422);
    expect((await admin.client.get(`/users/${service.user_id}`)).body.kind).toBe('service');
  });

  it('are what other services ask about: session, validation, introspection', async () => {
    const service = await make(['manage_catalog']);
    const session = await service.client.get('/auth/session');
    expect(session).toMatchObject({ status: 200, body: { id: service.id, current: true } });
    const { body } = await two.client.as(service.token).post('/auth/validate');
    expect(body).toMatchObject({
      success: true,
      authorized: true,
      kind: 'service',
      user_id: service.user_id,
      username: null,
      roles: [],
      permissions: ['manage_catalog'],
      session: { id: service.id, active: true, mfa_verified: false },
    });
    expect((await admin.client.post('/auth/validate')).body.kind).toBe('person');

    const { body: kiosk } = await admin.client.post('/auth/clients', { name: 'Kiosk' });
    const ask = (path: string): Promise<Answer> =>
      one.client.call('POST', path, {
        body: new URLSearchParams({ token: service.token }).toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          authorization: `Basic ${Buffer.from(`${kiosk.id}:${kiosk.client_secret}`).toString('base64')}`,
        },
      });
    expect((await ask('/auth/introspect')).body).toMatchObject({
      active: true,
      sub: service.user_id,
      scope: 'manage_catalog',
      sid: service.id,
    });
    expect((await ask('/auth/revoke')).status).toBe(200);
    await untilDead(service.token);
    expect((await ask('/auth/introspect')).text).toBe('{"active":false}');
    expect((await admin.client.get('/auth/service-tokens')).body.items).toEqual([]);
  });

  it('are known to the trail and to services behind the gateway', async () => {
    const service = await make(['manage_catalog']);
    await service.client.post('/categories', { name: 'Globes' });
    const [entry] = await one.db.query<any>(
      `SELECT session_id FROM audit_entries WHERE actor_id = $1 ORDER BY id DESC LIMIT 1`,
      [service.user_id],
    );
    expect(entry.session_id).toBe(service.id);
    expect((await service.client.get('/gateway/billing/x')).status).toBe(200);
    const { headers } = upstream.last;
    expect(headers).toMatchObject({
      'x-atrium-user': service.user_id,
      'x-atrium-session': service.id,
      'x-atrium-permissions': 'manage_catalog',
    });
    const { keys } = (await one.client.get('//.well-known/jwks.json')).body;
    const key = createPublicKey({ key: keys[0], format: 'jwk' });
    expect(verify(String(headers['x-atrium-identity']), key)).toMatchObject({ sub: service.user_id, sid: service.id });
  });

  it('open sockets and streams, which end within a second of the token', async () => {
    const service = await make(['manage_users']);
    const gate = new Gate('service-streamed');
    one.app.get(TaskKinds).register(gate);
    two.app.get(TaskKinds).register(gate);
    const ticket = (await service.client.post('/auth/ws-ticket')).body.ticket as string;
    const sockets = [
      await ChatClient.open(one.url, 'lobby', service.token),
      await ChatClient.open(two.url, 'lobby', null, { query: { token: service.token } }),
      await ChatClient.open(two.url, 'lobby', null, { query: { ticket } }),
    ];
    sockets[0].send('hello');
    const heard = await sockets[1].hearsSaid('hello');
    expect(heard.sender).toBe('Library');
    const id = await startOf(one, service.user_id, 'service-streamed');
    const reader = await EventReader.open(two.url, service.token, id);
    await until(() => reader.events.length > 0);

    expect((await admin.client.delete(`/auth/service-tokens/${service.id}`)).status).toBe(204);
    await within(1500, () => reader.ended && sockets.every(({ closed }) => closed !== null), Boolean);
    expect(sockets.map(({ closed }) => closed?.code)).toEqual([1008, 1008, 1008]);
    gate.open(id);
  });

  it('die within a second on both instances: deleted, deactivated, erased', async () => {
    const [gone, idle, erased] = [await make(), await make(), await make()];
    for (const { token } of [gone, idle, erased]) {
      for (const t of [one, two]) expect((await me(token, t)).status).toBe(200);
    }
    await admin.client.delete(`/auth/service-tokens/${gone.id}`);
    await untilDead(gone.token);
    expect((await admin.client.get(`/users/${gone.user_id}`)).body.is_active).toBe(false);
    await admin.client.patch(`/users/${idle.user_id}`, { is_active: false });
    for (const t of [one, two]) {
      await within(
        DEAD_MS,
        () => me(idle.token, t),
        ({ body }) => body.code === 'inactive_user',
      );
    }
    expect((await admin.client.delete(`/users/${erased.user_id}`)).status).toBe(204);
    await untilDead(erased.token);
    expectProblem(await admin.client.delete(`/auth/service-tokens/${NOBODY}`), 404, 'service_token_not_found');
  });

  it('do not idle, and outlive a role that must have a second factor', async () => {
    const service = await make();
    await one.db.query(
      `UPDATE sessions SET idle_expires_at = now() - interval '1 day', changed_at = now() WHERE kind = 'service_token'`,
    );
    expect((await me(service.token, two)).status).toBe(200);
    const lives = async (t: TestApp) => (await me(service.token, t)).status === 200;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect([await lives(one), await lives(two)]).toEqual([true, true]);
  });
});
