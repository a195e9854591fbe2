import { generateKeyPairSync, KeyObject, randomBytes } from 'node:crypto';
import { decode, sign } from 'jsonwebtoken';
import { Bus } from '../../../src/core/data/redis';
import { newId, seal } from '../../../src/core/kernel/runtime';
import { newPrivateKey, readSigningKey } from '../../../src/modules/identity/auth/signing-keys/signing-key';
import { SigningKeys } from '../../../src/modules/identity/auth/signing-keys/signing-keys';
import { logIn } from '../mfa/support';
import { startApp, TestApp } from '../../support/app';
import { dropDatabase, makeDatabase } from '../../support/database';
import { databaseText } from '../../support/dump';
import type { Person } from '../../support/make';
import { until } from '../../support/until';

const kidOf = (token: string): string | undefined => decode(token, { complete: true })?.header.kid;

describe('keys of access tokens', () => {
  let t: TestApp;
  let two: TestApp;
  let person: Person;
  beforeAll(async () => {
    t = await startApp();
    two = await startApp(t.env);
  });
  afterAll(async () => {
    await two.stop();
    await t.stop();
  });
  beforeEach(async () => (person = await t.make.person()));
  afterEach(() => jest.restoreAllMocks());

  const published = async (at: TestApp): Promise<string[]> =>
    (await at.client.get('//.well-known/jwks.json')).body.keys.map(({ kid }: { kid: string }) => kid);
  const me = async (token: string, at: TestApp): Promise<number> => (await at.client.as(token).get('/auth/me')).status;
  const isEverywhere = (good: (at: TestApp) => Promise<boolean>) =>
    until(async () => (await Promise.all([t, two].map(good))).every(Boolean));
  const publishEverywhere = (...kids: string[]) =>
    isEverywhere(async (at) => (await published(at)).sort().join() === [...kids].sort().join());
  const fresh = async (at: TestApp): Promise<string> => (await logIn(at, person.user)).accessToken;

  it('are published, without their private part, and stored sealed', async () => {
    const { body, headers } = await t.client.get('//.well-known/jwks.json');
    expect(body.keys).toEqual([
      {
        kty: 'EC',
        crv: 'P-256',
        x: expect.any(String),
        y: expect.any(String),
        kid: expect.any(String),
        alg: 'ES256',
        use: 'sig',
      },
    ]);
    expect(headers.get('cache-control')).toBe('public, max-age=300');
    expect(body.keys[0].kid).toBe(kidOf(person.accessToken));
    expect(await published(two)).toEqual(await published(t));
    const { d } = t.app.get(SigningKeys).current().signing.export({ format: 'jwk' });
    const stored = await databaseText(t.db);
    for (const form of [d as string, Buffer.from(d as string, 'base64url').toString('hex'), 'PRIVATE KEY']) {
      expect(stored).not.toContain(form);
    }
    expect(stored).not.toContain(Buffer.from('PRIVATE KEY').toString('hex'));
  });

  it('rotate: the new one is known first, signs later, and the old one goes when its tokens are dead', async () => {
    const [old] = await published(t);
    const kid = await t.app.get(SigningKeys).rotate({ atOnce: false });
    await publishEverywhere(old, kid);
    for (const at of [t, two]) expect(kidOf(await fresh(at))).toBe(old);
    const [row] = await t.db.query(
      `SELECT round(extract(epoch FROM verifies_until - now())) AS s FROM signing_keys WHERE kid = $1`,
      [old],
    );
    expect(Number(row.s)).toBeGreaterThan(1200);

    await t.db.query('UPDATE signing_keys SET signs_from = now() WHERE kid = $1', [kid]);
    await isEverywhere(async (at) => kidOf(await fresh(at)) === kid);
    const later = await startApp(t.env); // whoever starts, or starts again, in between finds the same
    const token = await fresh(later);
    expect(kidOf(token)).toBe(kid);
    for (const at of [t, two, later]) {
      expect(await me(person.accessToken, at)).toBe(200);
      expect(await me(token, at)).toBe(200);
    }
    await later.stop();

    await t.db.query('UPDATE signing_keys SET verifies_until = now() WHERE kid = $1', [old]);
    await publishEverywhere(kid);
    for (const at of [t, two]) {
      expect(await me(person.accessToken, at)).toBe(401);
      expect(await me(token, at)).toBe(200);
    }
    expect(await t.db.query('SELECT kid FROM signing_keys')).toEqual([{ kid }]);
    expect(
      await t.db.query(`SELECT facts FROM audit_entries WHERE action = 'auth.signing-key-rotated' AND target = $1`, [
        `signing-key:${kid}`,
      ]),
    ).toEqual([{ facts: { atOnce: false } }]);
  });

  it('are looked for when a token names one that is not known yet', async () => {
    jest.spyOn(t.app.get(Bus), 'publish').mockResolvedValue(undefined);
    await t.app.get(SigningKeys).rotate({ atOnce: true });
    await t.app.get(SigningKeys).poll();
    const answers = await Promise.all([fresh(t), fresh(t)].map(async (token) => me(await token, two)));
    expect(answers).toEqual([200, 200]);
  });

  it('are ours alone: not one of a stranger, nor one that the token brings along or names by an address', async () => {
    const { kid, signing } = t.app.get(SigningKeys).current();
    const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { payload } = decode(person.accessToken, { complete: true }) as { payload: object };
    const forge = (key: KeyObject, header: object) =>
      sign(payload, key, {
        algorithm: 'ES256',
        header: { alg: 'ES256', typ: 'at+jwt', kid, ...header },
        noTimestamp: true,
      });
    expect(await me(forge(signing, {}), t)).toBe(200);
    for (const token of [
      forge(stranger.privateKey, { kid: 'A'.repeat(43) }),
      forge(stranger.privateKey, { kid: undefined }),
      forge(stranger.privateKey, { jwk: stranger.publicKey.export({ format: 'jwk' }) }),
      forge(signing, { jku: 'https://evil.example/jwks.json' }),
      forge(signing, { kid: `${kid}A` }),
      forge(signing, { kid: '__proto__' }),
      forge(signing, { typ: 'JWT' }),
    ]) {
      expect(await me(token, t)).toBe(401);
    }
  });

  it('are none of ours when SECRET_KEY does not open them', async () => {
    const before = await published(t);
    const pem = newPrivateKey();
    const { kid } = readSigningKey(pem);
    await t.db.query(`INSERT INTO signing_keys (id, kid, private_key, signs_from) VALUES ($1, $2, $3, now())`, [
      newId(),
      kid,
      seal(randomBytes(32), pem),
    ]);
    await t.app.get(SigningKeys).poll();
    expect(await published(t)).toEqual(before);
    expect(kidOf(await fresh(t))).toBe(before[0]);
  });

  it('are made once by several instances that start together', async () => {
    const url = await makeDatabase();
    const all = await Promise.all([1, 2, 3].map(() => startApp({ DATABASE_URL: url, DATA_DIR: t.env.DATA_DIR })));
    const sets = await Promise.all(all.map(published));
    expect(new Set(sets.map((one) => one.join())).size).toBe(1);
    expect(sets[0]).toHaveLength(1);
    for (const one of all) await one.stop();
    await dropDatabase(url);
  });
});
