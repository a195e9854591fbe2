import { newId } from '../../src/core/kernel/runtime';
import { Passwords } from '../../src/modules/identity/auth/passwords/passwords';
import { startApp, TestApp, workerApp } from '../support/app';
import { Answer, Client } from '../support/client';

/** Connections that wait for their caller after a statement about keys. */
const HELD_BY_A_KEY = `SELECT query FROM pg_stat_activity WHERE datname = current_database()
  AND state = 'idle in transaction' AND (query LIKE '%idempotency_keys%' OR query LIKE 'SAVEPOINT%')`;
const PASSWORD = 'Sunny-Day-42';
const keyed = (key = newId()): Record<string, string> => ({ 'idempotency-key': key });

describe('a call with an Idempotency-Key', () => {
  let t: TestApp;
  beforeAll(async () => (t = await workerApp()));
  afterAll(() => t.stop());

  it('holds no connection while a password is verified', async () => {
    const { user } = await t.make.person();
    const passwords = t.app.get(Passwords);
    const verify = passwords.verify.bind(passwords);
    const held: unknown[] = [];
    const spy = jest.spyOn(passwords, 'verify').mockImplementation(async (...of) => {
      held.push(...(await t.db.query(HELD_BY_A_KEY)));
      return verify(...of);
    });
    const input = { email: user.email, password: 'Wrong-Pass-1' };
    const answer = await t.client.post('/auth/login', input, keyed()).finally(() => spy.mockRestore());
    expect(answer.status).toBe(401);
    expect(held).toEqual([]);
  });

  // In tests, whoever waits for something else while a connection is held is refused, which would be 500 here.
  it('that waits for Argon2 has one effect and the same answer', async () => {
    const email = `${newId()}@example.com`;
    const register = keyed();
    const input = { email, password: PASSWORD, full_name: 'Mia' };
    const first = await t.client.post('/auth/register', input, register);
    expect(first.status).toBe(201);
    expect((await t.client.post('/auth/register', input, register)).text).toBe(first.text);
    const login = keyed();
    const opened = await t.client.post('/auth/login', { email, password: PASSWORD }, login);
    expect(opened.status).toBe(200);
    expect((await t.client.post('/auth/login', { email, password: PASSWORD }, login)).text).toBe(opened.text);
    const sessions = 'SELECT 1 FROM sessions WHERE user_id = $1';
    expect(await t.db.query(sessions, [first.body.id])).toHaveLength(1);
    const me = t.client.as(opened.body.access_token);
    const stepUp = await me.post('/auth/step-up', { password: PASSWORD }, keyed());
    expect(stepUp.status).toBe(204);
    const change = { current_password: PASSWORD, password: 'Rainy-Day-43' };
    const key = keyed();
    expect((await me.post('/auth/password/change', change, key)).status).toBe(204);
    expect((await me.post('/auth/password/change', change, key)).status).toBe(204);
  });

  it('sent at once to two instances has one effect; the answers are that one or 409', async () => {
    const other = await startApp({ ...t.env });
    try {
      const { id } = await t.make.category();
      const admin = await t.make.admin();
      const beside = new Client(other.url).as(admin.accessToken);
      for (let round = 0; round < 5; round++) {
        const key = keyed();
        const input = { name: `Canvas ${round}`, price: '5.99', category_id: id };
        const call = (_: unknown, n: number) => (n % 2 ? admin.client : beside).post('/products', input, key);
        const answers: Answer[] = await Promise.all(Array.from({ length: 20 }, call));
        expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
        expect(new Set(answers.filter(({ status }) => status === 201).map(({ text }) => text)).size).toBe(1);
        expect(await t.db.query('SELECT 1 FROM products WHERE name = $1', [input.name])).toHaveLength(1);
      }
    } finally {
      await other.stop();
    }
  });
});
