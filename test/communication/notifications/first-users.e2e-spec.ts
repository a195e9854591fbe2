import { TestApp, workerApp } from '../../support/app';
import { mailsOf } from '../../support/mails';
import type { Person } from '../../support/make';
import { until } from '../../support/until';
import { ChatClient } from '../chat/support';
import { listOf } from './support';

describe('what people are told by the modules', () => {
  let t: TestApp;
  let ada: Person;
  let bob: Person;
  beforeEach(async () => {
    t = await workerApp();
    ada = await t.make.person({ fullName: 'Ada Lovelace', username: 'ada' });
    bob = await t.make.person({ fullName: 'Bob Stone', username: 'bob' });
  });

  /** Waits for the notices of a category. */
  const told = async ({ client }: Person, category: string, count = 1): Promise<any[]> => {
    await until(async () => (await listOf(client, `?category=${category}`)).length >= count);
    return listOf(client, `?category=${category}`);
  };
  const upload = async (person: Person, name: string): Promise<string> => {
    const form = new FormData();
    form.append('file', new Blob(['%PDF-1.4\n%%EOF\n'], { type: 'application/pdf' }), name);
    const response = await fetch(`${t.url}/api/v1/storage/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${person.accessToken}` },
      body: form,
    });
    const body = (await response.json()) as { id: string };
    expect([response.status, body]).toEqual([201, expect.anything()]);
    return body.id;
  };

  it('orders: placed, and every step, in the reader’s language', async () => {
    await ada.client.patch('/users/me', { locale: 'es' });
    const { id } = await t.make.product({ stock: 5 });
    const { body: order } = await ada.client.post('/orders', {
      items: [{ product_id: id, quantity: 1 }],
      shipping_address: '12 Rue de la Paix, Paris',
    });
    const [placed] = await told(ada, 'orders.placed');
    expect(placed).toMatchObject({ title: `Pedido ${order.number} realizado`, action_url: '/orders', sender_id: null });
    const admin = await t.make.admin();
    for (const status of ['processing', 'shipped']) {
      expect((await admin.client.put(`/orders/${order.id}/status`, { status })).status).toBe(200);
      await until(
        async () => (await listOf(ada.client, '?category=orders.moved'))[0]?.count === (status === 'shipped' ? 2 : 1),
      );
    }
    const moved = await told(ada, 'orders.moved');
    expect(moved.map(({ title, count }) => [title, count])).toEqual([[`Pedido ${order.number}: en camino`, 2]]);
    expect(await listOf(bob.client)).toEqual([]);
  });

  it('school: enrolment, grades and the end of a term', async () => {
    const teacher = await t.make.person({ roles: ['teacher'] });
    const student = await t.make.person({ roles: ['student'] });
    const admin = await t.make.admin();
    const term = await t.make.term();
    const classroom = await t.make.classroom({ teacherId: teacher.user.id, name: 'Chess 1' });
    const enrolled = await teacher.client.post(`/classrooms/${classroom.id}/enrollments`, {
      student_id: student.user.id,
    });
    expect(enrolled.status).toBe(201);
    expect((await told(student, 'school.enrolled'))[0].title).toBe('You are enrolled in Chess 1');
    const grade = await teacher.client.post('/grades', {
      student_id: student.user.id,
      classroom_id: classroom.id,
      subject: 'Openings',
      score: 90,
    });
    expect([grade.status, grade.body]).toEqual([201, expect.anything()]);
    const [recorded] = await told(student, 'school.grades_recorded');
    expect(recorded.title).toBe('A new grade in Chess 1');
    expect(recorded.title + recorded.body).not.toContain('90');
    const closed = await admin.client.post(`/school/terms/${term.id}/close`);
    expect([closed.status, closed.body]).toEqual([200, expect.anything()]);
    for (const person of [student, teacher]) {
      expect((await told(person, 'school.term_closed'))[0].title).toBe(`The term ${term.name} is closed`);
    }
    expect(await listOf(ada.client)).toEqual([]);
  });

  it('files that are shared with somebody, and with a group', async () => {
    const file = await upload(ada, 'plan.pdf');
    const share = (principal: object): Promise<any> =>
      ada.client.post('/shares', { resource_type: 'file', resource_id: file, principal, permission: 'view' });
    expect((await share({ type: 'user', id: bob.user.id })).status).toBe(201);
    const [notice] = await told(bob, 'files.shared');
    expect(notice).toMatchObject({
      title: 'Ada Lovelace shares “plan.pdf” with you',
      resource: { type: 'file', id: file },
    });
    const cleo = await t.make.person();
    const { body: group } = await ada.client.post('/groups', { name: 'Readers' });
    await ada.client.put(`/groups/${group.id}/members/${cleo.user.id}`);
    await ada.client.put(`/groups/${group.id}/members/${ada.user.id}`);
    expect((await share({ type: 'group', id: group.id })).status).toBe(201);
    await told(cleo, 'files.shared');
    expect(await listOf(ada.client)).toEqual([]);
    // The same right once more, or another one, is no news.
    expect((await share({ type: 'user', id: bob.user.id })).status).toBe(200);
    expect(await listOf(bob.client)).toHaveLength(1);
  });

  it('comments: who is mentioned, and whose it is', async () => {
    const file = await upload(ada, 'plan.pdf');
    const about = { resource_type: 'file', resource_id: file };
    await ada.client.post('/shares', { ...about, principal: { type: 'user', id: bob.user.id }, permission: 'comment' });
    const say = async (person: Person, body: string): Promise<void> => {
      expect((await person.client.post('/comments', { ...about, body })).status).toBe(201);
    };
    await say(bob, 'What of this?');
    expect((await told(ada, 'comments.added'))[0].title).toBe('Bob Stone comments on “plan.pdf”');
    const stranger = await t.make.person();
    await say(ada, `Look, @[${bob.user.id}] and @[${stranger.user.id}]`);
    expect((await told(bob, 'comments.mentioned'))[0].title).toBe('Ada Lovelace mentions you');
    expect(await listOf(stranger.client)).toEqual([]);
    expect(await listOf(ada.client, '?category=comments.added')).toHaveLength(1);
  });

  it('chat: who is mentioned while away, and nobody who is there or may not be', async () => {
    const cleo = await t.make.person({ username: 'cleo' });
    const { body: room } = await ada.client.post('/chat/rooms', {
      kind: 'private',
      title: 'Plans',
      members: [bob.user.id],
    });
    const address = room.room as string;
    const post = (content: string): Promise<any> => ada.client.post(`/chat/rooms/${address}/messages`, { content });
    expect((await post('@bob and @cleo and @ada, look')).status).toBe(201);
    const [notice] = await told(bob, 'chat.mentioned');
    expect(notice).toMatchObject({
      title: 'Ada Lovelace mentions you in Plans',
      body: '@bob and @cleo and @ada, look',
    });
    const open = await ChatClient.open(t.url, address, bob.accessToken);
    await until(async () => (await ada.client.get(`/chat/rooms/${address}/users`)).body.active_users.length === 1);
    expect((await post('@bob you are here')).status).toBe(201);
    const events = (): Promise<{ n: number }[]> =>
      t.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM outbox WHERE type = 'chat.people-mentioned'`);
    await until(async () => (await t.db.query(`SELECT 1 FROM event_deliveries WHERE state = 'pending'`)).length === 0);
    expect((await events())[0].n).toBe(2);
    expect((await listOf(bob.client))[0].count).toBe(1);
    expect([await listOf(cleo.client), await listOf(ada.client)]).toEqual([[], []]);
    await open.close();
  });

  it('tasks: finished and failed', async () => {
    const started = await ada.client.post('/tasks/process-data?operation=sum', [{ value: 1 }, { value: 2 }]);
    expect(started.status).toBe(202);
    expect((await told(ada, 'tasks.finished'))[0]).toMatchObject({
      title: 'Your task “process_data” is finished',
      action_url: '/tasks',
    });
    const failing = await ada.client.post('/tasks/process-data?operation=sum', [{ value: 'x' }]);
    if (failing.status === 202) await told(ada, 'tasks.failed');
    expect(await listOf(bob.client)).toEqual([]);
  });

  it('security: a new device and another password, which nobody can switch off', async () => {
    await t.db.execute('UPDATE users SET email_verified_at = now() WHERE id = $1', [ada.user.id]);
    expect(await listOf(ada.client)).toEqual([]);
    const again = await t.make.login(ada.user);
    expect(await listOf(again.client)).toEqual([]);
    const phone = t.client.with({ 'user-agent': 'Phone/1.0' });
    const login = await phone.post('/auth/login', { email: ada.user.email, password: 'Sunny-Day-42' });
    expect(login.status).toBe(200);
    const [device] = await told(ada, 'security.new_device');
    expect(device).toMatchObject({ title: 'A new device is signed in', priority: 'high', action_url: '/account' });
    expect(device.body).toMatch(/^Phone\/1\.0 signed in from /);
    await until(() => mailsOf(t).some(({ subject }) => subject === 'A new device is signed in'));
    const changed = await ada.client.post('/auth/password/change', {
      current_password: 'Sunny-Day-42',
      password: 'Rainy-Night-43',
    });
    expect(changed.status).toBe(204);
    await told(ada, 'security.password_changed');
    await until(() => mailsOf(t).some(({ subject }) => subject === 'Your password was changed'));
    expect(mailsOf(t).filter(({ subject }) => /password/.test(subject))).toHaveLength(1);
  });
});
