import { once } from 'node:events';
import { createServer, Server, Socket } from 'node:net';
import { startApp, TestApp } from '../../support/app';
import { upstreams } from './upstream-server';

const HINTS = 'HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n';
const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n';
const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';
/** More calls than open a breaker by failing. */
const CALLS = 7;

type Oddity = [what: string, pieces: string[], method: string, status: number, text: string];
const ODDITIES: Oddity[] = [
  [
    'a 304 that states a length',
    ['HTTP/1.1 304 Not Modified\r\nETag: "a"\r\nContent-Length: 6\r\n\r\n'],
    'GET',
    304,
    '',
  ],
  ['a 304 in two pieces', ['HTTP/1.1 304 Not Modified\r\nContent-Le', 'ngth: 6\r\nETag: "a"\r\n\r\n'], 'GET', 304, ''],
  ['a 204 that states a length', ['HTTP/1.1 204 No Content\r\nContent-Length: 6\r\n\r\n'], 'DELETE', 204, ''],
  ['a 204 with a coding', ['HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n'], 'DELETE', 204, ''],
  ['a HEAD that states a length', ['HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n'], 'HEAD', 200, ''],
  ['a HEAD with a coding', ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'], 'HEAD', 200, ''],
  ['a HEAD answered by 304', ['HTTP/1.1 304 Not Modified\r\nContent-Length: 6\r\n\r\n'], 'HEAD', 304, ''],
  ['a 100 nobody asked for', [CONTINUE, OK], 'POST', 200, 'ok'],
  ['a 100 in one piece with the answer', [CONTINUE + OK], 'POST', 200, 'ok'],
  ['a 100 byte by byte', [...CONTINUE, ...OK], 'PUT', 200, 'ok'],
  ['a 100 with a header of its own', ['HTTP/1.1 100 Continue\r\nX-A: 1\r\n\r\n', OK], 'GET', 200, 'ok'],
  ['a 100 of HTTP/1.0 without a reason', ['HTTP/1.0 100\r\n\r\n', OK], 'GET', 200, 'ok'],
  ['early hints', [HINTS, OK], 'GET', 200, 'ok'],
  ['hints, progress and a 100', [HINTS, 'HTTP/1.1 102 Processing\r\n\r\n', CONTINUE, OK], 'GET', 200, 'ok'],
  ['a 304 after hints', [HINTS, 'HTTP/1.1 304 Not Modified\r\nContent-Length: 6\r\n\r\n'], 'GET', 304, ''],
  ['a body that looks like a 100', ['HTTP/1.1 200 OK\r\nContent-Length: 25\r\n\r\n', CONTINUE], 'GET', 200, CONTINUE],
  ['HTTP/1.0 until its end', ['HTTP/1.0 200 OK\r\n\r\nok'], 'GET', 200, 'ok'],
  ['no reason phrase', ['HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok'], 'GET', 200, 'ok'],
  ['a status of its own', ['HTTP/1.1 299 Strange\r\nContent-Length: 2\r\n\r\nok'], 'GET', 299, 'ok'],
  ['an empty chunked body', ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'], 'GET', 200, ''],
];

/** Answers each request in these pieces, one after the other; ends the connection where only its end ends the answer. */
async function oddServer(pieces: readonly string[]): Promise<Server> {
  const server = createServer((socket: Socket) => {
    let asked = '';
    socket.setNoDelay(true).on('error', () => undefined);
    socket.on('data', (data) => {
      asked += data.toString('latin1');
      const isWhole = /content-length/i.test(asked) ? asked.endsWith('\r\n\r\n{}') : asked.endsWith('\r\n\r\n');
      if (!isWhole) return;
      asked = '';
      void sayAll(socket, pieces);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function sayAll(socket: Socket, pieces: readonly string[]): Promise<void> {
  for (const piece of pieces) {
    await new Promise((resolve) => socket.write(piece, 'latin1', resolve));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  if (pieces.join('').includes('HTTP/1.0 200')) socket.end();
}

const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as { port: number }).port}`;

describe('upstreams that are odd within the rules of HTTP', () => {
  let t: TestApp;
  let servers: Server[];
  beforeAll(async () => {
    servers = await Promise.all(ODDITIES.map(([, pieces]) => oddServer(pieces)));
    const health = { path: '/', every_ms: 50, ill_after: 1 };
    t = await startApp(
      upstreams(
        ...servers.map((server, n) => ({ name: `odd-${n}`, access: 'public', targets: [{ url: urlOf(server) }] })),
        { name: 'checked', access: 'public', targets: [{ url: urlOf(servers[2]) }], health },
      ),
    );
  });
  afterAll(async () => {
    await t.stop();
    for (const server of servers) server.close();
  });

  it.each(ODDITIES.map(([what, , method, status, text], n) => [what, method, status, text, n] as const))(
    'passes on %s, and it never counts against the breaker',
    async (_, method, status, text, n) => {
      for (let call = 0; call < CALLS; call++) {
        const body = method === 'POST' || method === 'PUT' ? '{}' : undefined;
        const answer = await t.client.call(method, `/gateway/odd-${n}/x`, {
          body,
          headers: { 'if-none-match': '"a"' },
        });
        expect([answer.status, answer.text]).toEqual([status, text]);
      }
    },
  );

  it('hands on the entity tag and the length that a 304 states', async () => {
    const { headers } = await t.client.get('/gateway/odd-0/x');
    expect([headers.get('etag'), headers.get('content-length')]).toEqual(['"a"', '6']);
  });

  it('takes a check of health that is answered so for a good one', async () => {
    const admin = await t.make.admin();
    await new Promise((resolve) => setTimeout(resolve, 300)); // several checks
    const { body } = await admin.client.get('/gateway');
    const checked = (body.items as { name: string; state: string }[]).find(({ name }) => name === 'checked');
    expect(JSON.stringify(checked)).toContain('"well"');
    expect((await t.client.get('/gateway/checked/x')).status).toBe(204);
  });
});
