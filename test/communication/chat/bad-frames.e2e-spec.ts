import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, Socket } from 'node:net';
import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { until } from '../../support/until';
import { within } from '../../support/within';
import { ChatClient, deliveries, medianOf } from './support';

/** A socket that sends what no client would. */
async function rawSocket(url: string, room: string, token: string): Promise<Socket> {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const key = randomBytes(16).toString('base64');
  socket.write(
    `GET /ws/${room} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n` +
      `Sec-WebSocket-Key: ${key}\r\nAuthorization: Bearer ${token}\r\n\r\n`,
  );
  const [answer] = (await once(socket, 'data')) as [Buffer];
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 101 /);
  expect(String(answer)).toContain(accept);
  socket.on('error', () => undefined);
  return socket;
}

/** A masked frame. @param first its first byte: FIN and opcode */
function frame(first: number, payload: Buffer): Buffer {
  const mask = randomBytes(4);
  const masked = Buffer.from(payload.map((byte, n) => byte ^ mask[n % 4]));
  const length =
    payload.length < 126
      ? Buffer.from([0x80 | payload.length])
      : Buffer.from([0x80 | 126, payload.length >> 8, payload.length & 255]);
  return Buffer.concat([Buffer.from([first]), length, mask, masked]);
}

describe('bad frames', () => {
  let t: TestApp;
  let ada: Person;
  let bob: Person;
  let room = 0;
  const name = (): string => `bad-${++room}`;
  const enter = (person: Person, where: string, app = t) => ChatClient.open(app.url, where, person.accessToken);

  beforeAll(async () => {
    t = await startApp();
    ada = await t.make.person();
    bob = await t.make.person();
  });
  afterAll(() => t.stop());

  it('are answered by an error frame, and the connection stays', async () => {
    const client = await enter(ada, name());
    const cases: [string | object, string][] = [
      ['x'.repeat(4097), 'message_too_long'],
      [`Z${'\u0300'.repeat(10_000)}`, 'message_too_long'],
      [{ content: 'é'.repeat(2049), client_id: 'long' }, 'message_too_long'],
      ['   \n ', 'validation'],
      [{}, 'validation'],
      [{ content: 7 }, 'validation'],
      [{ content: 'x', other: 1 }, 'validation'],
      [{ content: 'a\u0000b' }, 'validation'],
      [{ content: '\ud800' }, 'validation'],
      [{ content: 'x', client_id: 'y'.repeat(101) }, 'validation'],
      [{ content: 'x', client_id: { toString: 1 } }, 'validation'],
      [{ content: 'x', file_id: '0192f0a0-0000-7000-8000-000000000000' }, 'file_not_found'],
      [{ type: 'nothing' }, 'unknown_frame'],
      [{ type: 'constructor' }, 'unknown_frame'],
      [{ type: { a: 1 } }, 'malformed_json'],
      [{ type: 'read' }, 'validation'],
      [{ type: 'read', seq: -1 }, 'validation'],
      ['{"__proto__":{"content":"x"}}', 'validation'],
    ];
    for (const [n, [sent, code]] of cases.entries()) {
      client.send(sent);
      await until(() => client.errors.length > n);
      expect({ sent, code: client.errors[n].code as string }).toEqual({ sent, code });
      expect(client.errors[n]).toMatchObject({
        type: 'error',
        status: expect.any(Number),
        request_id: expect.any(String),
      });
    }
    expect(client.errors[2].client_id).toBe('long');
    client.socket.send(Buffer.from([1, 2, 3]));
    await client.hears(({ code }) => code === 'binary_frame');
    client.send('é'.repeat(2048));
    await client.hearsSaid('é'.repeat(2048));
    expect(client.messages).toHaveLength(1);
    await client.close();
  });

  it('end the connection where they break the protocol, and nobody else’s', async () => {
    const where = name();
    const watcher = await enter(bob, where);
    const tooLong = await enter(ada, where);
    tooLong.send('x'.repeat(65_536));
    await tooLong.hears(({ code }) => code === 'message_too_long');
    tooLong.send('x'.repeat(65_537));
    expect((await tooLong.isClosed()).code).toBe(1009);
    const fragments = (count: number, each: Buffer): Buffer =>
      Buffer.concat(Array.from({ length: count }, (_, n) => frame(n === 0 ? 0x01 : 0x00, each)));
    const bytes: [string, Buffer, number][] = [
      ['no UTF-8', frame(0x81, Buffer.from([0xff, 0xfe, 0xc0])), 1007],
      ['unmasked', Buffer.from([0x81, 0x01, 0x41]), 1002],
      ['an opcode there is not', frame(0x83, Buffer.from('x')), 1002],
      ['reserved bits', frame(0xf1, Buffer.from('x')), 1002],
      ['fragments without end', fragments(70, Buffer.from('x')), 1008],
      ['empty fragments without end', fragments(70, Buffer.alloc(0)), 1008],
      ['fragments beyond 64 KiB', fragments(3, Buffer.alloc(30_000, 65)), 1009],
      ['a long ping', frame(0x89, Buffer.alloc(126)), 1002],
    ];
    for (const [what, sent, code] of bytes) {
      const socket = await rawSocket(t.url, where, ada.accessToken);
      const received: Buffer[] = [];
      socket.on('data', (some: Buffer) => received.push(some));
      const closed = once(socket, 'close');
      socket.write(sent);
      await Promise.race([closed, within(10_000, () => socket.closed, Boolean)]);
      const last = Buffer.concat(received);
      const farewell = last.subarray(last.lastIndexOf(0x88));
      expect({ what, closed: socket.closed, code: farewell.readUInt16BE(2) }).toEqual({ what, closed: true, code });
    }
    await watcher.settled();
    expect([watcher.closed, watcher.messages]).toEqual([null, []]);
    await watcher.close();
  });

  it('shows what was said as it was said: HTML, right to left, a heap of marks', async () => {
    const where = name();
    const client = await enter(ada, where);
    const texts = [
      '<img src=x onerror=alert(1)>',
      '\u202Eevil\u202C שלום',
      `Z${'\u0300'.repeat(1000)}`,
      '\r\n{"level":"info"}\u2028',
    ];
    for (const text of texts) client.send({ content: text });
    await client.hearsSaid(texts[3]);
    expect(client.said).toEqual(texts);
    await client.close();
  });

  it('from a flood are refused, and others go on', async () => {
    const limited = await startApp({ ...t.env, RATE_LIMITS: '100000/minute,chat=50/minute' });
    const where = name();
    const eve = await t.make.person();
    const [flood, calm, watcher] = [
      await enter(ada, where, limited),
      await enter(bob, where, limited),
      await enter(eve, where, limited),
    ];
    let sent = 0;
    const flooding = setInterval(() => {
      for (let n = 0; n < 20; n++, sent++) flood.send({ content: `flood ${sent}`, client_id: `f${sent}` });
    }, 20); // a thousand a second
    await until(() => flood.errors.length > 0);
    const took = await deliveries(
      calm,
      watcher,
      Array.from({ length: 30 }, (_, n) => `a word ${n}.`),
    );
    expect(sent).toBeGreaterThan(100);
    clearInterval(flooding);
    expect(medianOf(took)).toBeLessThan(500);
    expect(flood.errors[0]).toMatchObject({
      code: 'rate_limited',
      status: 429,
      client_id: 'f50',
      retry_after_s: expect.any(Number),
    });
    expect(flood.closed).toBeNull();
    expect(calm.said.filter((text) => text.startsWith('flood')).length).toBe(50);
    // Of all sockets and instances of the person together.
    const other = await enter(ada, where, limited);
    other.send('more');
    await other.hears(({ code }) => code === 'rate_limited');
    for (const client of [flood, calm, watcher, other]) client.cut();
    await limited.stop();
  });

  it('are no harder on memory where nobody reads: who does not is dropped', async () => {
    const where = name();
    const deaf = await rawSocket(t.url, where, bob.accessToken);
    deaf.pause();
    const talker = await enter(ada, where);
    const text = 'x'.repeat(4000);
    const isThere = async () => {
      return (await ada.client.get(`/chat/rooms/${where}/users`)).body.active_users?.includes(
        bob.user.fullName,
      ) as boolean;
    };
    await until(isThere);
    // What the kernels of both sides hold comes on top of the mebibyte that we do.
    for (let round = 0; round < 60 && (await isThere()); round++) {
      for (let n = 0; n < 100; n++) talker.send(`${round}-${n} ${text}`);
      await talker.hearsSaid(`${round}-99 ${text}`, 20_000);
    }
    await until(async () => !(await isThere()));
    deaf.destroy();
    await talker.close();
  });

  it('none at all are noticed: who does not answer a ping is dropped, who answers stays', async () => {
    const where = name();
    const silent = await rawSocket(t.url, where, bob.accessToken);
    const received: Buffer[] = [];
    silent.on('data', (some: Buffer) => received.push(some));
    const [alive, watcher] = [await enter(ada, where), await enter(ada, where)];
    const pings = { alive: 0 };
    alive.socket.on('ping', () => pings.alive++);
    // The clock of the sockets goes on by itself: a ping is due after 25 s, its answer within 20.
    const nowMs = performance.now.bind(performance);
    let aheadMs = 26_000;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => nowMs() + aheadMs);
    await until(() => pings.alive > 0 && Buffer.concat(received).includes(Buffer.from([0x89, 0x00])));
    await alive.settled();
    expect([silent.closed, silent.readableEnded]).toEqual([false, false]);
    aheadMs += 21_000;
    await until(() => silent.closed);
    clock.mockRestore();
    await alive.settled();
    expect([alive.closed, watcher.closed]).toEqual([null, null]);
    await Promise.all([alive.close(), watcher.close()]);
  });
});
