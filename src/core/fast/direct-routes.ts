import { Injectable, RequestMethod, Type } from '@nestjs/common';
import * as keys from '@nestjs/common/constants';
import { ApplicationConfig, DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { Access, ACCESS } from '../web/access/access.decorators';
import { AccessGuard } from '../web/access/access.guard';
import { ProblemFilter } from '../web/http/problem.filter';
import { DtoPipe } from '../web/dto/dto.pipe';
import { IdPipe } from '../web/dto/id-param';
import { findDto } from '../web/dto/registry';
import { ANSWER, Answer } from '../web/dto/responds';
import { IdempotencyInterceptor } from '../web/idempotency/idempotency.interceptor';
import { isId } from '../kernel/runtime';

type Handler = (...args: unknown[]) => unknown;
type Extract = (request: FastifyRequest, context: ExecutionContextHost) => unknown;
/** Puts a way of its own in the place of Nest's. */
type Shorten = (nest: RouteHandlerMethod) => RouteHandlerMethod;

/** What Nest's decorators leave of one argument. */
interface Argument {
  readonly index: number;
  readonly data?: unknown;
  readonly pipes: readonly unknown[];
  readonly factory?: (data: unknown, context: ExecutionContextHost) => unknown;
}

/** Kinds of arguments, as Nest numbers them in the names of its metadata. */
const BODY = '3';
const QUERY = '4';
const PARAM = '5';
/** What Nest runs for every handler. */
const APP_WIDE = /^APP_(?:GUARD|PIPE|INTERCEPTOR|FILTER)\b/;
const KNOWN: readonly unknown[] = [AccessGuard, DtoPipe, ProblemFilter];
const TEACH = 'teach them (core/fast/direct-routes.ts)';
const ALTERING = [
  keys.GUARDS_METADATA,
  keys.PIPES_METADATA,
  keys.EXCEPTION_FILTERS_METADATA,
  keys.HEADERS_METADATA,
  keys.REDIRECT_METADATA,
  keys.RENDER_METADATA,
  keys.SSE_METADATA,
];

/**
 * A shorter way to handlers that only take ids, a query, a body and what decorators of ours give, and answer a DTO: guard,
 * arguments, handler, worked out once at the start. Nest's own way makes some twenty promises of each request for the same
 * (ADR 30). Whatever is more than that goes Nest's way, as does a request with a malformed id or an `Idempotency-Key`.
 */
@Injectable()
export class DirectRoutes {
  private readonly pipe = new DtoPipe();

  constructor(
    private readonly guard: AccessGuard,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /**
   * After the interceptor of idempotency, before any route is registered. What is declared for the whole application, and would
   * be passed by here, keeps it from starting, also when it is declared later by `useGlobal…`.
   * @param config of the application @throws Error
   */
  install(server: FastifyInstance, config: ApplicationConfig): void {
    this.assertKnown();
    server.addHook('onReady', (done) => {
      const global = [
        ...config.getGlobalGuards(),
        ...config.getGlobalPipes(),
        ...config.getGlobalInterceptors(),
        ...config.getGlobalFilters(),
      ];
      const stranger = global.find((one) => !KNOWN.includes(one.constructor));
      done(stranger && new Error(`Direct routes know nothing of ${stranger.constructor.name}: ${TEACH}`));
    });
    const ways = new Map<string, Shorten>();
    for (const { instance, metatype } of this.discovery.getControllers()) {
      const type = metatype as Type;
      if (!instance || isAltered(type)) continue;
      for (const name of this.scanner.getAllMethodNames(type.prototype as object)) {
        const route = routeOf(type, name);
        const way = route && this.shorten(instance as object, type, name);
        if (way) ways.set(route, way);
      }
    }
    server.addHook('onRoute', (route) => {
      const way = ways.get(`${String(route.method)} ${route.url}`);
      if (way) route.handler = way(route.handler);
    });
  }

  /** Guard and pipe are run here as well; what the filter does, the edge does. */
  private assertKnown(): void {
    const unknown = this.discovery
      .getProviders()
      .filter(({ token, metatype, instance }) => {
        if (!APP_WIDE.test(String(token))) return false;
        const one = (instance as object | null)?.constructor ?? metatype;
        return !KNOWN.some((known) => one === known);
      })
      .map(({ token }) => String(token).replace(/ .*/, ''));
    if (unknown.length > 0) {
      throw new Error(`Direct routes know nothing of ${unknown.join(', ')}: ${TEACH}`);
    }
  }

  private shorten(instance: object, type: Type, name: string): Shorten | null {
    const handler = (type.prototype as Record<string, Handler>)[name];
    const answer = Reflect.getMetadata(ANSWER, handler) as Answer | undefined;
    const access = Reflect.getMetadata(ACCESS, handler) as Access | undefined;
    if (!answer?.type || !access || isAltered(handler)) return null;
    const ids: string[] = [];
    const extracts = this.extractsOf(type, name, ids);
    if (!extracts) return null;
    const guard = access.kind === 'public' ? null : this.guard;
    const run = (request: FastifyRequest, reply: FastifyReply): unknown => {
      const context = new ExecutionContextHost([request, reply], type, handler);
      const allowed = guard ? guard.canActivate(context) : true;
      if (allowed !== true) return allowed;
      reply.statusCode = answer.status;
      return handler.apply(
        instance,
        extracts.map((extract) => extract(request, context)),
      );
    };
    return (nest) =>
      function (request, reply) {
        const params = request.params as Record<string, string>;
        const isOrdinary = request.headers['idempotency-key'] === undefined && ids.every((id) => isId(params[id]));
        return isOrdinary ? run(request, reply) : nest.call(this, request, reply);
      };
  }

  /** How each argument is made, in their order; null when one of them is of another kind. @param ids gets the names of ids in the path */
  private extractsOf(type: Type, name: string, ids: string[]): Extract[] | null {
    const given = (Reflect.getMetadata(keys.ROUTE_ARGS_METADATA, type, name) ?? {}) as Record<string, Argument>;
    const types = (Reflect.getMetadata('design:paramtypes', type.prototype as object, name) ?? []) as Type[];
    const extracts: Extract[] = [];
    for (const [key, { index, data, pipes, factory }] of Object.entries(given)) {
      const [kind] = key.split(':');
      const extract = factory
        ? pipes.length === 0 && ((_request: FastifyRequest, context: ExecutionContextHost) => factory(data, context))
        : this.extractOf(kind, data, pipes, types[index], ids);
      if (!extract) return null;
      extracts[index] = extract;
    }
    return extracts.length === types.length && !extracts.includes(undefined as never) ? extracts : null;
  }

  private extractOf(kind: string, data: unknown, pipes: readonly unknown[], metatype: Type, ids: string[]) {
    if (kind === PARAM && typeof data === 'string' && pipes.length === 1 && pipes[0] instanceof IdPipe) {
      ids.push(data);
      return ({ params }: FastifyRequest) => (params as Record<string, string>)[data].toLowerCase();
    }
    if (data !== undefined || pipes.length > 0) return null;
    if (kind === BODY && metatype === Object) return ({ body }: FastifyRequest) => body; // `unknown`, read by its service
    if (!findDto(metatype)) return null;
    if (kind === QUERY) return ({ query }: FastifyRequest) => this.pipe.transform(query, { type: 'query', metatype });
    if (kind === BODY) return ({ body }: FastifyRequest) => this.pipe.transform(body, { type: 'body', metatype });
    return null;
  }
}

/** Whether Nest does more for it than call it. */
function isAltered(target: object): boolean {
  const interceptors = (Reflect.getMetadata(keys.INTERCEPTORS_METADATA, target) ?? []) as unknown[];
  return (
    ALTERING.some((key) => Reflect.hasMetadata(key, target)) ||
    !interceptors.every((one) => one instanceof IdempotencyInterceptor)
  );
}

/** `GET /api/v1/orders/:id`; null for what is no route, or one of several paths. */
function routeOf(type: Type, name: string): string | null {
  const handler = (type.prototype as Record<string, object>)[name];
  const method = Reflect.getMetadata(keys.METHOD_METADATA, handler) as RequestMethod | undefined;
  const base: unknown = Reflect.getMetadata(keys.PATH_METADATA, type);
  const path: unknown = Reflect.getMetadata(keys.PATH_METADATA, handler);
  if (method === undefined || typeof base !== 'string' || typeof path !== 'string') return null;
  return `${RequestMethod[method]} ${`/${base}/${path}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1')}`;
}
