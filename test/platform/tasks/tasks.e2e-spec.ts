import { newId } from '../../../src/core/kernel/runtime';
import { Invariants } from '../../../src/core/data/invariants';
import { TasksService } from '../../../src/modules/platform/tasks';
import { Housekeeping } from '../../../src/core/data/housekeeping';
import { startApp, TestApp } from '../../support/app';
import { mailTo, mailsOf } from '../../support/mails';
import type { Person } from '../../support/make';
import { until } from '../../support/until';
import { within } from '../../support/within';
import { Gate, letter, seen, SeenTask, startOf, taskIs } from './support';
import { TaskKinds } from '../../../src/modules/platform/tasks/task-kinds';

describe('tasks', () => {
  let t: TestApp;
  let ada: Person;
  let eve: Person;
  let admin: Person;
  const gate = new Gate('gated');

  beforeAll(async () => {
    t = await startApp();
    t.app.get(TaskKinds).register(gate);
    [ada, eve, admin] = [await t.make.person(), await t.make.person(), await t.make.admin()];
  });
  afterAll(async () => {
    expect((await t.app.get(Invariants).verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
    await t.stop();
  });

  const compute = async (operation: string, items: unknown): Promise<SeenTask> => {
    const { status, body } = await ada.client.post(`/tasks/process-data?operation=${operation}`, items);
    expect({ status, body }).toMatchObject({ status: 202 });
    return taskIs(ada.client, body.task_id, 'completed');
  };

  it('send an e-mail, once', async () => {
    const { status, body, headers } = await ada.client.post('/tasks/email', letter('a'));
    expect([status, body]).toEqual([202, { task_id: body.task_id, status: 'pending', created_at: body.created_at }]);
    expect(headers.get('location')).toBe(`/api/v1/tasks/${body.task_id}`);
    const task = await taskIs(ada.client, body.task_id, 'completed');
    expect(task).toMatchObject({
      type: 'email',
      progress: 100,
      attempts: 1,
      result: { recipient: 'readera@example.com' },
      error: null,
    });
    for (const time of [task.created_at, task.started_at, task.finished_at]) expect(time).toMatch(/^\d{4}-.*Z$/);
    const mail = await mailTo(t, 'readera@example.com', /^Letter a$/);
    expect(mail.text).toContain('Dear reader a');
    expect(mailsOf(t).filter(({ to }) => to.includes('readera'))).toHaveLength(1);
  });

  it.each([
    ['sum', [{ value: 0.1 }, { value: 0.2 }], 0.3, 2],
    ['average', [{ value: 1 }, {}, { value: 1 }], 0.6666666667, 3],
    ['count', [{}, {}], 2, 2],
    ['average', [], 0, 0],
  ])('work out the %s of %j', async (operation, items, result, processed) => {
    const task = await compute(operation, items);
    expect(task).toMatchObject({ type: 'process_data', result: { operation, result, items_processed: processed } });
  });

  it('work out a hundred thousand decimals exactly, in a body of megabytes', async () => {
    const items = Array.from({ length: 100_000 }, (_, n) => ({ value: n / 100 }));
    const padded = JSON.stringify(items).replaceAll(',', `,${' '.repeat(12)}`);
    expect(padded.length).toBeGreaterThan(2_000_000);
    const { body } = await ada.client.post('/tasks/process-data?operation=sum', padded);
    const { result } = await taskIs(ada.client, body.task_id, 'completed', 20_000);
    expect(result).toEqual({ operation: 'sum', result: 49_999_500, items_processed: 100_000 });
  });

  it.each<[string, string, unknown, number, string[]]>([
    ['a second header', '/tasks/email', { ...letter(), subject: 'Hi\r\nBcc: eve@example.com' }, 422, ['subject']],
    ['a second recipient', '/tasks/email', { ...letter(), email: 'a@example.com, b@example.com' }, 422, ['email']],
    [
      'a header in the address',
      '/tasks/email',
      { ...letter(), email: 'a@example.com\nBcc: b@example.com' },
      422,
      ['email'],
    ],
    ['a quoted address', '/tasks/email', { ...letter(), email: '"a b"@example.com' }, 422, ['email']],
    ['an unknown field', '/tasks/email', { ...letter(), cc: 'x' }, 422, ['cc']],
    ['no text', '/tasks/email', { email: 'a@example.com', subject: 'x' }, 422, ['body']],
    ['no operation', '/tasks/process-data', [], 422, ['operation']],
    ['another operation', '/tasks/process-data?operation=median', [], 422, ['operation']],
    ['an object', '/tasks/process-data?operation=sum', {}, 422, ['']],
    [
      'values that are none',
      '/tasks/process-data?operation=sum',
      '[{"value":1},{"value":null},{"value":"2"},{"value":1e999},{"other":1}]',
      422,
      ['1.value', '2.value', '3.value', '4.other'],
    ],
    ['a hundred thousand and one', '/tasks/process-data?operation=sum', Array(100_001).fill({}), 422, ['']],
    ['more than 8 MiB', '/tasks/process-data?operation=sum', `[${' '.repeat(8_388_608)}]`, 413, []],
    ['more than 1 MiB elsewhere', '/tasks/email', ' '.repeat(1_048_577), 413, []],
    ['no JSON', '/tasks/process-data?operation=sum', '[{', 400, []],
  ])('refuse %s', async (_, path, body, status, fields) => {
    const before = (await ada.client.get('/tasks?limit=100')).body.count;
    const answer = await ada.client.post(path, body);
    expect([answer.status, (answer.body.errors ?? []).map(({ field }: any) => field)]).toEqual([status, fields]);
    expect((await ada.client.get('/tasks?limit=100')).body.count).toBe(before);
  });

  it('start once for one Idempotency-Key', async () => {
    const key = { 'idempotency-key': newId() };
    const [first, again] = [
      await ada.client.post('/tasks/email', letter('key'), key),
      await ada.client.post('/tasks/email', letter('key'), key),
    ];
    expect([again.status, again.text]).toEqual([202, first.text]);
    expect((await ada.client.post('/tasks/email', letter('other'), key)).body.code).toBe('idempotency_key_reused');
  });

  it('start with the transaction they are asked for in, or not at all', async () => {
    const service = t.app.get(TasksService);
    const start = () => service.start({ userId: ada.user.id }, 'email', letter('undone'));
    let undoneId = '';
    const undone = t.db.transaction(async () => {
      undoneId = (await start()).taskId;
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    const { taskId } = await t.db.transaction(start);
    await taskIs(ada.client, taskId, 'completed');
    expect((await ada.client.get(`/tasks/${undoneId}`)).status).toBe(404);
  });

  it('are their owner’s, and an admin’s', async () => {
    const { body } = await ada.client.post('/tasks/email', letter('mine'));
    const id = body.task_id as string;
    await taskIs(ada.client, id, 'completed');
    expect((await seen(admin.client, id)).status).toBe('completed');
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/events'],
      ['DELETE', ''],
      ['POST', '/retry'],
    ]) {
      const bare = (text: string): string => text.replace(/[0-9a-f-]{36}/g, '');
      const stranger = await eve.client.call(method, `/tasks/${id}${path}`);
      const missing = await eve.client.call(method, `/tasks/${newId()}${path}`);
      expect([stranger.status, stranger.body.code]).toEqual([404, 'task_not_found']);
      expect(bare(stranger.text)).toBe(bare(missing.text));
      expect((await t.client.call(method, `/tasks/${id}${path}`)).status).toBe(401);
    }
    expect((await eve.client.get('/tasks')).body.items).toEqual([]);
    expect((await eve.client.get(`/tasks?user_id=${ada.user.id}`)).status).toBe(403);
    const all = (await admin.client.get(`/tasks?user_id=${ada.user.id}&type=email&status=completed`)).body.items;
    expect(all.map((task: SeenTask) => task.task_id)).toContain(id);
    expect(all.every((task: SeenTask) => task.type === 'email' && task.status === 'completed')).toBe(true);
  });

  it('are listed the newest first, page by page', async () => {
    const person = await t.make.person();
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.unshift((await person.client.post('/tasks/email', letter(n))).body.task_id);
    const listed: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await person.client.get(`/tasks?limit=2${cursor && `&cursor=${cursor}`}`);
      listed.push(...body.items.map((task: SeenTask) => task.task_id));
      if (!body.next_cursor) break;
      cursor = body.next_cursor;
    }
    expect(listed).toEqual(ids);
    expect((await person.client.get('/tasks?cursor=bm8')).status).toBe(422);
  });

  it('are cancelled while they wait or run, and begun anew', async () => {
    const id = await startOf(t, ada.user.id, 'gated');
    await until(() => gate.begun.includes(id));
    const cancelled = await ada.client.delete(`/tasks/${id}`);
    expect([cancelled.status, cancelled.body.status]).toEqual([200, 'cancelled']);
    expect(cancelled.body.finished_at).not.toBeNull();
    await within(1000, () => gate.aborted.includes(id), Boolean);
    expect(await ada.client.delete(`/tasks/${id}`)).toMatchObject({
      status: 409,
      body: { code: 'task_finished', status: 409, task_status: 'cancelled' },
    });

    const again = await ada.client.post(`/tasks/${id}/retry`);
    expect([again.status, again.body.status, again.body.attempts, again.body.error]).toEqual([202, 'pending', 0, null]);
    const refused = await ada.client.post(`/tasks/${id}/retry`);
    expect([refused.status, refused.body.code]).toEqual([409, 'task_not_retryable']);
    await until(() => gate.begun.filter((one) => one === id).length === 2);
    gate.open(id);
    await taskIs(ada.client, id, 'completed');
    expect(gate.effects.filter((one) => one === id)).toHaveLength(1);
    expect(await ada.client.delete(`/tasks/${id}`)).toMatchObject({ status: 409, body: { task_status: 'completed' } });
  });

  it('are cancelled by an admin, which the trail tells', async () => {
    const id = await startOf(t, ada.user.id, 'gated');
    expect((await admin.client.delete(`/tasks/${id}`)).status).toBe(200);
    const rows = await t.db.query(`SELECT 1 FROM audit_entries WHERE action = 'tasks.cancelled' AND target = $1`, [
      `task:${id}`,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('show an admin how the queues do', async () => {
    const id = await startOf(t, ada.user.id, 'gated');
    await until(() => gate.begun.includes(id));
    const { body } = await within(
      5000,
      () => admin.client.get('/admin/queues'),
      ({ body }) => body.types?.some((one: any) => one.type === 'gated' && one.running === 1),
    );
    expect(body.types).toContainEqual({ type: 'gated', waiting: 0, running: 1, failed: 0, oldest_waiting_s: null });
    expect(body.workers).toHaveLength(1);
    expect((await ada.client.get('/admin/queues')).status).toBe(403);
    gate.open(id);
    await taskIs(ada.client, id, 'completed');
  });

  it('say that jobs move in the health of the whole', async () => {
    expect((await t.client.get('//health')).body.services.queue.status).toBe('healthy');
  });

  it('are sealed in the database, exported to their owner, and gone with them', async () => {
    const person = await t.make.person();
    const { body } = await person.client.post('/tasks/email', { ...letter(), body: 'a very secret letter' });
    await taskIs(person.client, body.task_id, 'completed');
    const [{ text }] = await t.db.query<{ text: string }>('SELECT t::text AS text FROM tasks t WHERE id = $1', [
      body.task_id,
    ]);
    expect(text).not.toContain(Buffer.from('very secret').toString('hex'));
    const exported = await person.client.get('/users/me/export');
    expect(JSON.stringify(exported.body)).toContain('a very secret letter');
    expect((await admin.client.delete(`/users/${person.user.id}`)).status).toBe(204);
    expect(await t.db.query('SELECT 1 FROM tasks WHERE user_id = $1', [person.user.id])).toEqual([]);
  });

  it('are forgotten after thirty days', async () => {
    const [old, young] = [
      await startOf(t, ada.user.id, 'email', letter()),
      await startOf(t, ada.user.id, 'email', letter()),
    ];
    await taskIs(ada.client, old, 'completed');
    await taskIs(ada.client, young, 'completed');
    await t.db.query(`UPDATE tasks SET finished_at = now() - interval '31 days' WHERE id = $1`, [old]);
    await t.app.get(Housekeeping).run('tasks.finished');
    expect((await ada.client.get(`/tasks/${old}`)).status).toBe(404);
    expect((await ada.client.get(`/tasks/${young}`)).status).toBe(200);
  });
});
