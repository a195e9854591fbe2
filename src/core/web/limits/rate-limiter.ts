import { Inject, Injectable } from '@nestjs/common';
import { DEFAULT_IPV6_SUBNET_PREFIX, normalizeIp, ThrottlerGuard, ThrottlerRequest } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config, CONFIG, RateLimit } from '../../kernel/config';
import { isVisitor } from '../../kernel/context/principal';
import { RateLimited } from '../../kernel/errors';
import { Clock } from '../../kernel/runtime';
import type { RouteOptionsConfig } from '../http/route-options';
import { WindowStorage } from './window-storage';

/** Addresses that are remembered for their failures, at most. */
const REMEMBERED = 10_000;

type Verdict = Awaited<ReturnType<WindowStorage['increment']>>;

/**
 * The throttler, asked by the edge for every request, so that also those count that never reach a handler: unknown
 * addresses, unreadable bodies, GraphQL documents. Per user when known, else per client address (IPv6: per network).
 */
@Injectable()
export class RateLimiter extends ThrottlerGuard {
  @Inject(CONFIG)
  private readonly config: Config;

  @Inject(WindowStorage)
  private readonly windows: WindowStorage;

  @Inject(Clock)
  private readonly clock: Clock;

  /** Addresses with too many failures, and until when. */
  private readonly distrusted = new Map<string, number>();

  /** Counts one request and sets the `RateLimit-*` headers; at once unless Redis must be asked. @throws RateLimited */
  admit(request: FastifyRequest, reply: FastifyReply): void | Promise<void> {
    const { unlimited } = request.routeOptions.config as RouteOptionsConfig;
    if (unlimited || !this.config.rateLimits.default) return;
    const group = groupOf(request, this.config);
    const { limit, windowMs } = this.config.rateLimits[group];
    const found = this.windows.count(`${group}:${callerOf(request)}`, windowMs, limit);
    if (found instanceof Promise) return found.then((verdict) => answer(verdict, limit, reply));
    answer(found, limit, reply);
  }

  /** Counts it in a window of another kind too, whose headers it then has. @param name of that window @throws RateLimited */
  admitTo(name: string, limit: RateLimit, request: FastifyRequest, reply: FastifyReply): void | Promise<void> {
    const found = this.windows.count(`${name}:${callerOf(request)}`, limit.windowMs, limit.limit);
    if (found instanceof Promise) return found.then((verdict) => answer(verdict, limit.limit, reply));
    answer(found, limit.limit, reply);
  }

  /** Counts one hit of something that is no request, for a user. @throws RateLimited */
  hit(group: string, userId: string): void | Promise<void> {
    const { rateLimits } = this.config;
    const { limit, windowMs } = rateLimits[group] ?? rateLimits.default ?? { limit: 0, windowMs: 0 };
    if (limit === 0) return;
    const found = this.windows.count(`${group}:user:${userId}`, windowMs, limit);
    if (found instanceof Promise) return found.then(needAdmitted);
    needAdmitted(found);
  }

  /** Whether something that is no request may happen once more in this window. @param key unique over the application @throws RateLimited */
  async admitOne(key: string, { limit, windowMs }: RateLimit): Promise<void> {
    needAdmitted(await this.windows.count(key, windowMs, limit));
  }

  /** Counts a credential that was no good, with the other calls of this group from its address. @throws RateLimited for one too many */
  failed(group: string, request: FastifyRequest): void | Promise<void> {
    const limit = this.limitOf(group);
    if (!limit) return;
    const key = `${group}:${addressOf(request)}`;
    const found = this.windows.count(key, limit.windowMs, limit.limit);
    if (found instanceof Promise) return found.then((verdict) => this.weigh(key, verdict));
    this.weigh(key, found);
  }

  /** Before a credential is looked at. @throws RateLimited after one too many, so that not even a good one tells itself */
  assertTrusted(group: string, request: FastifyRequest): void {
    const key = `${group}:${addressOf(request)}`;
    const leftMs = (this.distrusted.get(key) ?? 0) - this.clock.nowMs();
    if (leftMs > 0) throw new RateLimited({ retryAfterS: Math.ceil(leftMs / 1000) });
    this.distrusted.delete(key);
  }

  private weigh(key: string, verdict: Verdict): void {
    if (!verdict.isBlocked) return;
    if (this.distrusted.size >= REMEMBERED) this.distrusted.clear();
    this.distrusted.set(key, this.clock.nowMs() + verdict.timeToBlockExpire * 1000);
    needAdmitted(verdict);
  }

  private limitOf(group: string): RateLimit | null {
    const { rateLimits } = this.config;
    return rateLimits.default ? (rateLimits[group] ?? rateLimits.default) : null;
  }

  /** The same where Nest calls it: a handler that is guarded by it once more. */
  protected override async handleRequest({ context }: ThrottlerRequest): Promise<boolean> {
    const { req, res } = this.getRequestResponse(context) as { req: FastifyRequest; res: FastifyReply };
    await this.admit(req, res);
    return true;
  }
}

function answer(
  { isBlocked, totalHits, timeToExpire, timeToBlockExpire }: Verdict,
  limit: number,
  reply: FastifyReply,
): void {
  reply.header('ratelimit-limit', limit);
  reply.header('ratelimit-remaining', Math.max(0, limit - totalHits));
  reply.header('ratelimit-reset', timeToExpire);
  if (isBlocked) throw new RateLimited({ retryAfterS: timeToBlockExpire });
}

function needAdmitted({ isBlocked, timeToBlockExpire }: Verdict): void {
  if (isBlocked) throw new RateLimited({ retryAfterS: timeToBlockExpire });
}

/** The user, or the address; of IPv6 the /64, which one subscriber has whole (RFC 6177). */
function callerOf(request: FastifyRequest): string {
  const { principal } = request.context;
  return principal && !isVisitor(principal) ? `user:${principal.userId}` : addressOf(request);
}

const addressOf = ({ ip }: FastifyRequest): string => `ip:${normalizeIp(ip, DEFAULT_IPV6_SUBNET_PREFIX)}`;

/** The group a request counts in; an unknown one counts as the default. */
export function groupOf(request: FastifyRequest, config: Config): string {
  const { rateGroup } = request.routeOptions.config as RouteOptionsConfig;
  return rateGroup && config.rateLimits[rateGroup] ? rateGroup : 'default';
}
