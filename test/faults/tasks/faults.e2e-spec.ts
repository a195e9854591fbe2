import { setTimeout as sleep } from 'node:timers/promises';
import { defineError } from '../../../src/core/kernel/errors';
import { Invariants } from '../../../src/core/data/invariants';
import { TaskQueue } from '../../../src/modules/platform/tasks/engine/task-queue';
import { Redis } from '../../../src/core/data/redis';
import { CLAIM } from '../../../src/modules/platform/tasks/engine/task-transitions';
import { TaskWorker } from '../../../src/modules/platform/tasks/engine/task-worker';
import { RunningTask, TasksService } from '../../../src/modules/platform/tasks';
import { startApp, TestApp } from '../../support/app';
import { freePort, Instance } from '../../support/instance';
import { mailsOf } from '../../support/mails';
import { PrivateRedis } from '../../support/private-redis';
import type { Person } from '../../support/make';
import { SmtpSink } from '../../support/smtp';
import { paceOf } from '../../support/pace';
import { until } from '../../support/until';
import { within } from '../../support/within';
import { Gate, letter, seen, startOf, taskIs } from '../../platform/tasks/support';
import { TaskKinds } from '../../../src/modules/platform/tasks/task-kinds';

/** How long Redis is away; a minute, for a long run. */
const AWAY_S = Number(process.env.TASKS_REDIS_AWAY_S ?? 2);

const Refused = defineError('test_task_refused', 409, 'Not like that.');

const CLAIM_WAITS = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
  AND query LIKE 'UPDATE tasks t SET status = ''running''%'`;

const off = async (t: TestApp) => (await t.app.get(Invariants).verify()).checks.filter(({ ok }) => !ok);
const countOf = async (t: TestApp, status: string): Promise<number> =>
  Number((await t.db.query<{ n: string }>('SELECT count(*) AS n FROM tasks WHERE status = $1', [status]))[0].n);

describe('a task that fails', () => {
  let t: TestApp;
  let ada: Person;
  const begunAt = new Map<string, number[]>();

  beforeAll(async () => {
    t = await startApp();
    ada = await t.make.person();
    const run = ({ id, input, attempt }: RunningTask<{ failures: number; how: string }>): Promise<object> => {
      begunAt.set(id, [...(begunAt.get(id) ?? []), performance.now()]);
      if (attempt > input.failures) return Promise.resolve({ attempt });
      return Promise.reject(input.how === 'refused' ? new Refused() : new Error(`SELECT secret FROM ${input.how}`));
    };
    t.app.get(TaskKinds).register({ type: 'shaky', maxAttempts: 3, run });
  });
  afterAll(async () => {
    expect(await off(t)).toEqual([]);
    await t.stop();
  });

  it('twice, for a reason that may pass, succeeds the third time, after longer waits', async () => {
    const id = await startOf(t, ada.user.id, 'shaky', { failures: 2, how: 'a hiccup' });
    const task = await taskIs(ada.client, id, 'completed', 15_000);
    expect(task).toMatchObject({ attempts: 3, result: { attempt: 3 }, error: null, progress: 100 });
    expect(begunAt.get(id)).toHaveLength(3);
  });

  it('each time has failed after the last attempt, and says why without a word of the inside', async () => {
    const id = await startOf(t, ada.user.id, 'shaky', { failures: 9, how: 'a table' });
    const task = await taskIs(ada.client, id, 'failed', 15_000);
    expect(task.error).toEqual({ code: 'internal', detail: 'Something went wrong on our side.' });
    expect([task.attempts, begunAt.get(id)?.length, task.result]).toEqual([3, 3, null]);
    expect(task.finished_at).not.toBeNull();
  });

  it('because of its input is not tried again', async () => {
    const id = await startOf(t, ada.user.id, 'shaky', { failures: 9, how: 'refused' });
    const task = await taskIs(ada.client, id, 'failed');
    expect([task.attempts, task.error]).toEqual([1, { code: 'test_task_refused', detail: 'Not like that.' }]);
  });

  it('is waited for as the database says, and no attempt is made before', async () => {
    const id = await startOf(t, ada.user.id, 'shaky', { failures: 1, how: 'a hiccup' });
    await until(() => (begunAt.get(id)?.length ?? 0) === 1);
    await until(async () => (await seen(ada.client, id)).error !== null);
    expect((await seen(ada.client, id)).error?.code).toBe('internal');
    await taskIs(ada.client, id, 'completed', 15_000);
  });
});

describe('two instances', () => {
  let one: TestApp;
  let two: TestApp;
  let ada: Person;
  const gates = [new Gate('held', true), new Gate('held', true)];

  beforeAll(async () => {
    one = await startApp();
    two = await startApp(one.env);
    [one, two].forEach((t, n) => t.app.get(TaskKinds).register(gates[n]));
    ada = await one.make.person({ roles: ['teacher'] });
  });
  afterAll(async () => {
    await two.stop();
    await one.stop();
  });

  const via = (t: TestApp) => t.client.as(ada.accessToken);
  const begun = (id: string): number => gates.flatMap((gate) => gate.begun).filter((each) => each === id).length;
  const effects = (id: string): number => gates.flatMap((gate) => gate.effects).filter((each) => each === id).length;
  const openAll = (id: string): void => gates.forEach((gate) => gate.open(id));

  it('begin a task once, however often the queue says it', async () => {
    const id = await startOf(one, ada.user.id, 'held');
    await until(() => begun(id) === 1);
    const take = (t: TestApp) => t.app.get<any>(TaskWorker).begin([{ id, runNo: 0 }]);
    await Promise.all([take(one), take(two), take(two)]);
    expect(begun(id)).toBe(1);
    openAll(id);
    await taskIs(via(two), id, 'completed');
    expect(effects(id)).toBe(1);
  });

  it('claim a waiting task once of many tries at once', async () => {
    for (let round = 0; round < 10; round++) {
      const id = await one.db.transaction(async () => {
        const taskId = await startOf(one, ada.user.id, 'held');
        await one.db.query(`UPDATE tasks SET due_at = now() + interval '1 hour' WHERE id = $1`, [taskId]);
        return taskId;
      });
      const tries = await Promise.all([one, two, one, two, one].map(({ db }) => db.query(CLAIM, [[id], [0]])));
      expect(tries.filter((rows) => rows.length === 1)).toHaveLength(1);
      await via(one).delete(`/tasks/${id}`);
    }
  });

  it('either finish a task or cancel it', async () => {
    const outcomes = { completed: 0, cancelled: 0 };
    for (let round = 0; round < 20; round++) {
      const id = await startOf(one, ada.user.id, 'held');
      await until(() => begun(id) === 1);
      const first = Math.random() < 0.5;
      if (first) openAll(id);
      const cancelling = via(round % 2 ? one : two).delete(`/tasks/${id}`);
      if (!first) openAll(id);
      const { status } = await cancelling;
      const { status: end } = await taskIs(ada.client, id, status === 200 ? 'cancelled' : 'completed');
      expect(effects(id)).toBe(status === 200 ? 0 : 1);
      outcomes[end as keyof typeof outcomes] += 1;
    }
    expect(outcomes.completed + outcomes.cancelled).toBe(20);
  });

  it('stop a running task wherever it is cancelled, also where Redis carries nothing', async () => {
    for (const t of [one, two]) {
      const id = await startOf(one, ada.user.id, 'held');
      await until(() => begun(id) === 1);
      const silent = jest.spyOn(t.app.get(Redis), 'ready', 'get').mockReturnValue(false); // nothing is published
      expect((await via(t).delete(`/tasks/${id}`)).status).toBe(200);
      await within(1500, () => gates.some((gate) => gate.aborted.includes(id)), Boolean);
      silent.mockRestore();
      openAll(id); // the worker goes on all the same, and changes nothing
    }
  });

  it('leave without effect what a worker does that was thought to be gone', async () => {
    const id = await startOf(one, ada.user.id, 'held');
    await until(() => begun(id) === 1);
    const late = gates.findIndex((gate) => gate.begun.includes(id));
    await one.db.query(`UPDATE tasks SET lease_until = now() - interval '1 second' WHERE id = $1`, [id]);
    await until(() => begun(id) === 2);
    gates[1 - late].open(id);
    gates[late].open(id);
    const task = await taskIs(ada.client, id, 'completed');
    expect([task.attempts, effects(id)]).toEqual([2, 1]);
  });

  it('let a task fail as lost whose workers all vanished', async () => {
    const id = await startOf(one, ada.user.id, 'held');
    await until(() => begun(id) === 1);
    await one.db.query(
      `UPDATE tasks SET lease_until = now() - interval '1 second', attempts = max_attempts WHERE id = $1`,
      [id],
    );
    expect((await taskIs(ada.client, id, 'failed')).error?.code).toBe('task_lost');
    openAll(id);
  });

  it('serve who asks for one thing while another has asked for hundreds', async () => {
    const eve = await one.make.person();
    const many: string[] = [];
    await one.db.transaction(async () => {
      for (let n = 0; n < 300; n++) many.push(await startOf(one, ada.user.id, 'email', letter(n)));
    });
    const { body } = await eve.client.post('/tasks/email', letter('eve'));
    await taskIs(eve.client, body.task_id, 'completed');
    await until(async () => (await countOf(one, 'pending')) === 0, 30_000);
    const [{ later }] = await one.db.query<{ later: string }>(
      `SELECT count(*) AS later FROM tasks WHERE user_id = $1 AND type = 'email'
         AND finished_at > (SELECT finished_at FROM tasks WHERE id = $2)`,
      [ada.user.id, body.task_id],
    );
    expect(Number(later)).toBeGreaterThan(100);
    expect(new Set(many).size).toBe(300);
  });

  it('fire a schedule once for each of its ticks', async () => {
    const fired: string[] = [];
    for (const t of [one, two]) {
      t.app.get(TasksService).every('* * * * * *', 'test.each-second', (tickAt) => {
        fired.push(tickAt.toISOString());
        return Promise.resolve();
      });
    }
    await until(() => fired.length >= 4);
    expect(new Set(fired).size).toBe(fired.length);
  });
});

describe('when Redis goes', () => {
  let redis: PrivateRedis;
  let t: TestApp;
  let ada: Person;

  beforeAll(async () => {
    redis = await PrivateRedis.start();
    t = await startApp({ REDIS_URL: redis.url });
    ada = await t.make.person({ roles: ['teacher'] });
  });
  afterAll(async () => {
    await t.stop();
    await redis.stop();
  });

  it(
    'every task that is accepted meanwhile is done once it is back, and no answer is late',
    async () => {
      let accepted = 0;
      let longestMs = 0;
      let isOver = false;
      const load = async (name: string): Promise<void> => {
        for (let n = 0; !isOver; n++) {
          const { value, tookMs } = await paceOf(ada.client.post('/tasks/email', letter(`${name}-${n}`)));
          const { status } = value;
          longestMs = Math.max(longestMs, tookMs);
          expect([202, 503]).toContain(status);
          if (status === 202) accepted += 1;
          await sleep(100);
        }
      };
      const clients = ['a', 'b', 'c'].map(load);
      await until(async () => (await countOf(t, 'completed')) > 3, 20_000);
      await redis.stop();
      await sleep(AWAY_S * 1000);
      const before = await countOf(t, 'completed');
      await redis.restart();
      const hasResumed = within(
        15_000,
        () => countOf(t, 'completed'),
        (completed) => completed > before,
      );
      const { tookMs: resumedMs } = await paceOf(hasResumed);
      isOver = true;
      await Promise.all(clients);
      await until(async () => (await countOf(t, 'completed')) === accepted, 60_000);
      await until(() => mailsOf(t).length === accepted, 60_000);
      expect(longestMs).toBeLessThan(2000);
      if (process.env.TASKS_REDIS_AWAY_S)
        process.stderr.write(`${JSON.stringify({ AWAY_S, accepted, longestMs, resumedMs })}\n`);
    },
    120_000 + AWAY_S * 1000,
  );

  it('what was in it when it was emptied is done all the same', async () => {
    const before = await countOf(t, 'completed');
    const gate = new Gate('blocking');
    t.app.get(TaskKinds).register(gate);
    for (let n = 0; n < 8; n++) await startOf(t, ada.user.id, 'blocking');
    await until(() => gate.begun.length === 8); // every place is taken, so the others stay in the queue
    for (let n = 0; n < 100; n++) await startOf(t, ada.user.id, 'email', letter(`flush${n}`));
    await until(async () => (await t.app.get(Redis).client.keys('*bull:tasks:*')).length > 5);
    await t.app.get(Redis).client.flushall();
    gate.open();
    await until(async () => (await countOf(t, 'completed')) === before + 108, 40_000);
    expect(await off(t)).toEqual([]);
  });
});

describe('workers that are killed or frozen', () => {
  let smtp: SmtpSink;
  let t: TestApp;
  let ada: Person;
  let worker: Instance | null = null;

  beforeAll(async () => {
    smtp = await SmtpSink.start();
    const pace = { MAIL_DOMAIN_PER_MINUTE: '1000000', MAIL_DOMAIN_AT_ONCE: '1000' }; // all go to one domain
    t = await startApp({ APP_ROLE: 'web', SMTP_URL: smtp.url, ...pace });
    ada = await t.make.person({ roles: ['teacher'] });
  });
  afterEach(async () => {
    await worker?.stop('SIGKILL');
    worker = null;
  });
  afterAll(async () => {
    await t.stop();
    await smtp.close();
  });

  const startWorker = async (): Promise<Instance> => {
    const { LOG_DIR: _, PORT: __, ...env } = t.env;
    const instance = Instance.start(await freePort(), { ...env, APP_ROLE: 'worker' });
    await instance.ready();
    return instance;
  };
  const mailsFor = (part: string): string[] =>
    smtp.received.filter(({ recipients }) => recipients[0].includes(part)).map(({ id }) => id);

  it('serve nothing but health and metrics', async () => {
    worker = await startWorker();
    expect((await worker.client.get('//health/live')).status).toBe(200);
    expect((await worker.client.get('//metrics')).status).toBe(200);
    for (const path of ['/tasks', '/products', '//tasks', '//graphql']) {
      expect((await worker.client.get(path)).status).toBe(404);
    }
  });

  it('leave 200 e-mail tasks to others, which send each mail once', async () => {
    await smtp.close(); // no mail is under way when the worker dies: of those SMTP itself cannot say
    for (let n = 0; n < 200; n++) await startOf(t, ada.user.id, 'email', letter(`kill${n}`));
    worker = await startWorker();
    await until(async () => (await countOf(t, 'completed')) > 20, 20_000);
    await worker.stop('SIGKILL');
    const left = 200 - (await countOf(t, 'completed'));
    await smtp.open();
    worker = await startWorker();
    await until(async () => (await countOf(t, 'completed')) === 200, 60_000);
    await until(() => mailsFor('kill').length >= 200, 180_000); // what the killed one has taken is free when its lease ends
    expect(mailsFor('kill')).toHaveLength(200);
    expect(new Set(mailsFor('kill')).size).toBe(200);
    expect(left).toBeGreaterThan(0);
    expect(await off(t)).toEqual([]);
  }, 330_000);

  it('change nothing when they wake up after another has done their task', async () => {
    const frozen = await startWorker();
    const id = await t.db.transaction(async () => {
      const taskId = await startOf(t, ada.user.id, 'email', letter('frozen'));
      await t.db.query(`UPDATE tasks SET due_at = now() + interval '1 hour' WHERE id = $1`, [taskId]);
      return taskId;
    });
    // Its claim waits for the row, is granted after it froze, and answered when it wakes up.
    await t.db.transaction(async () => {
      await t.db.query('SELECT 1 FROM tasks WHERE id = $1 FOR UPDATE', [id]);
      await t.app.get(TaskQueue).add([{ id, runNo: 0 }]);
      await until(async () => {
        await t.db.query('SELECT pg_stat_clear_snapshot()'); // else a transaction sees the activity of its first look
        return (await t.db.query(CLAIM_WAITS)).length === 1;
      });
      frozen.child.kill('SIGSTOP');
    });
    await taskIs(ada.client, id, 'running');
    await t.db.query(`UPDATE tasks SET lease_until = now() - interval '1 second' WHERE id = $1`, [id]);
    worker = await startWorker();
    expect((await taskIs(ada.client, id, 'completed', 60_000)).attempts).toBe(2);
    // The frozen one may hold the event's job too: Bull takes it back once its lock has run out.
    await until(() => mailsFor('frozen').length === 1, 60_000);

    frozen.child.kill('SIGCONT');
    const fenced = /tasks_attempts_total\{type="email",outcome="fenced"\} 1/;
    await until(async () => fenced.test((await frozen.client.get('//metrics')).text), 20_000);
    await frozen.stop();
    expect((await seen(ada.client, id)).attempts).toBe(2);
    expect(await t.db.query(`SELECT 1 FROM outbox WHERE delivered_at IS NULL`)).toEqual([]);
    expect(mailsFor('frozen')).toHaveLength(1);
  }, 180_000);
});
