import { Injectable, OnModuleDestroy } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Authentication } from '../../../../core/web/access';
import { isSameCaller, POLL_INTERVAL_MS } from '../../../../core/web/http';
import { GivenUp } from './failures';

/** What is under way: an exchange, or an open WebSocket. */
export interface ActiveCall {
  /** Lasts until somebody ends it, so that draining does not wait for it. */
  readonly isEndless: boolean;
  tick(nowMs: number): void;
  end(error: Error): void;
}

const TICK_MS = 100;

interface Entry {
  readonly request: FastifyRequest;
  lookAtMs: number;
}

/**
 * Keeps an eye on everything under way, by one timer for all: times that are up, sessions that have ended (within a second), and
 * what has no end of its own when the process drains.
 */
@Injectable()
export class ActiveCalls implements OnModuleDestroy {
  private readonly calls = new Map<ActiveCall, Entry>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly authentication: Authentication) {}

  add(one: ActiveCall, request: FastifyRequest): void {
    this.calls.set(one, { request, lookAtMs: performance.now() + POLL_INTERVAL_MS });
    this.timer ??= setInterval(() => this.tick(), TICK_MS);
  }

  remove(one: ActiveCall): void {
    this.calls.delete(one);
  }

  /** Before the server closes, which waits for every answer. */
  onModuleDestroy(): void {
    for (const one of this.calls.keys()) if (one.isEndless) one.end(new GivenUp('The process drains'));
  }

  private tick(): void {
    if (this.calls.size === 0 && this.timer) {
      clearInterval(this.timer);
      this.timer = null;
      return;
    }
    const nowMs = performance.now();
    for (const [one, entry] of this.calls) {
      one.tick(nowMs);
      if (nowMs < entry.lookAtMs) continue;
      entry.lookAtMs = nowMs + POLL_INTERVAL_MS;
      void isSameCaller(entry.request, entry.request.context.principal, this.authentication).then((isSame) => {
        if (!isSame) one.end(new GivenUp('The session has ended'));
      });
    }
  }
}
