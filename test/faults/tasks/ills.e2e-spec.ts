import { setTimeout as sleep } from 'node:timers/promises';
import { Invariants } from '../../../src/core/data/invariants';
import { startApp, TestApp } from '../../support/app';
import type { Client } from '../../support/client';
import { freePort, Instance } from '../../support/instance';
import type { Person } from '../../support/make';
import { mailsGone } from '../../support/mails';
import { SmtpSink } from '../../support/smtp';
import { until } from '../../support/until';
import { letter, seen, SeenTask, startOf, taskIs } from '../../platform/tasks/support';

/** How long the mail server is away; ten minutes, for a long run. */
const AWAY_S = Number(process.env.TASKS_SMTP_AWAY_S ?? 4);
const LETTERS = 20;
/** Less than an access token lasts. */
const LOGIN_EACH_MS = 300_000;

const off = async (t: TestApp) => (await t.app.get(Invariants).verify()).checks.filter(({ ok }) => !ok);

describe('a task that ends every worker it is given to', () => {
  let t: TestApp;
  let ada: Person;
  let worker: Instance | null = null;

  beforeAll(async () => {
    t = await startApp({ APP_ROLE: 'web' });
    ada = await t.make.person();
  });
  afterAll(async () => {
    await worker?.stop('SIGKILL');
    await t.stop();
  });

  const startWorker = async (): Promise<Instance> => {
    const { LOG_DIR: _, PORT: __, ...env } = t.env;
    const command = ['--require', './test/platform/tasks/poison.cjs', 'dist/src/main.js'];
    const instance = Instance.start(await freePort(), { ...env, APP_ROLE: 'worker' }, command);
    await instance.ready();
    return instance;
  };

  it('has failed after its last attempt, and those that were lost with it are done', async () => {
    const [poison, ...others] = await t.db.transaction(async () => {
      const ids: string[] = [];
      for (const subject of ['poison', 'beside', 'beside', 'beside', 'beside', 'plain']) {
        ids.push(await startOf(t, ada.user.id, 'email', { ...letter(ids.length), subject }));
      }
      await t.db.query('UPDATE tasks SET max_attempts = 3');
      return ids;
    });
    const deaths: (number | null)[] = [];
    while ((await seen(ada.client, poison)).status !== 'failed') {
      const left = await t.db.query<{ mark: string }>(
        `SELECT id || '/' || run_no AS mark FROM tasks WHERE status = 'running'`,
      );
      worker = await startWorker();
      // What the one before has left falls to this one at once, and not only when its lease ends.
      const marks = left.map(({ mark }) => mark);
      await t.db.query(`UPDATE tasks SET lease_until = now() - interval '1 second' WHERE id || '/' || run_no = ANY($1)`, [marks]); // prettier-ignore
      const over = until(async () => (await seen(ada.client, poison)).status === 'failed', 60_000).then(() => 'over');
      const end = await Promise.race([worker.exited, over]);
      if (end !== 'over') deaths.push(end as number | null);
      else break;
    }
    expect(deaths).toEqual([null, 1, null]); // killed, an error that nobody caught, killed
    expect(await seen(ada.client, poison)).toMatchObject({ attempts: 3, error: { code: 'task_lost' } });
    const done: SeenTask[] = [];
    for (const id of others) done.push(await taskIs(ada.client, id, 'completed', 30_000));
    expect(done.filter(({ attempts }) => attempts > 1).length).toBeGreaterThan(0);
    expect(await off(t)).toEqual([]);
    expect((await worker!.client.get('//health/ready')).status).toBe(200);
  }, 180_000);
});

describe('a mail server that is away', () => {
  let smtp: SmtpSink;
  let t: TestApp;
  let ada: Person;
  let loggedInAtMs = performance.now();

  const client = async (): Promise<Client> => {
    if (performance.now() - loggedInAtMs > LOGIN_EACH_MS) {
      ada = await t.make.login(ada.user);
      loggedInAtMs = performance.now();
    }
    return ada.client;
  };

  beforeAll(async () => {
    smtp = await SmtpSink.start();
    t = await startApp({ SMTP_URL: smtp.url });
    ada = await t.make.person({ roles: ['teacher'] });
  });
  afterAll(async () => {
    await t.stop();
    await smtp.close();
  });

  it(
    `for ${AWAY_S} s costs no letter, doubles none, and holds up nothing else`,
    async () => {
      await smtp.close();
      const backAtMs = performance.now() + AWAY_S * 1000;
      const ids: string[] = [];
      while (ids.length < LETTERS || performance.now() < backAtMs) {
        if (ids.length < LETTERS) {
          const { status, body } = await (await client()).post('/tasks/email', letter(ids.length));
          expect(status).toBe(202);
          ids.push(body.task_id);
        }
        const { body } = await (await client()).post('/tasks/process-data?operation=sum', [{ value: 1 }]);
        await taskIs(await client(), body.task_id, 'completed', 20_000);
        await sleep((AWAY_S * 1000) / (2 * LETTERS)); // they come all the while
      }
      expect(smtp.received).toEqual([]);
      await smtp.open();
      const backMs = performance.now();
      // None waits for longer because it has waited long: while the server was let alone none was tried.
      await until(() => smtp.received.length >= LETTERS, 90_000);
      const lastAfterS = (performance.now() - backMs) / 1000;
      for (const id of ids) await taskIs(await client(), id, 'completed');
      await mailsGone(t);
      expect(smtp.received.map(({ subject }) => subject).sort()).toEqual(ids.map((_, n) => `Letter ${n}`).sort());
      expect(new Set(smtp.received.map(({ id }) => id)).size).toBe(LETTERS);
      expect(await off(t)).toEqual([]);
      if (process.env.TASKS_SMTP_AWAY_S) process.stderr.write(`${JSON.stringify({ AWAY_S, lastAfterS })}\n`);
    },
    180_000 + 4000 * AWAY_S,
  );
});
