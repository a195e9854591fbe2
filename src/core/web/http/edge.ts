import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { parse } from 'node:querystring';
import { Inject, Injectable, Type } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Authentication } from '../access/authentication';
import type { Principal } from '../../kernel/context/principal';
import { AccessDenials } from '../access/access-denials';
import type { Door } from '../access/doors';
import { API_PREFIX } from '../access/access-list';
import { Config, CONFIG } from '../../kernel/config';
import { Context, runInContext } from '../../kernel/context/context';
import { dtoOf } from '../dto/registry';
import {
  AppError,
  MalformedRequest,
  PreconditionFailed,
  RouteNotFound,
  toAppError,
  toProblem,
  UnsupportedMediaType,
} from '../../kernel/errors';
import { HealthChecks } from '../../kernel/health';
import { RateLimiter } from '../limits';
import { Metrics } from '../../kernel/metrics';
import { logger } from '../../kernel/logging';
import { callerOf } from './caller';
import { RouteOptionsConfig, FORM_DATA, STREAMED_TYPES, WHOLE_BYTES, WHOLE_TYPES } from './route-options';
import { etagOf, isKnown, isMatch } from './etag';
import { readDoorBodies, takeBody } from './door-bodies';
import { readJson } from './json-body';
import { RouteTable } from './routes';
import { securityHeaders } from './security-headers';
import { readWholeFile } from './whole-body';

/** All that a process serves which only works. */
const OF_WORKERS = new Set(['/health', '/health/live', '/health/ready', '/health/:module', '/metrics']);
const FORM = 'application/x-www-form-urlencoded';
/** How long a client that was answered before its body had ended may go on sending, to have read the answer. */
const LINGER_MS = 2000;
/** Connections of bodies that are read while they come: Node takes its own from a request that is left half read. */
const connections = new WeakMap<IncomingMessage, Socket>();

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the edge at the start of every request. */
    context: Context;
  }
}

/**
 * What happens to every request before and after its handler: context, identity, rate limit, headers, ETag, one log line,
 * one measurement. Hooks and not interceptors, so that it also holds for answers that no handler gives.
 */
@Injectable()
export class HttpEdge {
  /** Answers a person who has asked for what is not there by a page, and says whether it has. */
  pageForMissing: (request: FastifyRequest, reply: FastifyReply) => boolean = () => false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly authentication: Authentication,
    private readonly limiter: RateLimiter,
    private readonly metrics: Metrics,
    private readonly routes: RouteTable,
    private readonly refusals: AccessDenials,
    private readonly health: HealthChecks,
  ) {}

  /** Installs the hooks; before any route is registered. */
  install(server: FastifyInstance): void {
    const headers = securityHeaders(this.config);
    this.routes.watch(server);
    server.addHook('onRoute', (route) => {
      const { bodyLimitBytes, takes } = (route.config ?? {}) as RouteOptionsConfig;
      const limit = bodyLimitBytes ?? takes?.limitBytes;
      if (limit !== undefined) route.bodyLimit = limit;
      const door = this.authentication.doors.at(route.url);
      // Else `OPTIONS`, which has a meaning of its own there, would be answered for scripts.
      if (door) route.config = { rateGroup: door.rateGroup, ...route.config, cors: false };
    });
    server.decorateRequest('context');
    server.addHook('onRequest', (request, reply, done) => {
      request.context = contextOf(request);
      if (hasBody(request.raw) && comesInParts(request)) connections.set(request.raw, request.raw.socket);
      reply.headers(headers);
      reply.header('x-request-id', request.id);
      runInContext(request.context, () => {
        let pending: void | Promise<void>;
        try {
          pending = this.admit(request, reply);
        } catch (error) {
          return done(error as Error);
        }
        if (pending) pending.then(() => done(), done);
        else done();
      });
    });
    server.setErrorHandler((error, request, reply) => this.refuse(error, request, reply));
    readJson(server);
    readDoorBodies(server);
    server.addContentTypeParser(FORM, { parseAs: 'string' }, (request, body, done) => {
      const { form } = request.routeOptions.config as RouteOptionsConfig;
      if (form) done(null, formOf(form, body as string));
      else
        done(Object.assign(new Error('This route reads no form'), { statusCode: new UnsupportedMediaType().status }));
    });
    server.addContentTypeParser([...STREAMED_TYPES], (request, stream, done) => {
      const { stream: type, whole } = request.routeOptions.config as RouteOptionsConfig;
      if (type && isOfType(request, type)) done(null, stream);
      else if (whole && isOfType(request, FORM_DATA)) {
        readWholeFile({ stream, headers: request.headers }).then((file) => done(null, file), done);
      } else done(Object.assign(new Error('This route reads no such stream'), { statusCode: 415 }));
    });
    server.addContentTypeParser(
      [...WHOLE_TYPES],
      { parseAs: 'buffer', bodyLimit: WHOLE_BYTES },
      (request, body, done) => {
        const { whole } = request.routeOptions.config as RouteOptionsConfig;
        if (whole && isOfType(request, whole)) done(null, body);
        else done(Object.assign(new Error('This route reads no such body'), { statusCode: 415 }));
      },
    );
    server.addHook('onSend', (request, reply, payload, done) => {
      const { answerHeaders, answerStatus } = request.context;
      if (answerHeaders) reply.headers(answerHeaders);
      if (this.health.isDraining) reply.header('connection', 'close'); // the client's next one goes elsewhere
      if (answerStatus && reply.statusCode < 300) reply.code(answerStatus);
      done(null, typeof payload === 'string' ? tag(request, reply, payload) : payload);
    });
    server.addHook('onResponse', (request, reply, done) => {
      this.record(request, reply);
      cutLater(request);
      done();
    });
  }

  /** Who it is, whether they may go on now, whether there is such a place; at once unless somebody must be asked. */
  private admit(request: FastifyRequest, reply: FastifyReply): void | Promise<void> {
    // Of two, Node shows the first, and whatever stands before us might believe the other (RFC 9112 section 3.2).
    if (saysTwoHosts(request.raw)) {
      reply.header('connection', 'close');
      throw new MalformedRequest();
    }
    const door = this.authentication.doors.of(request);
    if (door?.failuresIn !== undefined) this.limiter.assertTrusted(door.failuresIn, request);
    const caller = callerOf(request, this.authentication, door);
    return caller instanceof Promise
      ? caller.then((found) => this.admitAs(found, door, request, reply))
      : this.admitAs(caller, door, request, reply);
  }

  private admitAs(
    caller: Principal | null,
    door: Door | null,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void | Promise<void> {
    request.context.principal = caller;
    const isFailure = request.context.credentialRefused && door?.failuresIn !== undefined;
    const counted = isFailure ? this.limiter.failed(door.failuresIn, request) : undefined;
    return counted ? counted.then(() => this.admitTo(request, reply)) : this.admitTo(request, reply);
  }

  private admitTo(request: FastifyRequest, reply: FastifyReply): void | Promise<void> {
    const waiting = this.limiter.admit(request, reply);
    return waiting ? waiting.then(() => this.checkPlace(request)) : this.checkPlace(request);
  }

  /** Before anybody reads the body. @throws RouteNotFound, MethodNotAllowed, UnsupportedMediaType, BodyTooLarge */
  private checkPlace(request: FastifyRequest): void {
    if (request.is404) throw this.routes.whyNot(request);
    const { url = '', config } = request.routeOptions; // made anew by each look at it
    if (this.config.appRole === 'worker' && !OF_WORKERS.has(url)) throw new RouteNotFound();
    const { form, takes } = config as RouteOptionsConfig;
    if (takes) takeBody(request, takes);
    if (form && !(request.headers['content-type'] ?? FORM).toLowerCase().startsWith(FORM)) {
      throw new UnsupportedMediaType();
    }
  }

  /** Answers with the error's problem, at a door as that writes it; what was not foreseen is logged whole. */
  refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const known = toAppError(error);
    if (known instanceof RouteNotFound && this.pageForMissing(request, reply)) return;
    if (known.status >= 500) logger.error({ requestId: request.id, err: error }, `Answered ${known.code}`);
    if (known.hides) this.tellOf(known, request);
    const door = this.authentication.doors.of(request);
    if (known.status === 401) reply.header('www-authenticate', door?.challenge ?? 'Bearer');
    if (known.retryAfterS !== undefined) reply.header('retry-after', Math.ceil(known.retryAfterS));
    if (known.code === 'method_not_allowed') reply.header('allow', (known.facts.allowed as string[]).join(', '));
    const problem = toProblem(known, { requestId: request.id, instance: pathOf(request) });
    const { type, body } = door?.errors?.(problem) ?? {
      type: 'application/problem+json',
      body: JSON.stringify(problem),
    };
    void reply.code(known.status).type(type).send(body);
  }

  /** What was refused as missing may have been another's; the answer does not wait for the trail. */
  private tellOf({ code }: AppError, request: FastifyRequest): void {
    const userId = request.context.principal?.userId;
    if (userId === undefined) return;
    const route = (request.routeOptions.url ?? '').replace(/:(\w+)/g, '{$1}');
    void this.refusals.record(userId, `${request.method} ${route}`, { code, about: request.params });
  }

  private record(request: FastifyRequest, reply: FastifyReply): void {
    const { url: route = 'unknown', config } = request.routeOptions;
    const { secretPath } = config as RouteOptionsConfig;
    const ms = reply.elapsedTime;
    this.metrics.request(request.method, route, reply.statusCode, ms);
    logger.info(
      {
        requestId: request.id,
        method: request.method,
        path: secretPath ? route : pathOf(request),
        route,
        status: reply.statusCode,
        ms: Math.round(ms * 100) / 100,
        userId: request.context.principal?.userId,
        ip: request.ip,
      },
      'request',
    );
  }
}

function contextOf(request: FastifyRequest): Context {
  return {
    requestId: request.id,
    transport: request.url.startsWith('/graphql') ? 'graphql' : 'rest',
    clientIp: request.ip,
    userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    acceptLanguage: request.headers['accept-language'],
    principal: null,
    answerHeaders: null,
  };
}

/** Whether its body is of this media type, whatever the parameters. */
export function isOfType(request: FastifyRequest, type: string): boolean {
  return (request.headers['content-type'] ?? '').split(';', 1)[0].trim().toLowerCase() === type;
}

/** Ends a connection whose body nobody wants any more; by then the client has had time to see why. */
function cutLater(request: FastifyRequest): void {
  const { raw } = request;
  if (raw.complete || !comesInParts(request)) return;
  raw.resume();
  setTimeout(() => !raw.complete && connections.get(raw)?.destroy(), LINGER_MS).unref();
}

function saysTwoHosts({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    if (rawHeaders[at].length === 4 && rawHeaders[at].toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1;
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

function comesInParts({ routeOptions }: FastifyRequest): boolean {
  const { stream, whole, raw, takes } = (routeOptions.config ?? {}) as RouteOptionsConfig;
  return Boolean(stream || whole || raw || takes);
}

/** The known parameters that have a value; any other is as if it had not been sent (RFC 6749 section 3.2). */
function formOf(type: Type, text: string): object {
  const known = dtoOf(type).byWire;
  return Object.fromEntries(Object.entries(parse(text)).filter(([name, value]) => known.has(name) && value !== ''));
}

/** The path without its query, which may carry secrets. */
function pathOf(request: FastifyRequest): string {
  const end = request.url.indexOf('?');
  return end === -1 ? request.url : request.url.slice(0, end);
}

/** Gives a good JSON answer to a GET its ETag; 412 to who wants another, 304 to who has it already (RFC 9110 section 13.2.2). */
function tag(request: FastifyRequest, reply: FastifyReply, payload: string): string {
  if (reply.statusCode !== 200 || (request.method !== 'GET' && request.method !== 'HEAD')) return payload;
  if (!request.url.startsWith(`/${API_PREFIX}`)) return payload;
  const etag = etagOf(payload);
  if (!isMatch(request.headers['if-match'], etag)) {
    reply.code(412).type('application/problem+json').removeHeader('content-length');
    return JSON.stringify(toProblem(new PreconditionFailed(), { requestId: request.id, instance: pathOf(request) }));
  }
  reply.header('etag', etag);
  if (!isKnown(request.headers['if-none-match'], etag)) return payload;
  reply.code(304).removeHeader('content-type').removeHeader('content-length');
  return '';
}
