import { newId } from '../../../src/core/kernel/runtime';
import { byStatus, expectInvalid, expectProblem, NOBODY, walk } from '../../commerce/catalog/support';
import { TestApp, workerApp } from '../../support/app';
import type { Person } from '../../support/make';
import { listOf, SEND, send, titlesOf } from './support';

describe('the inbox', () => {
  let t: TestApp;
  let ada: Person;
  let bob: Person;
  let sender: Person;
  beforeEach(async () => {
    t = await workerApp();
    [ada, bob] = [await t.make.person(), await t.make.person()];
    sender = await t.make.person({ permissions: ['send_notifications'] });
  });

  it('has what the guide’s call sends, the newest first', async () => {
    const { status, body } = await sender.client.post('/notifications/send', { ...SEND, user_id: ada.user.id });
    expect([status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        user_id: ada.user.id,
        sender_id: sender.user.id,
        seq: 1,
        category: 'general',
        ...SEND,
        priority: 'normal',
        resource: null,
        count: 1,
        read_at: null,
        created_at: expect.stringMatching(/Z$/),
        updated_at: expect.stringMatching(/Z$/),
      },
    ]);
    const second = await send(ada.client, { title: 'To myself' });
    expect(await listOf(ada.client)).toEqual([second, body]);
    expect((await ada.client.get(`/notifications/${body.id}`)).body).toEqual(body);
    expect((await ada.client.get('/notifications/unread-count')).body).toEqual({ count: 2, last_seq: 2 });
    expect(await listOf(bob.client)).toEqual([]);
  });

  it('takes notices for others from those alone who may, and tells nobody else who exists', async () => {
    const of = (user_id: string): Promise<any> =>
      bob.client.post('/notifications/send', { ...SEND, user_id }).then(({ status, body }) => ({
        status,
        body: { ...body, request_id: '' },
      }));
    const [known, unknown, none] = [await of(ada.user.id), await of(newId()), await of('nobody')];
    expect(known.status).toBe(403);
    expect([unknown, none]).toEqual([known, known]);
    expect((await bob.client.post('/notifications/send', { ...SEND, user_id: bob.user.id })).status).toBe(201);
    for (const user_id of [newId(), 'nobody']) {
      const answer = await sender.client.post('/notifications/send', { ...SEND, user_id });
      expectProblem(answer, 422, 'validation');
      expect(answer.body.errors[0]).toMatchObject({ field: 'user_id', code: 'unknown' });
    }
    expect(await listOf(ada.client)).toEqual([]);
  });

  it('takes `critical` from those alone who may', async () => {
    const critical = { ...SEND, priority: 'critical' };
    expect((await ada.client.post('/notifications/send', critical)).status).toBe(403);
    const chief = await t.make.person({ permissions: ['send_critical'] });
    expect((await chief.client.post('/notifications/send', critical)).status).toBe(201);
  });

  it('refuses what is none, and what would lead elsewhere', async () => {
    const wrong: readonly (readonly [object, string])[] = [
      [{ title: '' }, 'title'],
      [{ title: 'Two\nlines' }, 'title'],
      [{ title: 'x'.repeat(201) }, 'title'],
      [{ body: ' ' }, 'body'],
      [{ body: 'x'.repeat(4001) }, 'body'],
      [{ category: 'nothing.known' }, 'category'],
      [{ priority: 'urgent' }, 'priority'],
      [{ channel: 'email' }, 'channel'],
      [{ resource: { type: 'sandwich', id: newId() } }, 'resource.type'],
      [{ resource: { type: 'file', id: 'x' } }, 'resource.id'],
      ...[
        '//evil.example.com',
        '/\\evil.example.com',
        'https://evil.example.com/',
        'javascript:alert(1)',
        'data:text/html,x',
        '/a b',
        '/a\tb',
        '/\u202Eb',
        'orders',
        ' /orders',
        'https://ok@evil.example.com',
      ].map((url) => [{ action_url: url }, 'action_url'] as const),
    ];
    for (const [more, field] of wrong) {
      expectInvalid(await ada.client.post('/notifications/send', { ...SEND, ...more }), field);
    }
    expect(await listOf(ada.client)).toEqual([]);
  });

  it('keeps when one was first read, and reads as often as asked', async () => {
    const { id } = await send(ada.client);
    const first = await ada.client.put(`/notifications/${id}/read`);
    expect([first.status, first.body]).toEqual([200, expect.objectContaining({ id, read_at: expect.any(String) })]);
    const again = await ada.client.put(`/notifications/${id}/read`);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await ada.client.get('/notifications/unread-count')).body).toEqual({ count: 0, last_seq: 2 });
  });

  it('is a stranger’s to nobody', async () => {
    const { id } = await send(ada.client);
    const calls: readonly (readonly ['GET' | 'PUT' | 'DELETE', string])[] = [
      ['GET', ''],
      ['PUT', '/read'],
      ['DELETE', ''],
      ['GET', '/why'],
      ['GET', '/deliveries'],
    ];
    for (const [method, path] of calls) {
      const [theirs, missing] = [
        await bob.client.call(method, `/notifications/${id}${path}`),
        await bob.client.call(method, `/notifications/${NOBODY}${path}`),
      ];
      expectProblem(theirs, 404, 'notification_not_found');
      const same = ({ body }: { body: any }): object => ({ ...body, instance: '', request_id: '' });
      expect(same(theirs)).toEqual(same(missing));
    }
    expect((await listOf(ada.client))[0].read_at).toBeNull();
  });

  it('deletes one for good', async () => {
    const [{ id }, other] = [await send(ada.client), await send(ada.client)];
    expect((await ada.client.delete(`/notifications/${id}`)).status).toBe(204);
    expect((await ada.client.delete(`/notifications/${id}`)).status).toBe(404);
    expect((await ada.client.get(`/notifications/${id}`)).status).toBe(404);
    expect(await listOf(ada.client)).toEqual([other]);
    expect((await ada.client.get('/notifications/unread-count')).body).toEqual({ count: 1, last_seq: 3 });
  });

  it('marks all as read up to one, and later ones stay unread', async () => {
    for (let n = 1; n <= 4; n++) await send(ada.client, { title: `Notice ${n}` });
    const second = (await listOf(ada.client)).find(({ title }) => title === 'Notice 2');
    const some = await ada.client.put('/notifications/read-all', { up_to_seq: second.seq });
    expect([some.status, some.body]).toEqual([200, { count: 2 }]);
    expect(await titlesOf(ada.client, '?unread=true')).toEqual(['Notice 4', 'Notice 3']);
    expect((await ada.client.put('/notifications/read-all', {})).body).toEqual({ count: 2 });
    expect((await ada.client.put('/notifications/read-all', {})).body).toEqual({ count: 0 });
    // Each is a change of its own: four made, four read.
    expect((await ada.client.get('/notifications/unread-count')).body).toEqual({ count: 0, last_seq: 8 });
  });

  it('is listed page by page while more come, by category too', async () => {
    for (let n = 1; n <= 5; n++) await send(ada.client, { title: `Notice ${n}` });
    const first = await ada.client.get('/notifications?limit=2');
    await send(ada.client, { title: 'Later' });
    const rest = await ada.client.get(`/notifications?limit=3&cursor=${first.body.next_cursor}`);
    const titles = [...first.body.items, ...rest.body.items].map(({ title }: any) => title);
    expect(titles).toEqual(['Notice 5', 'Notice 4', 'Notice 3', 'Notice 2', 'Notice 1']);
    expect((await walk(ada.client, '/notifications?limit=2')).length).toBe(6);
    expect(await titlesOf(ada.client, '?category=orders.placed')).toEqual([]);
    expectProblem(await ada.client.get('/notifications?cursor=x'), 422, 'validation');
  });

  it('gives changes numbers without a gap to many at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        sender.client.post('/notifications/send', { ...SEND, title: `${n}`, user_id: ada.user.id }),
      ),
    );
    expect(byStatus(answers)).toEqual({ 201: 40 });
    expect(answers.map(({ body }) => body.seq).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, n) => n + 1),
    );
    const rows = await t.db.query<{ seq: number }>(
      'SELECT seq FROM notification_changes WHERE user_id = $1 ORDER BY seq',
      [ada.user.id],
    );
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
  });

  it('is the first one again for a key that is known, for a day', async () => {
    const first = await ada.client.post('/notifications/send', { ...SEND, dedupe_key: 'lift' });
    const again = await ada.client.post('/notifications/send', { ...SEND, title: 'Another', dedupe_key: 'lift' });
    expect([first.status, again.status, again.body]).toEqual([201, 200, first.body]);
    await ada.client.delete(`/notifications/${first.body.id}`);
    expect((await ada.client.post('/notifications/send', { ...SEND, dedupe_key: 'lift' })).status).toBe(200);
    expect(await listOf(ada.client)).toEqual([]);
    await t.db.execute(`UPDATE notifications SET created_at = created_at - interval '24 hours'`);
    expect((await ada.client.post('/notifications/send', { ...SEND, dedupe_key: 'lift' })).status).toBe(201);
    expect((await bob.client.post('/notifications/send', { ...SEND, dedupe_key: 'lift' })).status).toBe(201);
  });

  it('is one for many at once with one key', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ada.client.post('/notifications/send', { ...SEND, dedupe_key: 'lift' })),
    );
    expect(byStatus(answers)).toEqual({ 200: 19, 201: 1 });
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it('collapses into the unread one, which comes to the top and counts', async () => {
    const first = await send(ada.client, { collapse_key: 'lift', title: 'Stuck' });
    await send(ada.client, { title: 'Between' });
    const { status, body } = await ada.client.post('/notifications/send', {
      ...SEND,
      collapse_key: 'lift',
      title: 'Free',
    });
    expect([status, body]).toEqual([200, { ...body, id: first.id, count: 2, seq: 3, title: 'Free' }]);
    expect(await titlesOf(ada.client)).toEqual(['Free', 'Between']);
    await ada.client.put(`/notifications/${first.id}/read`);
    const fresh = await send(ada.client, { collapse_key: 'lift', title: 'Stuck again' });
    expect([fresh.id === first.id, fresh.count]).toEqual([false, 1]);
  });

  it('keeps a thousand', async () => {
    await t.db.execute(`INSERT INTO notification_inboxes (user_id, last_seq, kept) VALUES ($1, 1000, 1000)`, [
      ada.user.id,
    ]);
    await t.db.execute(
      `INSERT INTO notifications (id, user_id, seq, category, title, body, priority, decisions)
       SELECT gen_random_uuid(), $1, n, 'general', 'Notice ' || n, 'x', 'normal', '[]' FROM generate_series(1, 1000) n`,
      [ada.user.id],
    );
    await t.db.execute(
      `INSERT INTO notification_changes SELECT user_id, seq, 'created', id FROM notifications WHERE user_id = $1`,
      [ada.user.id],
    );
    await send(ada.client, { title: 'The newest' });
    const rows = await walk<any>(ada.client, '/notifications?limit=100');
    expect([rows.length, rows[0].title, rows[999].title]).toEqual([1000, 'The newest', 'Notice 2']);
    // The one that went is a change too.
    expect((await ada.client.get('/notifications/unread-count')).body).toEqual({ count: 1000, last_seq: 1002 });
    const admin = await t.make.admin();
    const { checks } = (await admin.client.get('/admin/invariants')).body;
    const ours = (checks as any[]).filter(({ name }) => name.startsWith('notifications.'));
    expect(ours.map(({ name, ok }) => [name, ok])).toEqual(ours.map(({ name }) => [name, true]));
    expect(ours.length).toBe(4);
  });
});
