import { Resolver } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';
import { Inject, Injectable, OnApplicationShutdown } from '@nestjs/common';
import { Agent, Dispatcher } from 'undici';
import { Config, CONFIG, settingsOf } from '../../../core/kernel/config';
import { AddressGuard, guardedConnector, wordOf } from '../../../core/outbound';
import { bareHost, isHost } from './webhook-url';
import { webhooksSettings } from './webhooks.settings';

/** To the whole header of an answer, ms. */
const LIMIT_MS = 15_000;
const CONNECT_MS = 10_000;
/** From the header to the end of the body. */
const BODY_MS = 1000;
/** What is read of an answer's body, so that its connection can be used again; a longer one is not. */
const BODY_BYTES = 4096;
const DNS = { timeout: 2000, tries: 2 };

/** One attempt: where to, and what. */
export interface Attempt {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of it: a status, or a word for why there is none. */
export type AttemptResult =
  | { readonly status: number; readonly retryAfter: string | undefined }
  | { readonly status: null; readonly error: string };

/**
 * Posts to receivers. No redirect is followed, an address must be public unless the configuration names the host, and what was looked
 * up is what is connected to. Each host has as many connections as there are sends to it, so that none waits for another.
 */
@Injectable()
export class WebhookSender implements OnApplicationShutdown {
  private readonly named: readonly string[];
  private readonly toNamed: Agent;
  private readonly toOthers: Agent;

  constructor(@Inject(CONFIG) config: Config) {
    const { hosts, ca } = settingsOf(config, webhooksSettings);
    this.named = hosts;
    const agentOf = (guard: AddressGuard): Agent =>
      new Agent({
        connect: guardedConnector(guard, { connectMs: CONNECT_MS }, { ca: ca && [...ca] }),
        keepAliveTimeout: 10_000,
      });
    this.toNamed = agentOf(new AddressGuard(hosts));
    this.toOthers = agentOf(new AddressGuard([], resolveApart));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.toNamed.destroy(), this.toOthers.destroy()]);
  }

  /** @param stop ends it without a result @throws whatever `stop` was given as its reason */
  async send({ url, headers, body }: Attempt, stop: AbortSignal): Promise<AttemptResult> {
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
      const {
        statusCode,
        headers: answered,
        body: stream,
      } = await dispatcher.request({
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
      await drop(stream);
      const retryAfter = answered['retry-after'];
      return { status: statusCode, retryAfter: Array.isArray(retryAfter) ? retryAfter[0] : retryAfter };
    } catch (error) {
      stop.throwIfAborted();
      return { status: null, error: wordOf(error).toLowerCase() };
    } finally {
      clearTimeout(timer);
      stop.removeEventListener('abort', end);
    }
  }
}

/** Reads a short body to its end and ends the connection of any other: nobody wants to know what it says. */
async function drop(stream: Dispatcher.ResponseData['body']): Promise<void> {
  stream.on('error', () => undefined);
  let bytes = 0;
  try {
    for await (const chunk of stream) if ((bytes += (chunk as Buffer).length) > BODY_BYTES) break;
  } catch {
    // The status has been said.
  } finally {
    stream.destroy();
  }
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
