import { Redis } from '../../../src/core/data/redis';
import { newId } from '../../../src/core/kernel/runtime';
import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { until } from '../../support/until';
import { within } from '../../support/within';
import { EventReader, Gate, letter, startOf, taskIs } from './support';
import { TaskKinds } from '../../../src/modules/platform/tasks/task-kinds';

describe('the events of a task', () => {
  let one: TestApp;
  let two: TestApp;
  let ada: Person;
  const gates = [new Gate('streamed'), new Gate('streamed')];
  const steps = { type: 'steps', at: [0], go: () => undefined as void };

  beforeAll(async () => {
    one = await startApp();
    two = await startApp({ ...one.env, APP_ROLE: 'web' });
    [one, two].forEach((t, n) => t.app.get(TaskKinds).register(gates[n]));
    one.app.get(TaskKinds).register({
      type: steps.type,
      run: async (_task, { progress, signal }) => {
        for (const percent of [20, 60, 40, 5, 100, 300, -1]) {
          progress(percent);
          await new Promise<void>((resolve) => {
            steps.go = resolve;
            signal.addEventListener('abort', () => resolve());
          });
          signal.throwIfAborted();
        }
        return {};
      },
    });
    ada = await one.make.person();
  });
  afterAll(async () => {
    await two.stop();
    await one.stop();
  });

  const open = (t: TestApp, id: string, last?: string) => EventReader.open(t.url, ada.accessToken, id, last);
  const begun = (id: string) => until(() => gates.some((gate) => gate.begun.includes(id)));
  const letGo = (id: string): void => gates.forEach((gate) => gate.open(id));

  it.each(['with', 'without'])('tell each change to the end, on another instance, %s Redis', async (how) => {
    const silent = jest.spyOn(one.app.get(Redis), 'ready', 'get');
    const id = await startOf(one, ada.user.id, 'streamed');
    await begun(id);
    if (how === 'without') silent.mockReturnValue(false); // what the worker would publish is lost
    const reader = await open(two, id);
    await until(() => reader.events.some(({ data }) => data.status === 'running'));
    letGo(id);
    await until(() => reader.ended);
    silent.mockRestore();
    const last = reader.events[reader.events.length - 1];
    expect(last.data).toMatchObject({ task_id: id, status: 'completed', progress: 100, result: { done: true } });
    const versions = reader.events.map((event) => Number(event.id));
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    const again = await open(two, id, last.id);
    await until(() => again.ended);
    expect([again.status, again.events]).toEqual([204, []]); // a browser does not come back after it
    const earlier = await open(two, id, '1');
    await until(() => earlier.ended);
    expect(earlier.events).toEqual([last]);
  });

  it('go on after a cut where they were', async () => {
    const id = await startOf(one, ada.user.id, 'streamed');
    await begun(id);
    const first = await open(one, id);
    await until(() => first.events.some(({ data }) => data.progress === 10));
    const { id: had } = first.events[first.events.length - 1];
    first.close();
    const second = await open(two, id, had);
    letGo(id);
    await until(() => second.ended);
    expect(second.events.map((event) => [Number(event.id) > Number(had), event.data.status])).toEqual([
      [true, 'completed'],
    ]);
  });

  it('show a progress that never falls', async () => {
    const id = await startOf(one, ada.user.id, 'steps');
    const reader = await open(two, id);
    await until(() => reader.events.some(({ data }) => data.progress === 20));
    for (let step = 0; step < 7; step++) {
      await new Promise((resolve) => setTimeout(resolve, 160)); // what follows sooner is not written, by design
      steps.go();
    }
    await until(() => reader.ended, 5000);
    const progress = reader.events.map(({ data }) => data.progress as number);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress).toEqual(expect.arrayContaining([20, 60, 99, 100]));
  });

  it('end within a second with the session', async () => {
    const person = await one.make.person();
    const id = await startOf(one, person.user.id, 'streamed');
    await begun(id);
    const readers = [
      await EventReader.open(one.url, person.accessToken, id),
      await EventReader.open(two.url, person.accessToken, id),
    ];
    await until(() => readers.every(({ events }) => events.length > 0));
    await person.client.post('/auth/logout');
    await within(1500, () => readers.every(({ ended }) => ended), Boolean);
    letGo(id);
    expect((await EventReader.open(one.url, person.accessToken, id)).status).toBe(401);
  });

  it('carry no event that somebody else has written', async () => {
    const { body } = await ada.client.post('/tasks/email', {
      ...letter('forged'),
      body: 'x\n\nid: 99\ndata: {"status":"forged"}\n\n\u2028data: y',
    });
    await taskIs(ada.client, body.task_id, 'completed');
    const reader = await open(one, body.task_id);
    await until(() => reader.ended);
    expect(reader.events).toHaveLength(1);
    expect(reader.text).not.toContain('forged"}');
  });

  it('are not for strangers, and have neither ETag nor a length', async () => {
    const id = await startOf(one, ada.user.id, 'streamed');
    await begun(id);
    const eve = await one.make.person();
    expect((await EventReader.open(one.url, eve.accessToken, id)).status).toBe(404);
    expect((await EventReader.open(one.url, ada.accessToken, newId())).status).toBe(404);
    const controller = new AbortController();
    const response = await fetch(`${one.url}/api/v1/tasks/${id}/events`, {
      headers: { authorization: `Bearer ${ada.accessToken}` },
      signal: controller.signal,
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect([response.headers.get('etag'), response.headers.get('content-length')]).toEqual([null, null]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    controller.abort();
    letGo(id);
  });

  it('end when the process drains, so that it can', async () => {
    const third = await startApp({ ...one.env, APP_ROLE: 'web' });
    const id = await startOf(one, ada.user.id, 'streamed');
    await begun(id);
    const reader = await open(third, id);
    await until(() => reader.events.length > 0);
    await third.stop();
    await until(() => reader.ended);
    letGo(id);
  });
});
