import { Injectable, OnApplicationShutdown } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';
import { Redis } from '../../data/redis';
import { Clock } from '../../kernel/runtime';
import { ADD_HITS, LocalWindow } from './sliding-window';

type Verdict = Awaited<ReturnType<ThrottlerStorage['increment']>>;

interface Counter {
  readonly local: LocalWindow;
  readonly windowMs: number;
  readonly limit: number;
  /** What Redis last said of all instances together, and when. */
  shared: number;
  freeInMs: number;
  sharedAtMs: number;
  /** Admitted here and not yet told to Redis. */
  pending: number;
  usedAtMs: number;
}

const TELL_MS = 25;
const FRESH_MS = 1000;
const REST_MS = 1000;
const SWEEP_MS = 30_000;
/** Groups with fewer are counted in Redis hit by hit. */
const SMALL_LIMIT = 60;

/**
 * Sliding windows shared by all instances. A caller far from the limit is admitted on the last known shared count and
 * Redis is updated a moment later; from half the limit on, and in small groups, each hit consults Redis first. Without Redis the
 * count is this process's own.
 */
@Injectable()
export class WindowStorage implements ThrottlerStorage, OnApplicationShutdown {
  private readonly counters = new Map<string, Counter>();
  private readonly untold = new Set<string>();
  private teller: NodeJS.Timeout | null = null;
  private readonly sweeper: NodeJS.Timeout;
  private restUntilMs = 0;

  constructor(
    private readonly redis: Redis,
    private readonly clock: Clock,
  ) {
    this.sweeper = setInterval(() => this.sweep(), SWEEP_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweeper);
    if (this.teller) clearTimeout(this.teller);
  }

  /** The throttler's own way to ask. */
  increment(key: string, ttl: number, limit: number): Promise<Verdict> {
    return Promise.resolve(this.count(key, ttl, limit));
  }

  /** One hit of a key; a promise only where Redis must be asked. @param ttl the window, ms @returns times in seconds */
  count(key: string, ttl: number, limit: number): Verdict | Promise<Verdict> {
    const nowMs = this.clock.nowMs();
    const counter = this.counterOf(key, ttl, limit, nowMs);
    counter.usedAtMs = nowMs;
    if (!this.redis.ready || nowMs < this.restUntilMs) return this.alone(counter, nowMs);
    const known = counter.shared + counter.pending + 1;
    if (limit > SMALL_LIMIT && known <= limit / 2 && nowMs - counter.sharedAtMs < FRESH_MS) {
      counter.pending += 1;
      counter.local.add(nowMs);
      this.tellLater(key);
      return verdict(true, known, counter.freeInMs);
    }
    return this.asked(key, counter, nowMs);
  }

  private async asked(key: string, counter: Counter, nowMs: number): Promise<Verdict> {
    try {
      const admitted = await this.ask(key, counter, 1);
      if (admitted) counter.local.add(nowMs);
      return verdict(admitted, counter.shared, counter.freeInMs);
    } catch {
      this.restUntilMs = nowMs + REST_MS;
      return this.alone(counter, nowMs);
    }
  }

  private counterOf(key: string, windowMs: number, limit: number, nowMs: number): Counter {
    let counter = this.counters.get(key);
    if (!counter || counter.windowMs !== windowMs || counter.limit !== limit) {
      const local = new LocalWindow(windowMs);
      counter = { local, windowMs, limit, shared: 0, freeInMs: 0, sharedAtMs: -Infinity, pending: 0, usedAtMs: nowMs };
      this.counters.set(key, counter);
    }
    return counter;
  }

  private alone(counter: Counter, nowMs: number): Verdict {
    const { hits, freeInMs } = counter.local.count(nowMs);
    if (hits >= counter.limit) return verdict(false, hits, freeInMs);
    counter.local.add(nowMs);
    return verdict(true, hits + 1, freeInMs);
  }

  /** Tells Redis of what is pending and of `more` hits; whether the last one was admitted. */
  private async ask(key: string, counter: Counter, more: number): Promise<boolean> {
    const hits = counter.pending + more;
    counter.pending = 0;
    try {
      const answer = await this.redis.client.eval(
        ADD_HITS,
        1,
        `${this.redis.prefix}:limit:${key}`,
        counter.windowMs,
        // What was admitted already is counted, even beyond the limit.
        more === 0 ? Number.MAX_SAFE_INTEGER : counter.limit,
        hits,
      );
      const [admitted, total, freeInMs] = answer as [number, number, number];
      Object.assign(counter, { shared: total, freeInMs, sharedAtMs: this.clock.nowMs() });
      return admitted === 1;
    } catch (error) {
      counter.pending += hits - more;
      throw error;
    }
  }

  private tellLater(key: string): void {
    this.untold.add(key);
    this.teller ??= setTimeout(() => {
      this.teller = null;
      const keys = [...this.untold];
      this.untold.clear();
      for (const one of keys) {
        const counter = this.counters.get(one);
        if (counter && counter.pending > 0) void this.ask(one, counter, 0).catch(() => undefined);
      }
    }, TELL_MS);
  }

  private sweep(): void {
    const nowMs = this.clock.nowMs();
    for (const [key, counter] of this.counters) {
      if (nowMs - counter.usedAtMs > 2 * counter.windowMs && counter.pending === 0) this.counters.delete(key);
    }
  }
}

function verdict(admitted: boolean, totalHits: number, freeInMs: number): Verdict {
  const seconds = Math.max(1, Math.ceil(freeInMs / 1000));
  return { totalHits, timeToExpire: seconds, isBlocked: !admitted, timeToBlockExpire: admitted ? 0 : seconds };
}
