import { once } from 'node:events';
import { Agent, createServer, IncomingMessage, request, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/**
 * What stands before an application that lives below a path of its host: it takes the path off and passes the rest on, sockets too.
 * It mends nothing that comes back. What is asked outside of the path is 404, and counted in `strays`.
 */
export class PathProxy {
  /** Paths that were asked outside. */
  readonly strays: string[] = [];
  private readonly server: Server;
  private readonly agent = new Agent();
  private readonly sockets = new Set<Socket>();
  private target = '';

  private constructor(private readonly path: string) {
    this.server = createServer((inward, outward) => this.pass(inward, outward));
    this.server.on('upgrade', (inward: IncomingMessage, socket: Socket, head: Buffer) =>
      this.tunnel(inward, socket, head),
    );
  }

  /** @param path such as `/atrium` */
  static async open(path: string): Promise<PathProxy> {
    const proxy = new PathProxy(path);
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  /** The address of the application as clients have it, without a slash at its end. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${this.path}`;
  }

  /** From now on it passes calls on to the application at this address. */
  before(url: string): void {
    this.target = url;
  }

  async close(): Promise<void> {
    this.agent.destroy();
    for (const socket of this.sockets) socket.destroy();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private pass(inward: IncomingMessage, outward: ServerResponse): void {
    const call = this.callFor(inward);
    if (!call) return void outward.writeHead(404).end();
    call.on('response', (answer) => {
      outward.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(outward);
    });
    call.on('error', () => outward.destroy());
    outward.on('close', () => call.destroy());
    inward.pipe(call);
  }

  private tunnel(inward: IncomingMessage, socket: Socket, head: Buffer): void {
    const call = this.callFor(inward);
    if (!call) return void socket.destroy();
    call.on('response', () => socket.destroy());
    call.on('error', () => socket.destroy());
    call.on('upgrade', (answer: IncomingMessage, other: Socket, begun: Buffer) => {
      const headers = answer.rawHeaders.map((one, at) => (at % 2 === 0 ? `${one}: ` : `${one}\r\n`)).join('');
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headers}\r\n`);
      socket.write(begun);
      other.write(head);
      for (const one of [socket, other]) {
        this.sockets.add(one);
        one.on('error', () => undefined).on('close', () => this.sockets.delete(one));
      }
      socket.pipe(other).pipe(socket);
    });
    call.end();
  }

  private callFor({ url = '', method, headers }: IncomingMessage): ReturnType<typeof request> | null {
    if (url.startsWith(`${this.path}/`)) {
      return request(this.target + url.slice(this.path.length), { agent: this.agent, method, headers });
    }
    this.strays.push(url);
    return null;
  }
}
