import type { Duplex } from 'node:stream';
import type { ActiveCall } from './active-calls';

/**
 * Joins the two connections of a WebSocket; bytes go through as they are, at the pace of the slower side. Whatever ends one
 * ends both.
 */
export class Tunnel implements ActiveCall {
  readonly isEndless = true;

  /** @param headers of the upstream's answer, name and value in turns @param head what the client has sent already */
  constructor(
    private readonly client: Duplex,
    private readonly upstream: Duplex,
    headers: readonly string[],
    head: Buffer,
    onEnd: (tunnel: Tunnel) => void,
  ) {
    const lines = ['HTTP/1.1 101 Switching Protocols', 'Connection: Upgrade', 'Upgrade: websocket'];
    for (let at = 0; at < headers.length; at += 2) lines.push(`${headers[at]}: ${headers[at + 1]}`);
    client.write(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
    if (head.length > 0) upstream.write(head);
    for (const socket of [client, upstream]) {
      (socket as Partial<{ setTimeout(ms: number): void }>).setTimeout?.(0);
      socket.on('error', () => this.end());
      socket.once('close', () => {
        this.end();
        onEnd(this);
      });
    }
    client.pipe(upstream).pipe(client);
  }

  tick(): void {
    // A WebSocket may be silent for as long as both sides like.
  }

  end(): void {
    this.client.destroy();
    this.upstream.destroy();
  }
}
