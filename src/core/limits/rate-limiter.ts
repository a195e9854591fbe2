import { ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { ThrottlerGuard, ThrottlerRequest } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config, CONFIG } from '../config';
import { currentContext } from '../context/context';
import { RateLimited } from '../errors';
import type { EdgeConfig } from '../http/edge-config';

/** Stands for the handler in the throttler's eyes: at the edge there is none yet. */
function everyRequest(): void {}

/**
 * The throttler, asked by the edge for every request, so that also those count that never reach a handler: unknown
 * addresses, unreadable bodies, GraphQL documents. Per user when known, else per client address.
 */
@Injectable()
export class RateLimiter extends ThrottlerGuard {
  @Inject(CONFIG)
  private readonly config: Config;
  protected override headerPrefix = 'RateLimit';

  /** Counts one request and sets the `RateLimit-*` headers. @throws RateLimited */
  async admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { unlimited } = request.routeOptions.config as EdgeConfig;
    if (unlimited || !this.config.rateLimits.default) return;
    await this.canActivate(new ExecutionContextHost([request, reply], RateLimiter, everyRequest));
  }

  protected override async handleRequest(props: ThrottlerRequest): Promise<boolean> {
    const { req, res } = this.getRequestResponse(props.context) as { req: FastifyRequest; res: FastifyReply };
    const group = groupOf(props.context, this.config);
    const { principal, clientIp } = currentContext();
    const caller = principal ? `user:${principal.userId}` : `ip:${await this.getTracker({ ip: clientIp ?? req.ip })}`;
    const key = `${group}:${caller}`;
    const found = await this.storageService.increment(key, props.ttl, props.limit, 0, group);
    res.header('ratelimit-limit', props.limit);
    res.header('ratelimit-remaining', Math.max(0, props.limit - found.totalHits));
    res.header('ratelimit-reset', found.timeToExpire);
    if (found.isBlocked) throw new RateLimited({ retryAfterS: found.timeToBlockExpire });
    return true;
  }
}

/** The group a request counts in; an unknown one counts as the default. */
export function groupOf(context: ExecutionContext, config: Config): string {
  const { rateGroup } = context.switchToHttp().getRequest<FastifyRequest>().routeOptions.config as EdgeConfig;
  return rateGroup && config.rateLimits[rateGroup] ? rateGroup : 'default';
}
