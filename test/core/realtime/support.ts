import { once } from 'node:events';
import type { Type } from '@nestjs/common';
import { WebSocket } from 'ws';
import { AppModule } from '../../../src/app.module';
import { startApp, TestApp } from '../../support/app';
import { until } from '../../support/until';

/** Starts the application with one module more. With another's `env` it becomes a second instance. */
export async function startWith(module: Type, env: Record<string, string> = {}): Promise<TestApp> {
  const whole = AppModule.with.bind(AppModule);
  const spy = jest.spyOn(AppModule, 'with').mockImplementation((config) => {
    const app = whole(config);
    return { ...app, imports: [...(app.imports ?? []), module] };
  });
  try {
    return await startApp(env);
  } finally {
    spy.mockRestore();
  }
}

export interface OpenOptions {
  readonly query?: string;
  /** Sub-protocols that it offers, those that it likes best first. */
  readonly offers?: string[];
}

/** A client that keeps the frames it hears: text as strings, binary ones as Buffers. */
export class SocketClient {
  readonly heard: (string | Buffer)[] = [];
  closed: { code: number; reason: string } | null = null;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer, isBinary) => this.heard.push(isBinary ? data : String(data)));
    socket.on('close', (code, reason) => (this.closed = { code, reason: String(reason) }));
    socket.on('error', () => undefined);
  }

  /** Opens a socket, or fails where it is refused before the upgrade. @param path with its room */
  static async open(
    { url }: TestApp,
    path: string,
    token: string,
    { query, offers }: OpenOptions = {},
  ): Promise<SocketClient> {
    const address = `${url.replace(/^http/, 'ws')}${path}${query ? `?${query}` : ''}`;
    const headers = { authorization: `Bearer ${token}` };
    const client = new SocketClient(new WebSocket(address, offers ?? [], { headers, perMessageDeflate: false }));
    await new Promise((resolve, reject) => {
      client.socket.once('open', resolve);
      client.socket.once('error', reject);
    });
    return client;
  }

  /** What it has heard, as text. */
  get words(): string[] {
    return this.heard.map(String);
  }

  send(frame: string | Buffer): void {
    this.socket.send(frame);
  }

  async hears(word: string): Promise<void> {
    await until(() => this.words.includes(word));
  }

  /** Waits until the server has closed it. */
  async isClosed(): Promise<{ code: number; reason: string }> {
    await until(() => this.closed !== null);
    return this.closed as { code: number; reason: string };
  }

  async close(): Promise<void> {
    if (this.closed) return;
    const closed = once(this.socket, 'close');
    this.socket.close();
    await closed;
  }
}
