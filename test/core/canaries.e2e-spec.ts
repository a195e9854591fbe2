import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/core/kernel/config';
import { closeLog, flushLog, openLog } from '../../src/core/kernel/logging';
import { Redis } from '../../src/core/data/redis';
import { UsersService } from '../../src/modules/identity/users';
import { startApp, TestApp } from '../support/app';
import { ChatClient } from '../communication/chat/support';
import type { Client } from '../support/client';
import { databaseText, formsOf, redisText } from '../support/dump';
import { rawRequest, sendRaw } from '../support/raw';
import { within } from '../support/within';

const CARD = '4111 1111 1111 1111';
const PASSWORD = 'Canary-Pass-42';
const QUERY = 'canary-in-the-query';
const ADMIN_PASSWORD = 'Canary-Admin-77!';

describe('planted secrets', () => {
  let t: TestApp;
  const logDir = mkdtempSync(join(tmpdir(), 'atrium-log-'));
  const secrets = new Map([
    ['password', PASSWORD],
    ['wrong password', 'Canary-Wrong-42'],
    ['admin password', ADMIN_PASSWORD],
    ['card', CARD],
    ['card without spaces', CARD.replaceAll(' ', '')],
    ['query', QUERY],
  ]);
  const answers: string[] = [];
  let admin: Client;

  beforeAll(async () => {
    t = await startApp({
      LOG_DIR: logDir,
      LOG_LEVEL: 'debug',
      RATE_LIMITS: '1000/minute,auth=500/minute',
      ADMIN_EMAIL: 'root@example.com',
      ADMIN_PASSWORD,
    });
    await openLog(loadConfig(t.env));
    await live();
  });
  afterAll(async () => {
    closeLog();
    await t.stop();
    rmSync(logDir, { recursive: true, force: true });
  });

  /** Every call that carries a secret, going well and going wrong. */
  async function live(): Promise<void> {
    const { client } = t;
    const ada = { email: 'ada@example.com', password: PASSWORD, full_name: 'Ada', credit_card: CARD };
    const keyed = { 'idempotency-key': 'canary-key' };
    const refused = async (answer: Promise<{ text: string; status: number }>): Promise<void> => {
      const { status, text } = await answer;
      expect(status).toBeGreaterThanOrEqual(400);
      answers.push(text);
    };
    expect((await client.post('/auth/register', ada, keyed)).status).toBe(201);
    expect((await client.post('/auth/register', ada, keyed)).status).toBe(201);
    await refused(client.post('/auth/register', ada));
    await refused(client.post('/auth/register', { ...ada, credit_card: CARD.replace(/1$/, '2') }));
    await refused(client.post('/auth/register', { ...ada, pin: PASSWORD }));
    await refused(client.post('/auth/register', `{"password":"${PASSWORD}"`));
    await refused(client.post('/auth/register', { ...ada, email: PASSWORD }));
    await refused(client.post('/auth/login', { email: ada.email, password: 'Canary-Wrong-42' }));
    const first = (await client.post('/auth/login', { email: ada.email, password: PASSWORD }, keyed)).body;
    const form = new URLSearchParams({ username: ada.email, password: PASSWORD }).toString();
    const formType = { 'content-type': 'application/x-www-form-urlencoded' };
    const other = (await client.post('/auth/token', form, formType)).body;
    const second = (await client.post('/auth/refresh', { refresh_token: first.refresh_token }, keyed)).body;
    const third = (await client.post('/auth/refresh', { refresh_token: second.refresh_token })).body;
    for (const [name, pair] of Object.entries({ first, other, second, third })) {
      secrets.set(`${name} access token`, pair.access_token).set(`${name} refresh token`, pair.refresh_token);
    }
    const me = client.as(third.access_token);
    expect(
      (await me.get(`/users/me?token=${QUERY}&password=${PASSWORD}&access_token=${third.access_token}`)).status,
    ).toBe(200);
    await refused(client.get(`/users/me?ticket=${QUERY}`));
    await refused(client.get(`/products?token=${QUERY}&password=${PASSWORD}`));
    await refused(client.get(`/nowhere?token=${QUERY}`));
    await refused(client.as(`${third.access_token}x`).get('/users/me'));
    await refused(client.post('/auth/refresh', { refresh_token: first.refresh_token, extra: 1 }));
    expect((await me.graphql(`{ me { id } }`)).body.data.me.id).toBeTruthy();
    answers.push((await me.graphql(`{ me(password: "${PASSWORD}") { id } }`)).text);
    answers.push(
      (await sendRaw(t.url, rawRequest('GET', `/%zz?token=${QUERY}`, [`Authorization: Bearer ${third.access_token}`])))
        .text,
    );
    const { ticket } = (await me.post('/auth/ws-ticket')).body;
    secrets.set('ticket', ticket);
    const queries: Record<string, string>[] = [{ token: third.access_token }, { ticket }, { ticket }];
    for (const query of queries) {
      const socket = await ChatClient.open(t.url, 'canary', null, { query });
      await socket.settled();
      await socket.close();
    }
    const cause = new Error(
      `refresh_token=${third.refresh_token} password: ${PASSWORD}, ${CARD}, Bearer ${third.access_token}`,
    );
    const spy = jest.spyOn(t.app.get(UsersService), 'byId').mockRejectedValue(cause);
    await refused(me.get(`/users/me?again=${QUERY}`));
    spy.mockRestore();
    await refused(client.post('/auth/refresh', { refresh_token: first.refresh_token }));
    expect((await client.as(other.access_token).post('/auth/logout-all')).status).toBe(204);
    const { body: root, status } = await client.post('/auth/login', {
      email: 'root@example.com',
      password: ADMIN_PASSWORD,
    });
    expect(status).toBe(200);
    admin = client.as(root.access_token);
    secrets.set('admin access token', root.access_token).set('admin refresh token', root.refresh_token);
    for (const word of [PASSWORD, QUERY, first.refresh_token.slice(0, 200)]) {
      const q = encodeURIComponent(word);
      expect((await admin.get(`/logs/atrium-0?q=${q}&field=password=${q}`)).body.lines).toBe(0);
    }
    await refused(admin.get(`/logs/atrium-0?token=${QUERY}&password=${PASSWORD}`));
    await refused(client.get(`/logs/atrium-0?token=${third.access_token}`));
  }

  function expectNone(text: string): void {
    for (const [name, secret] of secrets) {
      for (const form of formsOf(secret)) expect(text.includes(form) ? `${name} found` : 'clean').toBe('clean');
    }
  }

  it('stand in no log', async () => {
    const log = await within(
      3000,
      () => {
        flushLog();
        return readdirSync(logDir)
          .map((name) => readFileSync(join(logDir, name), 'utf8'))
          .join('\n');
      },
      (text) => text.includes('"path":"/api/v1/auth/logout-all"'),
    );
    expect(log).toContain('Answered internal');
    expect(log).toContain('[masked]');
    expectNone(log);
    for (const line of log.split('\n').filter(Boolean)) expect(() => JSON.parse(line)).not.toThrow();
  });

  it('are shown to nobody who reads the log', async () => {
    for (const path of ['?tail=5000', '?tail=5000&format=json', '/download']) {
      const { text, status } = await admin.get(`/logs/atrium-0${path}`);
      expect([status, text.includes('/api/v1/auth/login')]).toEqual([200, true]);
      expectNone(text);
    }
  });

  it('stand nowhere in the database', async () => {
    const text = await databaseText(t.db);
    expect(text).toContain('ada@example.com');
    expect(text).toContain('idempotency_keys');
    expectNone(text);
  });

  it('stand nowhere in Redis', async () => {
    const text = await redisText(t.app.get(Redis));
    expect(text).toContain('limit:auth');
    expectNone(text);
  });

  it('stand in no error and no measurement', async () => {
    expect(answers.length).toBeGreaterThan(12);
    for (const text of answers) expectNone(text);
    const { text } = await t.client.get('//metrics');
    expect(text).toContain('/api/v1/auth/login');
    expectNone(text);
  });
});
