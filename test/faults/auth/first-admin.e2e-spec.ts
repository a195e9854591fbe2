import { startApp, TestApp } from '../../support/app';
import { runCommand } from '../../support/command';

const ADMIN = { ADMIN_EMAIL: 'root@example.com', ADMIN_PASSWORD: 'First-Day-42!' };
const login = { email: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD };

describe('first admin on the command line', () => {
  let t: TestApp;
  beforeAll(async () => (t = await startApp()));
  beforeEach(() => t.reset());
  afterAll(() => t.stop());

  const admins = () => t.db.query<{ email: string }>(`SELECT email FROM users WHERE 'admin' = ANY (roles)`);
  const create = (args: string[], stdin = '', env: Record<string, string> = {}) =>
    runCommand(['admin:create', ...args], { ...t.env, ...env }, stdin);

  it('is made from a password piped in, and not beside another one unless told so', async () => {
    const made = await create(['--email', 'root@example.com'], 'First-Day-42!\n');
    expect(made).toEqual({ code: 0, output: 'The admin root@example.com is made\n' });
    expect((await t.client.post('/auth/login', login)).status).toBe(200);
    const refused = await create(['--email', 'two@example.com'], 'First-Day-42!\n');
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('There is an active admin already.') });
    const another = await create(['--email', 'two@example.com', '--another'], '', ADMIN);
    expect(another.code).toBe(0);
    expect((await admins()).map(({ email }) => email).sort()).toEqual(['root@example.com', 'two@example.com']);
    const trail = await t.db.query(`SELECT facts FROM audit_entries WHERE action = 'auth.admin-made' ORDER BY id`);
    expect(trail).toEqual([{ facts: { another: false } }, { facts: { another: true } }]);
  });

  it('is refused for a weak password, a taken address or wrong words, without quoting the password', async () => {
    await t.make.user({ email: 'ada@example.com' });
    const answers = [
      await create(['--email', 'root@example.com'], 'Weak-word'),
      await create(['--email', 'ada@example.com'], 'First-Day-42!'),
      await create(['--email', 'root'], 'First-Day-42!'),
      await create([], 'First-Day-42!'),
      await create(['--mail', 'root@example.com'], 'First-Day-42!'),
    ];
    const words = ['PASSWORD_POLICY', 'There is an account', 'must be an e-mail address', '--email', '--email'];
    for (const [index, { code, output }] of answers.entries()) {
      expect({ index, code, output }).toEqual({ index, code: 1, output: expect.stringContaining(words[index]) });
      expect(output).not.toMatch(/Weak-word|First-Day/);
    }
    expect(await admins()).toEqual([]);
  });
});
