import { readdirSync } from 'node:fs';
import { connect, Socket } from 'node:net';
import { FsckService } from '../../../src/modules/content/files/fsck.service';
import { startApp, TestApp } from '../../support/app';
import { freePort, Instance } from '../../support/instance';
import type { Person } from '../../support/make';
import { paceOf } from '../../support/pace';
import { until } from '../../support/until';
import { violations } from '../../commerce/orders/support';
import { onDisk, png, upload } from '../../content/files/support';

/** How many send a byte a second, and how many are cut half way. */
const SLOW = Number(process.env.FILES_SLOW ?? 200);
const CUT = Number(process.env.FILES_CUT ?? 500);
const AT_ONCE = 50;
const SIZE = 60_000;
/** Connections that server and test keep for the next time: to Postgres, to each other. */
const KEPT = 30;
/** What the server promises, and a little for a test that is late itself. */
const CLOSED_MS = 60_000 + 3000;

describe('uploads that do not get on', () => {
  let t: TestApp;
  let owner: Person;
  let instance: Instance;
  const slow: { socket: Socket; openMs: number; text: string }[] = [];
  const closed = (): number => slow.filter(({ socket }) => socket.closed).length;

  beforeAll(async () => {
    t = await startApp();
    owner = await t.make.person();
    instance = Instance.start(await freePort(), t.env); // a process of its own, whose descriptors can be counted
    await instance.ready();
    await get(10);
  });
  afterAll(async () => {
    for (const { socket } of slow) socket.destroy();
    await instance.stop();
    await t.stop();
  });

  const place = () => ({ client: owner.client, url: `http://127.0.0.1:${instance.port}` });
  const descriptors = (): number => readdirSync(`/proc/${instance.child.pid}/fd`).length;
  const rows = async (): Promise<number> =>
    Number((await t.db.query<{ count: string }>('SELECT count(*) FROM files'))[0].count);

  /** Begins an upload of this length and sends the first bytes of it. */
  function begin(length: number, bytes: Uint8Array): Promise<Socket> {
    const part = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n';
    const head =
      `POST /api/v1/storage/upload HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${owner.accessToken}\r\n` +
      `Content-Type: multipart/form-data; boundary=x\r\nContent-Length: ${part.length + length}\r\n\r\n${part}`;
    return new Promise((resolve, reject) => {
      const socket = connect(instance.port, '127.0.0.1', () => {
        socket.write(Buffer.concat([Buffer.from(head), bytes]), () => resolve(socket));
      });
      socket.on('error', reject);
    });
  }

  /** How long each of so many reads takes, ms, the longest last. */
  async function get(times: number): Promise<number[]> {
    const client = instance.client;
    const took: number[] = [];
    for (let n = 0; n < times; n++) {
      const { value, tookMs } = await paceOf(client.get('/products'));
      expect(value.status).toBe(200);
      took.push(tookMs);
    }
    return took.sort((a, b) => a - b);
  }

  it(`leave others served: ${SLOW} of a byte a second`, async () => {
    const bytes = png(SIZE);
    for (let n = 0; n < SLOW; n++) {
      const one = { socket: await begin(SIZE, bytes.subarray(0, 20)), openMs: 0, text: '' };
      const fromMs = performance.now();
      let sent = 20;
      const ticker = setInterval(() => one.socket.write(bytes.subarray(sent, (sent += 1))), 1000);
      one.socket.on('data', (data) => (one.text += String(data)));
      one.socket.on('close', () => {
        clearInterval(ticker);
        one.openMs = performance.now() - fromMs;
      });
      slow.push(one);
    }
    await until(() => onDisk(t.env.DATA_DIR).temporary.length === SLOW - closed());
    const took = await get(100);
    expect(took[98]).toBeLessThan(1000);
    expect((await upload(place(), png(SIZE))).status).toBe(201);
    expect(closed()).toBe(0);
  });

  it(`leave nothing behind: ${CUT} cut at the half`, async () => {
    const before = { rows: await rows(), stored: onDisk(t.env.DATA_DIR).stored, descriptors: descriptors() };
    const slowOnes = new Set(onDisk(t.env.DATA_DIR).temporary);
    const halves = (): string[] => onDisk(t.env.DATA_DIR).temporary.filter((name) => !slowOnes.has(name));
    const bytes = png(SIZE);
    for (let sent = 0; sent < CUT; sent += AT_ONCE) {
      const cut = await Promise.all(Array.from({ length: AT_ONCE }, () => begin(SIZE, bytes.subarray(0, SIZE / 2))));
      await until(() => halves().length > 0);
      for (const socket of cut) socket.destroy();
      await until(() => halves().length === 0, 60_000);
    }
    await until(async () => (await rows()) === before.rows);
    await until(() => descriptors() <= before.descriptors + KEPT);
    expect(onDisk(t.env.DATA_DIR).stored).toEqual(before.stored);
    expect(await violations(t)).toEqual([]);
  }, 180_000);

  it('are closed within a minute, with an answer', async () => {
    await until(() => closed() === SLOW, 90_000);
    expect(Math.max(...slow.map(({ openMs }) => openMs))).toBeLessThan(CLOSED_MS);
    expect(slow.filter(({ text }) => !text.startsWith('HTTP/1.1 408 '))).toEqual([]);
    await until(() => onDisk(t.env.DATA_DIR).temporary.length === 0);
    expect(await rows()).toBe(1);
    expect(await t.app.get(FsckService).check({ checksums: true }, 0)).toMatchObject({ ok: true });
    expect(await violations(t)).toEqual([]);
  }, 120_000);
});
