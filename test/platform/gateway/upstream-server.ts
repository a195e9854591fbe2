import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect, createServer as createTcp, Server as TcpServer, Socket } from 'node:net';
import { once } from 'node:events';
import { register } from '../../support/children';

type Handler = (request: IncomingMessage, answer: ServerResponse, body: Buffer) => void;

/** A real upstream whose behaviour a test changes while it runs. */
export class UpstreamServer {
  static readonly echo: Handler = (request, answer, body) => echo(request, answer, body);
  hits = 0;
  readonly seen: { method: string; url: string; headers: IncomingMessage['headers']; raw: string[]; body: Buffer }[] =
    [];
  private server: Server;
  private readonly sockets = new Set<Socket>();

  private constructor(
    public handler: Handler,
    public port: number,
  ) {}

  /** Answers 200 with what it was asked, unless told otherwise. */
  static async start(handler: Handler = echo, port = 0): Promise<UpstreamServer> {
    const upstream = new UpstreamServer(handler, port);
    await upstream.open();
    return upstream;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async open(): Promise<void> {
    this.server = createServer((request, answer) => {
      this.hits += 1;
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks);
        const { method = '', url = '', headers, rawHeaders } = request;
        this.seen.push({ method, url, headers, raw: rawHeaders, body });
        this.handler(request, answer, body);
      });
    });
    this.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as { port: number }).port;
  }

  /** Its listener for upgrades. */
  onUpgrade(listener: (request: IncomingMessage, socket: Socket, head: Buffer) => void): void {
    this.server.on('upgrade', listener);
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The headers of the last call, as they came. */
  get last(): (typeof this.seen)[number] {
    return this.seen.at(-1) as (typeof this.seen)[number];
  }
}

const echo: Handler = (request, answer, body) => {
  answer.setHeader('content-type', 'application/json');
  answer.end(
    JSON.stringify({ method: request.method, url: request.url, headers: request.headers, bytes: body.length }),
  );
};

/** Takes a body without keeping it, from when it is told to; answers how many bytes it was and their SHA-256. */
export class Sink {
  bytes = 0;
  private take: () => void = () => undefined;
  private readonly server = createServer((request, answer) => {
    const hash = createHash('sha256');
    this.take = () =>
      void request
        .on('data', (chunk: Buffer) => {
          this.bytes += chunk.length;
          hash.update(chunk);
        })
        .on('end', () => answer.end(`${this.bytes} ${hash.digest('hex')}`));
  });

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as { port: number }).port}`;
  }

  go(): void {
    this.take();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Listens and takes no connection, with as many waiting as may: whoever comes then gets no answer at all. */
export async function blackhole(): Promise<{ url: string; close: () => void }> {
  const listens = `const server = require('node:net').createServer();
    server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => console.log(server.address().port));`;
  const child = spawn(process.execPath, ['-e', listens], { stdio: ['ignore', 'pipe', 'inherit'] });
  register(child.pid);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  child.kill('SIGSTOP');
  const port = Number(line.toString());
  const waiting = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  await once(waiting[0], 'connect');
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      for (const socket of waiting) socket.destroy();
      child.kill('SIGKILL');
    },
  };
}

/** Answers each connection with these bytes, whatever it is asked; then ends it, or leaves it open. */
export async function bytesServer(
  bytes: string | Buffer,
  then: 'end' | 'hang' | 'cut' = 'end',
): Promise<{ url: string; close: () => Promise<void>; server: TcpServer }> {
  const sockets = new Set<Socket>();
  const server = createTcp((socket) => {
    sockets.add(socket);
    socket
      .on('error', () => undefined)
      .once('data', () => {
        socket.write(bytes, () => {
          if (then === 'end') socket.end();
          if (then === 'cut') socket.resetAndDestroy();
        });
      });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    server,
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** GATEWAY_UPSTREAMS of these. */
export const upstreams = (...list: object[]): { GATEWAY_UPSTREAMS: string } => ({
  GATEWAY_UPSTREAMS: JSON.stringify(list),
});
