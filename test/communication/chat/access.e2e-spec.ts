import { Unavailable } from '../../../src/core/kernel/errors';
import { Clock } from '../../../src/core/kernel/runtime';
import { RoomsService } from '../../../src/modules/communication/chat/rooms/rooms.service';
import { startApp, TestApp } from '../../support/app';
import { Browser } from '../../support/browser-cookies';
import { PASSWORD, Person } from '../../support/make';
import { rawRequest, sendRaw } from '../../support/raw';
import { logIn, Phone } from '../../identity/mfa/support';
import { ChatClient } from './support';

const UPGRADE = ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13'];
const KEY = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';

describe('who may open a socket', () => {
  let one: TestApp;
  let two: TestApp;
  let ada: Person;

  beforeAll(async () => {
    one = await startApp({ CORS_ORIGINS: 'https://app.example.com' });
    two = await startApp(one.env);
    ada = await one.make.person();
  });
  afterAll(async () => {
    await two.stop();
    await one.stop();
  });

  const refused = async (client: ChatClient): Promise<string> => {
    const { code, reason } = await client.isClosed();
    expect([code, client.frames]).toEqual([1008, []]);
    return reason;
  };

  it('nobody without a good credential, before any frame', async () => {
    for (const token of [null, 'x', `${ada.accessToken}x`, `${ada.accessToken.slice(0, -4)}AAAA`]) {
      expect(await refused(await ChatClient.open(one.url, 'general', token))).toBe('unauthenticated');
    }
    const gone = await one.make.person();
    await gone.client.post('/auth/logout');
    expect(await refused(await ChatClient.open(two.url, 'general', gone.accessToken))).toBe('unauthenticated');
    const bad: Record<string, string>[] = [
      { token: 'x' },
      { ticket: 'x' },
      { token: '' },
      { ticket: 'y'.repeat(5000) },
    ];
    for (const query of bad) {
      expect(await refused(await ChatClient.open(one.url, 'general', null, { query }))).toBe('unauthenticated');
    }
  });

  it('nobody whose token or session has expired', async () => {
    const late = await one.make.person();
    for (const { client } of [one, two]) {
      expect((await client.as(late.accessToken).get('/auth/me')).status).toBe(200); // seen as good before
    }
    const laterMs = Date.now() + 3_600_000;
    for (const { app } of [one, two]) jest.spyOn(app.get(Clock), 'nowMs').mockReturnValue(laterMs);
    for (const { url } of [one, two]) {
      expect(await refused(await ChatClient.open(url, 'general', late.accessToken))).toBe('unauthenticated');
    }
    jest.restoreAllMocks();
    const early = await ChatClient.open(two.url, 'general', late.accessToken);
    await early.settled();
    expect(early.closed).toBeNull();
    await one.db.query(
      `UPDATE sessions SET expires_at = now() - interval '1 second', changed_at = now() WHERE user_id = $1`,
      [late.user.id],
    );
    expect(await early.isClosed(5000)).toEqual({ code: 1008, reason: 'unauthenticated' });
    expect(await refused(await ChatClient.open(one.url, 'general', late.accessToken))).toBe('unauthenticated');
  });

  it('with a token in the header or in the address', async () => {
    const client = await ChatClient.open(two.url, 'general', null, { query: { token: ada.accessToken } });
    await client.settled();
    expect(client.closed).toBeNull();
    await client.close();
  });

  it('with a ticket, once, of any number at once', async () => {
    const { status, body } = await ada.client.post('/auth/ws-ticket');
    expect([status, body]).toEqual([201, { ticket: expect.stringMatching(/^[\w-]{43}$/), expires_in: 30 }]);
    const query = { ticket: body.ticket };
    const clients = await Promise.all(
      Array.from({ length: 8 }, (_, n) => ChatClient.open(n % 2 ? one.url : two.url, 'general', null, { query })),
    );
    const opened = await Promise.all(
      clients.map(async (client) => {
        await client.settled();
        return client.closed === null;
      }),
    );
    expect(opened.filter(Boolean)).toHaveLength(1);
    await Promise.all(clients.map((client) => client.close()));
    expect((await one.client.post('/auth/ws-ticket')).status).toBe(401);
    const { body: late } = await ada.client.post('/auth/ws-ticket');
    await one.db.query(`UPDATE ws_tickets SET expires_at = now() - interval '1 second'`);
    expect(await refused(await ChatClient.open(one.url, 'general', null, { query: late }))).toBe('unauthenticated');
    const [stored] = await one.db.query<{ hash: string }>(
      `SELECT encode(token_hash, 'escape') AS hash FROM ws_tickets`,
    );
    expect(stored.hash).not.toContain(body.ticket);
  });

  it('no ticket outlives its session', async () => {
    const bob = await one.make.person();
    const { body: query } = await bob.client.post('/auth/ws-ticket');
    await bob.client.post('/auth/logout');
    expect(await refused(await ChatClient.open(two.url, 'general', null, { query }))).toBe('unauthenticated');
  });

  it('nobody who is half-authenticated', async () => {
    const phone = new Phone([one, two]);
    phone.start();
    const { user } = await phone.enrolled();
    const { accessToken } = await logIn(one, user);
    expect(await refused(await ChatClient.open(one.url, 'general', accessToken))).toBe('mfa_required');
    jest.restoreAllMocks();
    const strict = await startApp({ ...one.env, MFA_ENFORCE_ENROLMENT: 'true' });
    const admin = await one.make.admin();
    expect(await refused(await ChatClient.open(strict.url, 'general', admin.accessToken))).toBe(
      'mfa_enrolment_required',
    );
    await strict.stop();
  });

  it('nobody for now, where a part is away that it needs', async () => {
    const away = new Unavailable({ retryAfterS: 1 });
    const spy = jest.spyOn(one.app.get(RoomsService), 'open').mockRejectedValueOnce(away);
    const client = await ChatClient.open(one.url, 'general', ada.accessToken);
    expect(await client.isClosed()).toEqual({ code: 1013, reason: 'unavailable' });
    expect(client.frames).toMatchObject([{ type: 'error', code: 'unavailable', status: 503 }]);
    spy.mockRestore();
  });

  it('nobody who is deactivated, from that moment on', async () => {
    const admin = await one.make.admin();
    await one.make.admin();
    const off = await one.make.person();
    const early = await Promise.all([one, two].map(({ url }) => ChatClient.open(url, 'general', off.accessToken)));
    await Promise.all(early.map((client) => client.settled()));
    expect((await admin.client.patch(`/users/${off.user.id}`, { is_active: false })).status).toBe(200);
    for (const client of early) expect(await client.isClosed(5000)).toEqual({ code: 1008, reason: 'inactive_user' });
    expect(await refused(await ChatClient.open(one.url, 'general', off.accessToken))).toBe('inactive_user');
  });

  it.each(['https://evil.example', 'null', 'https://app.example.com.evil', 'http://localhost:1'])(
    'no page of the origin %s, whatever it brings along',
    async (origin) => {
      const opening = ChatClient.open(one.url, 'general', ada.accessToken, { headers: { origin } });
      await expect(opening).rejects.toThrow('403');
    },
  );

  it('pages of allowed origins, by the cookie too; programs not by the cookie', async () => {
    for (const origin of ['http://localhost:8000', 'https://app.example.com', one.url]) {
      const client = await ChatClient.open(one.url, 'general', ada.accessToken, { headers: { origin } });
      await client.settled();
      await client.close();
    }
    const browser = new Browser(one.url);
    await browser.call('POST', '/auth/browser/login', { email: ada.user.email, password: PASSWORD });
    const cookie = browser.header();
    const page = await ChatClient.open(one.url, 'general', null, { headers: { cookie, origin: one.url } });
    await page.settled();
    expect(page.closed).toBeNull();
    await page.close();
    expect(await refused(await ChatClient.open(one.url, 'general', null, { headers: { cookie } }))).toBe(
      'unauthenticated',
    );
  });

  it('until the session ends, on whichever instance, with or without the bus', async () => {
    for (const end of ['/auth/logout', '/auth/logout-all']) {
      const bob = await one.make.person();
      const clients = await Promise.all([one, two].map(({ url }) => ChatClient.open(url, 'general', bob.accessToken)));
      await Promise.all(clients.map((client) => client.settled()));
      await bob.client.post(end);
      for (const client of clients) {
        expect(await client.isClosed(2000)).toEqual({ code: 1008, reason: 'unauthenticated' });
      }
    }
    const carl = await one.make.person();
    const client = await ChatClient.open(two.url, 'general', carl.accessToken);
    await client.settled();
    await one.db.query('UPDATE sessions SET ended_at = now(), changed_at = now() WHERE user_id = $1', [carl.user.id]);
    await client.isClosed(2000);
  });

  it('until the caller’s rights are others than before; then the client comes back', async () => {
    const admin = await one.make.admin();
    const dora = await one.make.person();
    const client = await ChatClient.open(two.url, 'general', dora.accessToken);
    await client.settled();
    await admin.client.patch(`/users/${dora.user.id}`, { permissions: ['manage_chat'] });
    expect(await client.isClosed(2000)).toEqual({ code: 1012, reason: 'rights_changed' });
  });

  it('and is answered as HTTP has it where it is no proper upgrade', async () => {
    const path = '/ws/general';
    const answer = async (method: string, target: string, lines: string[]) => {
      const { status, text, headers } = await sendRaw(
        one.url,
        rawRequest(method, target, lines).replace('Connection: close\r\n', ''),
      );
      return { status, code: JSON.parse(text || '{}').code as string, headers };
    };
    expect((await one.client.get(`/${path}`)).body.code).toBe('upgrade_required');
    expect(await answer('GET', path, [...UPGRADE])).toMatchObject({ status: 400, code: 'malformed_request' });
    expect(await answer('GET', path, [...UPGRADE.slice(0, 2), 'Sec-WebSocket-Version: 8', KEY])).toMatchObject({
      status: 400,
    });
    expect(await answer('POST', path, [...UPGRADE, KEY])).toMatchObject({ status: 405 });
    // Whoever asks for another protocol is answered in this one.
    expect(await answer('GET', '/health/live', ['Upgrade: h2c', 'Connection: Upgrade'])).toMatchObject({ status: 200 });
  });
});
