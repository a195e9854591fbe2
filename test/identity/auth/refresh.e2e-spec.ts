import { startApp, TestApp, workerApp } from '../../support/app';
import { Person } from '../../support/make';
import { within } from '../../support/within';

const SECOND_MS = 1000;

describe('refresh', () => {
  let one: TestApp;
  let two: TestApp;
  beforeAll(async () => {
    one = await workerApp();
    two = await startApp(one.env);
  });
  afterAll(async () => {
    await two.stop();
    await one.stop();
  });
  beforeEach(() => one.reset());

  const refresh = (token: string, t = one) => t.client.post('/auth/refresh', { refresh_token: token });
  const me = (token: string, t = one) => t.client.as(token).get('/users/me');
  const live = () => one.db.query('SELECT 1 FROM refresh_tokens WHERE used_at IS NULL');
  const reason = async () =>
    (await one.db.query<{ end_reason: string | null }>('SELECT end_reason FROM sessions'))[0].end_reason;
  const tenSecondsPass = () =>
    one.db.query(
      `UPDATE refresh_tokens SET used_at = used_at - interval '11 seconds', created_at = created_at - interval '11 seconds'`,
    );

  /** Both instances know the session's access token as good. */
  async function known(): Promise<Person> {
    const person = await one.make.person();
    for (const t of [one, two]) expect((await me(person.accessToken, t)).status).toBe(200);
    return person;
  }

  async function expectOver(accessToken: string): Promise<void> {
    for (const t of [one, two]) {
      await within(
        SECOND_MS,
        () => me(accessToken, t),
        ({ status }) => status === 401,
      );
    }
  }

  it('gives the next pair, and the one before works no more as a refresh token', async () => {
    const { refreshToken, user } = await one.make.person();
    const { status, body, headers } = await refresh(refreshToken);
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual([
      'access_token',
      'expires_in',
      'refresh_token',
      'requires_mfa',
      'token_type',
    ]);
    expect(body.refresh_token).not.toBe(refreshToken);
    expect(headers.get('cache-control')).toBe('no-store');
    expect((await me(body.access_token)).body.id).toBe(user.id);
    expect((await refresh(body.refresh_token)).status).toBe(200);
    expect(await live()).toHaveLength(1);
  });

  it('gives fifty who ask at once, on two instances, the same pair', async () => {
    const { refreshToken } = await one.make.person();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => refresh(refreshToken, index % 2 ? two : one)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await live()).toHaveLength(1);
    expect(await reason()).toBeNull();
    expect((await refresh(answers[0].body.refresh_token)).status).toBe(200);
  });

  it('gives the same pair again to the parent within ten seconds, on another instance too', async () => {
    const { refreshToken } = await one.make.person();
    const first = await refresh(refreshToken);
    const again = await refresh(refreshToken, two);
    expect(again).toMatchObject({ status: 200, text: first.text });
    expect(await live()).toHaveLength(1);
  });

  it('ends the session when the grandparent comes again', async () => {
    const { refreshToken, accessToken } = await known();
    const second = (await refresh(refreshToken)).body;
    const third = (await refresh(second.refresh_token)).body;
    expect((await me(third.access_token, two)).status).toBe(200);
    expect(await refresh(refreshToken)).toMatchObject({ status: 401, body: { code: 'invalid_refresh_token' } });
    await expectOver(accessToken);
    await expectOver(third.access_token);
    expect((await refresh(third.refresh_token)).status).toBe(401);
    expect((await refresh(third.refresh_token, two)).status).toBe(401);
    expect(await reason()).toBe('refresh_reuse');
  });

  it('ends the session when the parent comes again after ten seconds', async () => {
    const { refreshToken, accessToken } = await known();
    const second = (await refresh(refreshToken)).body;
    await tenSecondsPass();
    expect((await refresh(refreshToken)).status).toBe(401);
    await expectOver(accessToken);
    await expectOver(second.access_token);
    expect((await refresh(second.refresh_token, two)).status).toBe(401);
    expect(await reason()).toBe('refresh_reuse');
  });

  it("leaves the user's other sessions alone", async () => {
    const stolen = await known();
    const login = { email: stolen.user.email, password: 'Sunny-Day-42' };
    const other = (await one.client.post('/auth/login', login)).body;
    await refresh((await refresh(stolen.refreshToken)).body.refresh_token);
    expect((await refresh(stolen.refreshToken)).status).toBe(401);
    await expectOver(stolen.accessToken);
    expect((await me(other.access_token, two)).status).toBe(200);
    expect((await refresh(other.refresh_token)).status).toBe(200);
  });

  it.each(['', 'x', 'x'.repeat(43), 'x'.repeat(501), null, 7, ['x']])('refuses %p', async (token) => {
    const { status } = await one.client.post('/auth/refresh', { refresh_token: token });
    expect(status).toBe(typeof token === 'string' && token.length > 0 && token.length <= 500 ? 401 : 422);
  });

  it('does not take an access token', async () => {
    const { accessToken } = await one.make.person();
    expect((await refresh(accessToken.slice(0, 500))).status).toBe(401);
  });

  it.each(['idle_expires_at', 'expires_at'])('ends with %s', async (column) => {
    const { refreshToken } = await one.make.person();
    await one.db.query(`UPDATE sessions SET ${column} = now() - interval '1 second'`);
    expect((await refresh(refreshToken)).status).toBe(401);
    expect((await refresh(refreshToken)).status).toBe(401);
  });

  it('gives nothing to a deactivated user', async () => {
    const { refreshToken, user } = await one.make.person();
    await one.db.query('UPDATE users SET is_active = false WHERE id = $1', [user.id]);
    expect(await refresh(refreshToken)).toMatchObject({ status: 403, body: { code: 'inactive_user' } });
    await one.db.query('UPDATE users SET is_active = true WHERE id = $1', [user.id]);
    expect((await refresh(refreshToken)).status).toBe(200);
  });

  it('moves the idle end on and never the last one', async () => {
    const { refreshToken } = await one.make.person();
    await one.db.query(`UPDATE sessions SET idle_expires_at = now() + interval '1 minute'`);
    const ends = () =>
      one.db.query<{ idle: Date; last: Date }>('SELECT idle_expires_at AS idle, expires_at AS last FROM sessions');
    const [before] = await ends();
    await refresh(refreshToken);
    const [after] = await ends();
    expect(after.idle.getTime()).toBeGreaterThan(before.idle.getTime() + 86_400_000);
    expect(after.last).toEqual(before.last);
  });
});
