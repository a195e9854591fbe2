import { startApp, TestApp, workerApp } from '../../support/app';
import type { Answer } from '../../support/client';
import { databaseText } from '../../support/dump';
import { within } from '../../support/within';

interface Credentials {
  id: string;
  client_secret: string;
}

describe('single sign-on for services', () => {
  let one: TestApp;
  let two: TestApp;
  let service: Credentials;

  const ask = (
    t: TestApp,
    path: string,
    token: string,
    { id, client_secret }: Credentials = service,
  ): Promise<Answer> =>
    t.client.call('POST', path, {
      body: new URLSearchParams({ token }).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`${id}:${client_secret}`).toString('base64')}`,
      },
    });

  beforeAll(async () => {
    one = await workerApp();
    two = await startApp(one.env);
    const admin = await one.make.admin();
    service = (await admin.client.post('/auth/clients', { name: 'Library kiosk' })).body;
  });

  afterAll(async () => {
    await two.stop();
    await one.stop();
  });

  it('shows a secret once and keeps its hash', async () => {
    const admin = await one.make.admin();
    expect(service.client_secret).toMatch(/^[\w-]{43}$/);
    const { body } = await admin.client.get('/auth/clients');
    expect(body.items).toContainEqual({
      id: service.id,
      name: 'Library kiosk',
      scopes: [],
      user_id: expect.any(String),
      created_at: expect.any(String),
    });
    expect(await databaseText(one.db)).not.toContain(service.client_secret);
  });

  it('lets only admins make, see and withdraw credentials', async () => {
    const { client } = await one.make.person();
    for (const caller of [client, one.client]) {
      const expected = caller === client ? 403 : 401;
      expect((await caller.get('/auth/clients')).status).toBe(expected);
      expect((await caller.post('/auth/clients', { name: 'Mine' })).status).toBe(expected);
      expect((await caller.delete(`/auth/clients/${service.id}`)).status).toBe(expected);
    }
  });

  it('tells a service what an access token and a refresh token stand for', async () => {
    const { user, accessToken, refreshToken } = await one.make.person({ roles: ['teacher'] });
    const access = await ask(two, '/auth/introspect', accessToken);
    expect(access.status).toBe(200);
    expect(access.body).toMatchObject({
      active: true,
      token_type: 'access_token',
      sub: user.id,
      username: user.username,
      roles: 'teacher',
      mfa_verified: false,
    });
    expect(access.body.exp).toBeGreaterThan(Date.now() / 1000);
    const refresh = await ask(two, '/auth/introspect', refreshToken);
    expect(refresh.body).toMatchObject({
      active: true,
      token_type: 'refresh_token',
      sub: user.id,
      sid: access.body.sid,
    });
  });

  it('tells of any other token exactly that it is not active', async () => {
    const { client, accessToken, refreshToken } = await one.make.person();
    await client.post('/auth/logout');
    for (const token of [accessToken, refreshToken, 'garbage', 'a.b.c', `${accessToken}x`]) {
      const answer = await within(
        1000,
        () => ask(one, '/auth/introspect', token),
        ({ body }) => body.active === false,
      );
      expect(answer.text).toBe('{"active":false}');
    }
  });

  it('answers nobody without right credentials', async () => {
    const { accessToken, client } = await one.make.person();
    const wrong = [
      { id: service.id, client_secret: 'wrong' },
      { id: '0192f0a0-0000-7000-8000-000000000000', client_secret: service.client_secret },
      { id: 'no uuid', client_secret: '' },
    ];
    for (const credentials of wrong) {
      for (const path of ['/auth/introspect', '/auth/revoke']) {
        const answer = await ask(one, path, accessToken, credentials);
        expect(answer.status).toBe(401);
        expect(answer.headers.get('www-authenticate')).toMatch(/^Basic/);
        expect(answer.body.error).toBe('invalid_client');
      }
    }
    const bearer = await client.call('POST', '/auth/introspect', {
      body: `token=${accessToken}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(bearer.status).toBe(401);
    expect((await client.get('/users/me')).status).toBe(200);
  });

  it('ends a session on both instances within a second, by either token; an unknown token is no error', async () => {
    for (const kind of ['accessToken', 'refreshToken'] as const) {
      const person = await one.make.person();
      expect((await two.client.as(person.accessToken).get('/users/me')).status).toBe(200);
      expect((await ask(one, '/auth/revoke', person[kind])).status).toBe(200);
      for (const t of [one, two]) {
        await within(
          1000,
          () => t.client.as(person.accessToken).get('/users/me'),
          ({ status }) => status === 401,
        );
      }
      const again = await one.client.post('/auth/refresh', { refresh_token: person.refreshToken });
      expect(again.status).toBe(401);
    }
    expect((await ask(one, '/auth/revoke', 'unknown')).status).toBe(200);
  });

  it('refuses a service whose credentials were withdrawn', async () => {
    const admin = await one.make.admin();
    const { body: gone } = await admin.client.post('/auth/clients', { name: 'Old kiosk' });
    expect((await admin.client.delete(`/auth/clients/${gone.id}`)).status).toBe(204);
    expect((await admin.client.delete(`/auth/clients/${gone.id}`)).status).toBe(404);
    expect((await ask(one, '/auth/introspect', 'x', gone)).status).toBe(401);
  });
});
