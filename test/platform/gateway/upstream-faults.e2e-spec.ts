import { once } from 'node:events';
import { connect } from 'node:net';
import { startApp, TestApp } from '../../support/app';
import { until } from '../../support/until';
import { bytesServer, UpstreamServer, upstreams } from './upstream-server';

const OK = 'HTTP/1.1 200 OK\r\n';

/** The whole of what comes back over a bare socket until it ends. */
async function bare(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let got = '';
  socket.on('data', (chunk) => (got += chunk.toString('latin1'))).on('error', () => undefined);
  socket.write(text, 'latin1');
  await once(socket, 'close');
  return got;
}

const get = (path: string) => `GET /api/v1/gateway${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`;

type Misdeed = [what: string, bytes: string | Buffer, then: 'end' | 'hang' | 'cut', status: number, code: string];
const MISDEEDS: Misdeed[] = [
  ['answers garbage', 'this is no HTTP at all\r\n\r\n', 'end', 502, 'bad_gateway'],
  ['answers bytes', Buffer.from([0, 255, 13, 10, 13, 10, 22, 3, 1]), 'end', 502, 'bad_gateway'],
  ['speaks another HTTP', 'HTTP/9.9 200 OK\r\n\r\n', 'end', 502, 'bad_gateway'],
  ['ends without a word', '', 'end', 502, 'bad_gateway'],
  ['cuts within the header', `${OK}Content-Le`, 'cut', 502, 'bad_gateway'],
  ['hangs within the header', `${OK}Content-Le`, 'hang', 504, 'gateway_timeout'],
  [
    'floods headers',
    `${OK}${Array.from({ length: 5000 }, (_, n) => `X-H${n}: ${'x'.repeat(50)}\r\n`).join('')}\r\n`,
    'end',
    502,
    'bad_gateway',
  ],
  ['floods one header', `${OK}X-H: ${'x'.repeat(100_000)}\r\n\r\n`, 'end', 502, 'bad_gateway'],
  ['says two lengths', `${OK}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`, 'end', 502, 'bad_gateway'],
  [
    'says a length and chunks',
    `${OK}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    'end',
    502,
    'bad_gateway',
  ],
  ['says a length that is none', `${OK}Content-Length: -1\r\n\r\n`, 'end', 502, 'bad_gateway'],
  [
    'switches protocols unasked',
    'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n',
    'hang',
    502,
    'bad_gateway',
  ],
  ['says 100 again and again', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(50), 'hang', 502, 'bad_gateway'],
  ['says hints and no more', 'HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n'.repeat(3), 'hang', 504, 'gateway_timeout'],
];

describe('upstreams that misbehave before they answer', () => {
  let t: TestApp;
  let servers: Awaited<ReturnType<typeof bytesServer>>[];
  beforeAll(async () => {
    servers = await Promise.all(MISDEEDS.map(([, bytes, then]) => bytesServer(bytes, then)));
    const list = servers.map(({ url }, n) => {
      // Only where the limit itself is what is seen may it be short.
      const timeouts = { first_byte_ms: MISDEEDS[n][3] === 504 ? 400 : 60_000 };
      return { name: `bad-${n}`, access: 'public', targets: [{ url }], timeouts };
    });
    t = await startApp(upstreams(...list));
  });
  afterAll(async () => {
    await t.stop();
    await Promise.all(servers.map((server) => server.close()));
  });

  it.each(MISDEEDS.map(([what, , , status, code], n) => [what, n, status, code] as const))(
    'is one that %s: a problem, and nothing of it',
    async (_, n, status, code) => {
      const answer = await t.client.get(`/gateway/bad-${n}/x`);
      expect(answer).toMatchObject({ status, body: { code, status } });
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(answer.text).not.toMatch(/127\.0\.0\.1|undici|UND_ERR|HPE_|ECONN|X-H/);
      expect((await t.client.get('//health/live')).status).toBe(200);
    },
  );
});

describe('upstreams that misbehave while they answer', () => {
  let t: TestApp;
  let server: UpstreamServer;
  let liar: Awaited<ReturnType<typeof bytesServer>>;
  beforeAll(async () => {
    server = await UpstreamServer.start();
    const two = `${OK}Content-Length: 2\r\n\r\nab`;
    liar = await bytesServer(`${two}HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nextra`, 'hang');
    const timeouts = { first_byte_ms: 60_000 };
    t = await startApp(
      upstreams(
        {
          name: 'a',
          access: 'public',
          targets: [{ url: server.url }],
          timeouts,
          breaker: { failures: 1000, least: 10_000 },
        },
        { name: 'strict', access: 'public', targets: [{ url: server.url }], timeouts, breaker: { open_ms: 60_000 } },
        { name: 'liar', access: 'public', targets: [{ url: liar.url }] },
        { name: 'silent', access: 'public', targets: [{ url: server.url }], timeouts: { silence_ms: 500 } },
        { name: 'brief', access: 'public', targets: [{ url: server.url }], timeouts: { whole_ms: 500 } },
      ),
    );
  });
  afterAll(async () => {
    await t.stop();
    await Promise.all([server.close(), liar.close()]);
  });

  it('cuts the client off where the upstream cut, so that half an answer never looks whole', async () => {
    server.handler = (_request, answer) => {
      answer.writeHead(200, { 'content-length': '1000' }).write('half');
      setImmediate(() => answer.destroy());
    };
    const got = await bare(t.url, get('/a/x'));
    expect(got).toContain('half');
    expect(got).toMatch(/content-length: 1000/i);
    await expect(t.client.get('/gateway/a/x')).rejects.toThrow();
    server.handler = (_request, answer) => {
      answer.write('half');
      setImmediate(() => answer.destroy());
    };
    expect(await bare(t.url, get('/a/x'))).not.toMatch(/0\r\n\r\n$/);
    await expect(t.client.get('/gateway/a/x')).rejects.toThrow();
    server.handler = UpstreamServer.echo;
    expect((await t.client.get('/gateway/a/x')).status).toBe(200);
  });

  it('ends an answer that stalls, and one that takes too long as a whole', async () => {
    server.handler = (_request, answer) => void answer.writeHead(200, { 'content-length': '1000' }).write('half');
    await expect(t.client.get('/gateway/silent/x')).rejects.toThrow();
    let timer: NodeJS.Timeout | undefined;
    server.handler = (_request, answer) => {
      answer.writeHead(200);
      timer = setInterval(() => answer.write('.'), 50);
      answer.on('close', () => clearInterval(timer));
    };
    await expect(t.client.get('/gateway/brief/x')).rejects.toThrow();
    server.handler = UpstreamServer.echo;
    expect((await t.client.get('/gateway/a/x')).status).toBe(200);
  });

  it('opens the breaker on answers that are cut each time', async () => {
    server.handler = (_request, answer) => {
      answer.writeHead(200, { 'content-length': '1000' }).write('half');
      setImmediate(() => answer.destroy());
    };
    for (let n = 0; n < 5; n++) await t.client.get('/gateway/strict/x').catch(() => undefined);
    await until(async () => (await t.client.get('/gateway/strict/x').catch(() => null))?.status === 503);
    server.handler = UpstreamServer.echo;
  });

  it('hands no byte on beyond the length that was said', async () => {
    expect(await t.client.get('/gateway/liar/x')).toMatchObject({ status: 200, text: 'ab' });
    expect((await t.client.get('/gateway/a/x')).status).toBe(200);
  });

  it('tells the upstream when the client has gone', async () => {
    let closed = false;
    server.handler = (request) => void request.socket.once('close', () => (closed = true));
    const { hostname, port } = new URL(t.url);
    const socket = connect(Number(port), hostname);
    const before = server.hits;
    socket.write(get('/a/x'));
    await until(() => server.hits === before + 1);
    socket.destroy();
    await until(() => closed);
    server.handler = UpstreamServer.echo;
  });
});

describe('requests that two servers could read differently', () => {
  let t: TestApp;
  let server: UpstreamServer;
  beforeAll(async () => {
    server = await UpstreamServer.start();
    t = await startApp(upstreams({ name: 'a', access: 'public', targets: [{ url: server.url }] }));
  });
  afterAll(async () => {
    await t.stop();
    await server.close();
  });

  const line = 'POST /api/v1/gateway/a/x HTTP/1.1\r\nHost: a\r\n';
  const hidden = 'GET /api/v1/gateway/a/hidden HTTP/1.1\r\nHost: a\r\n\r\n';
  it.each([
    ['a length and chunks', `${line}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`],
    ['chunks and a length', `${line}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n${hidden}`],
    ['two lengths', `${line}Content-Length: 0\r\nContent-Length: 50\r\n\r\n${hidden}`],
    ['one length twice', `${line}Content-Length: 0\r\nContent-Length: 0\r\n\r\n${hidden}`],
    ['a list of lengths', `${line}Content-Length: 0, 50\r\n\r\n${hidden}`],
    ['a length with a sign', `${line}Content-Length: +4\r\n\r\nabcd`],
    ['a length in hexadecimal', `${line}Content-Length: 0x4\r\n\r\nabcd`],
    ['a space before the colon', `${line}Content-Length : 4\r\n\r\nabcd`],
    ['an unknown coding', `${line}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${hidden}`],
    ['chunked not at the end', `${line}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${hidden}`],
    ['a coding twice', `${line}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n${hidden}`],
    ['a folded header', `${line}X-A: 1\r\n Transfer-Encoding: chunked\r\n\r\n${hidden}`],
    ['a folded coding', `${line}Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n`],
    ['bare line feeds', 'POST /api/v1/gateway/a/x HTTP/1.1\nHost: a\nContent-Length: 0\n\n'],
    ['a bare line feed in the header', `${line}X-A: 1\nContent-Length: 5\r\n\r\n`],
    ['a bare carriage return', `${line}X-A: 1\rContent-Length: 5\r\n\r\n`],
    ['a NUL in a value', `${line}X-A: a\0b\r\n\r\n`],
    ['a chunk of a length that is none', `${line}Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n`],
    ['a chunk that ends early', `${line}Transfer-Encoding: chunked\r\n\r\n2\r\nabcd\r\n0\r\n\r\n`],
    ['a header without a name', `${line}: x\r\n\r\n`],
    ['two hosts', `${line}Host: b\r\n\r\n`],
    ['no host', 'GET /api/v1/gateway/a/x HTTP/1.1\r\n\r\n'],
    ['a version that is none', 'GET /api/v1/gateway/a/x HTTP/1.2x\r\nHost: a\r\n\r\n'],
  ])('refuses %s', async (_, text) => {
    server.seen.length = 0;
    const got = await bare(t.url, text);
    expect(got).toMatch(/^HTTP\/1\.1 400 /);
    expect(got.match(/HTTP\/1\.1 \d/g)).toHaveLength(1);
    expect(server.seen.filter(({ url }) => url.includes('hidden'))).toEqual([]);
  });

  it('reads one that is well formed, chunked with extensions and trailers, and hands on neither', async () => {
    const got = await bare(
      t.url,
      `${line}Connection: close\r\nTransfer-Encoding: chunked\r\nTrailer: X-T\r\n\r\n4;a=b\r\nabcd\r\n0\r\nX-T: 1\r\n\r\n`,
    );
    expect(got).toMatch(/^HTTP\/1\.1 200 /);
    expect(server.last.body.toString()).toBe('abcd');
    expect(server.last.headers).not.toHaveProperty('x-t');
  });
});
