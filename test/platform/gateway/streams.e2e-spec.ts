import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { IncomingMessage, request as httpRequest } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { startApp, TestApp } from '../../support/app';
import { PASSWORD, Person } from '../../support/make';
import { rawRequest, sendRaw } from '../../support/raw';
import { until, untilStill } from '../../support/until';
import { within } from '../../support/within';
import { Sink, UpstreamServer, upstreams } from './upstream-server';

const PIECE = randomBytes(65_536);
/** What is streamed each way; more where a run asks for it. */
const PIECES = Number(process.env.GATEWAY_MIB ?? 192) * 16;
const MEMORY_MIB = 96;
/** No limit of the gateway's own decides, however long a busy machine takes. */
const PATIENT = { first_byte_ms: 600_000, silence_ms: 600_000, whole_ms: 0 };
const SILENCE_MS = 1500;
/** The promise is a second on a machine of its own; what is asserted leaves room for a busy one. */
const ENDED_MS = 3000;

function sumOf(pieces: number): string {
  const hash = createHash('sha256');
  for (let n = 0; n < pieces; n++) hash.update(PIECE);
  return hash.digest('hex');
}

describe('streams through the gateway', () => {
  let t: TestApp;
  let server: UpstreamServer;
  let user: Person;
  const sockets = new Set<Socket>();
  beforeAll(async () => {
    server = await UpstreamServer.start();
    server.onUpgrade((request, socket: Socket, head) => {
      server.seen.push({
        method: 'GET',
        url: request.url ?? '',
        headers: request.headers,
        raw: request.rawHeaders,
        body: head,
      });
      if (request.url === '/refused') return void socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno');
      sockets.add(socket.once('close', () => sockets.delete(socket)).on('error', () => undefined));
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Protocol: chat\r\n\r\n`,
      );
      socket.on('end', () => socket.end());
      if (head.length > 0) socket.write(`back: ${String(head)}`);
      socket.on('data', (data) => socket.write(`back: ${String(data)}`));
    });
    const targets = [{ url: server.url }];
    t = await startApp(
      upstreams(
        { name: 'a', targets, timeouts: PATIENT },
        { name: 'hasty', targets, timeouts: { silence_ms: SILENCE_MS } },
      ),
    );
    user = await t.make.person();
  });
  afterAll(async () => {
    for (const one of sockets) one.destroy();
    await t.stop();
    await server.close();
  });
  beforeEach(() => void (server.handler = UpstreamServer.echo));

  const ask = (path: string, method = 'GET', person = user) =>
    httpRequest(`${t.url}/api/v1/gateway${path}`, { method, headers: { ...person.client.given } });
  const UPGRADE = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'x',
  };
  /** Asks for a WebSocket; answers the bare connection, or the status where there is none. */
  const open = (
    url: string,
    path: string,
    headers: Record<string, string>,
  ): Promise<{ socket?: Socket; answer: IncomingMessage }> =>
    new Promise((resolve, reject) => {
      const request = httpRequest(`${url}/api/v1/gateway/${path}`, { headers: { ...UPGRADE, ...headers } });
      request.on('upgrade', (answer, socket: Socket) =>
        resolve({ socket: socket.on('error', () => undefined), answer }),
      );
      request
        .on('response', (answer) => resolve({ answer: answer.resume() }))
        .on('error', reject)
        .end();
    });
  const answerOf = async (request: ReturnType<typeof ask>): Promise<Readable & { statusCode?: number }> => {
    const [answer] = await once(request, 'response');
    return answer as Readable;
  };
  const peakOf = (): { stop: () => number } => {
    const before = process.memoryUsage.rss();
    let peak = 0;
    const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss() - before)), 5);
    return { stop: () => (clearInterval(timer), peak / 1_048_576) };
  };

  it('hands an answer on at the pace of who reads it', async () => {
    let sent = 0;
    server.handler = (_request, answer) => {
      const go = (): void => {
        while (sent < PIECES && answer.write(PIECE)) sent += 1;
        if (sent < PIECES) answer.once('drain', () => ((sent += 1), go()));
        else answer.end();
      };
      go();
    };
    const request = ask('/a/big');
    request.end();
    const answer = await answerOf(request);
    // Nobody reads: what is under way fills the buffers of four sockets and no more.
    await untilStill(() => sent);
    expect(sent).toBeLessThan(PIECES * 0.9);
    const peak = peakOf();
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of answer) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
    expect(bytes).toBe(PIECES * PIECE.length);
    expect(peak.stop()).toBeLessThan(MEMORY_MIB);
    expect(hash.digest('hex')).toBe(sumOf(PIECES));
  }, 120_000);

  it('hands a body on at the pace of who takes it', async () => {
    const sink = new Sink();
    const other = await startApp({
      ...t.env,
      ...upstreams({ name: 'a', targets: [{ url: await sink.start() }], timeouts: PATIENT }),
    });
    try {
      const request = httpRequest(`${other.url}/api/v1/gateway/a/up`, {
        method: 'POST',
        headers: { ...user.client.given },
      });
      let sent = 0;
      const body = Readable.from(
        (function* () {
          for (; sent < PIECES; sent++) yield PIECE;
        })(),
      );
      body.pipe(request);
      // Nobody takes it: what is under way fills the buffers of four sockets and no more.
      await untilStill(() => sent);
      expect(sent).toBeLessThan(PIECES * 0.9);
      const peak = peakOf();
      sink.go();
      let text = '';
      for await (const chunk of await answerOf(request)) text += String(chunk);
      expect(peak.stop()).toBeLessThan(MEMORY_MIB);
      expect(text).toBe(`${PIECES * PIECE.length} ${sumOf(PIECES)}`);
    } finally {
      await other.stop();
      await sink.stop();
    }
  }, 120_000);

  it('hands events on as they come, also after a long silence, and ends them with the session', async () => {
    const person = await t.make.person();
    let say: (text: string) => void = () => undefined;
    let closed = false;
    server.handler = (_request, answer) => {
      answer.writeHead(200, { 'content-type': 'text/event-stream' });
      answer.write('data: first\n\n');
      say = (text) => answer.write(`data: ${text}\n\n`);
      answer.on('close', () => (closed = true));
    };
    const request = ask('/hasty/events', 'GET', person);
    request.end();
    const answer = await answerOf(request);
    let got = '';
    let ended = false;
    answer
      .on('data', (chunk) => (got += String(chunk)))
      .on('error', () => undefined)
      .on('close', () => (ended = true));
    await until(() => got.includes('first'));
    await new Promise((resolve) => setTimeout(resolve, SILENCE_MS + 500)); // longer than any other answer may be silent
    say('second');
    await until(() => got.includes('second'));
    await person.client.post('/auth/logout');
    await within(ENDED_MS, () => ended && closed, Boolean);
  });

  it('joins a WebSocket, with the identity of its caller, and ends it with the session', async () => {
    const person = await t.make.person();
    const { socket, answer } = await open(t.url, 'a/room?x=1', { ...person.client.given, 'X-Atrium-User': 'root' });
    if (!socket) throw new Error(`No WebSocket: ${answer.statusCode}`);
    expect(answer.headers).toMatchObject({ 'sec-websocket-protocol': 'chat', upgrade: 'websocket' });
    let got = '';
    socket.on('data', (data) => (got += String(data)));
    socket.write('hello');
    await until(() => got === 'back: hello');
    const told = server.seen.find(({ url }) => url === '/room?x=1');
    expect(told?.headers['x-atrium-user']).toBe(person.user.id);
    expect(told?.headers).not.toHaveProperty('authorization');
    let isClosed = false;
    socket.once('close', () => (isClosed = true));
    await person.client.post('/auth/logout');
    await within(ENDED_MS, () => isClosed && sockets.size === 0, Boolean);
  });

  it('opens no WebSocket for nobody, nor where the upstream says no', async () => {
    const statusOf = async (path: string, headers: Record<string, string>) =>
      (await open(t.url, path, headers)).answer.statusCode;
    expect(await statusOf('a/room', {})).toBe(401);
    expect(await statusOf('nothing/room', { ...user.client.given })).toBe(404);
    expect(await statusOf('a/refused', { ...user.client.given })).toBe(403);
  });

  it('lets no page of another site open one with the cookie of a browser', async () => {
    const login = await fetch(`${t.url}/api/v1/auth/browser/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: user.user.email, password: PASSWORD }),
    });
    const cookie = login.headers.getSetCookie().map((one) => one.split(';', 1)[0]).join('; '); // prettier-ignore
    expect(cookie).toContain('atrium');
    const upgrade = async (origin: string) => {
      const { answer, socket } = await open(t.url, 'a/room', { cookie, origin });
      socket?.destroy();
      return answer.statusCode;
    };
    expect(await upgrade('https://evil.example')).toBe(403);
    expect(await upgrade('null')).toBe(403);
    expect(await upgrade(t.url)).toBe(101);
  });

  it('answers who asks for another protocol elsewhere as if they had not', async () => {
    const lines = ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: x'];
    const text = rawRequest('GET', '/health/live', lines).replace('Connection: close\r\n', '');
    expect((await sendRaw(t.url, text)).status).toBe(200);
  });

  it('ends events and WebSockets when the process drains', async () => {
    const other = await startApp({ ...t.env, ...upstreams({ name: 'a', targets: [{ url: server.url }] }) });
    server.handler = (_request, answer) =>
      void answer.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: x\n\n');
    const request = httpRequest(`${other.url}/api/v1/gateway/a/events`, { headers: { ...user.client.given } });
    request.on('error', () => undefined).end();
    const answer = await answerOf(request);
    let ended = 0;
    const end = (): number => (ended += 1);
    answer
      .on('error', () => undefined)
      .once('close', end)
      .resume();
    const { socket } = await open(other.url, 'a/room', { ...user.client.given });
    if (!socket) throw new Error('No WebSocket');
    socket.once('close', end).resume();
    await other.stop();
    await until(() => ended === 2);
  });
});
