import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { Upload, UploadOptions } from 'tus-js-client';
import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { tally, violations } from '../../commerce/orders/support';
import { Staging } from '../../../src/modules/content/files/staging';
import { until } from '../../support/until';
import { fetchBytes, onDisk, PDF, png, sha256 } from './support';
import { sweepFiles } from '../../support/sweep-files';

const TUS = { 'tus-resumable': '1.0.0' };
const b64 = (text: string): string => Buffer.from(text).toString('base64');

describe('tus', () => {
  let t: TestApp;
  let owner: Person;
  let stranger: Person;

  beforeAll(async () => {
    t = await startApp();
    [owner, stranger] = [await t.make.person(), await t.make.person()];
  });
  afterAll(() => t.stop());
  afterEach(async () => expect(await violations(t)).toEqual([]));

  const call = (method: string, path: string, headers: Record<string, string> = {}, body?: Uint8Array, who = owner) =>
    fetch(new URL(path, `${t.url}/api/v1/storage/tus`), {
      method,
      headers: { ...who.client.given, ...TUS, ...headers },
      body: body as Uint8Array<ArrayBuffer> | undefined,
    });
  /** @returns the address of a new upload */
  const begin = async (length: number, name = 'a.png', more = ''): Promise<string> => {
    const metadata = `filename ${b64(name)}${more}`;
    const response = await call('POST', '/api/v1/storage/tus', {
      'upload-length': String(length),
      'upload-metadata': metadata,
    });
    expect(response.status).toBe(201);
    expect(Date.parse(response.headers.get('upload-expires') ?? '')).toBeGreaterThan(Date.now());
    return response.headers.get('location') ?? '';
  };
  const write = (url: string, offset: number, bytes: Uint8Array, headers: Record<string, string> = {}, who = owner) =>
    call('PATCH', url, { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream', ...headers }, bytes, who); // prettier-ignore
  const offsetOf = async (url: string): Promise<number> =>
    Number((await call('HEAD', url)).headers.get('upload-offset'));
  const idOf = (url: string): string => url.split('/').pop() ?? '';
  const codeOf = async (response: Response): Promise<[number, string]> => [
    response.status,
    ((await response.json()) as { code: string }).code,
  ];

  /** The client everyone uses. */
  function run(bytes: Buffer, options: Partial<UploadOptions> = {}): { upload: Upload; done: Promise<void> } {
    let upload!: Upload;
    const done = new Promise<void>((resolve, reject) => {
      upload = new Upload(bytes, {
        endpoint: `${t.url}/api/v1/storage/tus`,
        headers: { ...owner.client.given },
        metadata: { filename: 'Photo é.png', folder: 'tus' },
        chunkSize: 500_000,
        retryDelays: [0, 50, 100, 200],
        onSuccess: () => resolve(),
        onError: reject,
        ...options,
      });
    });
    return { upload, done };
  }

  it('says what it can', async () => {
    const { status, headers } = await fetch(`${t.url}/api/v1/storage/tus`, { method: 'OPTIONS' });
    expect([status, Object.fromEntries(headers)]).toMatchObject([
      204,
      {
        'tus-resumable': '1.0.0',
        'tus-version': '1.0.0',
        'tus-extension': 'creation,expiration,checksum,termination',
        'tus-max-size': '10485760',
        'tus-checksum-algorithm': 'sha1,sha256',
      },
    ]);
  });

  it('takes a file from tus-js-client, which resumes after its line was cut', async () => {
    const bytes = png(3_000_000);
    const first = run(bytes, { retryDelays: [] });
    await new Promise<void>((resolve) => {
      first.upload.options.onChunkComplete = (_, accepted) => {
        if (accepted >= 1_000_000) void first.upload.abort().then(resolve);
      };
      first.upload.start();
    });
    const url = first.upload.url ?? '';
    expect(await offsetOf(url)).toBeGreaterThanOrEqual(1_000_000);
    const second = run(bytes, { uploadUrl: url });
    second.upload.start();
    await second.done;
    expect(await offsetOf(url)).toBe(3_000_000);
    const { body } = await owner.client.get(`/storage/files/${idOf(url)}/metadata`);
    expect(body).toMatchObject({
      original_filename: 'Photo é.png',
      folder: 'tus',
      size: 3_000_000,
      checksum: sha256(bytes),
    });
    const got = await fetchBytes(owner.client, t.url, `/storage/download/${idOf(url)}`);
    expect(got.bytes.equals(bytes)).toBe(true);
    expect(onDisk(t.env.DATA_DIR).temporary).toEqual([]);
  });

  it('keeps what has arrived of a request that is cut', async () => {
    const bytes = png(400_000);
    const url = await begin(bytes.length);
    const cut = new AbortController();
    async function* part(): AsyncGenerator<Buffer> {
      yield bytes.subarray(0, 200_000);
      await new Promise((resolve) => setTimeout(resolve, 200));
      cut.abort();
    }
    await fetch(new URL(url, t.url), {
      method: 'PATCH',
      headers: {
        ...owner.client.given,
        ...TUS,
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
      },
      body: part(),
      signal: cut.signal,
      duplex: 'half',
    } as unknown as RequestInit).catch(() => null);
    let response = await write(url, await offsetOf(url), bytes.subarray(await offsetOf(url)));
    for (let tries = 0; response.status !== 204 && tries < 50; tries++) {
      await response.text();
      const offset = await offsetOf(url);
      response = await write(url, offset, bytes.subarray(offset));
    }
    expect(response.status).toBe(204);
    expect((await owner.client.get(`/storage/files/${idOf(url)}/metadata`)).body.checksum).toBe(sha256(bytes));
  });

  it('checks each part that comes with a checksum, and keeps nothing of a wrong one', async () => {
    const bytes = png(1000);
    const url = await begin(1000);
    const sum = (algorithm: string, part: Buffer) => ({
      'upload-checksum': `${algorithm} ${createHash(algorithm).update(part).digest('base64')}`,
    });
    const half = bytes.subarray(0, 500);
    expect(await codeOf(await write(url, 0, half, sum('sha1', bytes)))).toEqual([460, 'upload_checksum_mismatch']);
    expect(await offsetOf(url)).toBe(0);
    expect((await write(url, 0, half, { 'upload-checksum': 'md5 YQ==' })).status).toBe(422);
    expect((await write(url, 0, half, sum('sha1', half))).headers.get('upload-offset')).toBe('500');
    expect((await write(url, 500, bytes.subarray(500), sum('sha256', bytes.subarray(500)))).status).toBe(204);
    expect((await owner.client.get(`/storage/files/${idOf(url)}/metadata`)).status).toBe(200);
  });

  it('refuses a wrong offset, a wrong version, more than was promised, and unknown uploads', async () => {
    const bytes = png(1000);
    const url = await begin(1000);
    expect(await codeOf(await write(url, 10, bytes.subarray(10)))).toEqual([409, 'upload_offset_mismatch']);
    expect(await codeOf(await write(url, 0, png(1001)))).toEqual([413, 'file_too_large']);
    expect((await write(url, 0, bytes, { 'tus-resumable': '0.2.2' })).status).toBe(412);
    expect((await write(url, 0, bytes, { 'content-type': 'image/png' })).status).toBe(415);
    expect((await write(url, 0, bytes, { 'upload-offset': 'x' })).status).toBe(400);
    for (const method of ['HEAD', 'DELETE'])
      expect((await call(method, url, {}, undefined, stranger)).status).toBe(404);
    expect(await codeOf(await write(url, 0, bytes, {}, stranger))).toEqual([404, 'upload_not_found']);
    expect((await write(url, 0, bytes)).status).toBe(204);
    expect((await write(url, 1000, Buffer.alloc(0))).status).toBe(204);
  });

  it('says which versions it speaks to whoever speaks none or another', async () => {
    const url = await begin(1000);
    for (const version of ['0.2.2', '']) {
      for (const answer of [
        await write(url, 0, png(1000), { 'tus-resumable': version }),
        await call('HEAD', url, { 'tus-resumable': version }),
      ]) {
        expect([answer.status, answer.headers.get('tus-version')]).toEqual([412, '1.0.0']);
      }
    }
  });

  it('takes a POST for the PATCH or DELETE that it stands for', async () => {
    const bytes = png(1000);
    const url = await begin(1000);
    const type = { 'content-type': 'application/offset+octet-stream' };
    const post = (method: string, headers = {}, body?: Buffer) =>
      call('POST', url, { 'x-http-method-override': method, ...headers }, body);
    const written = await post('PATCH', { 'upload-offset': '0', ...type }, bytes.subarray(0, 400));
    expect([written.status, written.headers.get('upload-offset')]).toEqual([204, '400']);
    expect((await post('PATCH', { 'upload-offset': '0', ...type }, bytes)).status).toBe(409);
    expect((await post('PUT')).status).toBe(405);
    expect((await call('POST', url, {})).status).toBe(405);
    expect((await call('POST', url, { 'x-http-method-override': 'DELETE' }, undefined, stranger)).status).toBe(404);
    expect((await post('DELETE')).status).toBe(204);
    expect((await call('HEAD', url)).status).toBe(404);
  });

  it('does neither what it does not announce: bytes with the creation, a length that is told later, a file without bytes', async () => {
    const name = { 'upload-metadata': `filename ${b64('a.png')}` };
    const create = (headers: object, body?: Buffer) =>
      call('POST', '/api/v1/storage/tus', { ...name, ...headers }, body);
    const type = { 'content-type': 'application/offset+octet-stream' };
    expect((await create({ 'upload-length': '1000', ...type }, png(1000))).status).toBe(415);
    expect((await create({ 'upload-defer-length': '1' })).status).toBe(400);
    expect((await create({ 'upload-length': '0' })).status).toBe(422);
  });

  it('writes one of two that come at once', async () => {
    const bytes = png(1_000_000);
    const url = await begin(bytes.length);
    const answers = await Promise.all(Array.from({ length: 6 }, () => write(url, 0, bytes)));
    expect(tally(answers)[204]).toBe(1);
    expect(answers.map(({ status }) => status).filter((status) => ![204, 409, 423].includes(status))).toEqual([]);
    expect((await owner.client.get(`/storage/files/${idOf(url)}/metadata`)).body.checksum).toBe(sha256(bytes));
  });

  it('asks the same gate: by the name, by the first bytes, by the whole', async () => {
    const create = (name: string, length = 100) =>
      call('POST', '/api/v1/storage/tus', {
        'upload-length': String(length),
        'upload-metadata': `filename ${b64(name)}`,
      });
    expect((await create('a.html')).status).toBe(415);
    expect((await create('a.png', 10_485_761)).status).toBe(413);
    expect((await create('a.png', 0)).status).toBe(422);
    expect((await call('POST', '/api/v1/storage/tus', { 'upload-metadata': `filename ${b64('a.png')}` })).status).toBe(
      400,
    );
    const early = await begin(100_000);
    expect(await codeOf(await write(early, 0, Buffer.alloc(9000, 'x')))).toEqual([415, 'file_type_refused']);
    const whole = await begin(PDF.length);
    expect(await codeOf(await write(whole, 0, PDF))).toEqual([415, 'file_type_refused']);
    for (const url of [early, whole]) expect((await call('HEAD', url)).status).toBe(404);
    expect(onDisk(t.env.DATA_DIR).temporary.filter((id) => [idOf(early), idOf(whole)].includes(id))).toEqual([]);
  });

  it('ends the connection of a part that is refused before its end, and goes on serving', async () => {
    const url = new URL(await begin(1_000_000), t.url);
    const socket = connect(Number(url.port), url.hostname);
    socket.write(
      `PATCH ${url.pathname} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${owner.accessToken}\r\nTus-Resumable: 1.0.0\r\n` +
        'Content-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\nContent-Length: 1000000\r\n\r\n',
    );
    socket.write(Buffer.concat([Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">'), Buffer.alloc(100_000, ' ')]));
    let text = '';
    socket.on('data', (bytes) => (text += String(bytes))).on('error', () => undefined);
    await once(socket, 'close'); // although the rest never comes
    expect(text).toMatch(/^HTTP\/1\.1 415 /);
    expect((await call('HEAD', url.pathname)).status).toBe(404);
  });

  it('reads the rest of a part that is refused, so that the connection is good for what comes next', async () => {
    const url = new URL(await begin(100_000), t.url);
    const socket = connect(Number(url.port), url.hostname);
    const head = (line: string, more: string): string =>
      `${line} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${owner.accessToken}\r\n${more}\r\n`;
    const more = 'Tus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\nContent-Length: 100000\r\n'; // prettier-ignore
    socket.write(head(`PATCH ${url.pathname}`, more) + '<svg>' + ' '.repeat(99_995));
    socket.write(head('GET /api/v1/products?limit=1', ''));
    let text = '';
    socket.on('data', (bytes) => (text += String(bytes)));
    await until(() => (text.match(/HTTP\/1\.1 \d+/g) ?? []).length === 2);
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 415', 'HTTP/1.1 200']);
    socket.destroy();
  });

  it('can be given up, and is swept away when nobody goes on with it', async () => {
    const url = await begin(1000);
    await write(url, 0, png(1000).subarray(0, 300));
    expect((await call('DELETE', url)).status).toBe(204);
    expect((await call('DELETE', url)).status).toBe(404);
    expect(onDisk(t.env.DATA_DIR).temporary).not.toContain(idOf(url));
    const left = await begin(1000);
    await t.db.query('UPDATE file_uploads SET expires_at = now() WHERE id = $1', [idOf(left)]);
    expect((await call('HEAD', left)).status).toBe(404);
    await sweepFiles(t);
    expect(onDisk(t.env.DATA_DIR).temporary).not.toContain(idOf(left));
  });

  it('goes on from the start when its temporary file is lost', async () => {
    const bytes = png(1000);
    const url = await begin(1000);
    await write(url, 0, bytes.subarray(0, 400));
    const staging = t.app.get(Staging);
    await staging.discard(staging.pathOf(idOf(url)));
    expect((await write(url, 400, bytes.subarray(400))).status).toBe(409);
    expect(await offsetOf(url)).toBe(0);
    expect((await write(url, 0, bytes)).status).toBe(204);
  });

  it('counts in the quota from its beginning', async () => {
    const person = await t.make.person();
    const small = await startApp({ ...t.env, FILE_QUOTA: '1500', PORT: '0' });
    const create = () =>
      fetch(`${small.url}/api/v1/storage/tus`, {
        method: 'POST',
        headers: {
          ...person.client.given,
          ...TUS,
          'upload-length': '1000',
          'upload-metadata': `filename ${b64('a.png')}`,
        },
      });
    expect(tally([await create(), await create()])).toEqual({ 201: 1, 507: 1 });
    await small.stop();
  });
});
