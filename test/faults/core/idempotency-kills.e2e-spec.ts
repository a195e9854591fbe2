import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../../src/core/kernel/runtime';
import { startApp } from '../../support/app';
import { dropDatabase, makeDatabase } from '../../support/database';
import { freePort, Instance } from '../../support/instance';
import { servers } from '../../support/servers';

const PASSWORD = 'Sunny-Day-42';
const keyed = (key = newId()): Record<string, string> => ({ 'idempotency-key': key });

describe('a call with an Idempotency-Key whose process is killed', () => {
  it('at any moment has one effect once it is sent again, and the answer stays', async () => {
    const database = await makeDatabase();
    const env = {
      DATABASE_URL: database,
      REDIS_URL: servers().redis,
      REDIS_PREFIX: `test-${Date.now()}`,
      RATE_LIMITS: 'off',
      SECRET_KEY: newId(),
    };
    const judge = await startApp({ ...env, NODE_ENV: 'test' });
    const [first, second] = [Instance.start(await freePort(), env), Instance.start(await freePort(), env)];
    let victim = first;
    try {
      await Promise.all([first.ready(), second.ready()]);
      for (let round = 0; round < 6; round++) {
        const input = { email: `${newId()}@example.com`, password: PASSWORD, full_name: 'Mia' };
        const key = keyed();
        const lost = victim.client.post('/auth/register', input, key).catch(() => null);
        await sleep(round * 12); // from before its first statement to after its commit
        await victim.stop('SIGKILL');
        const answered = await lost;
        let again = await second.client.post('/auth/register', input, key);
        for (; again.status === 409 && again.body.code === 'in_progress'; await sleep(50)) {
          again = await second.client.post('/auth/register', input, key); // Postgres has not noticed yet
        }
        expect(again.status).toBe(201);
        if (answered) expect(again.text).toBe(answered.text);
        expect((await second.client.post('/auth/register', input, key)).text).toBe(again.text);
        const effects = `SELECT 1 FROM audit_entries WHERE action = 'auth.registered' AND target = $1`;
        expect(await judge.db.query(effects, [`user:${again.body.id}`])).toHaveLength(1);
        expect(await judge.db.query('SELECT 1 FROM users WHERE email = $1', [input.email])).toHaveLength(1);
        victim = Instance.start(await freePort(), env);
        await victim.ready();
      }
    } finally {
      await Promise.all([victim.stop('SIGKILL'), second.stop('SIGKILL')]);
      await judge.stop();
      await dropDatabase(database);
    }
  });
});
