import { Injectable, Logger, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';

/** How one part was found. */
export interface PartHealth {
  readonly status: 'healthy' | 'unhealthy';
  /** How long the probe took, ms. */
  readonly response_time: number;
  /** How long ago the probe ended, ms. */
  readonly age: number;
  /** A word for what is to be known of it whatever a probe finds: `unverified`. */
  readonly note?: string;
}

export interface Health {
  readonly status: 'healthy' | 'degraded';
  readonly timestamp: string;
  readonly services: Record<string, PartHealth>;
  /** State of each breaker around calls outward. */
  readonly breakers: Record<string, string>;
}

/** The reported state of one breaker. */
interface BreakerHealth {
  readonly name: string;
  readonly state: string;
}

/** How a part is probed. */
export interface PartOptions {
  /** Without it nothing can be served, so the instance is not ready. Default: false. */
  readonly vital?: boolean;
  /** A probe is due so long after one that found the part well, ms; after another in a second at most. Default: a second. */
  readonly everyMs?: number;
  /** A word that stands beside its state. */
  readonly note?: string;
}

interface Found {
  readonly isHealthy: boolean;
  readonly tookMs: number;
  /** By `performance.now()`. */
  readonly atMs: number;
}

interface Part {
  readonly check: () => Promise<unknown>;
  readonly vital: boolean;
  readonly everyMs: number;
  readonly note: string | undefined;
  /** null before the first probe has ended. */
  last: Found | null;
  /** The next probe does not wait for its time. */
  suspected: boolean;
  running: Promise<void> | null;
}

/** A probe that takes longer has found its part ill. */
const CHECK_MS = 2000;
/** The most `/health` waits for probes that are due. */
const ANSWER_MS = 1000;
const EVERY_MS = 1000;
const TICK_MS = 500;

/** Knows how every part does. Each part is probed in the background on a clock of its own, so no part slows another. */
@Injectable()
export class HealthChecks implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(HealthChecks.name);
  private readonly parts = new Map<string, Part>();
  private ticker: NodeJS.Timeout;
  private draining = false;
  private breakers: () => readonly BreakerHealth[] = () => [];

  /** Probes all once, so that an instance whose vital parts are well is ready when it begins to listen. */
  async onApplicationBootstrap(): Promise<void> {
    this.ticker = setInterval(() => this.probeDue(), TICK_MS).unref();
    this.probeDue();
    await this.settled(({ vital }) => vital);
  }

  onApplicationShutdown(): void {
    clearInterval(this.ticker);
  }

  /** Adds a part. @param check rejects when the part is ill */
  register(name: string, check: () => Promise<unknown>, options: PartOptions = {}): void {
    const { vital = false, everyMs = EVERY_MS, note } = options;
    this.parts.set(name, { check, vital, everyMs, note, last: null, suspected: false, running: null });
  }

  /** Has a part probed at the next look: somebody has just failed to use it. */
  suspect(name: string): void {
    const part = this.parts.get(name);
    if (part) part.suspected = true;
  }

  /** Where the states of the breakers are asked for; with one of them open the whole is degraded. */
  tellBreakers(breakers: () => readonly BreakerHealth[]): void {
    this.breakers = breakers;
  }

  /** Every part's state as it was last found. Waits a second at most for probes that are due. */
  async whole(): Promise<Health> {
    const services = await this.states(() => true);
    const breakers = Object.fromEntries(this.breakers().map(({ name, state }) => [name, state]));
    const isWell = areWell(services) && !Object.values(breakers).includes('open');
    return { status: isWell ? 'healthy' : 'degraded', timestamp: new Date().toISOString(), services, breakers };
  }

  /** The states of these parts, and of those without which nothing works. */
  partsOf(names: readonly string[]): Promise<Record<string, PartHealth>> {
    return this.states((name, { vital }) => vital || names.includes(name));
  }

  /** Whether requests can be served, by what is known: not draining and every vital part well. Probes nothing. */
  ready(): boolean {
    return !this.draining && [...this.parts.values()].every(({ vital, last }) => !vital || last?.isHealthy === true);
  }

  /** From now on not ready, for good. */
  drain(): void {
    this.draining = true;
  }

  get isDraining(): boolean {
    return this.draining;
  }

  private async states(isAsked: (name: string, part: Part) => boolean): Promise<Record<string, PartHealth>> {
    this.probeDue();
    const asked = [...this.parts].filter(([name, part]) => isAsked(name, part));
    await within(ANSWER_MS, Promise.all(asked.map(([, { running }]) => Promise.resolve(running))));
    return Object.fromEntries(asked.map(([name, part]) => [name, stateOf(part)]));
  }

  /** Resolves once the probes under way have ended. */
  private async settled(of: (part: Part) => boolean): Promise<void> {
    for (const part of this.parts.values()) if (of(part)) await part.running;
  }

  private probeDue(): void {
    const nowMs = performance.now();
    for (const [name, part] of this.parts) {
      const everyMs = part.last?.isHealthy ? part.everyMs : Math.min(part.everyMs, EVERY_MS);
      const isDue = part.suspected || part.last === null || nowMs - part.last.atMs >= everyMs;
      if (isDue && !part.running) part.running = this.probe(name, part).finally(() => (part.running = null));
    }
  }

  private async probe(name: string, part: Part): Promise<void> {
    part.suspected = false;
    const startMs = performance.now();
    let error: unknown = new Error(`No answer within ${CHECK_MS} ms`);
    const checked = Promise.resolve()
      .then(part.check)
      .then(() => (error = null))
      .catch((cause: unknown) => (error = cause));
    await within(CHECK_MS, checked);
    const found = { isHealthy: error === null, tookMs: performance.now() - startMs, atMs: performance.now() };
    if (error !== null && part.last?.isHealthy !== false) this.log.warn(`${name} is ill: ${messageOf(error)}`);
    if (error === null && part.last?.isHealthy === false) this.log.log(`${name} is well again`);
    part.last = found;
  }
}

/** Whether every one of these parts is healthy. */
export const areWell = (services: Readonly<Record<string, PartHealth>>): boolean =>
  Object.values(services).every(({ status }) => status === 'healthy');

/** A part nobody has heard of yet is not called well. */
function stateOf({ last, note }: Part): PartHealth {
  const noted = note === undefined ? {} : { note };
  if (!last) return { status: 'unhealthy', response_time: ANSWER_MS, age: 0, ...noted };
  const round = (ms: number): number => Math.round(ms * 100) / 100;
  return {
    status: last.isHealthy ? 'healthy' : 'unhealthy',
    response_time: round(last.tookMs),
    age: round(performance.now() - last.atMs),
    ...noted,
  };
}

async function within(limitMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, limitMs)));
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
