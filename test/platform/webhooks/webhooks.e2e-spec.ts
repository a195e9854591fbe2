import { Webhook } from 'standardwebhooks';
import { Events } from '../../../src/core/data/events';
import { Invariants } from '../../../src/core/data/invariants';
import { newId } from '../../../src/core/kernel/runtime';
import { OrderPlaced } from '../../../src/modules/commerce/orders';
import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { Receiver } from '../../support/receiver';
import { until } from '../../support/until';
import { deliveryIs, order, told, tryOut, webhookOf } from './support';

const verified = (secret: string, { body, headers }: { body: string; headers: Record<string, string> }): unknown =>
  new Webhook(secret).verify(body, headers);

describe('webhooks', () => {
  let t: TestApp;
  let receiver: Receiver;
  let ada: Person;
  let bob: Person;
  let manager: Person;

  beforeAll(async () => {
    receiver = await Receiver.start();
    t = await startApp({ ...receiver.env, WEBHOOKS_PER_ACCOUNT: '12' });
    [ada, bob] = [await t.make.person(), await t.make.person()];
    manager = await t.make.person({ permissions: ['manage_webhooks'] });
  });
  beforeEach(async () => {
    await t.db.execute('DELETE FROM webhooks');
    await t.db.execute('DELETE FROM webhook_events');
    receiver.calls.length = 0;
  });
  afterAll(async () => {
    const off = (await t.app.get(Invariants).verify()).checks.filter(({ ok }) => !ok);
    expect(off).toEqual([]);
    await t.stop();
    await receiver.stop();
  });

  it('tell their owner of an order, signed as the standard says, in a thin body', async () => {
    const { secret } = await webhookOf(ada, receiver, '/thin');
    const id = await order(t, ada);
    await until(() => receiver.at('/thin').length === 1);
    const [call] = receiver.at('/thin');
    expect(verified(secret, call)).toEqual({
      type: 'orders.placed',
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      data: {
        id,
        type: 'order',
        url: `${t.env.PUBLIC_URL ?? 'http://localhost:8000'}/api/v1/orders/${id}`,
        actor_id: ada.user.id,
      },
    });
    expect(call.headers['content-type']).toBe('application/json');
    expect(Math.abs(Number(call.headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(60);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  });

  it('tell of each step of an order, and who took it', async () => {
    const id = await order(t, ada);
    await webhookOf(ada, receiver, '/steps', ['orders.status_changed']);
    const finance = await t.make.person({ roles: ['finance'] });
    expect((await finance.client.put(`/orders/${id}/status`, { status: 'processing' })).status).toBe(200);
    await until(() => receiver.at('/steps').length === 1);
    const { type, data } = told(receiver.at('/steps')[0]);
    expect([type, data.id, data.actor_id]).toEqual(['orders.status_changed', id, finance.user.id]);
  });

  it('tell nobody of what they may not see: an order is its buyer’s and whose who manages orders', async () => {
    const finance = await t.make.person({ roles: ['finance'] });
    await webhookOf(ada, receiver, '/ada', ['*']);
    await webhookOf(bob, receiver, '/bob', ['*']);
    await webhookOf(finance, receiver, '/finance', ['orders.placed']);
    const orders = (path: string) =>
      receiver
        .at(path)
        .map(told)
        .filter(({ type }) => type === 'orders.placed');
    const id = await order(t, ada);
    await until(() => orders('/ada').length > 0);
    await order(t, bob);
    await until(() => orders('/bob').length > 0 && orders('/finance').length > 1);
    expect(orders('/ada').map(({ data }) => data.id)).toEqual([id]);
    expect(orders('/finance')).toHaveLength(2);
    expect(orders('/bob').map(({ data }) => data.actor_id)).toEqual([bob.user.id]);
  });

  it('tell of a new account whoever manages accounts, and nobody else', async () => {
    const admin = await t.make.admin();
    await webhookOf(admin, receiver, '/accounts', ['users.registered']);
    await webhookOf(ada, receiver, '/none', ['users.*']);
    const { body } = await t.client.post('/auth/register', {
      email: 'new@example.com',
      password: 'Sunny-Day-42',
      full_name: 'New Person',
    });
    await until(() => receiver.at('/accounts').length === 1);
    expect(told(receiver.at('/accounts')[0]).data).toEqual({
      id: body.id,
      type: 'user',
      url: expect.stringMatching(new RegExp(`/api/v1/users/${body.id}$`)),
    });
    const [{ count }] = await t.db.query<{ count: number }>('SELECT count(*)::int AS count FROM webhook_deliveries');
    expect([count, receiver.at('/none')]).toEqual([1, []]);
  });

  it('tell of a grade its student, the teacher of the classroom and who manages the school', async () => {
    const teacher = await t.make.person({ roles: ['teacher'] });
    const other = await t.make.person({ roles: ['teacher'] });
    const [student, mate] = [await t.make.person({ roles: ['student'] }), await t.make.person({ roles: ['student'] })];
    const classroom = await t.make.classroom({ teacherId: teacher.user.id });
    await t.make.term();
    for (const { user } of [student, mate]) await t.make.enrollment({ classroomId: classroom.id, studentId: user.id });
    const people = { teacher, other, student, mate, admin: await t.make.admin() };
    for (const [name, one] of Object.entries(people)) await webhookOf(one, receiver, `/${name}`, ['grades.*']);
    const input = { student_id: student.user.id, classroom_id: classroom.id, subject: 'Art', score: 80 };
    const { status, body } = await teacher.client.post('/grades', input);
    expect(status).toBe(201);
    await until(() => receiver.calls.length >= 3);
    expect(receiver.calls.map(({ path }) => path).sort()).toEqual(['/admin', '/student', '/teacher']);
    expect(told(receiver.calls[0]).data).toMatchObject({ id: body.id, type: 'grade' });
  });

  it('are told only what they ask for, and nothing from before they were made', async () => {
    await order(t, ada);
    await webhookOf(ada, receiver, '/steps-only', ['orders.status_changed']);
    await webhookOf(ada, receiver, '/placed', ['orders.placed', 'orders.*']);
    const id = await order(t, ada);
    await until(() => receiver.calls.length >= 1);
    await ada.client.delete(`/orders/${id}`);
    await until(() => receiver.calls.length >= 3);
    expect(receiver.at('/steps-only').map((call) => told(call).type)).toEqual(['orders.status_changed']);
    expect(receiver.at('/placed').map((call) => told(call).type)).toEqual(['orders.placed', 'orders.status_changed']);
  });

  it('write nothing down while nobody wants an event', async () => {
    await webhookOf(ada, receiver, '/steps', ['orders.status_changed']);
    await order(t, ada);
    expect(await t.db.query('SELECT 1 FROM webhook_events')).toEqual([]);
  });

  it('ask for rights anew right before each send: what was taken away is not told', async () => {
    const made = await webhookOf(ada, receiver, '/revoked');
    await t.db.execute(`UPDATE webhooks SET resume_at = now() + interval '1 hour'`);
    const finance = await t.make.person({ roles: ['finance'] });
    const theirs = await webhookOf(finance, receiver, '/finance', ['orders.placed']);
    await t.db.execute(`UPDATE webhooks SET resume_at = now() + interval '1 hour'`);
    await order(t, ada);
    await until(async () => (await t.db.query('SELECT 1 FROM webhook_deliveries')).length === 2);
    await t.db.execute(`UPDATE users SET roles = '{user}' WHERE id = $1`, [finance.user.id]);
    await t.db.execute('UPDATE webhooks SET resume_at = now()');
    await until(() => receiver.at('/revoked').length === 1);
    await until(
      async () => (await t.db.query(`SELECT 1 FROM webhook_deliveries WHERE state = 'skipped'`)).length === 1,
    );
    const { body } = await finance.client.get(`/webhooks/${theirs.id}/deliveries`);
    expect(body.items).toMatchObject([{ state: 'skipped', attempts: 0, error: null, response_status: null }]);
    expect(receiver.at('/finance')).toEqual([]);
    expect((await ada.client.get(`/webhooks/${made.id}/deliveries`)).body.items).toMatchObject([
      { state: 'delivered' },
    ]);
  });

  it('tell a deactivated account nothing', async () => {
    const carl = await t.make.person();
    const id = await order(t, carl);
    await webhookOf(carl, receiver, '/carl');
    await t.db.execute('UPDATE users SET is_active = false WHERE id = $1', [carl.user.id]);
    const finance = await t.make.person({ roles: ['finance'] });
    await webhookOf(finance, receiver, '/finance');
    await finance.client.put(`/orders/${id}/status`, { status: 'processing' });
    await until(() => receiver.at('/finance').length === 1);
    const [{ count }] = await t.db.query<{ count: number }>('SELECT count(*)::int AS count FROM webhook_deliveries');
    expect([count, receiver.at('/carl')]).toEqual([1, []]);
  });

  it('have a secret that is sealed, shown once, and followed by another that both sign with for a day', async () => {
    const made = await webhookOf(ada, receiver, '/rotated');
    const [{ secret }] = await t.db.query<{ secret: Buffer }>('SELECT secret FROM webhooks');
    expect(secret.toString('latin1')).not.toContain(made.secret.slice(6, 20));
    expect((await ada.client.get(`/webhooks/${made.id}`)).body.secret).toBeNull();
    const rotated = await ada.client.post(`/webhooks/${made.id}/rotate`);
    expect([rotated.status, rotated.body.secret === made.secret]).toEqual([200, false]);
    await tryOut(ada, made);
    await until(() => receiver.calls.length === 1);
    const [both] = receiver.calls;
    expect(both.headers['webhook-signature'].split(' ')).toHaveLength(2);
    for (const one of [made.secret, rotated.body.secret])
      expect(verified(one, both)).toMatchObject({ type: 'webhooks.test' });
    await t.db.execute(`UPDATE webhooks SET previous_until = now() - interval '1 second'`);
    await tryOut(ada, made);
    await until(() => receiver.calls.length === 2);
    expect(verified(rotated.body.secret, receiver.calls[1])).toBeTruthy();
    expect(() => verified(made.secret, receiver.calls[1])).toThrow();
    expect((await ada.client.get(`/webhooks/${made.id}`)).body.previous_until).toBeNull();
  });

  it('are their owner’s: another’s is not there, byte for byte', async () => {
    const made = await webhookOf(ada, receiver, '/own');
    const calls = (id: string): [string, string, unknown?][] => [
      ['GET', `/webhooks/${id}`],
      ['PATCH', `/webhooks/${id}`, { is_active: false }],
      ['DELETE', `/webhooks/${id}`],
      ['POST', `/webhooks/${id}/rotate`],
      ['POST', `/webhooks/${id}/test`],
      ['GET', `/webhooks/${id}/deliveries`],
      ['POST', `/webhooks/${id}/replay`, { since: '2026-01-01T00:00:00Z' }],
    ];
    const missing = newId();
    const theirs = calls(made.id);
    for (const [n, [method, path, body]] of calls(missing).entries()) {
      const none = await bob.client.call(method, path, { body, headers: { 'x-request-id': 'same' } });
      const other = await bob.client.call(method, theirs[n][1], { body, headers: { 'x-request-id': 'same' } });
      expect([path, none.status]).toEqual([path, 404]);
      expect(other.text).toBe(none.text.replaceAll(missing, made.id));
    }
    expect((await bob.client.get('/webhooks')).body.items).toEqual([]);
    expect((await ada.client.get('/webhooks')).body.items).toMatchObject([{ id: made.id, owner_id: ada.user.id }]);
    expect((await t.client.get('/webhooks')).status).toBe(401);
  });

  it('are all seen, switched off and deleted by who manages them, who cannot turn them to another address', async () => {
    const made = await webhookOf(ada, receiver, '/managed');
    expect((await manager.client.get('/webhooks')).body.items).toMatchObject([{ id: made.id, secret: null }]);
    const path = `/webhooks/${made.id}`;
    expect((await manager.client.patch(path, { url: receiver.url('/mine') })).body.code).toBe('forbidden');
    expect((await manager.client.patch(path, { events: ['*'], is_active: false })).status).toBe(403);
    for (const act of ['rotate', 'test']) expect((await manager.client.post(`${path}/${act}`)).status).toBe(403);
    expect((await manager.client.patch(path, { is_active: false })).body).toMatchObject({
      is_active: false,
      disabled_reason: 'switched_off',
    });
    expect((await manager.client.patch(path, { is_active: true })).status).toBe(403);
    expect((await manager.client.get(`${path}/deliveries`)).status).toBe(200);
    expect((await manager.client.delete(path)).status).toBe(204);
  });

  it('are changed by their owner, guarded by If-Match', async () => {
    const made = await webhookOf(ada, receiver, '/changed');
    const path = `/webhooks/${made.id}`;
    const etag = (await ada.client.get(path)).headers.get('etag') as string;
    const changed = await ada.client.patch(
      path,
      { events: ['grades.*'], url: receiver.url('/new') },
      { 'if-match': etag },
    );
    expect(changed.body).toMatchObject({
      events: ['grades.*'],
      url: receiver.url('/new'),
      secret: null,
      is_active: true,
    });
    expect((await ada.client.patch(path, { is_active: false }, { 'if-match': etag })).status).toBe(412);
    expect((await ada.client.get(path)).body.is_active).toBe(true);
    expect((await ada.client.delete(path)).status).toBe(204);
    expect((await ada.client.get(path)).status).toBe(404);
  });

  it.each([
    [{ url: 'http://127.0.0.1/', events: ['*'] }, 'url'],
    [{ url: 'https://10.0.0.1/', events: ['*'] }, 'url'],
    [{ url: 'https://localhost/', events: ['*'] }, 'url'],
    [{ url: 'https://a:b@example.com/', events: ['*'] }, 'url'],
    [{ url: 'somewhere', events: ['*'] }, 'url'],
    [{ url: 'https://example.com/', events: [] }, 'events'],
    [{ url: 'https://example.com/', events: ['orders'] }, 'events'],
    [{ url: 'https://example.com/', events: ['*', 'planets.*'] }, 'events.1'],
    [{ url: 'https://example.com/', events: ['*'], secret: 'whsec_' }, 'secret'],
    [{ events: ['*'] }, 'url'],
  ])('refuse %j', async (input, field) => {
    const { status, body } = await ada.client.post('/webhooks', input);
    expect([status, body.errors[0].field]).toEqual([422, field]);
    expect((await ada.client.get('/webhooks')).body.count).toBe(0);
  });

  it('are at most so many an account, also where many are made at once', async () => {
    const input = { url: receiver.url('/many'), events: ['*'] };
    const made = await Promise.all(Array.from({ length: 20 }, () => ada.client.post('/webhooks', input)));
    expect(made.filter(({ status }) => status === 201)).toHaveLength(12);
    expect(made.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'too_many_webhooks', max: 12 });
  });

  it('are made once by calls with one key, which see the same secret', async () => {
    const input = { url: receiver.url('/once'), events: ['*'] };
    const key = { 'idempotency-key': 'webhook-1' };
    const [one, two] = [await ada.client.post('/webhooks', input, key), await ada.client.post('/webhooks', input, key)];
    expect(two.body).toEqual(one.body);
    expect((await ada.client.get('/webhooks')).body.count).toBe(1);
  });

  it('are in the trail', async () => {
    const made = await webhookOf(ada, receiver, '/trail');
    await ada.client.post(`/webhooks/${made.id}/rotate`);
    await ada.client.patch(`/webhooks/${made.id}`, { is_active: false });
    await ada.client.delete(`/webhooks/${made.id}`);
    const rows = await t.db.query<{ action: string }>(
      'SELECT action FROM audit_entries WHERE target = $1 AND actor_id = $2 ORDER BY id',
      [`webhook:${made.id}`, ada.user.id],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'webhooks.created',
      'webhooks.rotated',
      'webhooks.updated',
      'webhooks.deleted',
    ]);
  });

  it('go with their owner’s account, and are in what they take along', async () => {
    const carl = await t.make.person();
    await webhookOf(carl, receiver, '/carl');
    const { body } = await carl.client.get('/users/me/export');
    expect(body.sections.webhooks).toMatchObject([{ url: receiver.url('/carl'), events: ['orders.*'] }]);
    expect(JSON.stringify(body)).not.toContain('whsec');
    const admin = await t.make.admin();
    expect((await admin.client.delete(`/users/${carl.user.id}`)).status).toBe(204);
    expect(await t.db.query('SELECT 1 FROM webhooks WHERE owner_id = $1', [carl.user.id])).toEqual([]);
  });

  it('list their deliveries page by page, since a time, and those alone that failed', async () => {
    const made = await webhookOf(ada, receiver, '/listed');
    receiver.answer(
      '/listed',
      (response, call) => void response.writeHead(told(call).type === 'webhooks.test' ? 500 : 200).end(),
    );
    const failed = await tryOut(ada, made);
    await deliveryIs(ada, made, failed, ({ error }) => error === 'http_500');
    const since = new Date().toISOString();
    const orders = [await order(t, ada), await order(t, ada), await order(t, ada)];
    await until(() => receiver.at('/listed').length >= 4);
    const path = `/webhooks/${made.id}/deliveries`;
    const first = await ada.client.get(`${path}?limit=3`);
    const second = await ada.client.get(`${path}?limit=3&cursor=${first.body.next_cursor}`);
    expect([first.body.count, second.body.count, second.body.next_cursor]).toEqual([3, 1, null]);
    expect(second.body.items).toMatchObject([
      { event_id: failed, state: 'pending', attempts: 1, response_status: 500 },
    ]);
    expect((await ada.client.get(`${path}?since=${since}`)).body.count).toBe(orders.length);
    expect((await ada.client.get(`${path}?failed_only=true`)).body.items).toMatchObject([{ event_id: failed }]);
    expect((await ada.client.get(`${path}?since=${since}&failed_only=true`)).body.items).toEqual([]);
    expect((await ada.client.get(`${path}?cursor=x`)).status).toBe(422);
  });

  it('tell nothing of what was undone', async () => {
    await webhookOf(ada, receiver, '/undone');
    const undone = t.db.transaction(async () => {
      await t.app.get(Events).emit(new OrderPlaced(newId(), ada.user.id));
      throw new Error('Undone');
    });
    await expect(undone).rejects.toThrow('Undone');
    expect(await t.db.query('SELECT 1 FROM webhook_events')).toEqual([]);
  });
});
