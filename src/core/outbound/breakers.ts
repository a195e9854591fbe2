import { randomUUID } from 'node:crypto';
import { Injectable, Logger, OnModuleInit } from '@nestjs/common';
import { HealthChecks } from '../kernel/health';
import { Metrics } from '../kernel/metrics';
import { Bus, isNumber, isString, nullable, objectOf, oneOf, Redis, Topic } from '../data/redis';
import {
  Breaker,
  BreakerChange,
  BreakerPeers,
  BreakerPolicy,
  BreakerStatus,
  DEFAULT_POLICY,
  PROBE_MS,
} from './breaker';

interface BreakerMessage {
  readonly from: string;
  readonly change: BreakerChange;
}

const TOPIC: Topic<BreakerMessage> = {
  name: 'outbound.breaker',
  accepts: objectOf<BreakerMessage>({
    from: isString,
    change: objectOf<BreakerChange>({
      name: isString,
      state: oneOf('open', 'closed'),
      openMs: isNumber,
      streak: isNumber,
      reason: nullable(isString),
    }),
  }),
};
const STATES = { closed: 0, half_open: 1, open: 2 } as const;
/** Ours alone is let go. */
const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

/**
 * The breakers around every call the application makes, by name. Openings and closings are announced to all instances over the
 * bus, and one instance at a time probes; without Redis each goes by what it sees itself.
 */
@Injectable()
export class Breakers implements OnModuleInit, BreakerPeers {
  private readonly log = new Logger(Breakers.name);
  private readonly me = randomUUID();
  private readonly breakers = new Map<string, Breaker>();

  constructor(
    private readonly bus: Bus,
    private readonly redis: Redis,
    private readonly health: HealthChecks,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.bus.subscribe(TOPIC, ({ from, change }) => {
      if (from !== this.me) this.breakers.get(change.name)?.follow(change);
    });
    this.health.tellBreakers(() => this.all());
    const gauge = this.metrics.gauge('outbound_breaker_state', '0 closed, 1 half open, 2 open.', ['breaker'], () => {
      for (const { name, state } of this.all()) gauge.set({ breaker: name }, STATES[state]);
    });
  }

  /** The breaker of this name, made on first use. @param policy where it differs from the default */
  get(name: string, policy: Partial<BreakerPolicy> = {}): Breaker {
    const known = this.breakers.get(name);
    if (known) return known;
    const breaker = new Breaker(name, { ...DEFAULT_POLICY, ...policy }, this);
    breaker.onChange(() => this.report(breaker.status));
    this.breakers.set(name, breaker);
    return breaker;
  }

  /** All that were ever used, by name. */
  all(): BreakerStatus[] {
    return [...this.breakers.values()].map(({ status }) => status).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  tell(change: BreakerChange): void {
    void this.bus.publish(TOPIC, { from: this.me, change });
  }

  claimProbe(name: string): boolean | Promise<boolean> {
    if (!this.redis.ready) return true;
    return this.redis.client.set(this.key(name), this.me, 'PX', PROBE_MS, 'NX').then(
      (answer) => answer === 'OK',
      () => true, // without Redis each instance looks for itself
    );
  }

  releaseProbe(name: string): void {
    if (!this.redis.ready) return;
    void this.redis.client.eval(RELEASE, 1, this.key(name), this.me).catch(() => undefined);
  }

  private key(name: string): string {
    return `${this.redis.prefix}:probe:${name}`;
  }

  private report({ name, state, reason, retryInMs }: BreakerStatus): void {
    if (state === 'open') this.log.warn(`Breaker ${name} is open for ${retryInMs} ms: ${reason}`);
    else if (state === 'closed') this.log.log(`Breaker ${name} is closed again`);
  }
}
