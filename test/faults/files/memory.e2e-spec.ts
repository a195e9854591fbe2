import { request } from 'node:http';
import { Readable } from 'node:stream';
import { startApp, TestApp } from '../../support/app';
import { freePort, Instance } from '../../support/instance';
import { PeakMemory } from '../../support/memory';
import type { Person } from '../../support/make';
import { onDisk, png, send, upload } from '../../content/files/support';

const MIB = 1024 * 1024;
const LIMIT = 10 * MIB;
/** What the server may need beyond what it needs for one. */
const GROWTH_MIB = 50;
const AT_ONCE = 20;
/** Sent of a body without end before the server says that it is too much: a server that kept it all would be seen. */
const LARGE = 200 * MIB;

describe('the memory of a server that takes files', () => {
  let t: TestApp;
  let owner: Person;
  let instance: Instance;
  let memory: PeakMemory;
  const place = () => ({ client: owner.client, url: `http://127.0.0.1:${instance.port}` });
  const form = { 'content-type': 'multipart/form-data; boundary=x' };
  const head = Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n');

  beforeAll(async () => {
    t = await startApp();
    owner = await t.make.person();
    instance = Instance.start(await freePort(), { ...t.env, FILE_QUOTA: String(1024 * MIB) });
    await instance.ready();
    memory = new PeakMemory(instance.child.pid ?? 0);
    for (let n = 0; n < 4; n++) expect((await upload(place(), png(LIMIT))).status).toBe(201); // as warm as it gets
  });
  afterAll(async () => {
    await instance.stop();
    await t.stop();
  });

  /** What the work needs at its peak beyond what there was. */
  async function growth(work: () => Promise<void>): Promise<number> {
    memory.begin();
    const before = memory.mib();
    await work();
    return memory.mib() - before;
  }

  /** A form whose file does not end before so many bytes. */
  function* endless(bytes: number): Generator<Buffer> {
    yield head;
    yield png(100_000);
    for (let sent = 0; sent < bytes; sent += 65_536) yield Buffer.alloc(65_536);
  }

  /** Sends it until there is an answer. @returns its status */
  function sendEndless(): Promise<number> {
    const { port } = instance;
    const headers = { ...owner.client.given, ...form };
    const sending = request({ port, method: 'POST', path: '/api/v1/storage/upload', headers });
    const body = Readable.from(endless(LARGE), { objectMode: false });
    body.pipe(sending);
    return new Promise((resolve, reject) => {
      sending.on('error', reject).on('response', ({ statusCode = 0 }) => {
        resolve(statusCode);
        body.destroy();
        sending.destroy();
      });
    });
  }

  it(`stays flat under ${AT_ONCE} uploads of the largest size at once`, async () => {
    const bytes = png(LIMIT);
    const grown = await growth(async () => {
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => upload(place(), bytes)));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    });
    expect(grown).toBeLessThan(GROWTH_MIB);
  });

  it('stays flat under what is a byte too much, has no end, is cut into a thousand parts', async () => {
    const many = new FormData();
    for (let n = 0; n < 1000; n++) many.append(`f${n}`, 'x'.repeat(1000));
    const bytes = png(LIMIT + 1);
    const statuses: number[] = [];
    const grown = await growth(async () => {
      statuses.push((await upload(place(), bytes)).status);
      statuses.push(await sendEndless());
      statuses.push((await send(owner.client, place().url, many)).status);
    });
    expect(statuses).toEqual([413, 413, 422]);
    expect(onDisk(t.env.DATA_DIR).temporary).toEqual([]);
    expect(grown).toBeLessThan(GROWTH_MIB);
  });

  it('stays flat under a file far larger than that memory, up and down', async () => {
    const large = Instance.start(await freePort(), {
      ...t.env,
      MAX_FILE_SIZE: String(LARGE),
      FILE_QUOTA: String(1024 * MIB),
    });
    await large.ready();
    const there = { client: owner.client, url: `http://127.0.0.1:${large.port}` };
    for (let n = 0; n < 2; n++) expect((await upload(there, png(LIMIT))).status).toBe(201);
    memory = new PeakMemory(large.child.pid ?? 0);
    const bytes = png(LARGE);
    const grown = await growth(async () => {
      const { status, body } = await upload(there, bytes);
      expect(status).toBe(201);
      const response = await fetch(`${there.url}/api/v1/storage/download/${body.id}`, { headers: owner.client.given });
      let got = 0;
      for await (const chunk of response.body ?? []) got += chunk.length;
      expect(got).toBe(LARGE);
    }).finally(() => large.stop());
    expect(grown).toBeLessThan(GROWTH_MIB);
  });
});
