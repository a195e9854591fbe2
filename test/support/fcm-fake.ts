import { generateKeyPairSync, KeyObject } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jwtVerify } from 'jose';
import { selfSigned } from './certificate';

interface Sent {
  readonly project: string;
  readonly bearer: string;
  readonly message: any;
}

const EMAIL = 'atrium@demo-project.iam.gserviceaccount.com';

/**
 * A stand-in for Firebase Cloud Messaging HTTP v1 and Google's token endpoint, as their documentation has them: it takes an assertion that is
 * signed by the key of its service account, and messages with the token it gave for it.
 */
export class FcmFake {
  readonly sent: Sent[] = [];
  tokens = 0;
  /** Tokens that it gave before are no good any more. */
  private good = '';
  private readonly answers = new Map<string, { status: number; error?: object }>();
  private readonly folder = mkdtempSync(join(tmpdir(), 'atrium-fcm-'));
  private readonly publicKey: KeyObject;
  private readonly privateKey: KeyObject;
  private readonly server: Server;
  private readonly caFile: string;
  private port = 0;

  private constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    [this.publicKey, this.privateKey] = [publicKey, privateKey];
    const pair = selfSigned();
    this.caFile = join(this.folder, 'ca.pem');
    writeFileSync(this.caFile, pair.cert);
    this.server = createServer(pair, (request, response) => void this.receive(request, response));
  }

  static async start(): Promise<FcmFake> {
    const fake = new FcmFake();
    fake.server.listen(0, '127.0.0.1');
    await once(fake.server, 'listening');
    fake.port = (fake.server.address() as AddressInfo).port;
    const account = {
      type: 'service_account',
      project_id: 'demo-project',
      client_email: EMAIL,
      private_key: fake.privateKey.export({ type: 'pkcs8', format: 'pem' }),
      token_uri: fake.tokenUri,
    };
    writeFileSync(fake.accountFile, JSON.stringify(account), { mode: 0o600 });
    return fake;
  }

  get env(): Record<string, string> {
    return {
      FCM_CREDENTIALS: this.accountFile,
      FCM_URL: `https://127.0.0.1:${this.port}`,
      PUSH_CA: this.caFile,
      PUSH_HOSTS: '127.0.0.1',
    };
  }

  /** How it answers messages to a device from now on. @param errorCode of an `FcmError`; `BadRequest` for that of `google.rpc` */
  refuse(token: string, status: number, errorCode?: string): void {
    const type =
      errorCode === 'BadRequest'
        ? { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field: 'message.data' }] }
        : { '@type': 'type.googleapis.com/google.firebase.fcm.v1.FcmError', errorCode };
    this.answers.set(token, { status, error: { code: status, details: errorCode === undefined ? [] : [type] } });
  }

  to(token: string): Sent[] {
    return this.sent.filter(({ message }) => message.token === token);
  }

  forget(): void {
    this.sent.length = 0;
    this.answers.clear();
  }

  /** Whoever has a token needs another. */
  endTokens(): void {
    this.good = '';
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get accountFile(): string {
    return join(this.folder, 'account.json');
  }

  private get tokenUri(): string {
    return `https://127.0.0.1:${this.port}/token`;
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const [status, answer] = request.url === '/token' ? await this.exchange(body) : this.take(request, body);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  }

  private async exchange(body: string): Promise<[number, object]> {
    const form = new URLSearchParams(body);
    const claims = await jwtVerify(form.get('assertion') ?? '', this.publicKey, {
      algorithms: ['RS256'],
      issuer: EMAIL,
      audience: this.tokenUri,
    }).catch(() => null);
    const isGood =
      form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:jwt-bearer' &&
      claims?.payload.scope === 'https://www.googleapis.com/auth/firebase.messaging';
    if (!isGood) return [400, { error: 'invalid_grant' }];
    this.good = `token-${++this.tokens}`;
    return [200, { access_token: this.good, expires_in: 3599, token_type: 'Bearer' }];
  }

  private take({ url = '', headers }: IncomingMessage, body: string): [number, object] {
    const [, project] = /^\/v1\/projects\/([^/]+)\/messages:send$/.exec(url) ?? [];
    const bearer = (headers.authorization ?? '').replace(/^Bearer /, '');
    if (project === undefined) return [404, {}];
    if (bearer !== this.good || bearer === '') return [401, { error: { code: 401, status: 'UNAUTHENTICATED' } }];
    const { message } = JSON.parse(body) as { message: any };
    this.sent.push({ project, bearer, message });
    const refusal = this.answers.get(message.token as string);
    return refusal ? [refusal.status, { error: refusal.error }] : [200, { name: `projects/${project}/messages/1` }];
  }
}
