import { startApp, TestApp } from '../../support/app';
import { PASSWORD } from '../../support/make';

describe.each([
  ['', {}],
  [' without Redis', { REDIS_URL: 'redis://127.0.0.1:1' }],
])('failed logins%s', (_, env) => {
  let one: TestApp;
  let two: TestApp;
  beforeAll(async () => {
    one = await startApp({ TRUST_PROXY: '127.0.0.1', ...env });
    two = await startApp(one.env);
  });
  afterAll(async () => {
    await two.stop();
    await one.stop();
  });

  const login = (body: object, from = '203.0.113.1', t = one) =>
    t.client.post('/auth/login', body, { 'x-forwarded-for': from });
  const wrong = (name: object, from?: string, t?: TestApp) => login({ ...name, password: 'Wrong-Day-42' }, from, t);
  const passed = (seconds: number) =>
    one.db.query(`UPDATE login_failures SET open_at = open_at - $1 * interval '1 second'`, [seconds]);

  it('slow the account down from the eleventh on, on both instances, for longer each time', async () => {
    const { email, username } = await one.make.user();
    const names = [{ email }, { username }, { email: email.toUpperCase() }];
    for (let index = 0; index < 10; index++) {
      expect((await wrong(names[index % 3], undefined, index % 2 ? one : two)).status).toBe(401);
    }
    const waits: number[] = [];
    for (let round = 0; round < 5; round++) {
      const refused = await login({ email, password: PASSWORD }, undefined, round % 2 ? one : two);
      expect(refused).toMatchObject({ status: 429, body: { code: 'login_slowed' } });
      waits.push(Number(refused.headers.get('retry-after')));
      await passed(waits[round] + 1);
      expect((await wrong({ email })).status).toBe(401);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16]);
    // Elsewhere the right password is taken at once; and here after the wait, which forgives.
    expect((await login({ email, password: PASSWORD }, '198.51.100.9')).status).toBe(200);
    expect((await login({ email, password: PASSWORD })).status).toBe(429);
    await passed(60);
    expect((await login({ email, password: PASSWORD })).status).toBe(200);
    for (let index = 0; index < 9; index++) expect((await wrong({ email })).status).toBe(401);
    expect((await login({ email, password: PASSWORD })).status).toBe(200);
  });

  it('never make anybody wait longer than 15 minutes, and are forgotten after a quiet hour', async () => {
    const { email } = await one.make.user();
    await wrong({ email });
    await one.db.query('UPDATE login_failures SET failures = 5000');
    expect((await wrong({ email }, '203.0.113.1')).status).toBe(401);
    const refused = await login({ email, password: PASSWORD });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(900);
    await one.db.query(
      `UPDATE login_failures SET last_at = last_at - interval '61 minutes', open_at = open_at - interval '61 minutes'`,
    );
    expect((await wrong({ email })).status).toBe(401);
    expect((await login({ email, password: PASSWORD })).status).toBe(200);
  });

  it('from everywhere slow strangers for a minute at most, and never where the owner logs in from', async () => {
    const { email } = await one.make.user();
    const [home, abroad] = ['198.51.100.1', '198.51.100.2'];
    expect((await login({ email, password: PASSWORD }, home)).status).toBe(200);
    for (let index = 0; index < 100; index++) {
      expect((await wrong({ email }, `203.0.113.${index}`, index % 2 ? one : two)).status).toBe(401);
    }
    expect((await wrong({ email }, '203.0.113.200')).status).toBe(429);
    await one.db.query(`UPDATE login_failures SET failures = 9000, open_at = now() WHERE network = ''`);
    expect((await wrong({ email }, '203.0.113.201')).status).toBe(401);
    const stranger = await login({ email, password: PASSWORD }, abroad);
    expect(stranger.status).toBe(429);
    expect(Number(stranger.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect((await login({ email, password: PASSWORD }, home)).status).toBe(200);
    await passed(61);
    expect((await login({ email, password: PASSWORD }, abroad)).status).toBe(200);
  });

  it('slow an unknown account as a known one', async () => {
    const { email } = await one.make.user();
    const answers = [];
    for (const name of [email, 'nobody@example.com']) {
      for (let index = 0; index < 10; index++) await wrong({ email: name }, '203.0.113.77');
      answers.push(await wrong({ email: name }, '203.0.113.77'));
    }
    const same = answers.map(({ status, text }) => [status, text.replace(/"request_id":"[^"]+"/, '')]);
    expect(same[0][0]).toBe(429);
    expect(same[1]).toEqual(same[0]);
  });

  it('count when they come all at once: the right one among them is not taken', async () => {
    const { email } = await one.make.user();
    const tries = Array.from({ length: 40 }, (_, index) =>
      login({ email, password: index === 39 ? PASSWORD : `Wrong-Day-${index}` }, undefined, index % 2 ? one : two),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses[39]).toBe(429);
  });

  it('never slow who is right, twenty at once', async () => {
    const { email } = await one.make.user();
    const answers = await Promise.all(Array.from({ length: 20 }, () => login({ email, password: PASSWORD })));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(20).fill(200));
  });

  it('count at the OAuth2 form and when changing a password too', async () => {
    const { user, client } = await one.make.person();
    const form = new URLSearchParams({ username: user.email, password: 'Wrong-Day-42' }).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    for (let index = 0; index < 5; index++) expect((await one.client.post('/auth/token', form, type)).status).toBe(400);
    const change = () =>
      client.post('/auth/password/change', { current_password: 'Wrong-Day-42', password: 'Rainy-Night-43' });
    for (let index = 0; index < 5; index++) expect((await change()).status).toBe(403);
    for (const refused of [await change(), await one.client.post('/auth/token', form, type)]) {
      expect(refused.status).toBe(429);
      expect(refused.headers.get('retry-after')).toMatch(/^[12]$/);
    }
  });
});
