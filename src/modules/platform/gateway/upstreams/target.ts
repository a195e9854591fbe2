import { Pool } from 'undici';
import type { GatewayUpstream } from './gateway-upstreams';
import { AddressGuard, Breaker, Breakers, guardedConnector } from '../../../../core/outbound';
import type { Candidate } from './balancer';

/** What a target gets at first when it starts slowly, as a part of its share. */
const COLD = 0.1;
const KEEP_ALIVE_MS = 4000;
const MAX_HEADER_BYTES = 32_768;

export type TargetState = 'well' | 'ill' | 'open' | 'half_open';

/** One server of an upstream. */
export class Target implements Candidate {
  pending = 0;
  readonly weight: number;
  readonly breaker: Breaker;
  readonly pool: Pool;
  /** Where it is, as the configuration has it. */
  readonly url: URL;
  /** What its path begins with; empty at the root. */
  readonly base: string;
  private isWell = true;
  private warmFromMs = -Infinity;

  /** @param number from 1, as it is told to those who may not know its address */
  constructor(
    readonly number: number,
    private readonly upstream: GatewayUpstream,
    breakers: Breakers,
  ) {
    const { url, weight } = upstream.targets[number - 1];
    const { failures, share, least, slow_ms: slowMs = null, open_ms: openMs, max_open_ms: most } = upstream.breaker;
    this.url = new URL(url);
    this.base = this.url.pathname.replace(/\/$/, '');
    this.weight = weight;
    this.breaker = breakers.get(`gateway:${upstream.name}:${number}`, {
      ...{ failures, share, least, slowMs, openMs },
      maxOpenMs: Math.max(openMs, most),
    });
    this.breaker.onChange(() => this.breaker.status.state === 'closed' && this.warmUp());
    const guard = new AddressGuard([this.url.hostname]);
    this.pool = new Pool(this.url.origin, {
      connect: guardedConnector(guard, { connectMs: upstream.timeouts.connect_ms }),
      connections: upstream.max_pending,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
      // Ours, which know what is going on.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  get warmth(): number {
    const { slow_start_ms: slowMs } = this.upstream;
    const sinceMs = performance.now() - this.warmFromMs;
    return sinceMs >= slowMs ? 1 : Math.max(COLD, sinceMs / slowMs);
  }

  /** Whether a call, or a probe, may go there. */
  get isUsable(): boolean {
    return this.isWell && this.pending < this.upstream.max_pending && this.breaker.isPassable;
  }

  get state(): TargetState {
    const { state } = this.breaker.status;
    if (state !== 'closed') return state;
    return this.isWell ? 'well' : 'ill';
  }

  /** What the checks of its health have found. */
  setWell(isWell: boolean): void {
    if (isWell && !this.isWell) this.warmUp();
    this.isWell = isWell;
  }

  private warmUp(): void {
    this.warmFromMs = performance.now();
  }
}
