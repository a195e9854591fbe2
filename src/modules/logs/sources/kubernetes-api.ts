import { readFile } from 'node:fs/promises';
import { Agent as HttpAgent, IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { Logger } from '@nestjs/common';
import type { Config } from '../../../core/config';
import { Unavailable } from '../../../core/errors';
import { AddressGuard, Breaker, guardedAgents, wordOf } from '../../../core/outbound';
import { LogsSourceFailed } from '../logs.errors';

/** An answer of the API that is not 2xx, as its `Status` tells it. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
}

export function isRefusal(answer: object): answer is Refusal {
  return 'message' in answer && 'status' in answer && typeof answer.status === 'number';
}

const ANSWER_MS = 10_000;
const MAX_REFUSAL_BYTES = 65_536;
/** Any number may be open, since each stream that is followed holds one; so many are kept for the next question. */
const KEPT_SOCKETS = 8;

/** Calls the API of Kubernetes as a service account (Kubernetes API reference, "Accessing the API from a Pod"). */
export class KubernetesApi {
  private readonly log = new Logger(KubernetesApi.name);
  private readonly base: URL;
  private agent: HttpAgent | HttpsAgent;

  constructor(
    private readonly config: Pick<Config, 'kubernetesUrl' | 'kubernetesTokenFile' | 'kubernetesCaFile'>,
    private readonly breaker: Breaker,
  ) {
    this.base = new URL(config.kubernetesUrl);
    this.agent = this.agents().http;
  }

  /** Reads who signs the certificates. @throws Error when that file or the token's cannot be read */
  async prepare(): Promise<void> {
    await readFile(this.config.kubernetesTokenFile);
    if (this.base.protocol !== 'https:') return;
    const ca = await readFile(this.config.kubernetesCaFile);
    this.agent = this.agents(ca).https;
  }

  private agents(ca?: Buffer): { http: HttpAgent; https: HttpsAgent } {
    const guard = new AddressGuard([this.base.hostname]);
    return guardedAgents(guard, { keepAlive: true, maxFreeSockets: KEPT_SOCKETS, ...(ca && { ca }) });
  }

  /** The parsed answer, or why there is none. @throws LogsSourceFailed, Unavailable */
  async json<T>(path: string, query: Record<string, string> = {}): Promise<T | Refusal> {
    const answer = await this.get(path, query, AbortSignal.timeout(ANSWER_MS));
    if (isRefusal(answer)) return answer;
    const parts: Buffer[] = [];
    for await (const part of answer) parts.push(part as Buffer);
    try {
      return JSON.parse(Buffer.concat(parts).toString()) as T;
    } catch {
      throw this.failed(`GET ${path} answered no JSON`);
    }
  }

  /**
   * The body as it comes, or why there is none.
   * @throws LogsSourceFailed where it answers that something is wrong with it or with us, Unavailable where it does not answer, or has
   * not for so long that it is not asked
   */
  async get(path: string, query: Record<string, string>, signal: AbortSignal): Promise<IncomingMessage | Refusal> {
    const url = new URL(this.base);
    url.pathname = url.pathname.replace(/\/$/, '') + path;
    url.search = new URLSearchParams(query).toString();
    // It is renewed while we run.
    const token = await readFile(this.config.kubernetesTokenFile, 'utf8').catch((error: Error) => {
      throw this.failed(`its token cannot be read: ${error.message}`);
    });
    const permit = await this.breaker.admit();
    const answer = await this.send(url, token.trim(), signal).catch((error: Error) => {
      if (signal.aborted && signal.reason instanceof Error && signal.reason.name === 'AbortError') {
        permit.dropped();
        throw error;
      }
      permit.failed(wordOf(error));
      this.log.warn(`The API of Kubernetes does not answer GET ${path}: ${error.message}`);
      throw new Unavailable({ retryAfterS: 5 });
    });
    const status = answer.statusCode ?? 0;
    if (status >= 500) permit.failed(String(status));
    else permit.succeeded();
    if (status >= 200 && status < 300) return answer;
    const message = await messageOf(answer);
    if (status === 400 || status === 404) return { status, message };
    throw this.failed(`GET ${path} answered ${status}: ${message}`);
  }

  private send(url: URL, token: string, signal: AbortSignal): Promise<IncomingMessage> {
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    return new Promise((resolve, reject) => {
      const sent = request(url, {
        agent: this.agent,
        signal,
        headers: { authorization: `Bearer ${token}`, accept: 'application/json, */*' },
      });
      const timer = setTimeout(() => sent.destroy(new Error(`no answer within ${ANSWER_MS} ms`)), ANSWER_MS);
      sent.once('response', resolve).once('error', reject);
      sent.once('close', () => clearTimeout(timer)).once('response', () => clearTimeout(timer));
      sent.end();
    });
  }

  private failed(what: string): Error {
    this.log.error(`The API of Kubernetes: ${what}`);
    return new LogsSourceFailed();
  }
}

async function messageOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of answer) {
    text += String(part);
    if (text.length > MAX_REFUSAL_BYTES) break;
  }
  try {
    return String((JSON.parse(text) as { message?: unknown }).message);
  } catch {
    return '';
  }
}
