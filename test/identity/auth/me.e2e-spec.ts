import { SessionCache } from '../../../src/modules/identity/auth/sessions/session-cache';
import { TestApp, workerApp } from '../../support/app';
import { within } from '../../support/within';

describe('me and validate', () => {
  let t: TestApp;
  beforeAll(async () => (t = await workerApp()));
  afterAll(() => t.stop());
  beforeEach(() => t.reset());

  it('tells the same of me by both routes and by GraphQL', async () => {
    const { client, user } = await t.make.person({ cardBrand: 'visa', cardLast4: '1111', permissions: ['read_logs'] });
    const [one, two] = [await client.get('/users/me'), await client.get('/auth/me')];
    expect(one.status).toBe(200);
    expect(one.body).toEqual({
      id: user.id,
      email: user.email,
      username: user.username,
      full_name: user.fullName,
      roles: ['user'],
      permissions: ['read_logs'],
      is_active: true,
      kind: 'person',
      locale: 'en',
      time_zone: 'UTC',
      email_verified: false,
      card: { brand: 'visa', last4: '1111' },
      created_at: expect.stringMatching(/Z$/),
      updated_at: expect.stringMatching(/Z$/),
    });
    expect(two.text).toBe(one.text);
    const fields =
      'id kind email emailVerified username fullName roles permissions locale timeZone isActive card { brand last4 } createdAt updatedAt';
    const { body } = await client.graphql(`{ me { ${fields} } }`);
    expect(body.errors).toBeUndefined();
    const { full_name, is_active, email_verified, time_zone, created_at, updated_at, ...same } = one.body;
    expect(body.data.me).toEqual({
      ...same,
      fullName: full_name,
      isActive: is_active,
      emailVerified: email_verified,
      timeZone: time_zone,
      createdAt: created_at,
      updatedAt: updated_at,
    });
  });

  it('tells nobody anything without a token', async () => {
    for (const path of ['/users/me', '/auth/me']) {
      expect(await t.client.get(path)).toMatchObject({
        status: 401,
        body: { code: 'unauthenticated', instance: `/api/v1${path}` },
      });
    }
    const { body } = await t.client.graphql('{ me { id } }');
    expect(body.data?.me ?? null).toBeNull();
    expect(body.errors).toMatchObject([
      { extensions: { code: 'unauthenticated', status: 401, request_id: expect.any(String) } },
    ]);
  });

  it('has no field for a secret', async () => {
    const { client } = await t.make.person();
    for (const field of ['password', 'hash', 'passwordHash', 'creditCard']) {
      expect((await client.graphql(`{ me { ${field} } }`)).body.errors).toHaveLength(1);
    }
  });

  it('validates a token for other services', async () => {
    const { client, user } = await t.make.person({ roles: ['admin'], permissions: ['read_logs'] });
    const { status, body } = await client.post('/auth/validate');
    expect(status).toBe(200);
    expect(body).toEqual({
      success: true,
      authorized: true,
      kind: 'person',
      user_id: user.id,
      username: user.username,
      roles: ['admin'],
      permissions: expect.arrayContaining(['manage_catalog', 'manage_users', 'read_logs']),
      session: {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        username: user.username,
        roles: ['admin'],
        active: true,
        expires_at: expect.stringMatching(/Z$/),
        mfa_verified: false,
      },
    });
    const [session] = await t.db.query<{ id: string; ends: Date }>(
      'SELECT id, least(expires_at, idle_expires_at) AS ends FROM sessions',
    );
    expect(body.session).toMatchObject({ id: session.id, expires_at: session.ends.toISOString() });
    expect((await t.client.post('/auth/validate')).status).toBe(401);
    expect((await t.client.as('x').post('/auth/validate')).body.code).toBe('unauthenticated');
  });

  it('refuses a deactivated user within a second', async () => {
    const { client, user } = await t.make.person();
    expect((await client.get('/users/me')).status).toBe(200);
    await t.db.transaction(async () => {
      await t.db.query('UPDATE users SET is_active = false WHERE id = $1', [user.id]);
      await t.app.get(SessionCache).announceChange(user.id); // what deactivating does
    });
    for (const ask of [() => client.get('/users/me'), () => client.post('/auth/validate')]) {
      await within(1000, ask, ({ status }) => status === 401 || status === 403);
    }
  });

  it('answers 304 to who has it already', async () => {
    const { client } = await t.make.person();
    const etag = (await client.get('/users/me')).headers.get('etag') as string;
    expect((await client.get('/users/me', { 'if-none-match': etag })).status).toBe(304);
    expect((await client.get('/users/me', { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await t.client.get('/users/me', { 'if-none-match': etag })).status).toBe(401);
  });
});
