import { startApp, TestApp } from '../../support/app';
import { dropDatabase, makeDatabase } from '../../support/database';

const ADMIN = { ADMIN_EMAIL: 'root@example.com', ADMIN_PASSWORD: 'First-Day-42!' };
const login = { email: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD };

describe('first admin', () => {
  const started: TestApp[] = [];
  let url: string;
  const start = async (env: Record<string, string> = {}): Promise<TestApp> => {
    const t = await startApp({ DATABASE_URL: url, ...env });
    started.push(t);
    return t;
  };
  const admins = (t: TestApp) => t.db.query<{ email: string }>(`SELECT email FROM users WHERE 'admin' = ANY (roles)`);

  beforeEach(async () => (url = await makeDatabase()));
  afterEach(async () => {
    for (const t of started.splice(0)) await t.stop();
    await dropDatabase(url);
  });

  it('is made at the first start and not again', async () => {
    const one = await start(ADMIN);
    const { body } = await one.client.post('/auth/login', login);
    expect((await one.client.as(body.access_token).get('/users/me')).body).toMatchObject({
      email: 'root@example.com',
      roles: ['admin'],
    });
    const two = await start({ ...ADMIN, ADMIN_PASSWORD: 'Second-Day-42!' });
    expect(await admins(two)).toHaveLength(1);
    expect((await two.client.post('/auth/login', login)).status).toBe(200);
    expect((await two.client.post('/auth/login', { ...login, password: 'Second-Day-42!' })).status).toBe(401);
  });

  it('is made once by several instances that start together', async () => {
    const all = await Promise.all([start(ADMIN), start(ADMIN), start(ADMIN)]);
    expect(await admins(all[0])).toEqual([{ email: 'root@example.com' }]);
    for (const t of all) expect((await t.client.post('/auth/login', login)).status).toBe(200);
  });

  it('is made once also when the instances are told different addresses', async () => {
    const all = await Promise.all(
      ['a', 'b', 'c'].map((name) => start({ ...ADMIN, ADMIN_EMAIL: `${name}@example.com` })),
    );
    expect(await admins(all[0])).toHaveLength(1);
  });

  it('is not made when there is an admin', async () => {
    const one = await start();
    await one.make.user({ roles: ['admin'], email: 'boss@example.com' });
    const two = await start(ADMIN);
    expect(await admins(two)).toEqual([{ email: 'boss@example.com' }]);
    expect((await two.client.post('/auth/login', login)).status).toBe(401);
  });

  it('is made when the only admin is deactivated', async () => {
    const one = await start();
    await one.make.user({ roles: ['admin'], isActive: false });
    const two = await start(ADMIN);
    expect((await two.client.post('/auth/login', login)).status).toBe(200);
  });

  it('is nobody when none is configured', async () => {
    expect(await admins(await start())).toEqual([]);
  });

  it('is told in the trail', async () => {
    const t = await start(ADMIN);
    const trail = await t.db.query(`SELECT outcome, facts FROM audit_entries WHERE action = 'auth.admin-made'`);
    expect(trail).toEqual([{ outcome: 'success', facts: { another: false } }]);
  });

  it.each([
    ['ADMIN_PASSWORD', { ...ADMIN, ADMIN_PASSWORD: 'short' }],
    ['ADMIN_PASSWORD', { ...ADMIN, ADMIN_PASSWORD: 'Administrator-1' }],
    ['ADMIN_PASSWORD', { ...ADMIN, ADMIN_PASSWORD: 'Sixteen-Words', PASSWORD_POLICY: 'length' }],
    ['ADMIN_EMAIL', { ...ADMIN, ADMIN_EMAIL: 'root' }],
  ])('stops the start, naming %s and never its value, when it could not register', async (name, env) => {
    const message = await start(env).then(
      () => 'started',
      (error: Error) => error.message,
    );
    expect(message).toContain(name);
    expect(message).not.toContain(env.ADMIN_PASSWORD);
  });
});
