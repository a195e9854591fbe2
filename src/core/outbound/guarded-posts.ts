import { Resolver } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';
import { Agent, Dispatcher } from 'undici';
import { AddressGuard } from './address-guard';
import { wordOf } from './breaker';
import { guardedConnector } from './guarded-clients';

/** To the whole header of an answer, ms. */
const LIMIT_MS = 15_000;
const CONNECT_MS = 10_000;
/** From the header to the end of the body. */
const BODY_MS = 1000;
/** What is read of an answer's body, so that its connection can be used again; a longer one is not. */
const BODY_BYTES = 4096;
const DNS = { timeout: 2000, tries: 2 };

/** One attempt: where to, and what. */
export interface PostAttempt {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** What came of it: a status, or a word for why there is none. */
export type PostResult =
  | {
      readonly status: number;
      readonly retryAfter: string | undefined;
      /** The beginning of the answer's body, 4 KiB at most. */
      readonly text: string;
    }
  | { readonly status: null; readonly error: string };

/**
 * Posts to addresses that others give us. No redirect is followed, an address must be public unless the configuration names the host, and
 * what was looked up is what is connected to. Each host has as many connections as there are posts to it, so that none waits for another.
 */
export class GuardedPosts {
  private readonly toNamed: Agent;
  private readonly toOthers: Agent;

  /** @param named hosts that may be on this machine or in a private network @param ca certificates (PEM); those of Node unless given */
  constructor(
    private readonly named: readonly string[],
    ca?: readonly string[],
  ) {
    const agentOf = (guard: AddressGuard): Agent =>
      new Agent({
        connect: guardedConnector(guard, { connectMs: CONNECT_MS }, { ca: ca && [...ca] }),
        keepAliveTimeout: 10_000,
      });
    this.toNamed = agentOf(new AddressGuard(named));
    this.toOthers = agentOf(new AddressGuard([], resolveApart));
  }

  async close(): Promise<void> {
    await Promise.all([this.toNamed.destroy(), this.toOthers.destroy()]);
  }

  /** @param stop ends it without a result @throws whatever `stop` was given as its reason */
  async post({ url, headers, body }: PostAttempt, stop: AbortSignal): Promise<PostResult> {
    const target = new URL(url);
    const { origin, pathname, search } = target;
    const isNamed = this.named.some((one) => isHost(one, bareHost(target)));
    const dispatcher = isNamed ? this.toNamed : this.toOthers;
    const late = new AbortController();
    const endIn = (ms: number): NodeJS.Timeout => setTimeout(() => late.abort(timedOut()), ms);
    let timer = endIn(LIMIT_MS);
    const end = (): void => late.abort(stop.reason);
    stop.addEventListener('abort', end, { once: true });
    try {
      stop.throwIfAborted();
      const answer = await dispatcher.request({
        origin,
        path: pathname + search,
        method: 'POST',
        headers,
        body,
        headersTimeout: LIMIT_MS,
        bodyTimeout: LIMIT_MS,
        signal: late.signal,
      });
      clearTimeout(timer);
      timer = endIn(BODY_MS);
      const text = await beginningOf(answer.body);
      const retryAfter = answer.headers['retry-after'];
      return { status: answer.statusCode, retryAfter: Array.isArray(retryAfter) ? retryAfter[0] : retryAfter, text };
    } catch (error) {
      stop.throwIfAborted();
      return { status: null, error: wordOf(error).toLowerCase() };
    } finally {
      clearTimeout(timer);
      stop.removeEventListener('abort', end);
    }
  }
}

/** As a resolver wants it: without the brackets around IPv6. */
export const bareHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/** Whether the configuration means this host, however it writes it. @param named of the configuration */
export const isHost = (named: string, host: string): boolean => named.toLowerCase().replace(/^\[|\]$/g, '') === host;

/** Reads a short body to its end and ends the connection of any other. */
async function beginningOf(stream: Dispatcher.ResponseData['body']): Promise<string> {
  stream.on('error', () => undefined);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk as Buffer);
      if ((bytes += (chunk as Buffer).length) > BODY_BYTES) break;
    }
  } catch {
    // The status has been said.
  } finally {
    stream.destroy();
  }
  return Buffer.concat(chunks).subarray(0, BODY_BYTES).toString();
}

/** By sockets of its own: names that no server answers for take no thread from others. The host's own names are none of these. */
async function resolveApart(hostname: string): Promise<LookupAddress[]> {
  const resolver = new Resolver(DNS);
  const found = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
  const addresses = found.flatMap((one, at) =>
    one.status === 'fulfilled' ? one.value.map((address) => ({ address, family: at === 0 ? 4 : 6 })) : [],
  );
  if (addresses.length > 0) return addresses;
  throw (found[0] as PromiseRejectedResult).reason;
}

function timedOut(): Error {
  return Object.assign(new Error('No answer in time'), { code: 'ETIMEDOUT' });
}
