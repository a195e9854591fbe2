import { createECDH, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decrypt } from 'http_ece';
import { decodeJwt } from 'jose';
import { selfSigned } from './certificate';
import { until } from './until';

/** A push as it came in: what a browser would show, and what the service was told. */
export interface Pushed {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Encrypted. */
  readonly body: Buffer;
}

/** What is to be said to a push; 201 where nothing is. */
export type PushAnswer = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: object };

/** A browser's subscription: the keys that only it has. */
export class Subscriber {
  private readonly pair = createECDH('prime256v1');
  private readonly auth = randomBytes(16);

  constructor(readonly endpoint: string) {
    this.pair.generateKeys();
  }

  /** As `PushSubscription.toJSON()` gives it. */
  toJSON(): object {
    const keys = { p256dh: this.pair.getPublicKey().toString('base64url'), auth: this.auth.toString('base64url') };
    return { endpoint: this.endpoint, expirationTime: null, keys };
  }

  /** What a push says (RFC 8291). */
  read({ body }: Pushed): any {
    const text = decrypt(body, {
      version: 'aes128gcm',
      privateKey: this.pair,
      authSecret: this.auth.toString('base64url'),
    });
    return JSON.parse(text.toString());
  }
}

/** A push service of our own, by https at 127.0.0.1. How it answers is set by path. */
export class PushService {
  readonly pushes: Pushed[] = [];
  readonly caFile: string;
  private readonly folder = mkdtempSync(join(tmpdir(), 'atrium-push-'));
  private readonly answers = new Map<string, (pushed: Pushed) => PushAnswer | Promise<PushAnswer>>();
  private readonly server: Server;
  private port = 0;

  private constructor() {
    const pair = selfSigned();
    this.caFile = join(this.folder, 'ca.pem');
    writeFileSync(this.caFile, pair.cert);
    this.server = createServer(pair, (request, response) => void this.receive(request, response));
  }

  static async start(): Promise<PushService> {
    const service = new PushService();
    service.server.listen(0, '127.0.0.1');
    await once(service.server, 'listening');
    service.port = (service.server.address() as AddressInfo).port;
    return service;
  }

  /** Variables by which an application pushes to it. */
  get env(): Record<string, string> {
    return { PUSH_CA: this.caFile, PUSH_HOSTS: '127.0.0.1' };
  }

  url(path: string): string {
    return `https://127.0.0.1:${this.port}${path}`;
  }

  subscriber(path: string): Subscriber {
    return new Subscriber(this.url(path));
  }

  /** How it answers at a path from now on. */
  answer(path: string, answer: (pushed: Pushed) => PushAnswer | Promise<PushAnswer>): void {
    this.answers.set(path, answer);
  }

  forget(): void {
    this.pushes.length = 0;
    this.answers.clear();
  }

  at(path: string): Pushed[] {
    return this.pushes.filter((pushed) => pushed.path === path);
  }

  /** Waits for the pushes at a path. @param count at least so many */
  async got(path: string, count = 1): Promise<Pushed[]> {
    await until(() => this.at(path).length >= count);
    return this.at(path);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = request.url ?? '';
    const pushed = { path, headers: request.headers as Record<string, string>, body: Buffer.concat(chunks) };
    this.pushes.push(pushed);
    const { status, headers, body } = (await this.answers.get(path)?.(pushed)) ?? { status: 201 };
    response.writeHead(status, { ...headers, ...(body && { 'content-type': 'application/json' }) });
    response.end(body && JSON.stringify(body));
  }
}

/** Who signs a push, and for whom (RFC 8292). */
export function vapidOf({ headers }: Pushed): { claims: Record<string, unknown>; key: string; token: string } {
  const [, token, key] = /^vapid t=([^,]+), ?k=(.+)$/.exec(headers.authorization) ?? [];
  return { claims: decodeJwt(token), key, token };
}
