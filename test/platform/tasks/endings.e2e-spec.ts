import { TaskWorker } from '../../../src/modules/platform/tasks/engine/task-worker';
import { TaskKinds } from '../../../src/modules/platform/tasks/task-kinds';
import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { until } from '../../support/until';
import { Gate, seen, SeenTask, startOf } from './support';

describe('a task whose workers are told to end', () => {
  let t: TestApp;
  let ada: Person;
  /** Of the process that was started last. */
  let gate: Gate;

  beforeAll(async () => {
    const { onModuleInit } = TaskKinds.prototype;
    // Before a worker begins anything: its kind must be known by then.
    jest.spyOn(TaskKinds.prototype, 'onModuleInit').mockImplementation(function (this: TaskKinds) {
      onModuleInit.call(this);
      this.register((gate = new Gate('endless')));
    });
    t = await startApp({ APP_ROLE: 'web' });
    ada = await t.make.person();
  });
  afterAll(async () => {
    await t.stop();
    jest.restoreAllMocks();
  });

  /** A worker that begins the task and is told to end. @param ranMs for how long it is made to believe that it ran it */
  const outlive = async (id: string, ranMs = 0): Promise<SeenTask> => {
    const worker = await startApp({ ...t.env, APP_ROLE: 'worker' });
    await until(() => gate.begun.includes(id), 20_000); // what the one before was told of falls due again after ten seconds
    for (const run of worker.app.get<any>(TaskWorker).runs) run.begunAtMs -= ranMs;
    await worker.stop();
    return seen(ada.client, id);
  };
  const start = async (): Promise<string> => {
    const id = await startOf(t, ada.user.id, 'endless');
    await t.db.query('UPDATE tasks SET max_attempts = 2 WHERE id = $1', [id]);
    return id;
  };

  it('is given back without an attempt three times, and has failed after its last attempt then', async () => {
    const id = await start();
    for (let n = 0; n < 3; n++) {
      expect(await outlive(id)).toMatchObject({ status: 'pending', attempts: 0, error: null });
    }
    expect(await outlive(id)).toMatchObject({ status: 'pending', attempts: 1, error: { code: 'task_interrupted' } });
    const end = await outlive(id);
    expect(end).toMatchObject({ status: 'failed', attempts: 2, error: { code: 'task_interrupted' } });
    expect(end.finished_at).not.toBeNull();

    expect((await ada.client.post(`/tasks/${id}/retry`)).status).toBe(202);
    expect(await outlive(id)).toMatchObject({ status: 'pending', attempts: 0, error: null });
    await ada.client.delete(`/tasks/${id}`);
  }, 120_000);

  it('has had an attempt each time that it ran for long', async () => {
    const id = await start();
    const long = 660_000;
    expect(await outlive(id, long)).toMatchObject({ status: 'pending', attempts: 1 });
    expect(await outlive(id, long)).toMatchObject({ status: 'failed', attempts: 2 });
  });
});
