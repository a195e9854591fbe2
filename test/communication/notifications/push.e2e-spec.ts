import { importJWK, jwtVerify } from 'jose';
import { startApp, TestApp } from '../../support/app';
import { expectInvalid, expectProblem } from '../../commerce/catalog/support';
import type { Person } from '../../support/make';
import { PushService, Subscriber, vapidOf } from '../../support/push-service';
import { until } from '../../support/until';
import { deliveryIs, hurry, send, whyOf } from './support';

describe('web push', () => {
  let t: TestApp;
  let service: PushService;
  let ada: Person;
  let bob: Person;
  beforeAll(async () => {
    service = await PushService.start();
    t = await startApp(service.env);
  });
  afterAll(async () => {
    await t.stop();
    await service.stop();
  });
  beforeEach(async () => {
    await t.reset();
    service.forget();
    [ada, bob] = [await t.make.person(), await t.make.person()];
  });

  const subscribe = async (person: Person, path: string): Promise<{ id: string; browser: Subscriber }> => {
    const browser = service.subscriber(path);
    const { status, body } = await person.client.post('/notifications/web-push/subscriptions', browser.toJSON());
    expect([status, body]).toEqual([201, expect.objectContaining({ channel: 'web_push', device_type: 'browser' })]);
    return { id: body.id, browser };
  };
  const devicesOf = async (person: Person): Promise<string[]> =>
    (await person.client.get('/notifications/devices')).body.items.map(({ id }: any) => id);

  it('reaches the browser alone, signed by the key that it has subscribed to', async () => {
    const { browser } = await subscribe(ada, '/a');
    const notice = await send(ada.client, { priority: 'high' });
    const [pushed] = await service.got('/a');
    expect(browser.read(pushed)).toEqual({
      id: notice.id,
      title: notice.title,
      body: notice.body,
      url: '/orders',
      category: 'general',
    });
    expect(pushed.headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high' });
    expect(Number(pushed.headers.ttl)).toBeGreaterThan(86_000);
    expect(pushed.body.toString('latin1')).not.toContain('lift');
    const { claims, key, token } = vapidOf(pushed);
    expect(key).toBe((await ada.client.get('/notifications/web-push/vapid-public-key')).body.public_key);
    expect(claims).toMatchObject({ aud: new URL(service.url('/')).origin, sub: expect.stringMatching(/^mailto:/) });
    const point = Buffer.from(key, 'base64url');
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
    await jwtVerify(token, await importJWK({ kty: 'EC', crv: 'P-256', x, y }, 'ES256'));
    const { web_push: why } = await whyOf(
      ada.client,
      (await deliveryIs(ada, notice.id, ({ state }) => state === 'sent')) && notice.id,
    );
    expect(why).toMatchObject({ outcome: 'sent', rule: 'default', attempts: 1 });
  });

  it('fits into one record, whatever its text, and names no topic but its hash', async () => {
    const { browser } = await subscribe(ada, '/a');
    await send(ada.client, {
      body: '😀'.repeat(2000),
      action_url: `/${'x'.repeat(1500)}`,
      collapse_key: 'secret words',
    });
    const [pushed] = await service.got('/a');
    expect(pushed.body.length).toBeLessThanOrEqual(4096);
    expect(pushed.body.length).toBeGreaterThan(4090);
    const { body, url } = browser.read(pushed);
    expect(body).toMatch(/^(😀)+…$/u);
    expect(url.length).toBe(1501);
    expect(pushed.headers.topic).toMatch(/^[\w-]{32}$/);
  });

  it.each([404, 410])('removes a device that answers %i', async (status) => {
    const { id } = await subscribe(ada, '/gone');
    service.answer('/gone', () => ({ status }));
    const notice = await send(ada.client);
    expect(await deliveryIs(ada, notice.id, ({ state }) => state === 'failed')).toMatchObject({
      reason: 'device_gone',
      response_status: status,
    });
    await until(async () => !(await devicesOf(ada)).includes(id));
  });

  it('leaves a device that has registered anew since', async () => {
    const { id, browser } = await subscribe(ada, '/again');
    service.answer('/again', async () => {
      service.answer('/again', () => ({ status: 201 }));
      const again = await ada.client.post('/notifications/web-push/subscriptions', browser.toJSON());
      expect([again.status, again.body]).toEqual([200, expect.objectContaining({ id })]);
      return { status: 410 };
    });
    const notice = await send(ada.client);
    await deliveryIs(ada, notice.id, ({ state }) => state === 'failed');
    const next = await send(ada.client, { title: 'Next' });
    await deliveryIs(ada, next.id, ({ channel, state }) => channel === 'web_push' && state === 'sent');
    expect(await devicesOf(ada)).toEqual([id]);
  });

  it('tries again as it is asked to, and not once the push is of no use', async () => {
    await subscribe(ada, '/busy');
    let answers = 0;
    service.answer('/busy', () =>
      answers++ === 0 ? { status: 429, headers: { 'retry-after': '3600' } } : { status: 201 },
    );
    const notice = await send(ada.client);
    const waits = await deliveryIs(ada, notice.id, ({ attempts }) => attempts === 1);
    expect(waits).toMatchObject({ state: 'pending', reason: 'http_429' });
    expect(Date.parse(waits.next_attempt_at) - Date.now()).toBeGreaterThan(3_000_000);
    await hurry(t);
    await deliveryIs(ada, notice.id, ({ state }) => state === 'sent');
    service.answer('/busy', () => ({ status: 503, headers: { 'retry-after': '90000' } }));
    const late = await send(ada.client);
    expect(await deliveryIs(ada, late.id, ({ attempts }) => attempts === 1)).toMatchObject({ state: 'failed' });
  });

  it.each([400, 413, 403])('does not try again after %i', async (status) => {
    const { id } = await subscribe(ada, '/no');
    service.answer('/no', () => ({ status }));
    const notice = await send(ada.client);
    expect(await deliveryIs(ada, notice.id, ({ attempts }) => attempts === 1)).toMatchObject({
      state: 'failed',
      reason: `http_${status}`,
    });
    expect(await devicesOf(ada)).toEqual([id]);
  });

  it('is not held up by a push service that hangs', async () => {
    const hanging: (() => void)[] = [];
    await subscribe(ada, '/hangs');
    await subscribe(bob, '/well');
    service.answer('/hangs', () => new Promise((resolve) => hanging.push(() => resolve({ status: 201 }))));
    for (let n = 0; n < 5; n++) await send(ada.client);
    await service.got('/hangs', 5);
    await send(bob.client);
    await service.got('/well');
    hanging.forEach((end) => end());
  });

  it('goes to whoever registered the browser last', async () => {
    const { browser } = await subscribe(ada, '/shared');
    const taken = await bob.client.post('/notifications/web-push/subscriptions', browser.toJSON());
    expect(taken.status).toBe(201);
    expect([await devicesOf(ada), await devicesOf(bob)]).toEqual([[], [taken.body.id]]);
    const notice = await send(ada.client);
    expect((await whyOf(ada.client, notice.id)).web_push).toMatchObject({ outcome: 'off', rule: 'no_device' });
    await send(bob.client);
    await service.got('/shared');
    expect(service.at('/shared').length).toBe(1);
  });

  it('fails nobody’s notice and nobody’s registration while the browser changes hands', async () => {
    const { browser } = await subscribe(ada, '/both');
    const take = (one: Person) => one.client.post('/notifications/web-push/subscriptions', browser.toJSON());
    const tell = (one: Person, n: number) =>
      one.client.post('/notifications/send', { title: `${n}`, body: 'b', type: 'info' });
    const statuses: number[] = [];
    for (let n = 0; n < 40; n++) {
      const answers = await Promise.all([take(bob), tell(ada, n), take(ada), tell(bob, n), tell(ada, 100 + n)]);
      statuses.push(...answers.map(({ status }) => status));
    }
    expect(statuses.filter((status) => ![200, 201].includes(status))).toEqual([]);
    expect([...(await devicesOf(ada)), ...(await devicesOf(bob))]).toHaveLength(1);
  });

  it('joins what waits for its owner’s devices, but what is deleted at that moment', async () => {
    const quiet = { quiet_hours: { start: '00:00', end: '23:59' } };
    expect((await ada.client.put('/notifications/preferences', quiet)).status).toBe(200);
    const { browser } = await subscribe(ada, '/first');
    for (let n = 0; n < 20; n++) {
      const notice = await send(ada.client, { title: `${n}` });
      const [gone, joined] = await Promise.all([
        t.db.query('DELETE FROM notifications WHERE id = $1', [notice.id]).then(() => 204),
        ada.client.post('/notifications/web-push/subscriptions', service.subscriber(`/other/${n}`).toJSON()),
        ada.client.post('/notifications/web-push/subscriptions', browser.toJSON()),
      ]);
      expect([gone, joined.status]).toEqual([204, 201]);
    }
  });

  it('ends with the session that registered the device, also for what is waiting', async () => {
    await subscribe(ada, '/phone');
    const again = await t.make.login(ada.user);
    await subscribe(again, '/laptop');
    service.answer('/phone', () => ({ status: 503, headers: { 'retry-after': '600' } }));
    const notice = await send(again.client);
    await deliveryIs(again, notice.id, ({ attempts, state }) => attempts === 1 && state === 'pending');
    expect((await ada.client.post('/auth/logout')).status).toBe(204);
    expect(await devicesOf(again)).toHaveLength(1);
    await hurry(t);
    await deliveryIs(again, notice.id, ({ reason }) => reason === 'no_device');
    await send(again.client, { title: 'After' });
    await service.got('/laptop', 2);
    expect(service.at('/phone')).toHaveLength(1);
  });

  it('keeps twenty devices of somebody, the last registered', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 21; n++) ids.push((await subscribe(ada, `/device/${n}`)).id);
    expect(await devicesOf(ada)).toEqual(ids.slice(1).reverse());
  });

  it('refuses what is no subscription, and addresses within', async () => {
    const good = service.subscriber('/x').toJSON() as any;
    const wrong: readonly (readonly [unknown, string])[] = [
      [{ ...good, endpoint: 'http://push.example.com/x' }, 'endpoint'],
      [{ ...good, endpoint: 'https://10.0.0.1/x' }, 'endpoint'],
      [{ ...good, endpoint: 'https://localhost/x' }, 'endpoint'],
      [{ ...good, endpoint: 'https://me:pw@push.example.com/x' }, 'endpoint'],
      [{ ...good, endpoint: 'x' }, 'endpoint'],
      [{ ...good, keys: { ...good.keys, p256dh: Buffer.alloc(65, 4).toString('base64url') } }, 'keys.p256dh'],
      [{ ...good, keys: { ...good.keys, p256dh: 'AAAA' } }, 'keys.p256dh'],
      [{ ...good, keys: { ...good.keys, auth: 'AAAA' } }, 'keys.auth'],
      [{ ...good, keys: undefined }, 'keys.p256dh'],
      [{ ...good, more: 1 }, 'more'],
      [{ ...good, type: 'toaster' }, 'type'],
      [[], 'endpoint'],
    ];
    for (const [body, field] of wrong) {
      expectInvalid(await ada.client.post('/notifications/web-push/subscriptions', body), field);
    }
    expect(await devicesOf(ada)).toEqual([]);
  });

  it('takes apps by UnifiedPush', async () => {
    const app = service.subscriber('/up');
    const { status, body } = await ada.client.post('/notifications/web-push/subscriptions', {
      ...app.toJSON(),
      type: 'unified_push',
    });
    expect([status, body.device_type]).toEqual([201, 'unified_push']);
    const notice = await send(ada.client);
    const [pushed] = await service.got('/up');
    expect(app.read(pushed).id).toBe(notice.id);
  });

  it('shows and removes nobody else’s devices', async () => {
    const { id } = await subscribe(ada, '/a');
    for (const path of ['devices', 'web-push/subscriptions']) {
      expectProblem(await bob.client.delete(`/notifications/${path}/${id}`), 404, 'device_not_found');
      expect((await bob.client.get(`/notifications/${path}`)).body).toEqual({ items: [] });
    }
    expect((await ada.client.delete(`/notifications/devices/${id}`)).status).toBe(204);
    expect(await devicesOf(ada)).toEqual([]);
    const rows = await t.db.query('SELECT 1 FROM notification_devices');
    expect(rows).toHaveLength(0);
  });
});
