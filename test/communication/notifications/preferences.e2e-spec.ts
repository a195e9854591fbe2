import { expectInvalid } from '../../commerce/catalog/support';
import { TestApp, workerApp } from '../../support/app';
import type { Person } from '../../support/make';
import { byChannel, listOf, SEND, send, whyOf } from './support';

describe('preferences of notifications', () => {
  let t: TestApp;
  let ada: Person;
  let bob: Person;
  beforeEach(async () => {
    t = await workerApp();
    [ada, bob] = [await t.make.person({ emailVerifiedAt: new Date() }), await t.make.person()];
  });

  const keep = async (person: Person, preferences: object): Promise<any> => {
    const { status, body } = await person.client.put('/notifications/preferences', preferences);
    expect([status, body]).toEqual([200, expect.anything()]);
    return body;
  };
  const cellOf = (preferences: any, key: string, channel: string): any =>
    preferences.categories.find((one: any) => one.key === key).cells.find((one: any) => one.channel === channel);

  it('name every category in a plain sentence, in the language of who asks', async () => {
    const { body } = await ada.client.get('/notifications/preferences');
    const sentences = Object.fromEntries(body.categories.map(({ key, sentence }: any) => [key, sentence]));
    expect(sentences).toEqual({
      'chat.mentioned': expect.stringMatching(/^Somebody mentions me .*\.$/),
      'comments.added': expect.any(String),
      'comments.mentioned': expect.any(String),
      'files.shared': 'Somebody shares a file with me.',
      general: 'Somebody sends me a notice.',
      'orders.moved': expect.any(String),
      'orders.placed': 'An order of mine is placed.',
      'school.enrolled': expect.any(String),
      'school.grades_recorded': expect.any(String),
      'school.term_closed': expect.any(String),
      'security.new_device': expect.any(String),
      'security.password_changed': expect.any(String),
      'sharing.shared': expect.any(String),
      'tasks.failed': expect.any(String),
      'tasks.finished': 'A task of mine is finished.',
    });
    expect(body).toMatchObject({ quiet_hours: null, digest: null, time_zone: 'UTC' });
    await ada.client.patch('/users/me', { locale: 'es' });
    const spanish = (await ada.client.get('/notifications/preferences')).body;
    expect(spanish.categories.find(({ key }: any) => key === 'orders.placed').sentence).toBe(
      'Se realiza un pedido mío.',
    );
    for (const { sentence } of spanish.categories) expect(Object.values(sentences)).not.toContain(sentence);
  });

  it('say which rule decides each cell, and are replaced whole', async () => {
    const kept = await keep(ada, {
      cells: [{ category: 'orders.placed', channel: 'email', enabled: true }],
      categories: [{ category: 'orders.placed', enabled: false }],
      channels: [{ channel: 'email', enabled: false }],
      quiet_hours: { start: '22:00', end: '07:00' },
      digest: { frequency: 'daily' },
    });
    expect(cellOf(kept, 'orders.placed', 'email')).toEqual({ channel: 'email', enabled: true, source: 'cell' });
    expect(cellOf(kept, 'orders.placed', 'web_push')).toEqual({
      channel: 'web_push',
      enabled: false,
      source: 'category',
    });
    expect(cellOf(kept, 'orders.moved', 'email')).toEqual({ channel: 'email', enabled: false, source: 'channel' });
    expect(cellOf(kept, 'orders.moved', 'in_app')).toEqual({ channel: 'in_app', enabled: true, source: 'default' });
    expect(cellOf(kept, 'security.new_device', 'email')).toEqual({
      channel: 'email',
      enabled: true,
      source: 'mandatory',
    });
    expect(kept.digest).toEqual({ frequency: 'daily', hour: 8, weekday: 1 });
    const again = await keep(ada, {});
    expect(cellOf(again, 'orders.placed', 'email')).toEqual({ channel: 'email', enabled: false, source: 'default' });
    expect([again.quiet_hours, again.digest]).toEqual([null, null]);
  });

  it('guard against a lost update', async () => {
    const first = await ada.client.get('/notifications/preferences');
    const tag = first.headers.get('etag') as string;
    expect(tag).toBeTruthy();
    const good = await ada.client.put(
      '/notifications/preferences',
      { digest: { frequency: 'hourly' } },
      { 'if-match': tag },
    );
    expect(good.status).toBe(200);
    const late = await ada.client.put('/notifications/preferences', {}, { 'if-match': tag });
    expect([late.status, late.body.code]).toEqual([412, 'precondition_failed']);
    expect((await ada.client.get('/notifications/preferences')).body.digest.frequency).toBe('hourly');
  });

  it('refuse what nobody can switch off, and what is none', async () => {
    const put = (body: object): Promise<any> => ada.client.put('/notifications/preferences', body);
    const off = { category: 'security.new_device', channel: 'email', enabled: false };
    expectInvalid(await put({ cells: [off] }), 'cells.0.enabled', 'mandatory');
    expectInvalid(await put({ cells: [{ ...off, category: 'none.such' }] }), 'cells.0.category', 'unknown');
    expectInvalid(await put({ categories: [{ category: 'none', enabled: true }] }), 'categories.0.category', 'unknown');
    expectInvalid(await put({ cells: [{ ...off, channel: 'pigeon' }] }), 'cells.0.channel');
    expectInvalid(await put({ quiet_hours: { start: '24:00', end: '07:00' } }), 'quiet_hours.start');
    expectInvalid(await put({ quiet_hours: { start: '07:00', end: '07:00' } }), 'quiet_hours.end', 'same');
    expectInvalid(await put({ digest: { frequency: 'yearly' } }), 'digest.frequency');
    expectInvalid(await put({ digest: { frequency: 'daily', hour: 24 } }), 'digest.hour');
    // A category with something mandatory can be switched off: what is mandatory stays.
    const kept = await keep(ada, { categories: [{ category: 'security.new_device', enabled: false }] });
    expect(cellOf(kept, 'security.new_device', 'email').enabled).toBe(true);
    expect(cellOf(kept, 'security.new_device', 'web_push').enabled).toBe(false);
  });

  it('decide what is stored with a notice, and why says so in a sentence', async () => {
    await keep(ada, {
      cells: [{ category: 'general', channel: 'email', enabled: true }],
      quiet_hours: { start: '00:00', end: '23:59' },
    });
    const { id } = await send(ada.client);
    const why = await whyOf(ada.client, id);
    expect(why.in_app).toEqual({
      channel: 'in_app',
      outcome: 'shown',
      rule: 'default',
      because: 'It is on unless you say otherwise.',
      not_before: null,
      attempts: 0,
    });
    expect(why.email).toMatchObject({
      outcome: 'waiting',
      rule: 'cell',
      because: 'You have switched this channel on for this category. It waits for the end of your quiet hours.',
      not_before: expect.stringMatching(/T23:59:00\.000Z$/),
    });
    expect(why.web_push).toMatchObject({ outcome: 'off', rule: 'no_device' });
    expect(why.fcm).toMatchObject({ outcome: 'off', rule: 'not_configured' });
    expect(why.webhook).toMatchObject({ outcome: 'off', rule: 'no_webhook' });
    // It stays as it was decided, whatever is switched later.
    await keep(ada, { channels: [{ channel: 'in_app', enabled: false }] });
    expect((await whyOf(ada.client, id)).in_app).toEqual(why.in_app);
    const manager = await t.make.person({ permissions: ['manage_notifications'] });
    expect((await whyOf(manager.client, id)).in_app.outcome).toBe('shown');
    expect((await bob.client.get(`/notifications/${id}/why`)).status).toBe(404);
  });

  it('keep what the inbox is not to show out of it', async () => {
    await keep(ada, { cells: [{ category: 'general', channel: 'in_app', enabled: false }] });
    const notice = await send(ada.client);
    expect(notice.seq).toBeNull();
    expect(await listOf(ada.client)).toEqual([]);
    expect((await ada.client.get('/notifications/unread-count')).body).toEqual({ count: 0, last_seq: 0 });
    expect((await whyOf(ada.client, notice.id)).in_app).toMatchObject({ outcome: 'off', rule: 'cell' });
  });

  it('are previewed by the function that decides', async () => {
    await keep(ada, { channels: [{ channel: 'email', enabled: true }], quiet_hours: { start: '22:00', end: '07:00' } });
    const preview = (more: object): Promise<any> => ada.client.post('/notifications/preview', { ...SEND, ...more });
    const night = byChannel(await preview({ at: '2027-03-10T23:00:00Z' }));
    expect(night.email).toMatchObject({ outcome: 'waiting', rule: 'channel', not_before: '2027-03-11T07:00:00.000Z' });
    const day = byChannel(await preview({ at: '2027-03-10T12:00:00Z' }));
    expect(day.email).toMatchObject({ outcome: 'pending', not_before: null });
    expect(await listOf(ada.client)).toEqual([]);
    const { id } = await send(ada.client);
    const now = byChannel(await preview({}));
    const sent = await whyOf(ada.client, id);
    const rulesOf = (why: Record<string, any>): string[] =>
      Object.values(why).map(({ channel, rule }) => `${channel} ${rule}`);
    expect(rulesOf(now)).toEqual(rulesOf(sent));
    expect((await ada.client.post('/notifications/preview', { ...SEND, user_id: bob.user.id })).status).toBe(403);
  });
});
