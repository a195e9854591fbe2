import { byStatus, expectInvalid, expectProblem, NOBODY, walk } from '../../commerce/catalog/support';
import { startApp, TestApp, workerApp } from '../../support/app';
import { Person } from '../../support/make';
import { within } from '../../support/within';

const SECOND_MS = 1000;

describe('users', () => {
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

  const entries = (action: string) =>
    t.db.query<{ target: string; facts: any; actor_id: string }>(
      'SELECT target, facts, actor_id FROM audit_entries WHERE action = $1 ORDER BY id',
      [action],
    );

  describe('everybody who may not', () => {
    const calls: [string, string, object | undefined][] = [
      ['GET', '/users', undefined],
      ['GET', `/users/${NOBODY}`, undefined],
      ['PATCH', `/users/${NOBODY}`, { is_active: false }],
      ['DELETE', `/users/${NOBODY}`, undefined],
    ];

    it.each(calls)('is refused: %s %s', async (method, path, body) => {
      const { client } = await t.make.person();
      expectProblem(await client.call(method, path, { body }), 403, 'forbidden');
      expectProblem(await t.client.call(method, path, { body }), 401, 'unauthenticated');
    });

    it.each([['PATCH', '/users/me'] as const, ['GET', '/users/me/export'] as const])('%s %s', async (method, path) => {
      const body = method === 'PATCH' ? {} : undefined;
      expectProblem(await t.client.call(method, path, { body }), 401, 'unauthenticated');
    });

    it('learns nothing from a missing and a present one', async () => {
      const [{ client }, other] = [await t.make.person(), await t.make.user()];
      const strip = (text: string) => text.replace(/"request_id":"[^"]*"|[0-9a-f-]{36}/g, '');
      const [there, missing] = [await client.get(`/users/${other.id}`), await client.get(`/users/${NOBODY}`)];
      expect(strip(there.text)).toBe(strip(missing.text));
    });
  });

  describe('list and one', () => {
    it('pages newest first, with all the fields and no secret', async () => {
      const admin = await t.make.admin();
      for (let index = 0; index < 5; index++) await t.make.user();
      const all = await walk(admin.client, '/users?limit=2');
      expect(all).toHaveLength(6);
      expect(all.map(({ id }) => id)).toEqual(
        all
          .map(({ id }) => id)
          .sort()
          .reverse(),
      );
      const one = await admin.client.get(`/users/${all[0].id}`);
      expect(one.body).toEqual(all[0]);
      expect(one.text).not.toMatch(/hash|password/);
      expect(one.headers.get('etag')).toMatch(/^"/);
    });

    it('filters by role, by activity and by a part of address, username and name', async () => {
      const admin = await t.make.admin();
      const ada = await t.make.user({ email: 'Ada@lovelace.example', username: 'countess', fullName: 'Ada L' });
      const bob = await t.make.user({ roles: ['teacher'], isActive: false, fullName: '100%_\\ Bob' });
      const ids = async (query: string) => (await admin.client.get(`/users?${query}`)).body.items.map((u: any) => u.id);
      expect(await ids('role=teacher')).toEqual([bob.id]);
      expect(await ids('is_active=false')).toEqual([bob.id]);
      expect(await ids('role=admin&is_active=true')).toEqual([admin.user.id]);
      for (const q of ['LOVELACE', 'countess', 'ada l']) expect(await ids(`q=${q}`)).toEqual([ada.id]);
      expect(await ids(`q=${encodeURIComponent('%_\\')}`)).toEqual([bob.id]);
      expect(await ids(`q=${encodeURIComponent('%%')}`)).toEqual([]);
      expectInvalid(await admin.client.get('/users?role=god'), 'role');
      expectInvalid(await admin.client.get('/users?cursor=x'), 'cursor');
      expectInvalid(await admin.client.get('/users?is_active=maybe'), 'is_active');
    });

    it('has no such user', async () => {
      const { client } = await t.make.admin();
      expectProblem(await client.get(`/users/${NOBODY}`), 404, 'user_not_found');
      expectProblem(await client.patch(`/users/${NOBODY}`, { is_active: false }), 404, 'user_not_found');
      expectProblem(await client.delete(`/users/${NOBODY}`), 404, 'user_not_found');
      expectInvalid(await client.get('/users/x'), 'id');
    });
  });

  describe('what I am called', () => {
    it('is mine to change, is in the trail without the names, and is in what validate says', async () => {
      const { client, user, accessToken } = await t.make.person();
      expect((await two.client.as(accessToken).post('/auth/validate')).body.username).toBe(user.username);
      const { status, body } = await client.patch('/users/me', { full_name: 'New Name', username: 'newname' });
      expect([status, body.full_name, body.username]).toEqual([200, 'New Name', 'newname']);
      expect((await client.get('/users/me')).body).toEqual(body);
      await within(
        SECOND_MS,
        () => two.client.as(accessToken).post('/auth/validate'),
        (answer) => answer.body.username === 'newname',
      );
      const [entry] = await entries('users.updated');
      expect(entry).toMatchObject({ target: `user:${user.id}`, actor_id: user.id });
      expect(entry.facts).toEqual({ fields: ['full_name', 'username'], old: {}, new: {} });
    });

    it('guards against a lost update, a name that is taken and what is not mine to change', async () => {
      const [{ client, user }, other] = [await t.make.person(), await t.make.user()];
      const etag = (await client.get('/users/me')).headers.get('etag') as string;
      expect((await client.patch('/users/me', { full_name: 'A' }, { 'if-match': etag })).status).toBe(200);
      expectProblem(
        await client.patch('/users/me', { full_name: 'B' }, { 'if-match': etag }),
        412,
        'precondition_failed',
      );
      const taken = await client.patch('/users/me', { username: other.username?.toUpperCase() });
      expectProblem(taken, 409, 'username_taken');
      for (const field of ['roles', 'permissions', 'is_active', 'email', 'id']) {
        expectInvalid(await client.patch('/users/me', { [field]: [] }), field, 'unknown');
      }
      expectInvalid(await client.patch('/users/me', { username: 'a b' }), 'username');
      expectInvalid(await client.patch('/users/me', { full_name: ' ' }), 'full_name');
      expect((await client.get('/users/me')).body).toMatchObject({ full_name: 'A', username: user.username });
    });

    it('changes nothing when nothing is given', async () => {
      const { client } = await t.make.person();
      const before = (await client.get('/users/me')).body;
      expect((await client.patch('/users/me', {})).body).toEqual(before);
      expect(await entries('users.updated')).toEqual([]);
    });
  });

  describe('rights', () => {
    it('are given and taken, and told with old and new', async () => {
      const [admin, { user }] = [await t.make.admin(), await t.make.person()];
      const change = { roles: ['teacher', 'teacher', 'user'], permissions: ['manage_catalog'] };
      const { status, body } = await admin.client.patch(`/users/${user.id}`, change);
      expect([status, body.roles, body.permissions]).toEqual([200, ['teacher', 'user'], ['manage_catalog']]);
      const [entry] = await entries('users.updated');
      expect(entry).toMatchObject({ actor_id: admin.user.id, target: `user:${user.id}` });
      expect(entry.facts).toEqual({
        fields: ['roles', 'permissions'],
        old: { roles: ['user'], permissions: [] },
        new: { roles: ['teacher', 'user'], permissions: ['manage_catalog'] },
      });
    });

    it('are felt within a second on the other instance, both ways', async () => {
      const [admin, { user, accessToken }] = [await t.make.admin(), await t.make.person()];
      const there = two.client.as(accessToken);
      expect((await there.get('/users')).status).toBe(403);
      await admin.client.patch(`/users/${user.id}`, { permissions: ['manage_users'] });
      await within(
        SECOND_MS,
        () => there.get('/users'),
        ({ status }) => status === 200,
      );
      await admin.client.patch(`/users/${user.id}`, { permissions: [] });
      await within(
        SECOND_MS,
        () => there.get('/users'),
        ({ status }) => status === 403,
      );
    });

    it('of a demoted admin end within a second on the other instance (RB-07)', async () => {
      const [admin, second] = [await t.make.admin(), await t.make.admin()];
      const there = two.client.as(second.accessToken);
      expect((await there.get('/users')).status).toBe(200);
      await admin.client.patch(`/users/${second.user.id}`, { roles: ['user'] });
      await within(
        SECOND_MS,
        () => there.get('/users'),
        ({ status }) => status === 403,
      );
      expect((await there.get('/users/me')).body.roles).toEqual(['user']);
    });

    it('are words that are known', async () => {
      const [admin, user] = [await t.make.admin(), await t.make.user()];
      const path = `/users/${user.id}`;
      expectInvalid(await admin.client.patch(path, { roles: ['god'] }), 'roles.0', 'unknown');
      expectInvalid(
        await admin.client.patch(path, { permissions: ['manage_catalog', 'x'] }),
        'permissions.1',
        'unknown',
      );
      for (const body of [{ roles: [] }, { roles: null }, { roles: 'admin' }]) {
        expectInvalid(await admin.client.patch(path, body), 'roles');
      }
      expectInvalid(await admin.client.patch(path, { is_active: 'no' }), 'is_active');
      expectInvalid(await admin.client.patch(path, { email: 'a@example.com' }), 'email', 'unknown');
      expect(await entries('users.updated')).toEqual([]);
    });

    it('are guarded against a lost update', async () => {
      const [admin, user] = [await t.make.admin(), await t.make.user()];
      const path = `/users/${user.id}`;
      const etag = (await admin.client.get(path)).headers.get('etag') as string;
      const tries = await Promise.all(
        ['teacher', 'finance'].map((role) => admin.client.patch(path, { roles: [role] }, { 'if-match': etag })),
      );
      expect(byStatus(tries)).toEqual({ 200: 1, 412: 1 });
    });

    it('beyond their own nobody gives or takes', async () => {
      const [admin, clerk] = [await t.make.admin(), await t.make.person({ permissions: ['manage_users'] })];
      const user = await t.make.user();
      expect((await clerk.client.patch(`/users/${user.id}`, { roles: ['student'] })).status).toBe(200);
      const tries = [
        clerk.client.patch(`/users/${user.id}`, { roles: ['teacher'] }),
        clerk.client.patch(`/users/${clerk.user.id}`, { roles: ['admin'] }),
        clerk.client.patch(`/users/${user.id}`, { permissions: ['manage_catalog'] }),
        clerk.client.patch(`/users/${admin.user.id}`, { is_active: false }),
        clerk.client.delete(`/users/${admin.user.id}`),
      ];
      for (const answer of await Promise.all(tries)) expectProblem(answer, 403, 'forbidden');
      expect((await admin.client.get('/users/me')).body.roles).toEqual(['admin']);
    });
  });

  describe('the last admin', () => {
    it('can be neither demoted, deactivated nor deleted', async () => {
      const admin = await t.make.admin();
      await t.make.user({ roles: ['admin'], isActive: false }); // does not count
      const path = `/users/${admin.user.id}`;
      expectProblem(await admin.client.patch(path, { roles: ['user'] }), 409, 'last_admin');
      expectProblem(await admin.client.patch(path, { is_active: false }), 409, 'last_admin');
      expectProblem(await admin.client.delete(path), 409, 'last_admin');
      expect((await admin.client.patch(path, { roles: ['admin', 'teacher'] })).status).toBe(200);
    });

    it('is left when two demote each other at once, twenty times', async () => {
      for (let run = 0; run < 20; run++) {
        await t.reset();
        const [a, b]: Person[] = [await t.make.admin(), await t.make.admin()];
        const [c, d] = [a.client, two.client.as(b.accessToken)];
        const answers = await Promise.all([
          c.patch(`/users/${b.user.id}`, run % 2 ? { roles: ['user'] } : { is_active: false }),
          run % 3 ? d.patch(`/users/${a.user.id}`, { roles: ['user'] }) : d.delete(`/users/${a.user.id}`),
        ]);
        const done = answers.filter(({ status }) => status < 300);
        expect(done).toHaveLength(1);
        const [{ n }] = await t.db.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM users WHERE 'admin' = ANY (roles) AND is_active`,
        );
        expect(n).toBe(1);
      }
    });
  });

  describe('a deactivated user', () => {
    it('is refused as such within a second on both instances, by REST and GraphQL, and public routes work', async () => {
      const [admin, { user, accessToken, refreshToken }] = [await t.make.admin(), await t.make.person()];
      const mine = [t, two].map((one) => one.client.as(accessToken));
      for (const client of mine) expect((await client.get('/users/me')).status).toBe(200);
      expect((await admin.client.patch(`/users/${user.id}`, { is_active: false })).status).toBe(200);
      for (const client of mine) {
        await within(
          SECOND_MS,
          () => client.get('/users/me'),
          ({ status }) => status === 403,
        );
        expectProblem(await client.get('/users/me'), 403, 'inactive_user');
        expectProblem(await client.post('/auth/validate'), 403, 'inactive_user');
        expectProblem(await client.patch('/users/me', { full_name: 'X' }), 403, 'inactive_user');
        const graphql = await client.graphql('{ me { id } }');
        expect(graphql.body.errors?.[0].extensions).toMatchObject({ code: 'inactive_user', status: 403 });
        expect((await client.get('/categories')).status).toBe(200);
        expect((await client.graphql('{ categories { id } }')).body.errors).toBeUndefined();
      }
      expectProblem(await t.client.post('/auth/refresh', { refresh_token: refreshToken }), 403, 'inactive_user');
      await admin.client.patch(`/users/${user.id}`, { is_active: true });
      for (const client of mine) {
        await within(
          SECOND_MS,
          () => client.get('/users/me'),
          ({ status }) => status === 200,
        );
      }
    });
  });
});
