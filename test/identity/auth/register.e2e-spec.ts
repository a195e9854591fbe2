import { startApp, TestApp } from '../../support/app';
import { databaseText, formsOf } from '../../support/dump';

const PASSWORD = 'Sunny-Day-42';
const CARD = '4111 1111 1111 1111';

describe('register', () => {
  let t: TestApp;
  beforeAll(async () => (t = await startApp({ EMAIL_DOMAINS: '' })));
  afterAll(() => t.stop());
  beforeEach(() => t.reset());

  const ada = { email: 'Ada@Example.com', password: PASSWORD, full_name: 'Ada Lovelace' };
  const register = (body: object = {}) => t.client.post('/auth/register', { ...ada, ...body });
  const login = (email: string, password: string) => t.client.post('/auth/login', { email, password });
  const count = async () => Number((await t.db.query<{ n: string }>('SELECT count(*) AS n FROM users'))[0].n);

  it('answers 201 with the user and nothing else', async () => {
    const { status, body } = await register({ username: 'ada', credit_card: CARD });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
      email: 'Ada@Example.com',
      username: 'ada',
      full_name: 'Ada Lovelace',
      roles: ['user'],
      permissions: [],
      is_active: true,
      kind: 'person',
      locale: 'en',
      time_zone: 'UTC',
      email_verified: false,
      card: { brand: 'visa', last4: '1111' },
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      updated_at: expect.stringMatching(/Z$/),
    });
  });

  it('has null for what was not given', async () => {
    expect((await register()).body).toMatchObject({ username: null, card: null });
  });

  it('refuses an address or a username that is taken, in whatever case', async () => {
    await register({ username: 'Ada' });
    const email = await register({ email: 'aDA@eXAMPLE.COM' });
    expect(email).toMatchObject({ status: 409, body: { code: 'email_taken' } });
    const username = await register({ email: 'other@example.com', username: 'aDA' });
    expect(username).toMatchObject({ status: 409, body: { code: 'username_taken' } });
    expect(await count()).toBe(1);
  });

  it('makes one account of twenty registrations at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => register()));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'email_taken')).toHaveLength(19);
    expect(await count()).toBe(1);
  });

  it('gives user or student, and refuses any other role', async () => {
    expect((await register({ role: 'student' })).body.roles).toEqual(['student']);
    for (const role of ['admin', 'teacher', 'finance', 'root', 'Admin', 'user,admin']) {
      const refused = await register({ email: `${role.replace(',', '')}@example.com`, role });
      expect(refused).toMatchObject({ status: 403, body: { code: 'role_not_allowed' } });
    }
    expect((await register({ email: 'list@example.com', role: ['user', 'admin'] })).status).toBe(422);
    expect(await count()).toBe(1);
  });

  it.each([
    { isAdmin: true },
    { is_active: false },
    { roles: ['admin'] },
    { permissions: ['manage_users'] },
    { mfaEnabled: true },
    { id: '0192f0a0-1c2d-7e3f-8a4b-5c6d7e8f9a0b' },
    { created_at: '2020-01-01T00:00:00Z' },
    { fullName: 'Ada' },
    { card_last4: '1111' },
  ])('refuses %j and makes no account', async (extra) => {
    const { status, body } = await register(extra);
    expect(status).toBe(422);
    expect(body.errors).toEqual([{ field: Object.keys(extra)[0], code: 'unknown', message: expect.any(String) }]);
    expect(await count()).toBe(0);
  });

  it.each([
    ['email', 'ada', 'email'],
    ['email', 'ada@', 'email'],
    ['email', `${'a'.repeat(250)}@example.com`, 'email'],
    ['email', 'ada@example.com\0', 'email'],
    ['email', ['ada@example.com'], 'email'],
    ['email', null, 'email'],
    ['full_name', '   ', 'pattern'],
    ['full_name', 'x'.repeat(201), 'max_length'],
    ['full_name', 'Ada\0', 'text'],
    ['username', 'ab', 'min_length'],
    ['username', 'a'.repeat(51), 'max_length'],
    ['username', 'ada lovelace', 'pattern'],
    ['username', 'ada@x', 'pattern'],
    ['username', 'аdа', 'pattern'], // Cyrillic
    ['password', 'Aa1-xyz', 'min_length'],
    ['password', `Aa1-${'x'.repeat(125)}`, 'max_length'],
    ['password', 'Password1234567!', 'well_known'],
    ['password', 'Atrium-2026', 'well_known'],
    ['password', 'Lovelace-1', 'well_known'],
    ['password', 'password1234567', 'composition'],
    ['password', 12345678, 'text'],
    ['credit_card', '4111 1111 1111 1112', 'card'],
    ['credit_card', '1234 5678 9012 3456', 'card'],
  ])('refuses %s %p', async (field, value, code) => {
    const { status, body, text } = await register({ [field]: value });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'validation', type: '/problems/validation', errors: [{ field, code }] });
    if (field === 'password' || field === 'credit_card') expect(text).not.toContain(String(value));
    expect(await count()).toBe(0);
  });

  it('names every field that is missing', async () => {
    const { body } = await t.client.post('/auth/register', {});
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(['email', 'password', 'full_name']);
  });

  it('takes long passwords of any characters whole', async () => {
    const emoji = `Aa1 ${'😀 é 字 '.repeat(30)}`;
    for (const [index, length] of [64, 128].entries()) {
      const password = [...emoji].slice(0, length - 1).join('') + '!';
      const email = `long${index}@example.com`;
      expect([...password]).toHaveLength(length);
      expect((await register({ email, password })).status).toBe(201);
      expect((await login(email, password)).status).toBe(200);
      expect((await login(email, password.slice(0, -1))).status).toBe(401);
    }
  });

  it('tells passwords apart that differ at byte 80 only', async () => {
    const [one, other] = ['x', 'y'].map((byte) => `Aa1-${'q'.repeat(76)}${byte}${'q'.repeat(19)}`);
    expect(one).toHaveLength(100);
    expect((await register({ password: one })).status).toBe(201);
    expect((await login(ada.email, other)).status).toBe(401);
    expect((await login(ada.email, one)).status).toBe(200);
  });

  it('does not trim a password', async () => {
    const password = ` ${PASSWORD} `;
    await register({ password });
    for (const trimmed of [PASSWORD, ` ${PASSWORD}`, `${PASSWORD} `]) {
      expect((await login(ada.email, trimmed)).status).toBe(401);
    }
    expect((await login(ada.email, password)).status).toBe(200);
  });

  it('keeps the password as Argon2id of at least the floor, salted', async () => {
    await register();
    await register({ email: 'twin@example.com' });
    const rows = await t.db.query<{ hash: string }>('SELECT hash FROM password_credentials');
    expect(new Set(rows.map(({ hash }) => hash)).size).toBe(2);
    for (const { hash } of rows) {
      const [, memory, time] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(hash) ?? [];
      expect(Number(memory)).toBeGreaterThanOrEqual(19_456);
      expect(Number(time)).toBeGreaterThanOrEqual(2);
    }
  });

  it('keeps neither the password nor the card number anywhere', async () => {
    const { text } = await register({ credit_card: CARD });
    const stored = await databaseText(t.db);
    expect(stored).toContain('1111');
    for (const secret of [PASSWORD, CARD, CARD.replaceAll(' ', '')].flatMap(formsOf)) {
      expect(stored).not.toContain(secret);
      expect(text).not.toContain(secret);
    }
  });

  it('gives the first answer again for the same Idempotency-Key, keeping no secret with it', async () => {
    const key = { 'idempotency-key': 'register-1' };
    const first = await t.client.post('/auth/register', { ...ada, credit_card: CARD }, key);
    const again = await t.client.post('/auth/register', { ...ada, credit_card: CARD }, key);
    expect(again).toMatchObject({ status: 201, text: first.text });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const stored = await databaseText(t.db);
    for (const secret of [PASSWORD, CARD].flatMap(formsOf)) expect(stored).not.toContain(secret);
  });
});

describe('register with EMAIL_DOMAINS and PASSWORD_POLICY=length', () => {
  let t: TestApp;
  beforeAll(async () => (t = await startApp({ EMAIL_DOMAINS: 'school.org,Uni.example', PASSWORD_POLICY: 'length' })));
  afterAll(() => t.stop());

  it.each([
    ['ada@school.org', 201],
    ['bob@SCHOOL.ORG', 201],
    ['ada@uni.example', 201],
    ['ada@example.com', 422],
    ['ada@evil-school.org', 422],
    ['ada@school.org.evil.com', 422],
    ['ada@sub.school.org', 422],
  ])('answers %s with %i', async (email, status) => {
    const body = { email, password: 'four brown hens', full_name: 'A' };
    expect((await t.client.post('/auth/register', body)).status).toBe(status);
  });

  it('asks for 15 characters of any kind', async () => {
    const body = { email: 'carl@school.org', password: 'four brown hen', full_name: 'C' };
    const refused = await t.client.post('/auth/register', body);
    expect(refused.body.errors).toMatchObject([{ field: 'password', code: 'min_length' }]);
  });
});
