import { TestApp, workerApp } from '../../support/app';
import { mailsOf, mailTo } from '../../support/mails';
import type { Person } from '../../support/make';
import { until } from '../../support/until';
import { deliveryIs, hurry, send, whyOf } from './support';

describe('notifications by e-mail and webhook', () => {
  let t: TestApp;
  let ada: Person;
  beforeEach(async () => {
    t = await workerApp();
    ada = await t.make.person({ emailVerifiedAt: new Date(), fullName: 'Ada Lovelace' });
  });

  const keep = async (preferences: object): Promise<void> => {
    const channels = [{ channel: 'email', enabled: true }];
    const { status } = await ada.client.put('/notifications/preferences', { channels, ...preferences });
    expect(status).toBe(200);
  };
  /** Of everything that waits, when each is due; every row once. */
  const waits = async (): Promise<(string | null)[]> =>
    (
      await t.db.query<{ at: Date | null }>(
        `SELECT not_before AS at FROM notification_deliveries WHERE state = 'pending' ORDER BY created_at, id`,
      )
    ).map(({ at }) => at?.toISOString() ?? null);

  it('mail one at once, with a link, to a proven address alone', async () => {
    await keep({});
    const notice = await send(ada.client, { title: 'Ünïcode & <b>signs</b>' });
    const mail = await mailTo(t, ada.user.email, /Ünïcode/);
    expect(mail.subject).toBe('Ünïcode & <b>signs</b>');
    expect(mail.text).toContain('It goes up again.');
    expect(mail.text).toMatch(/http:\/\/\S+\/orders/);
    expect(mail.html).not.toContain('<b>signs</b>');
    const sent = await deliveryIs(ada, notice.id, ({ state, channel }) => state === 'sent' && channel === 'email');
    expect(mail.id).toContain(sent.message_id);
    await t.db.execute('UPDATE users SET email_verified_at = NULL');
    const { id } = await send(ada.client);
    expect((await whyOf(ada.client, id)).email).toMatchObject({ outcome: 'off', rule: 'address_unproven' });
  });

  it('are dropped when they are due and no longer wanted', async () => {
    await keep({ quiet_hours: { start: '00:00', end: '23:59' } });
    const [read, deleted, off] = [await send(ada.client), await send(ada.client), await send(ada.client)];
    await ada.client.put(`/notifications/${read.id}/read`);
    await hurry(t);
    await deliveryIs(ada, read.id, ({ reason }) => reason === 'read');
    await keep({ channels: [{ channel: 'email', enabled: false }] });
    await hurry(t);
    await deliveryIs(ada, off.id, ({ reason }) => reason === 'switched_off');
    await ada.client.delete(`/notifications/${deleted.id}`);
    expect((await whyOf(ada.client, read.id)).email).toMatchObject({ outcome: 'skipped' });
    expect(mailsOf(t)).toEqual([]);
  });

  it('are dropped for an account that is deactivated', async () => {
    await keep({ quiet_hours: { start: '00:00', end: '23:59' } });
    await send(ada.client);
    await t.db.execute('UPDATE users SET is_active = false WHERE id = $1', [ada.user.id]);
    await hurry(t);
    const rows = (): Promise<{ reason: string }[]> =>
      t.db.query<{ reason: string }>(`SELECT reason FROM notification_deliveries WHERE state = 'skipped'`);
    await until(async () => (await rows()).length === 1);
    expect(await rows()).toEqual([{ reason: 'deactivated' }]);
  });

  it('wait for the end of quiet hours by the clock of another zone, once somebody has moved there', async () => {
    await keep({ quiet_hours: { start: '00:00', end: '23:59' } });
    await send(ada.client);
    const [before] = await waits();
    expect(before).toMatch(/T23:59:00\.000Z$/);
    expect((await ada.client.patch('/users/me', { time_zone: 'Asia/Kolkata' })).status).toBe(200);
    expect((await waits())[0]).toMatch(/T18:29:00\.000Z$/);
    await keep({ quiet_hours: null });
    await mailTo(t, ada.user.email, /lift/);
  });

  it('go together in one digest, without what was read, and never an empty one', async () => {
    await keep({ digest: { frequency: 'daily', hour: 8 } });
    const notices = [];
    for (let n = 1; n <= 3; n++) notices.push(await send(ada.client, { title: `Notice ${n}` }));
    const due = await waits();
    expect([due.length, new Set(due).size]).toEqual([3, 1]);
    expect(due[0]).toMatch(/T08:00:00\.000Z$/);
    await ada.client.put(`/notifications/${notices[1].id}/read`);
    await hurry(t);
    const mail = await mailTo(t, ada.user.email, /^2 new notifications$/);
    expect(mail.text).toMatch(/Notice 1[\s\S]*Notice 3/);
    expect(mail.text).not.toContain('Notice 2');
    const [first, third] = await Promise.all(
      [notices[0], notices[2]].map(({ id }) => deliveryIs(ada, id, ({ state }) => state === 'sent')),
    );
    expect([first.is_digest, first.message_id]).toEqual([true, third.message_id]);
    expect(mail.id).toContain(first.message_id);
    const last = await send(ada.client, { title: 'Read at once' });
    await ada.client.put(`/notifications/${last.id}/read`);
    await hurry(t);
    await deliveryIs(ada, last.id, ({ reason }) => reason === 'read');
    expect(mailsOf(t).length).toBe(1);
  });

  it('are in the language of their reader, the digest too', async () => {
    await ada.client.patch('/users/me', { locale: 'es' });
    await keep({ digest: { frequency: 'weekly', hour: 8, weekday: 5 } });
    await send(ada.client);
    await hurry(t);
    const mail = await mailTo(t, ada.user.email, /^Un aviso nuevo$/);
    expect(mail.text).toContain('Hola, Ada Lovelace:');
  });

  it('tell the webhook of their owner, and nobody else’s', async () => {
    const bob = await t.make.person();
    for (const person of [ada, bob]) {
      const made = await person.client.post('/webhooks', {
        url: 'https://hooks.example.com/x',
        events: ['notifications.created'],
      });
      expect(made.status).toBe(201);
    }
    const { id } = await send(ada.client);
    await deliveryIs(ada, id, ({ state, channel }) => state === 'sent' && channel === 'webhook');
    const toldOf = async (person: Person): Promise<unknown[]> => {
      const { body } = await person.client.get('/webhooks');
      const { body: deliveries } = await person.client.get(`/webhooks/${body.items[0].id}/deliveries`);
      return deliveries.items.map(({ type }: any) => type);
    };
    await until(async () => (await toldOf(ada)).length === 1);
    expect([await toldOf(ada), await toldOf(bob)]).toEqual([['notifications.created'], []]);
  });

  it('are nowhere shown about what somebody may not view any more', async () => {
    const [owner, folder] = [await t.make.person(), 'Plans'];
    const made = await owner.client.post('/folders', { name: folder });
    expect(made.status).toBe(201);
    const resource = { resource_type: 'folder', resource_id: made.body.id };
    const share = await owner.client.post('/shares', {
      ...resource,
      principal: { type: 'user', id: ada.user.id },
      permission: 'view',
    });
    expect(share.status).toBe(201);
    const [notice] = (await ada.client.get('/notifications')).body.items;
    expect(notice).toMatchObject({
      category: 'sharing.shared',
      resource: { type: 'folder', id: made.body.id },
      title: expect.stringContaining('“Plans”'),
    });
    expect((await owner.client.delete(`/shares/${share.body.id}`)).status).toBe(204);
    expect((await ada.client.get('/notifications')).body.items).toEqual([]);
    expect((await ada.client.get('/notifications/unread-count')).body.count).toBe(0);
    expect((await ada.client.get(`/notifications/${notice.id}`)).status).toBe(404);
    // Told of something that they may not view, they are told nothing.
    const sender = await t.make.person({ permissions: ['send_notifications'] });
    const hidden = await send(sender.client, {
      user_id: ada.user.id,
      resource: { type: 'folder', id: made.body.id },
    });
    expect(hidden.seq).toBeNull();
    expect((await ada.client.get('/notifications')).body.items).toEqual([]);
  });
});
