import { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { SeededRandom } from '../../../src/core/kernel/runtime/random';
import { newId } from '../../../src/core/kernel/runtime';
import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { sendRaw } from '../../support/raw';
import { until } from '../../support/until';
import { tally, violations } from '../../commerce/orders/support';
import {
  cfb,
  DOCX,
  fetchBytes,
  GIF,
  JPEG,
  MOV,
  MP4,
  MPEG,
  onDisk,
  PDF,
  png,
  send,
  sha256,
  storedAt,
  upload,
  WEBP,
  zip,
} from './support';

const MIB = 1_048_576;
const LIMIT = 10 * MIB;
/** How many forms are mutilated; ten thousand, for a long run. */
const MUTATED = Number(process.env.FILES_MUTATED ?? 1000);

describe('uploading', () => {
  let t: TestApp;
  let owner: Person;
  const at = () => ({ client: owner.client, url: t.url });

  beforeAll(async () => {
    t = await startApp();
    owner = await t.make.person();
  });
  afterAll(() => t.stop());

  const rows = async (): Promise<number> =>
    Number((await t.db.query<{ count: string }>('SELECT count(*) FROM files'))[0].count);

  /** Does it, and expects that nothing is left of it: no row, no temporary file, no bytes, nothing counted. */
  async function leavingNothing<T>(work: () => Promise<T>): Promise<T> {
    const before = { rows: await rows(), disk: onDisk(t.env.DATA_DIR) };
    const answer = await work();
    await until(async () => onDisk(t.env.DATA_DIR).temporary.length === 0 && (await rows()) === before.rows);
    expect({ rows: await rows(), disk: onDisk(t.env.DATA_DIR) }).toEqual(before);
    expect(await violations(t)).toEqual([]);
    return answer;
  }

  it('answers what it has kept, and gives the same bytes back', async () => {
    const bytes = png(5000);
    const { status, body } = await upload(at(), bytes, 'Café.png', { folder: 'trips/2026', description: 'Lyon' });
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        id: expect.any(String),
        owner_id: owner.user.id,
        filename: `${body.id}.png`,
        original_filename: 'Café.png',
        content_type: 'image/png',
        size: 5000,
        checksum: sha256(bytes),
        category: 'images',
        folder: 'trips/2026',
        folder_id: expect.any(String),
        description: 'Lyon',
        status: 'ready',
        upload_time: expect.any(String),
      },
    });
    const got = await fetchBytes(owner.client, t.url, `/storage/download/${body.id}`);
    expect(got.status).toBe(200);
    expect(got.bytes.equals(bytes)).toBe(true);
    expect(onDisk(t.env.DATA_DIR)).toMatchObject({ temporary: [], stored: expect.arrayContaining([body.id]) });
    expect(await violations(t)).toEqual([]);
  });

  it.each([
    ['a.jpg', JPEG, 'image/jpeg', 'images'],
    ['a.jpeg', JPEG, 'image/jpeg', 'images'],
    ['a.gif', GIF, 'image/gif', 'images'],
    ['a.webp', WEBP, 'image/webp', 'images'],
    ['a.pdf', PDF, 'application/pdf', 'documents'],
    ['a.doc', cfb('WordDocument'), 'application/msword', 'documents'],
    ['a.docx', DOCX, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'documents'],
    ['a.mp4', MP4, 'video/mp4', 'videos'],
    ['a.mpg', MPEG, 'video/mpeg', 'videos'],
    ['a.mov', MOV, 'video/quicktime', 'videos'],
    ['without', PDF, 'application/pdf', 'documents'],
    ['LOUD.PDF', PDF, 'application/pdf', 'documents'],
  ])('takes %s', async (name, bytes, content_type, category) => {
    expect(await upload(at(), bytes, name)).toMatchObject({ status: 201, body: { content_type, category } });
  });

  const HYBRID = Buffer.concat([
    PDF.subarray(0, 9),
    Buffer.from('2 0 obj\n<< /Length 200 >>\nstream\n'),
    zip({ 'content.xml': '<x/>' }),
    Buffer.from('\nendstream\nendobj\n'),
    PDF.subarray(9),
  ]);
  const BY_CHANCE = Buffer.from('PK\x05\x06 by chance, and what follows it is no directory', 'latin1');
  const SCAN = Buffer.from('ffda0008010100003f00' + '12ff00ffd034' + 'ffd9', 'hex');
  const PHOTO = Buffer.concat([JPEG.subarray(0, -2), SCAN]);
  it.each([
    ['a PDF behind a blank line', 'a.pdf', Buffer.concat([Buffer.from('\n'), PDF])],
    ['a PDF behind a byte order mark', 'a.pdf', Buffer.concat([Buffer.from('\ufeff\r\n'), PDF])],
    ['a PDF that holds its own source', 'a.pdf', HYBRID],
    [
      'a PDF with four letters by chance',
      'a.pdf',
      Buffer.concat([PDF.subarray(0, -6), BY_CHANCE, Buffer.from('\n%%EOF\n')]),
    ],
    ['a film with four letters by chance', 'a.mp4', Buffer.concat([MP4, BY_CHANCE])],
    ['a photo', 'a.jpg', PHOTO],
    ['a photo with a film behind it', 'a.jpg', Buffer.concat([PHOTO, MP4, Buffer.alloc(70_000, 1)])],
    ['a GIF with one byte too many', 'a.gif', Buffer.concat([GIF, Buffer.from([7])])],
    ['a GIF with blanks behind it', 'a.gif', Buffer.concat([GIF, Buffer.from('\0\0\r\n')])],
    ['a PNG with a line break behind it', 'a.png', Buffer.concat([png(), Buffer.from('\r\n')])],
  ])('takes %s', async (_, name, bytes) => {
    expect(await upload(at(), bytes, name)).toMatchObject({ status: 201 });
  });

  it.each([
    ['a photo that is cut', 'a.jpg', PHOTO.subarray(0, -3)],
    ['a photo with an archive behind it', 'a.jpg', Buffer.concat([PHOTO, zip({ 'a.class': 'x' })])],
    [
      'a PDF with an archive before its end',
      'a.pdf',
      Buffer.concat([PDF, zip({ 'a.class': 'x' }), Buffer.from('%%EOF\n')]),
    ],
    ['a film with an archive behind it', 'a.mp4', Buffer.concat([MP4, zip({ 'a.class': 'x' })])],
    ['a page with a PDF behind it', 'a.pdf', Buffer.concat([Buffer.from('<html>'), PDF])],
    ['text', 'a.txt', Buffer.from('hello')],
    ['text that calls itself a picture', 'a.png', Buffer.from('hello')],
    ['SVG', 'a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['SVG that calls itself PNG', 'a.png', Buffer.from('<?xml version="1.0"?><svg/>')],
    ['HTML', 'a.html', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a program', 'a.png', Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(100)])],
    ['JPEG that calls itself PNG', 'a.png', JPEG],
    ['PNG that calls itself HTML', 'a.html', png()],
    ['an archive', 'a.zip', zip({ 'a.txt': 'hello' })],
    ['an archive that calls itself .docx', 'a.docx', zip({ 'a.txt': 'hello' })],
    ['an archive of 200 kB that would be 200 MB', 'a.docx', zip({ '[Content_Types].xml': '\0'.repeat(200 * MIB) })],
    ['a spreadsheet that calls itself .doc', 'a.doc', cfb('Workbook')],
    ['a picture with an archive behind it', 'a.png', Buffer.concat([png(), zip({ 'a.js': 'x' })])],
    ['a PDF with an archive behind it', 'a.pdf', Buffer.concat([PDF, zip({ 'a.class': 'x' })])],
    ['a GIF that is a page', 'a.gif', Buffer.concat([GIF.subarray(0, -1), Buffer.from('<script>alert(1)</script>;')])],
    ['a JPEG that is a page', 'a.jpg', Buffer.concat([JPEG.subarray(0, 20), Buffer.from('<html><script>'), JPEG])],
    ['a PNG that goes on after its end', 'a.png', Buffer.concat([png(), Buffer.from('//js')])],
    ['a PDF without an end', 'a.pdf', PDF.subarray(0, 30)],
  ])('refuses %s', async (_, name, bytes) => {
    const answer = await leavingNothing(() => upload(at(), bytes, name));
    expect(answer).toMatchObject({ status: 415, body: { code: 'file_type_refused' } });
  });

  it('takes the largest allowed and refuses a byte more', async () => {
    expect(await upload(at(), png(LIMIT))).toMatchObject({ status: 201, body: { size: LIMIT } });
    const answer = await leavingNothing(() => upload(at(), png(LIMIT + 1)));
    expect(answer).toMatchObject({ status: 413, body: { code: 'file_too_large', max_bytes: LIMIT } });
  });

  it('refuses a file without bytes, a form without a file, two files, a thousand parts', async () => {
    const two = new FormData();
    two.append('file', new Blob([png()]), 'a.png');
    two.append('file', new Blob([png()]), 'b.png');
    const many = new FormData();
    for (let n = 0; n < 1000; n++) many.append(`f${n}`, 'x');
    const other = new FormData();
    other.append('picture', new Blob([png()]), 'a.png');
    const none = new FormData();
    none.append('folder', 'x');
    for (const form of [two, many, other, none]) {
      const answer = await leavingNothing(() => send(owner.client, t.url, form));
      expect(answer).toMatchObject({ status: 422, body: { code: 'validation' } });
    }
    const empty = await leavingNothing(() => upload(at(), Buffer.alloc(0)));
    expect(empty).toMatchObject({ status: 422, body: { errors: [{ field: 'file', code: 'empty' }] } });
  });

  it.each([
    [{ folder: '../up' }, 'folder'],
    [{ folder: '/abs' }, 'folder'],
    [{ folder: 'x'.repeat(300) }, 'folder'],
    [{ category: 'two words' }, 'category'],
    [{ description: 'x'.repeat(1001) }, 'description'],
    [{ nothing: 'x' }, 'nothing'],
  ])('refuses the fields %j', async (fields, field) => {
    const answer = await leavingNothing(() =>
      upload(at(), png(), 'a.png', fields as unknown as Record<string, string>),
    );
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field }] } });
  });

  it.each([
    '../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    '..\\..\\boot.ini',
    '/abs',
    'nul\0l.png',
    'x\r\nSet-Cookie: a=b.png',
    'exe\u202egpj.png',
    `${'x'.repeat(300)}.png`,
    '😀.png',
    'e\u0301.png',
    'é.png',
    'CON',
    'a"b;c\'d.png',
    '.',
    '',
  ])('is safe with the name %j', async (name) => {
    const before = onDisk(t.env.DATA_DIR).stored;
    // As bytes: what writes forms would escape some of them.
    const head = `--x\r\nContent-Disposition: form-data; name="file"; filename="${name.replace(/"/g, '\\"')}"\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), png(), Buffer.from('\r\n--x--\r\n')]);
    const answer = await send(owner.client, t.url, body, { 'content-type': 'multipart/form-data; boundary=x' });
    expect([201, 400, 415, 422]).toContain(answer.status);
    if (answer.status !== 201) return expect(onDisk(t.env.DATA_DIR)).toEqual({ temporary: [], stored: before });
    const { id, filename, original_filename: kept } = answer.body;
    expect(filename).toBe(`${id}.png`);
    expect(kept).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u);
    expect(onDisk(t.env.DATA_DIR).stored).toEqual([...before, id].sort());
    const { headers, status } = await fetchBytes(owner.client, t.url, `/storage/download/${id}`);
    expect(status).toBe(200);
    expect(headers.get('set-cookie')).toBeNull();
    const disposition = headers.get('content-disposition') ?? '';
    const whole = /filename\*=UTF-8''(\S+)$/.exec(disposition)?.[1];
    expect(whole ? decodeURIComponent(whole) : /filename="(.*)"$/.exec(disposition)?.[1]).toBe(kept);
  });

  it.each([
    ['no boundary', 'multipart/form-data', 'x'],
    ['another boundary', 'multipart/form-data; boundary=y', '--x\r\n\r\n--x--'],
    [
      'no end',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc',
    ],
    ['nothing', 'multipart/form-data; boundary=x', ''],
  ])('refuses a form with %s', async (_, type, body) => {
    const answer = await leavingNothing(() => send(owner.client, t.url, body, { 'content-type': type }));
    expect([400, 422]).toContain(answer.status);
  });

  it('reads no other media type, and no other route reads forms', async () => {
    expect(await owner.client.post('/storage/upload', {})).toMatchObject({ status: 415 });
    expect(await owner.client.post('/storage/upload', 'x', { 'content-type': 'image/png' })).toMatchObject({
      status: 415,
    });
    const form = { 'content-type': 'multipart/form-data; boundary=x' };
    expect(await owner.client.post('/orders', '--x--', form)).toMatchObject({ status: 415 });
    expect(await t.client.post('/storage/upload', '--x--', form)).toMatchObject({ status: 401 });
  });

  it('is not deceived by a length that lies, nor by a body without end', async () => {
    const head = (length: string): string =>
      `POST /api/v1/storage/upload HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${owner.accessToken}\r\n` +
      `Content-Type: multipart/form-data; boundary=x\r\n${length}\r\n\r\n` +
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n';
    const short = await leavingNothing(() => sendRaw(t.url, `${head('Content-Length: 60')}abc`));
    expect(short.status).toBe(400);
    const start = png(100_000);
    function* endless(): Generator<Buffer> {
      yield Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n');
      yield start;
      for (;;) yield Buffer.alloc(65_536);
    }
    const stream = Readable.toWeb(Readable.from(endless(), { objectMode: false })) as ReadableStream;
    const answer = await leavingNothing(() =>
      send(owner.client, t.url, stream, { 'content-type': 'multipart/form-data; boundary=x' }),
    );
    expect(answer.status).toBe(413);
  });

  it('leaves nothing of an upload that is cut', async () => {
    await leavingNothing(async () => {
      const cuts = Array.from({ length: 20 }, async () => {
        const cut = new AbortController();
        const half = png(200_000).subarray(0, 100_000);
        async function* part(): AsyncGenerator<Buffer> {
          yield Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n');
          yield half;
          await until(() => onDisk(t.env.DATA_DIR).temporary.length > 0);
          cut.abort();
        }
        const stream = Readable.toWeb(Readable.from(part(), { objectMode: false })) as ReadableStream;
        await fetch(`${t.url}/api/v1/storage/upload`, {
          method: 'POST',
          headers: { ...owner.client.given, 'content-type': 'multipart/form-data; boundary=x' },
          body: stream,
          signal: cut.signal,
          duplex: 'half',
        }).catch(() => null);
      });
      await Promise.all(cuts);
    });
  });

  it('says that the disk is full, leaves nothing, and goes on once there is room', async () => {
    const full = jest.spyOn(await handlePrototype(), 'write').mockRejectedValue(Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' })); // prettier-ignore
    const answer = await leavingNothing(() => upload(at(), png(50_000))).finally(() => full.mockRestore());
    expect(answer).toMatchObject({ status: 507, body: { code: 'storage_full' } });
    expect(await upload(at(), png(50_000))).toMatchObject({ status: 201 });
  });

  it('answers a repeated key the first answer, and another content a refusal', async () => {
    const key = { 'idempotency-key': newId() };
    const bytes = png(3000);
    const first = await upload(at(), bytes, 'a.png', {}, key);
    const again = await leavingNothing(() => upload(at(), bytes, 'a.png', {}, key));
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const other = await leavingNothing(() => upload(at(), png(4000), 'a.png', {}, key));
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  });

  it('keeps its quota among uploads at the same time', async () => {
    const person = await t.make.person();
    const small = await startApp({ ...t.env, FILE_QUOTA: '100000', PORT: '0' });
    const place = { client: person.client, url: small.url };
    const answers = await Promise.all(Array.from({ length: 8 }, () => upload(place, png(30_000))));
    expect(tally(answers)).toEqual({ 201: 3, 507: 5 });
    expect(answers.find(({ status }) => status === 507)?.body).toMatchObject({
      code: 'quota_exceeded',
      quota_bytes: 100_000,
    });
    const kept = answers.find(({ status }) => status === 201)?.body.id as string;
    await person.client.delete(`/storage/files/${kept}`);
    expect((await upload(place, png(30_000))).status).toBe(201);
    expect(await violations(t)).toEqual([]);
    await small.stop();
  });

  it('takes what FILE_TYPES and MAX_FILE_SIZE say, and does not start with a type it does not know', async () => {
    const other = await startApp({ ...t.env, FILE_TYPES: 'pdf', MAX_FILE_SIZE: '1000', PORT: '0' });
    const place = { client: owner.client, url: other.url };
    expect((await upload(place, png())).status).toBe(415);
    expect((await upload(place, PDF, 'a.pdf')).status).toBe(201);
    expect((await upload(place, Buffer.concat([PDF, Buffer.alloc(1000)]), 'a.pdf')).status).toBe(413);
    await other.stop();
    await expect(startApp({ ...t.env, FILE_TYPES: 'pdf,exe' })).rejects.toThrow('FILE_TYPES');
  });

  it(
    'never fails for whatever is done to a form',
    async () => {
      const form = Buffer.concat([
        Buffer.from('--bound\r\nContent-Disposition: form-data; name="folder"\r\n\r\ntrips\r\n'),
        Buffer.from(
          '--bound\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n',
        ),
        png(),
        Buffer.from('\r\n--bound--\r\n'),
      ]);
      const random = new SeededRandom('forms');
      const statuses: Record<number, number> = {};
      for (let sent = 0; sent < MUTATED; sent += 20) {
        const answers = await Promise.all(
          Array.from({ length: 20 }, () => {
            const changed = mutate(form, random);
            return send(owner.client, t.url, changed, { 'content-type': 'multipart/form-data; boundary=bound' });
          }),
        );
        for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
      }
      expect(Object.keys(statuses).filter((status) => !/^(201|4\d\d)$/.test(status))).toEqual([]);
      expect(onDisk(t.env.DATA_DIR).temporary).toEqual([]);
      expect(await violations(t)).toEqual([]);
    },
    120_000 + 20 * MUTATED,
  );

  it('has every byte under its row and every row over its bytes', async () => {
    const admin = await t.make.admin();
    expect(await admin.client.get('/admin/files/fsck?checksums=true')).toMatchObject({
      status: 200,
      body: { ok: true },
    });
    expect(storedAt(t, newId())).toContain('store');
  });
});

async function handlePrototype(): Promise<FileHandle> {
  const { open } = await import('node:fs/promises');
  const handle = await open(__filename, 'r');
  await handle.close();
  return Object.getPrototypeOf(handle) as FileHandle;
}

/** Turns, cuts, doubles and drops some bytes. */
function mutate(bytes: Buffer, random: { int(min: number, max: number): number }): Buffer {
  let changed = Buffer.from(bytes);
  for (let times = random.int(1, 4); times > 0; times--) {
    const at = random.int(0, changed.length - 1);
    const length = random.int(1, 40);
    const kind = random.int(0, 3);
    if (kind === 0) changed[at] = random.int(0, 255);
    if (kind === 1) changed = Buffer.concat([changed.subarray(0, at), changed.subarray(at + length)]);
    if (kind === 2) changed = Buffer.concat([changed.subarray(0, at + length), changed.subarray(at)]);
    if (kind === 3) changed = Buffer.from(changed.subarray(0, Math.max(1, at)));
  }
  return changed;
}
