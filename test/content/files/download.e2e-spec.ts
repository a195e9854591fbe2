import { readFileSync, writeFileSync } from 'node:fs';
import { newId } from '../../../src/core/kernel/runtime';
import { FilesService } from '../../../src/modules/content/files';
import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { tally, violations } from '../../commerce/orders/support';
import { fetchBytes, onDisk, PDF, png, sha256, storedAt, upload } from './support';
import { rawRequest, sendRaw } from '../../support/raw';
import { until } from '../../support/until';

describe('files that are there', () => {
  let t: TestApp;
  let owner: Person;
  let stranger: Person;
  let admin: Person;

  beforeAll(async () => {
    t = await startApp();
    [owner, stranger, admin] = [await t.make.person(), await t.make.person(), await t.make.admin()];
  });
  afterAll(() => t.stop());
  afterEach(async () => expect(await violations(t)).toEqual([]));

  const keep = async (bytes: Buffer, name = 'a.png', fields = {}): Promise<string> =>
    (await upload({ client: owner.client, url: t.url }, bytes, name, fields)).body.id as string;
  const get = (id: string, headers: Record<string, string> = {}, person = owner) =>
    fetchBytes(person.client, t.url, `/storage/download/${id}`, headers);

  describe('downloading', () => {
    it.each([90, 65_535, 65_536, 65_537, 1_048_577, 10_485_760])('gives %i bytes back as they came', async (size) => {
      const bytes = png(size);
      const id = await keep(bytes);
      const { status, headers, bytes: got } = await get(id);
      expect(status).toBe(200);
      expect(sha256(got)).toBe(sha256(bytes));
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-type': 'image/png',
        'content-length': String(bytes.length),
        'content-disposition': 'attachment; filename="a.png"',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'accept-ranges': 'bytes',
        etag: `"${sha256(bytes)}"`,
      });
    });

    it('gives a range, the end, and several ranges in parts', async () => {
      const bytes = png(1000);
      const id = await keep(bytes);
      const first = await get(id, { range: 'bytes=10-19' });
      expect([first.status, first.headers.get('content-range')]).toEqual([206, 'bytes 10-19/1000']);
      expect(first.bytes.equals(bytes.subarray(10, 20))).toBe(true);
      const last = await get(id, { range: 'bytes=-5' });
      expect(last.bytes.equals(bytes.subarray(-5))).toBe(true);
      const parts = await get(id, { range: 'bytes=0-3,900-' });
      expect(parts.status).toBe(206);
      expect(Number(parts.headers.get('content-length'))).toBe(parts.bytes.length);
      const boundary = /^multipart\/byteranges; boundary=(\w+)$/.exec(parts.headers.get('content-type') ?? '')?.[1];
      const [, one, two, end] = parts.bytes.toString('latin1').split(`--${boundary}`);
      const part = (range: string, body: Buffer): string =>
        `\r\nContent-Type: image/png\r\nContent-Range: bytes ${range}/1000\r\n\r\n${body.toString('latin1')}\r\n`;
      expect(one).toBe(part('0-3', bytes.subarray(0, 4)));
      expect(two).toBe(part('900-999', bytes.subarray(900)));
      expect(end).toBe('--\r\n');
    });

    it('sends no byte twice, refuses what lies outside, ignores what it cannot read', async () => {
      const bytes = png(3000);
      const id = await keep(bytes);
      const overlapping = Array.from({ length: 1000 }, (_, n) => `${n}-${n + 999}`).join();
      const joined = await get(id, { range: `bytes=${overlapping}` });
      expect([joined.status, joined.bytes.length]).toEqual([206, 1999]);
      const apart = Array.from({ length: 1000 }, (_, n) => `${n * 2}-${n * 2}`).join();
      for (const range of ['bytes=3000-', 'bytes=-0', `bytes=${apart}`]) {
        const { status, headers, bytes: body } = await get(id, { range });
        expect([status, headers.get('content-range')]).toEqual([416, 'bytes */3000']);
        expect(JSON.parse(body.toString())).toMatchObject({ code: 'range_not_satisfiable' });
      }
      for (const range of ['bytes=5-1', 'lines=1-2', 'x']) expect((await get(id, { range })).status).toBe(200);
    });

    it('answers conditions', async () => {
      const id = await keep(png(100));
      const { headers } = await get(id);
      const [etag, modified] = [headers.get('etag') ?? '', headers.get('last-modified') ?? ''];
      expect((await get(id, { 'if-none-match': etag })).status).toBe(304);
      expect((await get(id, { 'if-none-match': `W/${etag}, "x"` })).status).toBe(304);
      expect((await get(id, { 'if-modified-since': modified })).status).toBe(304);
      expect((await get(id, { 'if-none-match': '"x"', 'if-modified-since': modified })).status).toBe(200);
      expect((await get(id, { range: 'bytes=0-1', 'if-range': etag })).status).toBe(206);
      expect((await get(id, { range: 'bytes=0-1', 'if-range': modified })).status).toBe(206);
      expect((await get(id, { range: 'bytes=0-1', 'if-range': '"x"' })).status).toBe(200);
      const head = await fetch(`${t.url}/api/v1/storage/download/${id}`, {
        method: 'HEAD',
        headers: owner.client.given,
      });
      expect([head.status, head.headers.get('content-length'), head.headers.get('etag')]).toEqual([200, '100', etag]);
    });

    it.each([
      ['small', 5000],
      ['large', 3_000_000],
    ])('never ends well for a damaged %s one, and says so from then on', async (_, size) => {
      const id = await keep(png(size));
      const path = storedAt(t, id);
      const bytes = readFileSync(path);
      bytes[size - 100] ^= 1;
      writeFileSync(path, bytes);
      expect(await admin.client.get('/admin/files/fsck?checksums=true')).toMatchObject({
        body: { ok: false, found: 1, findings: [{ id, kind: 'wrong_checksum' }] },
      });
      const whole = await get(id).catch(() => null);
      expect(whole?.status ?? 'cut').toBe(size > 1_000_000 ? 'cut' : 500);
      await until(async () => (await owner.client.get(`/storage/files/${id}/metadata`)).body.status === 'damaged');
      expect(await get(id)).toMatchObject({ status: 500 });
      expect((await get(id, { range: 'bytes=0-1' })).status).toBe(500);
      await owner.client.delete(`/storage/files/${id}`);
      await until(() => !onDisk(t.env.DATA_DIR).stored.includes(id));
    });
  });

  it('lists the newest first, by folder and category, page by page', async () => {
    const person = await t.make.person();
    const ids: string[] = [];
    for (const [name, bytes, folder] of [
      ['1.png', png(), 'x'],
      ['2.pdf', PDF, 'x'],
      ['3.png', png(), 'y/z'],
    ] as const) {
      ids.unshift((await upload({ client: person.client, url: t.url }, bytes, name, { folder })).body.id);
    }
    const idsOf = async (query: string, who = person): Promise<string[]> =>
      (await who.client.get(`/storage/files?${query}`)).body.items.map(({ id }: { id: string }) => id);
    expect(await idsOf('')).toEqual(ids);
    expect(await idsOf('folder=x')).toEqual(ids.slice(1));
    expect(await idsOf('category=images')).toEqual([ids[0], ids[2]]);
    expect(await idsOf('category=images&folder=x')).toEqual([ids[2]]);
    const { body } = await person.client.get('/storage/files?limit=2');
    expect(body).toMatchObject({ count: 2, next_cursor: expect.any(String) });
    expect(await idsOf(`limit=2&cursor=${body.next_cursor}`)).toEqual([ids[2]]);
    expect(await idsOf('')).not.toContain(await keep(png()));
    expect(await idsOf('limit=100', admin)).toEqual(expect.arrayContaining(ids));
  });

  it('is as good as missing to a stranger, and open to who manages files', async () => {
    const id = await keep(png());
    const missing = newId();
    const calls: [string, string, object?][] = [
      ['GET', 'files/:id/metadata'],
      ['GET', 'download/:id'],
      ['PATCH', 'files/:id', { description: 'mine' }],
      ['POST', 'files/:id/share', { expires_in: 60 }],
      ['DELETE', 'files/:id/shares'],
      ['DELETE', 'files/:id'],
    ];
    const plain = (text: string): string => text.replace(/"(instance|request_id)":"[^"]*"/g, '');
    for (const [method, path, body] of calls) {
      const theirs = await stranger.client.call(method, `/storage/${path.replace(':id', id)}`, { body });
      const none = await stranger.client.call(method, `/storage/${path.replace(':id', missing)}`, { body });
      expect([theirs.status, theirs.body.code]).toEqual([404, 'file_not_found']);
      expect(plain(theirs.text)).toBe(plain(none.text));
      expect((await t.client.call(method, `/storage/${path.replace(':id', id)}`, { body })).status).toBe(401);
    }
    expect((await owner.client.get(`/storage/files/${id}/metadata`)).body.description).toBeNull();
    expect((await stranger.client.get('/admin/files/fsck')).status).toBe(403);
    expect((await get(id, {}, admin)).status).toBe(200);
    expect((await admin.client.delete(`/storage/files/${id}`)).status).toBe(204);
  });

  it('can be moved and described', async () => {
    const id = await keep(png(), 'a.png', { folder: 'x', description: 'old' });
    const change = await owner.client.patch(`/storage/files/${id}`, { folder: 'y' });
    expect(change).toMatchObject({ status: 200, body: { folder: 'y', description: 'old' } });
    const clear = await owner.client.patch(`/storage/files/${id}`, { folder: null, description: null });
    expect(clear).toMatchObject({ status: 200, body: { folder: null, description: null } });
  });

  it('is removed once, its bytes too, and is read to its end by who has begun', async () => {
    const bytes = png(10_000_000);
    const id = await keep(bytes);
    const response = await fetch(`${t.url}/api/v1/storage/download/${id}`, { headers: owner.client.given });
    expect((await owner.client.delete(`/storage/files/${id}`)).status).toBe(204);
    expect((await owner.client.delete(`/storage/files/${id}`)).status).toBe(404);
    expect(sha256(Buffer.from(await response.arrayBuffer()))).toBe(sha256(bytes));
    expect((await get(id)).status).toBe(404);
    await until(() => !onDisk(t.env.DATA_DIR).stored.includes(id));
  });

  it.each([
    [{ 'if-match': '"other"' }, 412],
    [{ 'if-match': 'W/ETAG' }, 412],
    [{ 'if-match': '"other", ETAG' }, 200],
    [{ 'if-match': '*' }, 200],
    [{ 'if-match': '"other"', 'if-none-match': 'ETAG' }, 412],
    [{ 'if-match': 'ETAG', 'if-none-match': 'ETAG' }, 304],
    [{ 'if-match': '"other"', range: 'bytes=9999-' }, 412],
    [{ 'if-unmodified-since': 'Thu, 01 Jan 2015 00:00:00 GMT' }, 412],
    [{ 'if-unmodified-since': 'Thu, 01 Jan 2099 00:00:00 GMT' }, 200],
    [{ 'if-unmodified-since': 'some day' }, 200],
    [{ 'if-match': 'ETAG', 'if-unmodified-since': 'Thu, 01 Jan 2015 00:00:00 GMT' }, 200],
    [{ 'if-none-match': '"other"', 'if-modified-since': 'Thu, 01 Jan 2099 00:00:00 GMT' }, 200],
  ] as [Record<string, string>, number][])(
    'holds to %j in its order, as file and as JSON',
    async (conditions, expected) => {
      const id = await keep(png(2000));
      for (const path of [`/storage/download/${id}`, `/storage/files/${id}/metadata`]) {
        const isFile = path.includes('download');
        if (!isFile && Object.keys(conditions).some((name) => name.endsWith('since'))) continue; // has no date
        const etag = (await owner.client.call('HEAD', path)).headers.get('etag') ?? '';
        const headers = Object.fromEntries(
          Object.entries(conditions).map(([name, value]) => [name, value.replace('ETAG', etag)]),
        );
        const answer = await owner.client.get(path, headers);
        expect(answer.status).toBe(expected);
        if (expected === 412) expect(answer.body).toMatchObject({ code: 'precondition_failed', status: 412 });
      }
    },
  );

  it('refuses two hosts, whatever is asked', async () => {
    for (const path of ['/api/v1/products', '/health/live', '/api/v1/nothing']) {
      const { status, text } = await sendRaw(t.url, rawRequest('GET', path, ['Host: other']));
      expect([status, JSON.parse(text).code]).toEqual([400, 'malformed_request']);
    }
  });

  describe('links', () => {
    const share = async (id: string, input: object) =>
      (await owner.client.post(`/storage/files/${id}/share`, input)).body;
    const open = (url: string, init: RequestInit = {}) => fetch(new URL(new URL(url).pathname, t.url), init);

    it('lead anybody to the file, so often and no more', async () => {
      const bytes = png(2000);
      const { url, expires_at } = await share(await keep(bytes), { expires_in: 60, max_uses: 2 });
      expect(Date.parse(expires_at) - Date.now()).toBeGreaterThan(0);
      expect((await open(url, { method: 'HEAD' })).status).toBe(200);
      const first = await open(url);
      expect([first.status, first.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="a.png"']);
      expect(sha256(Buffer.from(await first.arrayBuffer()))).toBe(sha256(bytes));
      expect((await open(url, { headers: { range: 'bytes=0-1' } })).status).toBe(206);
      expect((await open(url)).status).toBe(404);
    });

    it('are spent by answers with bytes alone', async () => {
      const { url } = await share(await keep(png(2000)), { expires_in: 60, max_uses: 1 });
      const etag = (await open(url, { method: 'HEAD' })).headers.get('etag') ?? '';
      expect((await open(url, { headers: { range: 'bytes=9999-' } })).status).toBe(416);
      expect((await open(url, { headers: { range: 'bytes=9999-,8888-' } })).status).toBe(416);
      expect((await open(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
      expect((await open(url, { headers: { 'if-match': '"other"' } })).status).toBe(412);
      expect((await open(url, { headers: { 'if-match': etag } })).status).toBe(200);
      expect((await open(url)).status).toBe(404);
    });

    it('of one use play a video by ranges, and go on with a download that broke off', async () => {
      const ranges = (url: string, agent: string, ...asked: string[]) =>
        asked.reduce<Promise<number[]>>(async (before, range) => {
          const done = await before;
          const headers = { 'user-agent': agent, ...(range === '' ? {} : { range: `bytes=${range}` }) };
          return [...done, (await open(url, { headers })).status];
        }, Promise.resolve([]));
      const video = (await share(await keep(png(2000)), { expires_in: 60, max_uses: 1 })).url;
      expect(await ranges(video, 'player', '0-1', '0-', '1000-', '500-600', '0-9,20-29')).toEqual([
        206, 206, 206, 206, 206,
      ]);
      expect(await ranges(video, 'another', '0-1', '1000-', '')).toEqual([404, 404, 404]);
      expect(await ranges(video, 'player', '')).toEqual([404]);
      const download = (await share(await keep(png(2000)), { expires_in: 60, max_uses: 1 })).url;
      expect(await ranges(download, 'curl', '', '700-', '1400-')).toEqual([200, 206, 206]);
      expect(await ranges(download, 'curl', '0-', '')).toEqual([404, 404]);
    });

    it('of one use serve one of sixteen at once', async () => {
      const { url } = await share(await keep(png()), { expires_in: 60, max_uses: 1 });
      expect(tally(await Promise.all(Array.from({ length: 16 }, () => open(url))))).toEqual({ 200: 1, 404: 15 });
    });

    it('end by time, by their owner, and with the file', async () => {
      const id = await keep(png());
      const links = [await share(id, { expires_in: 60 }), await share(id, { expires_in: 60 })];
      await t.db.query(`UPDATE file_shares SET expires_at = now() WHERE file_id = $1 AND id = (SELECT min(id::text)::uuid FROM file_shares WHERE file_id = $1)`, [id]); // prettier-ignore
      expect(tally(await Promise.all(links.map(({ url }) => open(url))))).toEqual({ 200: 1, 404: 1 });
      expect((await owner.client.delete(`/storage/files/${id}/shares`)).status).toBe(204);
      expect(tally(await Promise.all(links.map(({ url }) => open(url))))).toEqual({ 404: 2 });
      const { url } = await share(id, { expires_in: 60 });
      await owner.client.delete(`/storage/files/${id}`);
      expect((await open(url)).status).toBe(404);
    });

    it('cannot be guessed or forged, and stand nowhere as they are', async () => {
      const { url } = await share(await keep(png()), { expires_in: 60 });
      const token = new URL(url).pathname.split('/').pop() ?? '';
      const [secret, signature] = token.split('.');
      for (const forged of [
        secret,
        `${secret}.`,
        `${secret}.${'A'.repeat(16)}`,
        `${token.startsWith('x') ? 'y' : 'x'}${token.slice(1)}`,
        `${token}.x`,
        signature,
      ]) {
        const { status, body } = await t.client.get(`/storage/shared/${forged}`);
        expect({ status, code: body.code }).toEqual({ status: 404, code: 'share_not_found' });
      }
      const rows = await t.db.query<{ text: string }>('SELECT s::text AS text FROM file_shares s');
      expect(JSON.stringify(rows)).not.toContain(secret);
    });

    it.each([{ expires_in: 0 }, { expires_in: 1e9 }, { expires_in: 60, max_uses: 0 }, {}])(
      'refuse %j',
      async (input) => {
        const { status } = await owner.client.post(`/storage/files/${await keep(png())}/share`, input);
        expect(status).toBe(422);
      },
    );
  });

  it('goes with its owner’s account, and is part of what is kept about them', async () => {
    const person = await t.make.person();
    const { body } = await upload({ client: person.client, url: t.url }, png(), 'mine.png', { folder: 'trips/2026' });
    const [trips] = (await person.client.get('/folders?limit=100')).body.items.filter(
      ({ name }: { name: string }) => name === 'trips',
    );
    await person.client.patch(`/folders/${trips.id}`, { name: 'journeys' });
    const { body: kept } = await person.client.get('/users/me/export');
    expect(kept.sections.files).toMatchObject([{ original_filename: 'mine.png', folder: 'journeys/2026' }]);
    expect((await admin.client.delete(`/users/${person.user.id}`)).status).toBe(204);
    expect((await admin.client.get(`/storage/files/${body.id}/metadata`)).status).toBe(404);
    await until(() => !onDisk(t.env.DATA_DIR).stored.includes(body.id));
  });

  it('may be made by the application itself, if it is what its maker says', async () => {
    const files = t.app.get(FilesService);
    const csv = await files.save(owner.user.id, {
      source: Buffer.from('a,b\n1,2\n'),
      name: 'r.csv',
      contentType: 'text/csv',
    });
    expect(csv).toMatchObject({
      contentType: 'text/csv',
      category: 'documents',
      checksum: sha256(Buffer.from('a,b\n1,2\n')),
    });
    expect((await get(csv.id)).bytes.toString()).toBe('a,b\n1,2\n');
    const wrong = { source: PDF, name: 'r.csv', contentType: 'text/csv' };
    await expect(files.save(owner.user.id, wrong)).rejects.toThrow('text/csv');
    expect(onDisk(t.env.DATA_DIR).temporary).toEqual([]);
  });

  it('is part of the health of the whole', async () => {
    expect((await t.client.get('//health')).body.services.storage).toMatchObject({ status: 'healthy' });
  });
});
