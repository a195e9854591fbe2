import type { Agent as HttpsAgent, AgentOptions } from 'node:https';
import type { Readable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { type RequestContext, ResponseContext, SelfDecodingBody } from '@kubernetes/client-node';
import { Agent, request as send } from 'undici';
import { AddressGuard, guardedConnector } from '../../../../core/outbound';

/** To the answer's header, and between two pieces of what is not followed: a request waits for it, which has five seconds. */
export const ANSWER_MS = 4000;
const MAX_REFUSAL_BYTES = 65_536;

type Credentials = Pick<AgentOptions, 'ca' | 'cert' | 'key' | 'servername' | 'rejectUnauthorized'>;

/**
 * Carries what the package has put together. Its own way with HTTP makes a connection for each call, goes to any address and reads
 * each answer whole; ours are kept, guarded, and give a log as it comes.
 */
export class KubernetesConnections {
  private readonly guard: AddressGuard;
  private credentials: Credentials | null = null;
  private agent: Agent;

  constructor(hostname: string) {
    this.guard = new AddressGuard([hostname]);
  }

  /** @param isLog whether the body is wanted as it comes @param isEndless whether it may be silent for as long as it likes */
  async send(
    request: RequestContext,
    signal: AbortSignal,
    { isLog, isEndless }: { isLog: boolean; isEndless: boolean },
  ): Promise<ResponseContext> {
    const { statusCode, headers, body } = await send(request.getUrl(), {
      dispatcher: this.agentFor(request.getAgent() as HttpsAgent),
      headers: request.getHeaders(),
      signal,
      headersTimeout: ANSWER_MS,
      bodyTimeout: isEndless ? 0 : ANSWER_MS,
    });
    const isGood = statusCode < 300;
    const type = { 'content-type': String(headers['content-type']) };
    if (isLog && isGood) return new ResponseContext(statusCode, type, new LogBody(body));
    const whole = await wholeOf(body, isGood ? Infinity : MAX_REFUSAL_BYTES);
    return new ResponseContext(statusCode, type, new SelfDecodingBody(Promise.resolve(whole)));
  }

  /** The certificates may have been renewed since the last call, and a plugin may have given others. */
  private agentFor({ options }: HttpsAgent): Agent {
    const { ca, cert, key, servername, rejectUnauthorized } = options;
    const credentials = { ca, cert, key, servername, rejectUnauthorized };
    if (isDeepStrictEqual(credentials, this.credentials)) return this.agent;
    if (this.credentials) void this.agent.close(); // as soon as what is under way has ended
    const given = Object.fromEntries(Object.entries(credentials).filter(([, value]) => value !== undefined));
    this.agent = new Agent({ connect: guardedConnector(this.guard, { connectMs: ANSWER_MS }, given) });
    this.credentials = credentials;
    return this.agent;
  }
}

/** The body of a log, of which the package is told nothing: it would want all of it. */
export class LogBody extends SelfDecodingBody {
  constructor(readonly stream: Readable) {
    super(Promise.resolve(Buffer.alloc(0)));
  }
}

async function wholeOf(stream: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of stream) {
    parts.push(part);
    bytes += part.length;
    if (bytes > maxBytes) break;
  }
  return Buffer.concat(parts);
}
