import { createPublicKey } from 'node:crypto';
import { verify } from 'jsonwebtoken';
import { startApp, TestApp } from '../../support/app';
import { PASSWORD } from '../../support/make';
import { within } from '../../support/within';

describe('sessions', () => {
  let one: TestApp;
  let two: TestApp;
  beforeAll(async () => {
    one = await startApp({ TRUST_PROXY: '127.0.0.1' });
    two = await startApp(one.env);
  });
  afterAll(async () => {
    await two.stop();
    await one.stop();
  });

  const login = async (email: string, device: string, address = '203.0.113.7') => {
    const from = { 'user-agent': device, 'x-forwarded-for': address };
    const { body } = await one.client.post('/auth/login', { email, password: PASSWORD }, from);
    return { token: body.access_token as string, refresh: body.refresh_token as string };
  };

  it('shows this one and all of mine, with device and address, on every instance', async () => {
    const { email } = await one.make.user();
    const phone = await login(email, 'phone/1.0');
    const desk = await login(email, 'desk/2.0', '2001:db8::1');
    await one.make.person();
    const { status, body } = await two.client.as(desk.token).get('/auth/sessions');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      count: 2,
      next_cursor: null,
      items: [
        { device: 'desk/2.0', address: '2001:db8::1', current: true },
        { device: 'phone/1.0', address: '203.0.113.7', current: false },
      ],
    });
    expect(Object.keys(body.items[0]).sort()).toEqual(
      ['address', 'created_at', 'current', 'device', 'expires_at', 'id', 'last_used_at'].sort(),
    );
    expect((await one.client.as(desk.token).get('/auth/session')).body).toEqual(body.items[0]);
    expect((await two.client.as(phone.token).get('/auth/session')).body).toMatchObject({
      id: body.items[1].id,
      current: true,
    });
  });

  it('pages through them', async () => {
    const { email } = await one.make.user();
    let last = '';
    for (const device of ['a', 'b', 'c']) last = (await login(email, device)).token;
    const me = one.client.as(last);
    const first = (await me.get('/auth/sessions?limit=2')).body;
    expect(first.items.map(({ device }: { device: string }) => device)).toEqual(['c', 'b']);
    const rest = (await me.get(`/auth/sessions?limit=2&cursor=${first.next_cursor}`)).body;
    expect(rest).toMatchObject({ count: 1, next_cursor: null, items: [{ device: 'a' }] });
    expect((await me.get('/auth/sessions?cursor=broken')).status).toBe(422);
  });

  it('ends one of mine, everywhere within a second, and it is gone from the list', async () => {
    const { email } = await one.make.user();
    const [gone, mine] = [await login(email, 'gone'), await login(email, 'mine')];
    for (const t of [one, two]) expect((await t.client.as(gone.token).get('/users/me')).status).toBe(200);
    const { id } = (await one.client.as(gone.token).get('/auth/session')).body;
    expect((await one.client.as(mine.token).delete(`/auth/sessions/${id}`)).status).toBe(204);
    for (const t of [one, two]) {
      await within(
        1000,
        () => t.client.as(gone.token).get('/users/me'),
        ({ status }) => status === 401,
      );
      expect((await t.client.as(mine.token).get('/auth/sessions')).body.count).toBe(1);
    }
    expect((await two.client.post('/auth/refresh', { refresh_token: gone.refresh })).status).toBe(401);
    expect((await one.client.as(mine.token).delete(`/auth/sessions/${id}`)).status).toBe(404);
    const trail = await one.db.query(`SELECT facts FROM audit_entries WHERE target = $1`, [`session:${id}`]);
    expect(trail).toEqual([{ facts: { reason: 'ended_by_user' } }]);
  });

  it('shows a stranger’s as a missing one, byte for byte, and leaves it', async () => {
    const [me, other] = [await one.make.person(), await one.make.person()];
    const theirs = (await other.client.get('/auth/session')).body.id as string;
    const missing = '0192f0a0-1c2d-7e3f-8a4b-5c6d7e8f9a0b';
    const [a, b] = [
      await me.client.delete(`/auth/sessions/${theirs}`),
      await me.client.delete(`/auth/sessions/${missing}`),
    ];
    const same = (text: string, id: string) => text.replace(/"request_id":"[^"]+"/, '').replace(id, '');
    expect(a).toMatchObject({ status: 404, body: { code: 'session_not_found' } });
    expect(same(a.text, theirs)).toBe(same(b.text, missing));
    expect((await other.client.get('/users/me')).status).toBe(200);
    expect((await me.client.delete('/auth/sessions/no-id')).status).toBe(422);
  });

  it('needs somebody who is signed in', async () => {
    for (const path of ['/auth/session', '/auth/sessions']) expect((await one.client.get(path)).status).toBe(401);
  });

  it('shows the public key that access tokens verify with, and nothing private', async () => {
    const { accessToken } = await one.make.person();
    const { status, body, headers } = await two.client.get('//.well-known/jwks.json');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=300');
    expect(Object.keys(body.keys[0]).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    const { kid } = JSON.parse(Buffer.from(accessToken.split('.')[0], 'base64url').toString()) as { kid: string };
    expect(body.keys).toMatchObject([{ kid, alg: 'ES256', use: 'sig' }]);
    const key = createPublicKey({ key: body.keys[0], format: 'jwk' });
    expect(verify(accessToken, key, { algorithms: ['ES256'] })).toMatchObject({ aud: 'atrium' });
  });
});
