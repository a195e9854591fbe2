import { PasswordHashes } from '../../../src/modules/identity/auth/passwords/password-hashes';
import { startApp, TestApp, workerApp } from '../../support/app';
import { PASSWORD } from '../../support/make';

const withoutId = (text: string): string => text.replace(/"request_id":"[^"]+"/, '');

describe('login', () => {
  let t: TestApp;
  beforeAll(async () => (t = await workerApp()));
  afterAll(() => t.stop());
  beforeEach(() => t.reset());

  const login = (body: object) => t.client.post('/auth/login', body);

  it('takes the address or the username, in any case', async () => {
    const { email, username } = await t.make.user({ email: 'Ada@Example.com', username: 'Ada' });
    for (const name of [{ email }, { email: 'aDA@example.COM' }, { username }, { username: 'aDA' }]) {
      expect((await login({ ...name, password: PASSWORD })).status).toBe(200);
    }
  });

  it('answers with a pair of tokens, not to be kept by a cache', async () => {
    const { email } = await t.make.user();
    const { body, headers } = await login({ email, password: PASSWORD });
    expect(body).toEqual({
      access_token: expect.stringMatching(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/),
      refresh_token: expect.stringMatching(/^[\w-]{43,}$/),
      token_type: 'bearer',
      expires_in: 600,
      requires_mfa: false,
    });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('answers an unknown and a known address alike', async () => {
    const { email, username } = await t.make.user();
    const names = [{ email }, { username }, { email: 'nobody@example.com' }, { username: 'nobody' }];
    const answers = await Promise.all(names.map((name) => login({ ...name, password: 'Wrong-Day-42' })));
    for (const { status, text, headers } of answers) {
      expect(status).toBe(401);
      expect(headers.get('www-authenticate')).toBe('Bearer');
      expect(withoutId(text)).toBe(withoutId(answers[0].text));
    }
    expect(answers[0].body.code).toBe('invalid_credentials');
  });

  it('does the same work for an unknown address as for a known one', async () => {
    const { email } = await t.make.user();
    const turns = jest.spyOn<any, any>(t.app.get(PasswordHashes), 'inTurn');
    for (const address of [email, 'nobody@example.com']) {
      turns.mockClear();
      await login({ email: address, password: 'Wrong-Day-42' });
      expect(turns).toHaveBeenCalledTimes(1); // one hash, which is nine tenths of the time
    }
    turns.mockRestore();
  });

  it('tells that an account is deactivated only to who knows its password', async () => {
    const { email } = await t.make.user({ isActive: false });
    expect(await login({ email, password: PASSWORD })).toMatchObject({ status: 403, body: { code: 'inactive_user' } });
    expect(await login({ email, password: 'Wrong-Day-42' })).toMatchObject({ body: { code: 'invalid_credentials' } });
    expect(await t.db.query('SELECT 1 FROM sessions')).toHaveLength(0);
  });

  it('lets nobody in to an account without a password', async () => {
    const { email, id } = await t.make.user();
    await t.db.query('DELETE FROM password_credentials WHERE user_id = $1', [id]);
    expect((await login({ email, password: PASSWORD })).status).toBe(401);
  });

  it.each([
    [{ email: 'ada@example.com' }, 'password'],
    [{ password: PASSWORD }, 'email'],
    [{ email: 'ada@example.com', password: '' }, 'password'],
    [{ email: 'ada@example.com', password: ['x'] }, 'password'],
    [{ email: { $ne: null }, password: 'x' }, 'email'],
    [{ email: 'ada@example.com', password: 'x\0' }, 'password'],
    [{ email: 'ada@example.com', password: 'x'.repeat(1001) }, 'password'],
    [{ email: 'ada@example.com', password: 'x', remember: true }, 'remember'],
  ])('refuses %j', async (body, field) => {
    const answer = await login(body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ field }]);
  });

  it("renews a hash that is weaker than today's", async () => {
    const { email, id } = await t.make.user();
    // Argon2id of PASSWORD at m=8, t=1.
    const { hash } = await import('@node-rs/argon2');
    const weak = await hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
    await t.db.query('UPDATE password_credentials SET hash = $2 WHERE user_id = $1', [id, weak]);
    expect((await login({ email, password: 'Wrong-Day-42' })).status).toBe(401);
    expect(await stored(id)).toBe(weak);
    expect((await login({ email, password: PASSWORD })).status).toBe(200);
    expect(await stored(id)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,/);
    expect((await login({ email, password: PASSWORD })).status).toBe(200);
  });

  const stored = async (id: string): Promise<string> =>
    (await t.db.query<{ hash: string }>('SELECT hash FROM password_credentials WHERE user_id = $1', [id]))[0].hash;
});

describe('login, limited', () => {
  let one: TestApp;
  let two: TestApp;
  beforeAll(async () => {
    one = await startApp({ RATE_LIMITS: '300/minute,auth=10/minute' });
    two = await startApp(one.env);
  });
  afterAll(async () => {
    await two.stop();
    await one.stop();
  });

  it('refuses the 11th try of a minute, over two instances and whatever X-Forwarded-For says', async () => {
    const { email } = await one.make.user();
    const paths = ['/auth/login', '/auth/login', '/auth/register'];
    const statuses: number[] = [];
    for (let index = 0; index < 10; index++) {
      const { client } = index % 2 ? two : one;
      const from = { 'x-forwarded-for': `203.0.113.${index}`, forwarded: `for=203.0.113.${index}` };
      const answer = await client.post(paths[index % 3], { email, password: 'Wrong-Day-42' }, from);
      statuses.push(answer.status);
      expect(answer.headers.get('ratelimit-limit')).toBe('10');
      expect(answer.headers.get('ratelimit-remaining')).toBe(String(9 - index));
    }
    expect(statuses).not.toContain(429);
    for (const { client } of [one, two]) {
      const refused = await client.post(
        '/auth/login',
        { email, password: PASSWORD },
        { 'x-forwarded-for': '198.51.100.1' },
      );
      expect(refused).toMatchObject({ status: 429, body: { code: 'rate_limited', status: 429 } });
      const seconds = refused.headers.get('retry-after');
      expect(seconds).toMatch(/^\d+$/);
      expect(Number(seconds)).toBeGreaterThan(0);
      expect(Number(seconds)).toBeLessThanOrEqual(66);
      expect(refused.headers.get('ratelimit-remaining')).toBe('0');
    }
  });

  it('limits no other group by it', async () => {
    const { status, headers } = await one.client.get('/products');
    expect(status).toBe(200);
    expect(headers.get('ratelimit-limit')).toBe('300');
  });
});

describe('login, limited without Redis', () => {
  let t: TestApp;
  beforeAll(
    async () => (t = await startApp({ RATE_LIMITS: '300/minute,auth=10/minute', REDIS_URL: 'redis://127.0.0.1:1' })),
  );
  afterAll(() => t.stop());

  it('refuses the 11th try of a minute', async () => {
    const { email } = await t.make.user();
    const statuses: number[] = [];
    for (let index = 0; index < 11; index++) {
      statuses.push((await t.client.post('/auth/login', { email, password: PASSWORD })).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(200), 429]);
  });
});
