import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessGuard } from '../../../../core/web/access';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { Forbidden, MalformedRequest } from '../../../../core/kernel/errors';
import { PublicAddress, upgradeOf } from '../../../../core/web/http';
import { isAllowedOrigin } from '../../../../core/realtime';
import { RateLimiter } from '../../../../core/web/limits';
import { checkLength, hasBody, PassingBody, wholeBody } from './body';
import type { BodySchema } from './body-schema';
import { ProxyAttempt, Outcome } from './proxy-attempt';
import { ActiveCalls } from './active-calls';
import { answerFallback } from '../upstreams/fallback';
import { Failure, failureOf } from './failures';
import { UpstreamNotFound } from '../gateway.errors';
import { GatewayPath, gatewayPathOf } from './gateway-path';
import { requestHeaders } from './headers';
import { IdentityHeaders } from './identity-headers';
import type { Target } from '../upstreams/target';
import { Tunnel } from './tunnel';
import { CallRules, Selection, Upstream } from '../upstreams/upstream';
import { Upstreams } from '../upstreams/upstreams';

export const GATEWAY_PATH = '/api/v1/gateway/';
export const GATEWAY_CALL = 'ALL /api/v1/gateway/{service}/{path}';

/** Calls that have the same effect however often they are made (RFC 9110 section 9.2.2). */
const IDEMPOTENT: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PROPFIND', 'REPORT', 'SEARCH']); // prettier-ignore
const ELSEWHERE: ReadonlySet<number> = new Set([502, 503, 504]);
const HOST = /^[\w.:[\]-]{1,255}$/;

/** One call on its way through. */
interface Call {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly path: GatewayPath;
  readonly rules: CallRules;
  readonly body: Readable | Buffer | null;
  readonly wholeUntilMs: number;
}

/**
 * Passes calls on: checked here, sent to a target that is well, tried again where that is safe, answered by the fallback where
 * there is one. What is told of a caller comes from the session alone.
 */
@Injectable()
export class Proxy {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly guard: AccessGuard,
    private readonly limiter: RateLimiter,
    private readonly upstreams: Upstreams,
    private readonly identity: IdentityHeaders,
    private readonly exchanges: ActiveCalls,
    private readonly addresses: PublicAddress,
  ) {}

  /** Answers a call below `/api/v1/gateway/{service}`. */
  async serve(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    // HTTP/1.0 may leave it out; an upstream would be told nothing of whom the client meant.
    if (request.raw.headers.host === undefined) {
      reply.header('connection', 'close');
      throw new MalformedRequest();
    }
    const path = gatewayPathOf(request.raw.url ?? '', GATEWAY_PATH);
    const upstream = this.upstreams.find(path.service);
    const rules = upstream?.rulesFor(request.method, path.plain);
    // Whoever may not know it hears of an unknown one what they hear of a known one.
    if (rules?.permissions !== null) {
      const refused = this.guard.check(rules?.permissions ?? [], () => `${GATEWAY_CALL} (${path.service})`);
      if (refused) await refused;
    }
    if (!upstream || !rules) throw new UpstreamNotFound();
    if (path.plainOtherwise !== null) {
      const { encoded_slashes: passes } = upstream.config;
      // A reading that names another route would go round its access.
      if (!passes || upstream.rulesFor(request.method, path.plainOtherwise) !== rules) throw new MalformedRequest();
    }
    for (const { name, limit } of rules.limits) await this.limiter.admitTo(name, limit, request, reply);
    if (request.context.byCookie && this.isUpgrade(request)) this.checkOrigin(request);
    const { max_body_bytes: maxBytes } = upstream.config;
    checkLength(request.raw, maxBytes);
    const wholeUntilMs = rules.wholeMs === 0 ? Infinity : performance.now() + rules.wholeMs;
    let underway: ProxyAttempt | null = null;
    const pending = this.bodyOf(request, rules, maxBytes, () => underway?.moved());
    const body = pending instanceof Promise ? await pending : pending;
    const call: Call = { request, reply, path, rules, body, wholeUntilMs };
    upstream.countCall();
    const failure = await this.tryTargets(upstream, call, (exchange) => (underway = exchange));
    if (failure) await this.fallBack(upstream, call, failure);
    return reply;
  }

  private bodyOf(
    request: FastifyRequest,
    { schema }: CallRules,
    maxBytes: number | undefined,
    onMove: () => void,
  ): Readable | null | Promise<Buffer> {
    if (!hasBody(request.raw)) {
      schema?.check(Buffer.alloc(0), request.headers['content-type']);
      return null;
    }
    return schema ? this.checkedBody(request, schema, maxBytes) : new PassingBody(request.raw, maxBytes, onMove);
  }

  private async checkedBody(
    request: FastifyRequest,
    schema: BodySchema,
    maxBytes: number | undefined,
  ): Promise<Buffer> {
    const most = Math.min(maxBytes ?? Infinity, this.config.bodyLimitBytes);
    checkLength(request.raw, most);
    const body = await wholeBody(request.raw, most);
    schema.check(body, request.headers['content-type']);
    return body;
  }

  /** @returns why nobody has answered, null when somebody has. @throws what is the client's fault */
  private async tryTargets(
    upstream: Upstream,
    call: Call,
    onBegin: (exchange: ProxyAttempt) => void,
  ): Promise<Failure | null> {
    const { request, body } = call;
    const isIdempotent = IDEMPOTENT.has(request.method) && !this.isUpgrade(request);
    const tried: Target[] = [];
    for (;;) {
      const isLast = tried.length >= upstream.config.retries.times;
      let isGranted = false;
      const mayRetry = (): boolean =>
        isIdempotent && !isLast && !(body instanceof PassingBody && body.isBegun) && upstream.hasOther(tried);
      let chosen: Selection;
      try {
        const choice = upstream.choose(tried, isIdempotent && !isLast && !(body instanceof PassingBody));
        chosen = choice instanceof Promise ? await choice : choice;
      } catch (error) {
        upstream.history.count('refused');
        return failureOf(error);
      }
      tried.push(chosen.target);
      const exchange = this.exchangeWith(upstream, chosen, call, (status) => {
        isGranted = ELSEWHERE.has(status) && mayRetry() && upstream.takeRetry();
        return isGranted;
      });
      onBegin(exchange);
      this.exchanges.add(exchange, request);
      const outcome = await exchange.start().done;
      this.exchanges.remove(exchange);
      const failure = this.recordOutcome(upstream, chosen, exchange, outcome);
      if (!failure || ('isAnswered' in outcome && outcome.isAnswered)) return null;
      if (!failure.isTargets) throw failure.error;
      if (!isGranted && !(mayRetry() && upstream.takeRetry())) return failure;
      await upstream.backOff();
    }
  }

  /** Writes down how it went. @returns null when it went well */
  private recordOutcome(
    { history }: Upstream,
    { permit }: Selection,
    exchange: ProxyAttempt,
    outcome: Outcome,
  ): Failure | null {
    if (!('error' in outcome)) {
      history.count(outcome.status >= 500 ? 'failed' : 'answered', outcome.firstByteMs);
      return null;
    }
    const failure = failureOf(outcome.error);
    if (failure.isTargets) {
      exchange.settle(() => permit.failed(failure.reason));
      history.count('failed');
    } else exchange.settle(() => permit.dropped());
    return failure;
  }

  private exchangeWith(
    upstream: Upstream,
    { target, permit }: Selection,
    call: Call,
    mayAskAnother: (status: number) => boolean,
  ): ProxyAttempt {
    const { request, reply, path, rules, body, wholeUntilMs } = call;
    const { config } = upstream;
    return new ProxyAttempt(target, permit, {
      method: request.method,
      path: target.base + path.rest,
      headers: this.headersFor(upstream, target, call),
      body,
      upgrade: this.isUpgrade(request),
      firstByteMs: rules.firstByteMs,
      silenceMs: config.timeouts.silence_ms,
      wholeUntilMs,
      client: reply.raw,
      takeOver: () => {
        reply.hijack();
        return Object.assign(reply.getHeaders(), request.context.answerHeaders);
      },
      located: (location) => locatedHere(location, target, this.prefixOf(upstream.name)),
      mayAskAnother,
      tunnel: (headers, socket) => {
        const upgrade = upgradeOf(request.raw);
        if (!upgrade) return void socket.destroy();
        reply.hijack();
        upgrade.release();
        reply.raw.statusCode = 101;
        headers.push('X-Request-Id', request.id);
        const tunnel = new Tunnel(upgrade.socket, socket, headers, upgrade.head, (one) => this.exchanges.remove(one));
        this.exchanges.add(tunnel, request);
        reply.raw.emit('finish'); // its line in the log tells of the handshake
      },
    });
  }

  private headersFor({ name, added, config: { forward } }: Upstream, target: Target, { request }: Call): string[] {
    const clientHost = HOST.test(request.host) ? request.host : null;
    const { host } = forward;
    return requestHeaders(request.raw, {
      authorization: forward.authorization,
      cookies: forward.cookies,
      host: host === 'target' ? target.url.host : host === 'preserve' ? (clientHost ?? target.url.host) : host,
      requestId: request.id,
      clientIp: request.ip,
      proto: request.protocol,
      clientHost,
      prefix: this.prefixOf(name),
      identity: this.identity.of(request.context.principal, name),
      added,
    });
  }

  private async fallBack(upstream: Upstream, call: Call, failure: Failure): Promise<void> {
    const { fallback } = upstream.config;
    const { reply, body } = call;
    if (!fallback) throw failure.error;
    if (!('upstream' in fallback)) return answerFallback(reply, fallback);
    const other = this.upstreams.find(fallback.upstream);
    if (!other || (body instanceof PassingBody && (body.isBegun || body.destroyed))) throw failure.error;
    const again = await this.tryTargets(other, call, () => undefined);
    if (again) throw failure.error;
  }

  /** Where clients find a service, as the path of an address. */
  private prefixOf(service: string): string {
    return this.addresses.pathOf(`${GATEWAY_PATH}${service}`);
  }

  private isUpgrade({ raw, headers }: FastifyRequest): boolean {
    return headers.upgrade?.toLowerCase() === 'websocket' && upgradeOf(raw) !== null;
  }

  /** A page of another site could open a WebSocket with the browser's cookie, which no other check would stop. @throws Forbidden */
  private checkOrigin({ headers: { origin, host } }: FastifyRequest): void {
    if (origin !== undefined && !isAllowedOrigin(origin, host, this.config)) throw new Forbidden();
  }
}

/** Where a redirect of a target leads, as seen from outside. */
function locatedHere(location: string, { url, base }: Target, prefix: string): string {
  if (!URL.canParse(location, url.origin)) return location;
  const isAbsolute = URL.canParse(location);
  if (!isAbsolute && (!location.startsWith('/') || location.startsWith('//'))) return location;
  const to = new URL(location, url.origin);
  if (to.origin !== url.origin || !(to.pathname === base || to.pathname.startsWith(`${base}/`))) return location;
  return prefix + (to.pathname.slice(base.length) || '/') + to.search + to.hash;
}
