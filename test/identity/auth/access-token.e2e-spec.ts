import { createHmac, generateKeyPairSync, KeyObject } from 'node:crypto';
import { sign, SignOptions } from 'jsonwebtoken';
import { Clock, newId } from '../../../src/core/kernel/runtime';
import type { SigningKey } from '../../../src/modules/identity/auth/signing-keys/signing-key';
import { SigningKeys } from '../../../src/modules/identity/auth/signing-keys/signing-keys';
import { TestApp, workerApp } from '../../support/app';
import { Person } from '../../support/make';
import { rawRequest, sendRaw } from '../../support/raw';

const PATH = '/api/v1/users/me';
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part: string): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString());
const nowS = (): number => Math.floor(Date.now() / 1000);

describe('access token', () => {
  let t: TestApp;
  let person: Person;
  let keys: SigningKey;
  let header: Record<string, unknown>;
  let claims: Record<string, unknown>;
  let parts: string[];

  beforeAll(async () => {
    t = await workerApp();
    person = await t.make.admin();
    keys = t.app.get(SigningKeys).current();
    parts = person.accessToken.split('.');
    [header, claims] = parts.slice(0, 2).map(decode);
  });
  afterAll(() => t.stop());

  const call = (authorization: string) => t.client.get('/users/me', { authorization });
  const plain = (text: string): string => text.replace(/"request_id":"[^"]+"/, '');

  /** The claims of a good token with these changes, signed as the application signs. */
  function forge(changes: Record<string, unknown>, key: KeyObject = keys.signing, options: SignOptions = {}): string {
    const payload = { ...claims, ...changes };
    for (const [name, value] of Object.entries(payload))
      if (value === undefined) delete (payload as Record<string, unknown>)[name];
    const { kid, typ } = header as { kid: string; typ: string };
    return sign(payload, key, {
      algorithm: 'ES256',
      keyid: kid,
      header: { alg: 'ES256', typ },
      noTimestamp: true,
      ...options,
    });
  }

  async function expectRefused(authorization: string): Promise<void> {
    const none = await t.client.get('/users/me');
    const { status, text, headers } = await call(authorization);
    expect({ authorization, status }).toEqual({ authorization, status: 401 });
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect(plain(text)).toBe(plain(none.text));
  }

  it('says who, which session, from when to when, and no secret', () => {
    expect(header).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: expect.any(String) });
    expect(claims).toEqual({
      sub: person.user.id,
      sid: expect.any(String),
      use: 'access',
      jti: expect.any(String),
      iss: 'http://localhost:8000',
      aud: 'atrium',
      iat: expect.any(Number),
      exp: (claims.iat as number) + 600,
    });
  });

  it('is taken as it is, and as the test forges it', async () => {
    for (const authorization of [
      `Bearer ${person.accessToken}`,
      `bearer ${person.accessToken}`,
      `Bearer ${forge({})}`,
    ]) {
      expect((await call(authorization)).status).toBe(200);
    }
  });

  it.each(['none', 'None', 'nOnE', 'NONE', '', 'HS256', 'RS256', 'ES384'])('is refused with alg %p', async (alg) => {
    const head = encode({ ...header, alg });
    for (const signature of ['', parts[2]]) await expectRefused(`Bearer ${head}.${parts[1]}.${signature}`);
    await expectRefused(`Bearer ${head}.${parts[1]}`);
  });

  it('is refused when signed by HMAC with the public key', async () => {
    const jwk = JSON.stringify(keys.verifying.export({ format: 'jwk' }));
    const pem = String(keys.verifying.export({ type: 'spki', format: 'pem' }));
    for (const secret of [pem, pem.trim(), jwk, '']) {
      for (const alg of ['HS256', 'HS384', 'HS512']) {
        const signed = `${encode({ ...header, alg })}.${parts[1]}`;
        const signature = createHmac(alg.replace('HS', 'sha'), secret).update(signed).digest('base64url');
        await expectRefused(`Bearer ${signed}.${signature}`);
      }
    }
  });

  it('is refused when signed by a stranger, also one who brings the key along', async () => {
    const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = stranger.publicKey.export({ format: 'jwk' });
    await expectRefused(`Bearer ${forge({}, stranger.privateKey)}`);
    const brought = { alg: 'ES256', typ: 'at+jwt', jwk, jku: 'https://evil.example/jwks.json' } as never;
    await expectRefused(`Bearer ${forge({}, stranger.privateKey, { header: brought })}`);
  });

  it.each([
    ['iss', 'http://evil.example'],
    ['iss', undefined],
    ['iss', ''],
    ['aud', 'other'],
    ['aud', undefined],
    ['aud', ['other']],
    ['sub', undefined],
    ['sub', 7],
    ['sid', undefined],
    ['sid', 'not-a-uuid'],
    ['sid', newId()],
    ['exp', undefined],
    ['exp', nowS() - 1],
    ['exp', 0],
    ['nbf', nowS() + 60],
    ['use', undefined],
    ['use', 'refresh'],
    ['use', 'mfa'],
    ['use', 'email'],
    ['use', 'ws-ticket'],
  ])('is refused with %s %p, though well signed', async (name, value) => {
    await expectRefused(`Bearer ${forge({ [name]: value })}`);
  });

  it("is refused with another user's id than the session's", async () => {
    const other = await t.make.user();
    await expectRefused(`Bearer ${forge({ sub: other.id })}`);
  });

  it('is refused with any bit flipped', async () => {
    const token = person.accessToken;
    for (let index = 0; index < token.length; index += index > token.length - 90 ? 1 : 7) {
      if (token[index] === '.') continue;
      const flipped = String.fromCharCode(token.charCodeAt(index) ^ 1);
      const changed = /[\w-]/.test(flipped) ? flipped : 'A';
      if (changed === token[index]) continue;
      await expectRefused(`Bearer ${token.slice(0, index)}${changed}${token.slice(index + 1)}`);
    }
  });

  it('is refused in any other spelling of the same signature', async () => {
    const last = person.accessToken.at(-1) as string;
    const others = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].filter(
      (one) => one !== last,
    );
    for (const other of others) await expectRefused(`Bearer ${person.accessToken.slice(0, -1)}${other}`);
    for (const tail of ['=', '==', '.', '.e30', 'A', '%20']) await expectRefused(`Bearer ${person.accessToken}${tail}`);
  });

  it.each([
    '',
    'Bearer',
    'Bearer ',
    'Bearer x',
    'Bearer a.b.c',
    'Bearer ..',
    'Bearer null',
    'Token x',
    'Basic YTpi',
    'Bearer \t',
  ])('is not %p', (authorization) => expectRefused(authorization));

  it('is refused in company', async () => {
    const token = person.accessToken;
    for (const value of [
      `Bearer ${token} ${token}`,
      `Bearer ${token}, Bearer ${token}`,
      `Basic YTpi, Bearer ${token}`,
    ]) {
      await expectRefused(value);
    }
    await expectRefused(`Bearer ${person.refreshToken}`);
    expect((await t.client.get(`/users/me?access_token=${token}&token=${token}`)).status).toBe(401);
    expect((await t.client.get('/users/me', { cookie: `access_token=${token}; token=${token}` })).status).toBe(401);
  });

  it('is refused when there are two Authorization headers', async () => {
    const good = `Authorization: Bearer ${person.accessToken}`;
    expect((await sendRaw(t.url, rawRequest('GET', PATH, [good]))).status).toBe(200);
    const none = (await t.client.get('/users/me')).text;
    for (const lines of [
      [good, good],
      [good, 'Authorization: Bearer x'],
      ['authorization: Basic YTpi', good],
    ]) {
      const { status, text } = await sendRaw(t.url, rawRequest('GET', PATH, lines));
      expect(status).toBe(401);
      expect(plain(text)).toBe(plain(none));
    }
  });

  it('is refused by its size alone when it has 16 KiB', async () => {
    const { status, headers, text } = await sendRaw(
      t.url,
      rawRequest('GET', PATH, [`Authorization: Bearer ${'x'.repeat(16_384)}`]),
    );
    expect([400, 431]).toContain(status);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(text).code).toBe('header_too_large');
    await expectRefused(`Bearer ${'x'.repeat(12_000)}`);
  });

  it('stops when its time is up, though seen as good before', async () => {
    const token = forge({ exp: nowS() + 2 });
    expect((await call(`Bearer ${token}`)).status).toBe(200);
    jest.spyOn(t.app.get(Clock), 'nowMs').mockReturnValue(Date.now() + 3000);
    await expectRefused(`Bearer ${token}`);
    jest.restoreAllMocks();
  });

  it.each(['idle_expires_at', 'expires_at'])('stops at the %s of its session', async (column) => {
    const { client, user } = await t.make.person();
    await t.db.query(`UPDATE sessions SET ${column} = now() - interval '1 second' WHERE user_id = $1`, [user.id]);
    expect((await client.get('/users/me')).status).toBe(401);
  });
});
