import { assertNoConnectionHeld } from '../data/database/scope';
import { Unavailable } from '../kernel/errors';

/** closed: calls go through. open: none does. half_open: one goes through, and its outcome decides. */
export type BreakerState = 'closed' | 'open' | 'half_open';

/** When a breaker opens, and for how long. */
export interface BreakerPolicy {
  /** Failures in a row. */
  readonly failures: number;
  /** Or this share of the calls of the last ten seconds, of `least` calls. */
  readonly share: number;
  readonly least: number;
  /** A call that took longer counts as slow, and slow ones are counted by their share as failures are; null: none is. */
  readonly slowMs: number | null;
  /** How long it stays open the first time, ms; twice as long after each probe that fails, up to the most. */
  readonly openMs: number;
  readonly maxOpenMs: number;
}

export const DEFAULT_POLICY: BreakerPolicy = {
  failures: 5,
  share: 0.5,
  least: 20,
  slowMs: null,
  openMs: 5000,
  maxOpenMs: 60_000,
};

/** The exchange of one breaker with the same one of other instances. */
export interface BreakerPeers {
  /** Tells them of a change; `openMs` is how long it stays open from now on. */
  tell(change: BreakerChange): void;
  /** Whether this instance may send the one probe; at once where nobody needs to be asked. */
  claimProbe(name: string): boolean | Promise<boolean>;
  releaseProbe(name: string): void;
}

export interface BreakerChange {
  readonly name: string;
  readonly state: 'open' | 'closed';
  readonly openMs: number;
  /** How often it has opened since it was last closed. */
  readonly streak: number;
  readonly reason: string | null;
}

/** What can be told of a breaker. */
export interface BreakerStatus {
  readonly name: string;
  readonly state: BreakerState;
  /** In a row, while closed. */
  readonly failures: number;
  /** Why it opened last; null while it is closed. */
  readonly reason: string | null;
  /** ms until it lets a probe through; 0 unless it is open. */
  readonly retryInMs: number;
  readonly changedAt: Date;
}

/** Refused without a call, since whoever would be called is ill: 503 with `Retry-After`. */
export class CircuitOpen extends Unavailable {
  override readonly code = Unavailable.code;
  override readonly status = Unavailable.status;
}

/** A call that was let through. Its first outcome counts, later ones are ignored. */
export interface Permit {
  /** @param ms how long it took, where slowness matters */
  succeeded(ms?: number): void;
  /** @param reason in a few words, without anything secret */
  failed(reason: string): void;
  /** It was given up for reasons that say nothing about the other side. */
  dropped(): void;
}

const SLICE_MS = 1000;
const SLICES = 10;
/** While another instance sends the probe, ask again after. */
const ASK_AGAIN_MS = 500;
/** A probe of which nothing was heard for so long is given up. */
export const PROBE_MS = 30_000;

interface Slice {
  at: number;
  calls: number;
  failures: number;
  slow: number;
}

/** Watches the calls to one other side and keeps them from it while it is ill. Knows nothing of what a call is. */
export class Breaker {
  private state: BreakerState = 'closed';
  private inARow = 0;
  private streak = 0;
  private openUntilMs = 0;
  private reason: string | null = null;
  private changedAt = new Date();
  private slices: Slice[] = [];
  /** Changes with the state: what was let through before a change does not count after it. */
  private era = 0;
  private readonly listeners: (() => void)[] = [];

  constructor(
    readonly name: string,
    private readonly policy: BreakerPolicy,
    private readonly peers: BreakerPeers,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** Whether a call would be let through, or be the probe. */
  get isPassable(): boolean {
    return this.state === 'closed' || this.isDue;
  }

  /** Whether it waits for a probe. */
  get isDue(): boolean {
    return this.state !== 'closed' && this.nowMs() >= this.openUntilMs;
  }

  get status(): BreakerStatus {
    const { name, state, inARow, reason, changedAt } = this;
    return { name, state, failures: inARow, reason, changedAt, retryInMs: this.retryInMs };
  }

  get retryInMs(): number {
    return this.state === 'open' ? Math.max(0, Math.ceil(this.openUntilMs - this.nowMs())) : 0;
  }

  /** Called after every change of the state. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Lets a call through, at once but for a probe. @throws CircuitOpen */
  admit(): Permit | Promise<Permit> {
    if (this.state === 'closed') return this.permit(false);
    if (!this.isDue) throw this.refusal();
    this.openUntilMs = this.nowMs() + PROBE_MS;
    this.moveTo('half_open', this.reason);
    const claim = this.peers.claimProbe(this.name);
    const { era } = this;
    return claim instanceof Promise
      ? claim.then((isOurs) => this.afterClaim(isOurs, era))
      : this.afterClaim(claim, era);
  }

  /**
   * Runs a call through it. @param isFailure whether an error says that the other side is ill; by default any does
   * @throws CircuitOpen, and what the call throws
   */
  async run<T>(call: () => Promise<T>, isFailure: (error: unknown) => boolean = () => true): Promise<T> {
    assertNoConnectionHeld(this.name);
    const permit = await this.admit();
    const startMs = this.nowMs();
    try {
      const result = await call();
      permit.succeeded(this.nowMs() - startMs);
      return result;
    } catch (error) {
      if (isFailure(error)) permit.failed(wordOf(error));
      else permit.succeeded(this.nowMs() - startMs);
      throw error;
    }
  }

  /** What another instance has found out. */
  follow({ state, openMs, streak, reason }: BreakerChange): void {
    if (state === 'closed') return this.state === 'closed' ? undefined : this.close();
    this.streak = streak;
    this.openUntilMs = this.nowMs() + openMs;
    this.moveTo('open', reason);
  }

  private afterClaim(isOurs: boolean, era: number): Permit {
    if (isOurs && this.era === era) return this.permit(true);
    if (isOurs) this.peers.releaseProbe(this.name);
    else if (this.era === era) this.open(this.reason ?? 'unknown', ASK_AGAIN_MS);
    if (this.state === 'closed') return this.permit(false);
    throw this.refusal();
  }

  private permit(isProbe: boolean): Permit {
    const { era } = this;
    let told = false;
    const once = (then: () => void) => (): void => {
      if (told) return;
      told = true;
      if (isProbe) this.peers.releaseProbe(this.name);
      if (era === this.era) then();
    };
    return {
      succeeded: (ms = 0) => once(() => this.succeeded(isProbe, ms))(),
      failed: (reason) => once(() => this.failed(isProbe, reason))(),
      dropped: once(() => isProbe && this.open(this.reason ?? 'unknown', 0)),
    };
  }

  private succeeded(isProbe: boolean, ms: number): void {
    const { slowMs } = this.policy;
    const isSlow = slowMs !== null && ms > slowMs;
    if (isProbe) {
      if (isSlow) return this.openLonger('slow');
      this.close();
      return this.peers.tell({ name: this.name, state: 'closed', openMs: 0, streak: 0, reason: null });
    }
    this.inARow = 0;
    const slice = this.slice();
    slice.calls += 1;
    if (!isSlow) return;
    slice.slow += 1;
    if (this.isOver('slow')) this.openLonger('slow');
  }

  private failed(isProbe: boolean, reason: string): void {
    if (isProbe) return this.openLonger(reason);
    this.inARow += 1;
    const slice = this.slice();
    slice.calls += 1;
    slice.failures += 1;
    if (this.inARow >= this.policy.failures || this.isOver('failures')) this.openLonger(reason);
  }

  private openLonger(reason: string): void {
    const openMs = Math.min(this.policy.openMs * 2 ** Math.min(this.streak, 20), this.policy.maxOpenMs);
    this.streak += 1;
    this.open(reason, openMs);
    this.peers.tell({ name: this.name, state: 'open', openMs, streak: this.streak, reason });
  }

  private open(reason: string, openMs: number): void {
    this.openUntilMs = this.nowMs() + openMs;
    this.moveTo('open', reason);
  }

  private close(): void {
    this.streak = 0;
    this.moveTo('closed', null);
  }

  private moveTo(state: BreakerState, reason: string | null): void {
    this.state = state;
    this.reason = reason;
    this.changedAt = new Date();
    this.era += 1;
    this.inARow = 0;
    this.slices = [];
    for (const listener of this.listeners) listener();
  }

  private refusal(): CircuitOpen {
    return new CircuitOpen({ retryAfterS: Math.max(1, Math.ceil(this.retryInMs / 1000)) });
  }

  private slice(): Slice {
    const at = Math.floor(this.nowMs() / SLICE_MS);
    const last = this.slices.at(-1);
    if (last?.at === at) return last;
    const slice = { at, calls: 0, failures: 0, slow: 0 };
    this.slices = [...this.slices.filter((one) => one.at > at - SLICES), slice];
    return slice;
  }

  private isOver(of: 'failures' | 'slow'): boolean {
    const sum = (key: 'calls' | 'failures' | 'slow'): number =>
      this.slices.reduce((total, slice) => total + slice[key], 0);
    const calls = sum('calls');
    return calls >= this.policy.least && sum(of) >= calls * this.policy.share;
  }
}

/** The code of an error: what it says in words may quote what was sent. */
export function wordOf(error: unknown): string {
  const { code, name, cause } = (error ?? {}) as { code?: unknown; name?: string; cause?: { code?: unknown } };
  const word = [code, cause?.code, name].find((one) => typeof one === 'string' && /^[\w.-]{1,60}$/.test(one));
  return typeof word === 'string' ? word : 'unknown';
}
