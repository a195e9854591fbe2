import { startApp, TestApp } from '../../support/app';
import { expectInvalid } from '../../commerce/catalog/support';
import { FcmFake } from '../../support/fcm-fake';
import type { Person } from '../../support/make';
import { until } from '../../support/until';
import { deliveryIs, hurry, send, whyOf } from './support';

describe('pushes by FCM, at a stand-in', () => {
  let t: TestApp;
  let fake: FcmFake;
  let ada: Person;
  let bob: Person;
  beforeAll(async () => {
    fake = await FcmFake.start();
    t = await startApp(fake.env);
  });
  afterAll(async () => {
    await t.stop();
    await fake.stop();
  });
  beforeEach(async () => {
    await t.reset();
    fake.forget();
    [ada, bob] = [await t.make.person(), await t.make.person()];
  });

  const register = async (person: Person, token: string): Promise<string> => {
    const { status, body } = await person.client.post('/notifications/register-device', {
      fcm_token: token,
      device_type: 'android',
    });
    expect([status, body]).toEqual([201, expect.objectContaining({ channel: 'fcm', device_type: 'android' })]);
    expect(JSON.stringify(body)).not.toContain(token);
    return body.id;
  };
  const devicesOf = async (person: Person): Promise<string[]> =>
    (await person.client.get('/notifications/devices')).body.items.map(({ id }: any) => id);

  it('reach a registered app, with one token for many', async () => {
    const id = await register(ada, 'app-a');
    const again = await ada.client.post('/notifications/register-device', {
      fcm_token: 'app-a',
      device_type: 'android',
    });
    expect([again.status, again.body.id]).toEqual([200, id]);
    const notice = await send(ada.client, { priority: 'high', collapse_key: 'lift' });
    await until(() => fake.to('app-a').length === 1);
    const [{ project, message }] = fake.to('app-a');
    expect(project).toBe('demo-project');
    expect(message).toMatchObject({
      token: 'app-a',
      notification: { title: notice.title, body: notice.body },
      data: { id: notice.id, url: '/orders', category: 'general' },
      android: {
        priority: 'HIGH',
        ttl: expect.stringMatching(/^86\d{3}s$/),
        collapse_key: expect.stringMatching(/^[\w-]{32}$/),
      },
    });
    await deliveryIs(ada, notice.id, ({ state }) => state === 'sent');
    const { tokens } = fake;
    await send(ada.client);
    await until(() => fake.to('app-a').length === 2);
    expect(fake.tokens).toBe(tokens);
  });

  it.each([
    [404, 'UNREGISTERED', true],
    [403, 'SENDER_ID_MISMATCH', true],
    [400, 'INVALID_ARGUMENT', true],
    [400, 'BadRequest', false],
    [403, undefined, false],
  ])('after %i %s remove the device: %p', async (status, code, isRemoved) => {
    const id = await register(ada, 'app-x');
    fake.refuse('app-x', status, code);
    const notice = await send(ada.client);
    const delivery = await deliveryIs(ada, notice.id, ({ state }) => state === 'failed');
    expect(delivery).toMatchObject({
      response_status: status,
      reason: isRemoved ? 'device_gone' : `http_${status}`,
    });
    await until(async () => (await devicesOf(ada)).includes(id) === !isRemoved);
  });

  it('ask for another token where theirs has ended, and try again while FCM is busy', async () => {
    await register(ada, 'app-b');
    await send(ada.client);
    await until(() => fake.to('app-b').length === 1);
    fake.endTokens();
    const notice = await send(ada.client);
    await deliveryIs(ada, notice.id, ({ reason }) => reason === 'http_401');
    fake.refuse('app-b', 503);
    await hurry(t);
    await deliveryIs(ada, notice.id, ({ reason }) => reason === 'http_503');
    fake.forget();
    await hurry(t);
    await deliveryIs(ada, notice.id, ({ state }) => state === 'sent');
  });

  it('go to whoever registered the app last', async () => {
    await register(ada, 'app-c');
    await register(bob, 'app-c');
    expect([await devicesOf(ada), (await devicesOf(bob)).length]).toEqual([[], 1]);
    const { id } = await send(ada.client);
    expect((await whyOf(ada.client, id)).fcm).toMatchObject({ outcome: 'off', rule: 'no_device' });
  });

  it('take no token that is none, and say of themselves that they are unverified', async () => {
    const wrong = (body: object): Promise<any> => ada.client.post('/notifications/register-device', body);
    expectInvalid(await wrong({ fcm_token: 'a b', device_type: 'ios' }), 'fcm_token');
    expectInvalid(await wrong({ fcm_token: 'ab', device_type: 'toaster' }), 'device_type');
    const { status, body } = await t.client.get('//health/notifications');
    expect([status, body.parts.fcm]).toEqual([200, expect.objectContaining({ note: 'unverified' })]);
  });
});
