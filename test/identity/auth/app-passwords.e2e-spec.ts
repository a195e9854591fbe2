import { Controller, Get, HttpCode, Module } from '@nestjs/common';
import { defineDoor, defineModule } from '../../../src/core/module';
import {
  AccessList,
  APP_PASSWORD_FAILURES,
  CurrentUser,
  Principal,
  Public,
  Require,
  TakesAppPassword,
} from '../../../src/core/web/access';
import { Method } from '../../../src/core/web/http';
import { AppPasswords } from '../../../src/modules/identity/auth';
import { expectInvalid, expectProblem, NOBODY, walk } from '../../commerce/catalog/support';
import { startApp, TestApp } from '../../support/app';
import type { Answer } from '../../support/client';
import { databaseText } from '../../support/dump';
import { mailTo, tokenOf } from '../../support/mails';
import { PASSWORD, Person } from '../../support/make';
import { within } from '../../support/within';

const DEAD_MS = 1000;
const CHALLENGE = 'Basic realm="Test", charset="UTF-8"';

@Controller('test-dav')
class DavController {
  @Get('files')
  @Require()
  @TakesAppPassword('dav.files')
  files(@CurrentUser() user: Principal): string {
    return user.userId;
  }

  @Method('PROPFIND', 'calendars')
  @Require()
  @TakesAppPassword('dav.calendars')
  @HttpCode(207)
  calendars(@CurrentUser() user: Principal): string {
    return user.userId;
  }

  @Get('silent')
  @Require()
  silent(): string {
    return 'names no scope';
  }

  @Get('public')
  @Public()
  open(): string {
    return 'anybody';
  }
}

@Controller('test-contacts')
@TakesAppPassword('dav.contacts')
class ContactsController {
  @Get()
  @Require()
  all(@CurrentUser() user: Principal): string {
    return user.userId;
  }
}

@Module({ controllers: [DavController, ContactsController] })
class TestDavModule {}

const byScopeOfRoute = (passwords: AppPasswords, request: Parameters<AppPasswords['identify']>[0]) =>
  passwords.identify(request);
const dav = defineModule({
  name: 'test-dav',
  group: 'platform',
  module: TestDavModule,
  uses: ['auth'],
  doors: [
    defineDoor(
      { path: '/test-dav', challenge: CHALLENGE, sessions: true, failuresIn: APP_PASSWORD_FAILURES },
      AppPasswords,
      byScopeOfRoute,
    ),
    defineDoor({ path: '/test-contacts', challenge: CHALLENGE }, AppPasswords, byScopeOfRoute),
  ],
});

const basic = (name: string, password: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`,
});

describe('app passwords', () => {
  let one: TestApp;
  let two: TestApp;
  let ada: Person;
  beforeAll(async () => {
    one = await startApp({}, [dav]);
    two = await startApp({ ...one.env }, [dav]);
  });
  afterAll(async () => {
    await two.stop();
    await one.stop();
  });
  beforeEach(async () => {
    await one.reset();
    ada = await one.make.person();
  });

  const make = async (scopes = ['dav.files'], { client }: Person = ada): Promise<{ id: string; password: string }> =>
    (await client.post('/auth/app-passwords', { name: 'My phone', scopes })).body;
  const files = (password: string, { user }: Person = ada, t = one): Promise<Answer> =>
    t.client.get('//test-dav/files', basic(user.email, password));
  const untilDead = async (password: string, person = ada): Promise<void> => {
    for (const t of [one, two]) {
      const dead = await within(
        DEAD_MS,
        () => files(password, person, t),
        ({ status }) => status === 401,
      );
      expect(dead.headers.get('www-authenticate')).toBe(CHALLENGE);
    }
  };
  const entries = (action: string) =>
    one.db.query<{ actor_id: string; target: string; facts: object }>(
      'SELECT actor_id, target, facts FROM audit_entries WHERE action = $1 ORDER BY id',
      [action],
    );

  it('are shown once, kept as a hash, listed and taken back by their owner', async () => {
    const input = { name: 'My phone', scopes: ['dav.calendars', 'dav.files', 'dav.files'] };
    const { status, body } = await ada.client.post('/auth/app-passwords', input);
    expect(status).toBe(201);
    const { password, ...shown } = body;
    expect(password).toMatch(/^[0-9a-z]{4}(-[0-9a-z]{4}){5}$/);
    expect(shown).toEqual({
      id: expect.any(String),
      name: 'My phone',
      scopes: ['dav.calendars', 'dav.files'],
      created_at: expect.stringMatching(/Z$/),
      last_used_at: null,
    });
    expect((await ada.client.get('/auth/app-passwords')).body).toEqual({ items: [shown], count: 1, next_cursor: null });
    const text = await databaseText(one.db);
    for (const secret of [password, password.replaceAll('-', '')]) expect(text).not.toContain(secret);
    const [made] = await entries('auth.app-password-created');
    expect(made).toMatchObject({ actor_id: ada.user.id, target: `app-password:${body.id}` });
    expect(JSON.stringify(made.facts)).not.toContain(password);

    expect((await ada.client.delete(`/auth/app-passwords/${body.id}`)).status).toBe(204);
    expect((await ada.client.get('/auth/app-passwords')).body.items).toEqual([]);
    expect(await entries('auth.app-password-deleted')).toMatchObject([{ target: `app-password:${body.id}` }]);
  });

  it('page newest first, and are no sessions to their owner', async () => {
    for (let n = 0; n < 5; n++) await make();
    const all = await walk(ada.client, '/auth/app-passwords?limit=2');
    expect(all.map(({ id }) => id)).toEqual([...all.map(({ id }) => id)].sort().reverse());
    expect(all).toHaveLength(5);
    expect((await ada.client.get('/auth/sessions')).body.count).toBe(1);
    expectProblem(await ada.client.delete(`/auth/sessions/${all[0].id}`), 404, 'session_not_found');
  });

  it('ask for a fresh proof, and give the same answer to the same key', async () => {
    const input = { name: 'My phone', scopes: ['smtp'] };
    const keyed = () => ada.client.post('/auth/app-passwords', input, { 'idempotency-key': 'phone' });
    const [first, second] = [await keyed(), await keyed()];
    expect(second.body).toEqual(first.body);
    expect((await ada.client.get('/auth/app-passwords')).body.count).toBe(1);
    await one.db.query('UPDATE sessions SET fresh_until = now(), changed_at = now()');
    const refused = await within(
      DEAD_MS,
      () => ada.client.post('/auth/app-passwords', input),
      ({ status }) => status !== 201,
    );
    expectProblem(refused, 403, 'fresh_factor_required');
  });

  it.each([
    [{ name: 'x' }, 'scopes'],
    [{ name: 'x', scopes: [] }, 'scopes'],
    [{ name: 'x', scopes: ['dav.files', 'everything'] }, 'scopes'],
    [{ name: ' ', scopes: ['smtp'] }, 'name'],
    [{ name: 'x', scopes: ['smtp'], extra: 1 }, 'extra'],
  ])('refuse %j', async (input, field) => {
    expectInvalid(await ada.client.post('/auth/app-passwords', input), field);
    expect((await ada.client.get('/auth/app-passwords')).body.count).toBe(0);
  });

  it("show nobody else's, nor whether there is one", async () => {
    const { id, password } = await make();
    const other = await one.make.person();
    const bare = ({ status, text }: Answer) => [status, text.replace(/"(request_id|instance)":"[^"]*"/g, '')];
    const [there, missing] = [
      await other.client.delete(`/auth/app-passwords/${id}`),
      await other.client.delete(`/auth/app-passwords/${NOBODY}`),
    ];
    expect(bare(there)).toEqual(bare(missing));
    expect(there.status).toBe(404);
    expect((await files(password)).status).toBe(200);
    for (const [method, path] of [
      ['GET', '/auth/app-passwords'],
      ['POST', '/auth/app-passwords'],
      ['DELETE', `/auth/app-passwords/${id}`],
    ]) {
      expectProblem(
        await one.client.call(method, path, { body: method === 'POST' ? {} : undefined }),
        401,
        'unauthenticated',
      );
    }
  });

  it('count with the address or the username, however they are typed', async () => {
    const { password } = await make();
    const { email, username, id } = ada.user;
    const typed = password.toUpperCase().replaceAll('-', ' ');
    for (const t of [one, two]) {
      for (const name of [
        email,
        email.toUpperCase(),
        ` ${email}`,
        username as string,
        (username as string).toUpperCase(),
      ]) {
        for (const given of [password, typed]) {
          const { status, text } = await t.client.get('//test-dav/files', basic(name, given));
          expect([status, text]).toEqual([200, id]);
        }
      }
    }
    const other = await one.make.user();
    for (const [name, given] of [
      [other.email, password],
      [other.username as string, password],
      ['', password],
      [email, PASSWORD],
      [email, ''],
      [email, `${password}0`],
    ]) {
      expectProblem(await one.client.get('//test-dav/files', basic(name, given)), 401, 'unauthenticated');
    }
  });

  it('count only where a route names their scope', async () => {
    const { password } = await make(['dav.files']);
    const headers = basic(ada.user.email, password);
    const call = (method: string, path: string) => one.client.call(method, path, { headers });
    expect((await call('GET', '//test-dav/files')).status).toBe(200);
    expect((await call('GET', '//test-dav/public')).text).toBe('anybody');
    for (const [method, path] of [
      ['PROPFIND', '//test-dav/calendars'],
      ['GET', '//test-contacts'],
      ['GET', '//test-dav/silent'],
      ['GET', '/users/me'],
      ['GET', '/auth/app-passwords'],
      ['POST', '/auth/logout'],
    ]) {
      const answer = await call(method, path);
      expectProblem(answer, 401, 'unauthenticated');
    }
    const { errors } = (await one.client.graphql('{ me { id } }', undefined, headers)).body;
    expect(errors?.[0].extensions.code).toBe('unauthenticated');

    const more = basic(ada.user.email, (await make(['dav.calendars', 'dav.contacts'])).password);
    expect((await one.client.call('PROPFIND', '//test-dav/calendars', { headers: more })).status).toBe(207);
    expect((await one.client.get('//test-contacts', more)).text).toBe(ada.user.id);
    expect((await one.client.get('//test-dav/files', more)).status).toBe(401);
  });

  it('need no second step, though their owner has one', async () => {
    await one.db.query(
      `INSERT INTO mfa_factors (id, user_id, secret, key_id, status, enabled_at) VALUES ($1, $1, '', '', 'pending', NULL)`,
      [ada.user.id],
    );
    const { password } = await make();
    await one.db.query(`UPDATE mfa_factors SET status = 'enabled', enabled_at = now()`);
    expect((await one.make.login(ada.user)).accessToken).toBeDefined();
    expect((await files(password)).status).toBe(200);
  });

  it('cost one look-up, then none, and no password hashing', async () => {
    const { password } = await make();
    const asked = jest.spyOn(one.db, 'query');
    const names = () => asked.mock.calls.map(([sql]) => (sql as { name?: string }).name ?? '');
    expect((await files(password)).status).toBe(200);
    const first = names();
    expect(first.filter((name) => name === 'credentials.find')).toHaveLength(1);
    expect(first).not.toContain('passwords.find');
    asked.mockClear();
    for (let n = 0; n < 20; n++) expect((await files(password)).status).toBe(200);
    expect(names().filter((name) => /^(credentials|sessions|users|passwords)\./.test(name))).toEqual([]); // others work meanwhile
    asked.mockRestore();
  });

  it('say when they were last used, written once a minute at most', async () => {
    const { password } = await make();
    const seen = async (): Promise<string | null> =>
      (await ada.client.get('/auth/app-passwords')).body.items[0].last_used_at;
    expect(await seen()).toBeNull();
    await files(password);
    const used = await seen();
    expect(Date.parse(used as string)).toBeGreaterThan(Date.now() - 60_000);
    for (const t of [one, two]) await files(password, ada, t);
    expect(await seen()).toBe(used);
  });

  it('die within a second of their deletion, on both instances', async () => {
    const [{ id, password }, other] = [await make(), await make()];
    for (const t of [one, two]) expect((await files(password, ada, t)).status).toBe(200);
    await ada.client.delete(`/auth/app-passwords/${id}`);
    await untilDead(password);
    for (const t of [one, two]) expect((await files(other.password, ada, t)).status).toBe(200);
    expectProblem(await ada.client.delete(`/auth/app-passwords/${id}`), 404, 'app_password_not_found');
  });

  it('die within a second of a reset of the password, and outlive its change and every logout', async () => {
    const { password } = await make();
    const { email } = ada.user;
    for (const t of [one, two]) expect((await files(password, ada, t)).status).toBe(200);
    const changed = { current_password: PASSWORD, password: 'Rainy-Night-43' };
    expect((await ada.client.post('/auth/password/change', changed)).status).toBe(204);
    expect((await ada.client.post('/auth/logout-all')).status).toBe(204);
    for (const t of [one, two]) expect((await files(password, ada, t)).status).toBe(200);

    await one.client.post('/auth/password/forgot', { email });
    const token = tokenOf(await mailTo(one, email, /Set a new password/));
    expect((await one.client.post('/auth/password/reset', { token, password: 'Windy-Dawn-44' })).status).toBe(204);
    await untilDead(password);
  });

  it('die within a second of the deactivation and the erasure of their owner', async () => {
    const admin = await one.make.admin();
    const { password } = await make();
    const bob = await one.make.person();
    const bobs = await make(['dav.files'], bob);
    for (const t of [one, two]) {
      expect((await files(password, ada, t)).status).toBe(200);
      expect((await files(bobs.password, bob, t)).status).toBe(200);
    }
    expect((await admin.client.patch(`/users/${ada.user.id}`, { is_active: false })).status).toBe(200);
    await untilDead(password);
    expect((await admin.client.delete(`/users/${bob.user.id}`)).status).toBe(204);
    await untilDead(bobs.password, bob);
    const kept = await one.db.query('SELECT name FROM sessions WHERE user_id = $1 AND name IS NOT NULL', [bob.user.id]);
    expect(kept).toEqual([]);
  });

  it('die without the bus, too', async () => {
    const deaf = await startApp({ ...one.env, REDIS_URL: 'redis://127.0.0.1:1' }, [dav]);
    const { id, password } = await make();
    expect((await files(password, ada, deaf)).status).toBe(200);
    await ada.client.delete(`/auth/app-passwords/${id}`);
    await within(
      DEAD_MS,
      () => files(password, ada, deaf),
      ({ status }) => status === 401,
    );
    await deaf.stop();
  });

  it("are in their owner's export, without the password", async () => {
    const { id, password } = await make();
    const { body, text } = await ada.client.get('/users/me/export');
    expect(body.sections.app_passwords).toMatchObject([
      { id, name: 'My phone', scopes: ['dav.files'], last_used_at: null },
    ]);
    expect(body.sections.sessions).toHaveLength(1);
    expect(text).not.toContain(password);
  });

  it('are in the access list where they count', () => {
    const entries = one.app.get(AccessList).entries();
    expect(entries).toContainEqual({
      call: 'PROPFIND /test-dav/calendars',
      access: 'signed in, also by an app password of dav.calendars',
    });
    expect(entries).toContainEqual({ call: 'GET /test-dav/silent', access: 'signed in' });
  });
});

describe('wrong app passwords', () => {
  let one: TestApp;
  let two: TestApp;
  beforeAll(async () => {
    one = await startApp({ RATE_LIMITS: '1000/minute' }, [dav]); // which leaves this limit as it is
    two = await startApp({ ...one.env }, [dav]);
  });
  afterAll(async () => {
    await two.stop();
    await one.stop();
  });

  it('are 429 after twenty a minute from one network, over both instances; good ones never count', async () => {
    const ada = await one.make.person();
    const { body } = await ada.client.post('/auth/app-passwords', { name: 'x', scopes: ['dav.files'] });
    const good = basic(ada.user.email, body.password);
    const ask = (headers: Record<string, string>, t: TestApp) => t.client.get('//test-dav/files', headers);
    for (let n = 0; n < 30; n++) expect((await ask(good, n % 2 ? one : two)).status).toBe(200);
    const wrong = basic(ada.user.email, 'wrong');
    for (let n = 0; n < 20; n++) expect((await ask(wrong, n % 2 ? one : two)).status).toBe(401);
    for (const t of [one, two]) {
      const refused = await ask(wrong, t);
      expectProblem(refused, 429, 'rate_limited');
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await ask(good, t)).status).toBe(429);
      expect((await ada.client.get('/users/me')).status).toBe(200);
    }
  });
});
