import { once } from 'node:events';
import { connect, createServer, Server, Socket } from 'node:net';

const others = new WeakMap<Socket, Socket>();

function hold(socket: Socket): void {
  socket.unpipe();
  socket.pause();
}

function release(socket: Socket): void {
  const other = others.get(socket);
  if (other) socket.pipe(other);
}

/** A TCP proxy that can be cut, or stand still: what a server looks like that goes away, or hangs, and comes back. */
export class Proxy {
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();
  private isFrozen = false;
  port = 0;

  constructor(
    private readonly target: URL,
    private readonly defaultPort: number,
  ) {}

  /** The address of the target, through here. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.toString();
  }

  async open(): Promise<void> {
    this.server = createServer((inward) => {
      const outward = connect(Number(this.target.port || this.defaultPort), this.target.hostname);
      for (const socket of [inward, outward]) {
        this.sockets.add(socket);
        socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
      }
      others.set(inward, outward).set(outward, inward);
      inward.pipe(outward).pipe(inward);
      if (this.isFrozen) for (const socket of [inward, outward]) hold(socket);
    });
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as { port: number }).port;
  }

  /** From now on nothing passes, on connections of before and on new ones; none is refused or ended. */
  freeze(): void {
    this.isFrozen = true;
    for (const socket of this.sockets) hold(socket);
  }

  /** What was held passes. */
  thaw(): void {
    this.isFrozen = false;
    for (const socket of this.sockets) release(socket);
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    const server = this.server;
    this.server = null;
    if (server) await new Promise((resolve) => server.close(resolve));
  }
}
