import { hash } from 'node:crypto';
import { CallHandler, ExecutionContext, Injectable, NestInterceptor, RequestMethod } from '@nestjs/common';
import { INTERCEPTORS_METADATA, METHOD_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { GraphQLResolveInfo } from 'graphql';
import { from, lastValueFrom, Observable } from 'rxjs';
import { HALF } from '../access/access.decorators';
import { ANSWER, Answer } from '../dto/responds';
import { currentContext } from '../../kernel/context/context';
import { routeOptionsOf } from '../http/route-options';
import { idempotencyKeyOf } from './idempotency-key.decorator';
import { Idempotency, KeyedCall } from './idempotency';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Gives `Idempotency-Key` its meaning on every unsafe REST call and every GraphQL mutation. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** Puts itself before each handler that may change something; reads are spared what an interceptor costs. Before `init`. */
  install(): void {
    for (const { metatype } of [...this.discovery.getControllers(), ...this.discovery.getProviders()]) {
      const prototype = (metatype as { prototype?: Record<string, object> } | null)?.prototype;
      if (!prototype) continue;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        if (!mayChange(handler) || routeOptionsOf(handler).idempotency === false) continue;
        const others = ((Reflect.getMetadata(INTERCEPTORS_METADATA, handler) as unknown[] | undefined) ?? []).filter(
          (one) => !(one instanceof IdempotencyInterceptor), // of an app of this process before
        );
        Reflect.defineMetadata(INTERCEPTORS_METADATA, [this, ...others], handler);
      }
    }
  }

  /** @throws MalformedIdempotencyKey and what `Idempotency.once` throws */
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const graphql = context.getType<string>() === 'graphql';
    const request = graphql
      ? GqlExecutionContext.create(context).getContext<{ req: FastifyRequest }>().req
      : context.switchToHttp().getRequest<FastifyRequest>();
    if (request.headers['idempotency-key'] === undefined) return next.handle();
    const call = graphql ? mutation(context) : restCall(context, request);
    if (!call) return next.handle();
    const key = idempotencyKeyOf(request);
    if (key === undefined) return next.handle();
    const caller = callerOf(context.getHandler());
    const work = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    return from(this.idempotency.once({ ...call, caller, key }, work));
  }
}

/** The user; of what half-authenticated callers may call, the session, so that no other one is handed its tokens. */
function callerOf(handler: object): string {
  const { principal } = currentContext();
  if (!principal) return 'anonymous';
  return Reflect.hasMetadata(HALF, handler) ? `session:${principal.sessionId}` : principal.userId;
}

function mayChange(handler: object): boolean {
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (method !== undefined) return !SAFE.has(RequestMethod[method]);
  return Reflect.getMetadata('graphql:resolver_type', handler) === 'Mutation';
}

type Call = Pick<KeyedCall, 'operation' | 'input' | 'type'>;

function restCall(context: ExecutionContext, request: FastifyRequest): Call | null {
  if (SAFE.has(request.method)) return null;
  const answer = Reflect.getMetadata(ANSWER, context.getHandler()) as Answer | undefined;
  return {
    operation: `${request.method} ${request.routeOptions.url}`,
    input: JSON.stringify([request.url, request.headers['if-match'], inputOf(request.body)]),
    type: answer?.type ?? null,
  };
}

/** The hash of bytes, which distinguishes them as well. */
const inputOf = (body: unknown): unknown => (Buffer.isBuffer(body) ? hash('sha256', body) : body);

function mutation(context: ExecutionContext): Call | null {
  const graphql = GqlExecutionContext.create(context);
  const info = graphql.getInfo<GraphQLResolveInfo>();
  if (info.parentType.name !== 'Mutation') return null;
  return {
    // The alias too: one document may call one mutation twice and mean both.
    operation: `mutation ${info.fieldName} ${String(info.path.key)}`,
    input: JSON.stringify(graphql.getArgs()),
    type: null, // kept with its own names; our scalars read instants as text too
  };
}
