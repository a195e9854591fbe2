import { once } from 'node:events';
import { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSigned } from './certificate';

/** A call as it came in. */
export interface Received {
  readonly path: string;
  readonly headers: Record<string, string>;
  /** As it was sent. */
  readonly body: string;
  readonly atMs: number;
}

type Answer = (response: ServerResponse, call: Received) => void;

/** A server of https at 127.0.0.1 that webhooks call. What it has received it keeps, and how it answers is set by path. */
export class Receiver {
  readonly calls: Received[] = [];
  /** Calls that have not been answered. */
  open = 0;
  readonly caFile: string;
  readonly keyFile: string;
  private readonly folder = mkdtempSync(join(tmpdir(), 'atrium-receiver-'));
  private readonly answers = new Map<string, Answer>();
  private readonly server: Server;
  private port = 0;

  private constructor() {
    const pair = selfSigned();
    this.caFile = join(this.folder, 'ca.pem');
    this.keyFile = join(this.folder, 'key.pem');
    writeFileSync(this.caFile, pair.cert);
    writeFileSync(this.keyFile, pair.key, { mode: 0o600 });
    this.server = createServer(pair, (request, response) => void this.receive(request, response));
  }

  static async start(): Promise<Receiver> {
    const receiver = new Receiver();
    receiver.server.listen(0, '127.0.0.1');
    await once(receiver.server, 'listening');
    receiver.port = (receiver.server.address() as AddressInfo).port;
    return receiver;
  }

  /** Variables by which an application calls it. */
  get env(): Record<string, string> {
    return { WEBHOOK_CA: this.caFile, WEBHOOK_HOSTS: '127.0.0.1' };
  }

  url(path: string): string {
    return `https://127.0.0.1:${this.port}${path}`;
  }

  /** How it answers below a path from now on; 204 where nothing is set. */
  answer(path: string, answer: Answer): void {
    this.answers.set(path, answer);
  }

  /** The calls of a path, the first first. */
  at(path: string): Received[] {
    return this.calls.filter((one) => one.path === path);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.open += 1;
    response.on('close', () => (this.open -= 1)).on('error', () => undefined);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = request.headers as Record<string, string>;
    const call = { path: request.url ?? '', headers, body: Buffer.concat(chunks).toString(), atMs: Date.now() };
    this.calls.push(call);
    const answer = this.answers.get(call.path);
    if (answer) answer(response, call);
    else response.writeHead(204).end();
  }
}
