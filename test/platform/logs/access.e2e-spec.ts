import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { rawRequest, sendRaw } from '../../support/raw';
import { paceOf } from '../../support/pace';
import { within } from '../../support/within';
import { cri, LogStream, put } from './support';

const UID = '0b7f2a9c-1111-4222-8333-444455556666';
const SECRET = 'of-outside-the-root';

describe('who may read which logs', () => {
  let t: TestApp;
  let admin: Person;
  const place = mkdtempSync(join(tmpdir(), 'atrium-place-'));
  const root = join(place, 'pods');

  beforeAll(async () => {
    mkdirSync(root);
    for (const pod of ['shop-1', 'shop-2', 'bank-1']) put(root, `default_${pod}_${UID}/app/0.log`, cri(1, `of ${pod}`));
    put(root, `other_shop-9_${UID}/app/0.log`, cri(1, SECRET));
    put(place, 'outside/app/0.log', cri(1, SECRET));
    put(place, 'outside.log', `${SECRET}\n`);
    symlinkSync(join(place, 'outside'), join(root, `default_linked_${UID}`));
    symlinkSync(join(place, 'outside.log'), join(root, 'linked-file.log'));
    symlinkSync('/etc/passwd', join(root, 'passwd.log'));
    put(root, `default_half-linked_${UID}/app/0.log`, cri(1, 'inside'));
    symlinkSync(join(place, 'outside.log'), join(root, `default_half-linked_${UID}/app/1.log`));
    symlinkSync(join(place, 'outside/app'), join(root, `default_half-linked_${UID}/other`));
    t = await startApp({ LOGS_SOURCE: 'directory', LOGS_DIRECTORY: root });
    admin = await t.make.admin();
  });
  afterAll(async () => {
    await t.stop();
    rmSync(place, { recursive: true, force: true });
  });

  const entries = async (action: string) =>
    (await admin.client.get(`/audit?action=${action}&limit=100`)).body.items as {
      actor_id: string;
      target: string;
      outcome: string;
      facts: any;
    }[];

  describe('with a permission for some', () => {
    it('shows those, and refuses the others whether they exist or not, with the very same answer', async () => {
      const eve = await t.make.person({ permissions: ['read_logs:shop-*', 'read_logs:half-linked'] });
      const { body } = await eve.client.get('/logs');
      expect(body.items.map(({ name }: any) => name)).toEqual(['half-linked', 'shop-1', 'shop-2']);
      expect((await eve.client.get('/logs/shop-1')).body.logs).toBe('of shop-1');
      expect((await eve.client.get('/logs/shop-3')).body.code).toBe('pod_not_found');
      const refusals = await Promise.all(
        ['bank-1', 'bank-2', 'xshop-1', 'linked'].map((pod) =>
          eve.client.get(`/logs/${pod}`, { 'x-request-id': 'same' }),
        ),
      );
      const told = refusals.map(({ status, text }, n) => [
        status,
        text.replaceAll(['bank-1', 'bank-2', 'xshop-1', 'linked'][n], 'pod'),
      ]);
      expect(told[0][0]).toBe(403);
      for (const one of told) expect(one).toEqual(told[0]);
      expect((await eve.client.get('/logs/shop-1?also=bank-1')).status).toBe(403);
      expect((await eve.client.get('/logs/bank-1/download')).status).toBe(403);
      expect((await LogStream.open(t.url, eve.accessToken, 'bank-1?follow=true')).status).toBe(403);
      expect(await entries('logs.read')).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            actor_id: eve.user.id,
            target: 'pod:bank-1',
            outcome: 'failure',
            facts: expect.objectContaining({ code: 'forbidden' }),
          }),
          expect.objectContaining({
            actor_id: eve.user.id,
            target: 'pod:shop-3',
            outcome: 'failure',
            facts: expect.objectContaining({ code: 'pod_not_found' }),
          }),
        ]),
      );
    });

    it('is given one by one, within a second, by who has it', async () => {
      const bob = await t.make.person();
      expect((await bob.client.get('/logs')).status).toBe(403);
      expect((await bob.client.get('/logs/shop-1')).status).toBe(403);
      const given = await admin.client.patch(`/users/${bob.user.id}`, { permissions: ['read_logs:bank-*'] });
      expect([given.status, given.body.permissions]).toEqual([200, ['read_logs:bank-*']]);
      await within(
        1000,
        () => bob.client.get('/logs/bank-1'),
        ({ status }) => status === 200,
      );
      expect((await bob.client.get('/logs/shop-1')).status).toBe(403);
      expect((await bob.client.post('/auth/validate')).body.permissions).toEqual(['read_logs:bank-*']);
    });

    it.each([
      ['read_logs:', 'nothing'],
      ['read_logs:Shop-*', 'capitals'],
      ['read_logs:shop/*', 'a slash'],
      ['read_logs:a,b', 'a comma'],
      ['read_audit:shop-*', 'what cannot be narrowed'],
      ['read_lies:shop-*', 'what there is not'],
      [':shop-*', 'no word'],
    ])('is not %s (%s)', async (word) => {
      const bob = await t.make.user();
      const { status, body } = await admin.client.patch(`/users/${bob.id}`, { permissions: [word] });
      expect([status, body.errors?.[0]?.field]).toEqual([422, 'permissions.0']);
    });

    it('lets nobody give away more than they have', async () => {
      const [manager, bob] = [
        await t.make.person({ permissions: ['manage_users', 'read_logs:shop-*'] }),
        await t.make.user(),
      ];
      const give = (...permissions: string[]) => manager.client.patch(`/users/${bob.id}`, { permissions });
      expect((await give('read_logs:shop-*')).status).toBe(200);
      expect((await give('read_logs:*')).status).toBe(403);
      expect((await give('read_logs')).status).toBe(403);
      await admin.client.patch(`/users/${bob.id}`, { permissions: ['read_logs:bank-*'] });
      expect((await give()).status).toBe(403);
    });
  });

  it('is nobody without a session, whatever stands in the address', async () => {
    for (const path of ['shop-1', 'nowhere', 'shop-1/download', '']) {
      const { status, body } = await t.client.get(`/logs/${path}`.replace(/\/$/, ''));
      expect([status, body.code]).toEqual([401, 'unauthenticated']);
    }
    for (const name of ['token', 'access_token', 'ticket', 'authorization']) {
      const { status } = await t.client.get(`/logs/shop-1?${name}=${admin.accessToken}`);
      expect(status).toBe(401);
      expect((await admin.client.get(`/logs/shop-1?${name}=${admin.accessToken}`)).status).toBe(422);
    }
  });

  it.each([
    ['..%2f..%2fetc%2fpasswd', 422],
    ['..%2F', 422],
    ['..', 422],
    ['%2e%2e', 422],
    ['../../etc/passwd', 404],
    ['%00', 422],
    ['shop-1%00', 422],
    ['$(id)', 422],
    ['`id`', 422],
    ['shop-1;id', 422],
    ['x'.repeat(300), 422],
    ['shop_1', 422],
    ['Shop-1', 422],
    ['-shop', 422],
    ['shop-', 422],
    ['shop..1', 422],
    ['p%C3%B6d', 422],
    ['sh%E2%80%AEop', 422],
    ['%ff', 400],
    ['shop-1%0d%0aX-Evil:%201', 422],
    ['no-such-pod', 404],
    ['shop-9', 404],
    ['linked', 404],
    ['linked-file', 404],
    ['passwd', 404],
  ])('answers the pod %s with %i', async (pod, expected) => {
    const bytes = rawRequest('GET', `/api/v1/logs/${pod}`, [`Authorization: Bearer ${admin.accessToken}`]);
    const { status, text, headers } = await sendRaw(t.url, bytes);
    expect(status).toBe(expected);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(headers.has('x-evil')).toBe(false);
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain('root:');
  });

  it.each(['../other', '..%2f..%2foutside%2fapp', 'app%2f..', 'APP', '$(id)', '%00', 'x'.repeat(64)])(
    'answers the container %s with 422',
    async (container) => {
      expect((await admin.client.get(`/logs/shop-1?container=${container}`)).status).toBe(422);
    },
  );

  it('follows no link, neither of a folder nor of a file', async () => {
    const { body } = await admin.client.get('/logs/half-linked');
    expect([body.logs, body.lines]).toEqual(['inside', 1]);
    const other = await admin.client.get('/logs/half-linked?container=other');
    expect([other.status, other.body]).toMatchObject([404, { code: 'container_not_found', containers: ['app'] }]);
    const { text } = await admin.client.get('/logs');
    expect(text).not.toMatch(/linked-file|passwd|shop-9|"linked"/);
    linkSync(join(place, 'outside.log'), join(root, 'hard.log')); // another name for the same file, put there by its owner
    expect((await admin.client.get('/logs/hard')).body.logs).toBe(SECRET);
    rmSync(join(root, 'hard.log'));
  });

  it.each([
    ['tail=-1', 'tail'],
    ['tail=5001', 'tail'],
    ['tail=1e3', 'tail'],
    ['since=yesterday', 'since'],
    ['since=2026-13-40', 'since'],
    ['until=15x', 'until'],
    ['level=loud', 'level'],
    ['format=xml', 'format'],
    ['follow=maybe', 'follow'],
    ['q=', 'q'],
    [`q=${'x'.repeat(201)}`, 'q'],
    ['q=(a&regex=true', 'q'],
    ['q=(%3F=a)b&regex=true', 'q'],
    ['q=(a)\\1&regex=true', 'q'],
    ['q=(([a-z]{1,30}){1,30}){1,9}&regex=true', 'q'],
    ['field=status', 'field'],
    ['also=../x', 'also'],
    ['also=Shop', 'also'],
    [`also=${Array.from({ length: 10 }, (_, n) => `p${n}`).join(',')}`, 'also'],
    ['namespace=other', 'namespace'],
  ])('refuses the query %s', async (query, field) => {
    const { status, body } = await admin.client.get(`/logs/shop-1?${query}`);
    expect([status, body.code]).toEqual([422, 'validation']);
    expect(body.errors[0].field).toMatch(new RegExp(`^${field}`));
  });

  it('takes a hostile expression without waiting for it', async () => {
    put(root, 'hostile.log', `${`${'a'.repeat(60_000)}!\n`.repeat(20)}${'x'.repeat(50_000)}\n`);
    for (const q of ['(a+)+$', '(a|a)*b', '(a|aa)+$', '(.*)(.*)(.*)(.*)x$', '([a-z]+)*[0-9]', '(x+x+)+y']) {
      const read = admin.client.get(`/logs/hostile?regex=true&q=${encodeURIComponent(q)}`);
      const { value, tookMs } = await paceOf(read);
      expect(value.status).toBe(200);
      // The first of them takes a backtracking engine longer than the world will last.
      expect(tookMs).toBeLessThan(10_000);
    }
  });

  it('writes each read into the trail once: who, which pod, what of it', async () => {
    const cyd = await t.make.person({ permissions: ['read_logs:shop-*'] });
    await cyd.client.get('/logs/shop-1?tail=5&since=1d&q=canary&level=info&field=token=canary');
    await cyd.client.get('/logs/shop-1/download?also=shop-2');
    const stream = await LogStream.open(t.url, cyd.accessToken, 'shop-2?follow=true&container=app');
    await within(
      5000,
      () => stream.lines.length,
      (count) => count > 0,
    );
    stream.close();
    const mine = (await entries('logs.read')).filter((entry) => entry.actor_id === cyd.user.id).reverse();
    expect(mine.map(({ target, outcome, facts }) => [target, outcome, facts])).toEqual([
      ['pod:shop-1', 'success', { tail: 5, since: '1d', searched: 'words', level: 'info', fields: ['token'] }],
      ['pod:shop-1', 'success', { download: 'text', also: 'shop-2' }],
      ['pod:shop-2', 'success', { follow: true, tail: 100, container: 'app' }],
    ]);
    const [entry] = (await admin.client.get('/audit?action=logs.read&limit=1')).body.items;
    expect(entry).toMatchObject({
      at: expect.stringMatching(/^20.*Z$/),
      client_ip: '127.0.0.1',
      request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST']) {
      expect([404, 405]).toContain((await admin.client.call(method, `/audit/${entry.id}`, { body: {} })).status);
    }
  });

  it('breaks a download off within a second of the end of the session', async () => {
    const line = `${'x'.repeat(1000)}\n`;
    put(root, 'shop-big.log', line.repeat(40_000));
    const dan = await t.make.person({ permissions: ['read_logs:shop-*'] });
    const response = await fetch(`${t.url}/api/v1/logs/shop-big/download`, { headers: dan.client.given });
    const reader = response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    await reader.read();
    await dan.client.post('/auth/logout');
    let bytes = 0;
    const read = async (): Promise<void> => {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        bytes += part.value.length;
        await new Promise((resolve) => setTimeout(resolve, 50)); // a client that takes its time
      }
    };
    await expect(read()).rejects.toThrow();
    expect(bytes).toBeLessThan(30_000_000);
  });

  it('gives nothing when it cannot be written into the trail', async () => {
    await t.db.query(`ALTER TABLE audit_entries ADD CONSTRAINT ck_none CHECK (action <> 'logs.read') NOT VALID`);
    const { status, text } = await admin.client.get('/logs/shop-1');
    await t.db.query('ALTER TABLE audit_entries DROP CONSTRAINT ck_none');
    expect(status).toBe(500);
    expect(text).not.toContain('of shop-1');
  });
});
