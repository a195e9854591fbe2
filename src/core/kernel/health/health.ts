import { Injectable } from '@nestjs/common';

/** How one part does; `response_time` in ms. */
export interface PartHealth {
  readonly status: 'healthy' | 'unhealthy';
  readonly response_time: number;
}

export interface Health {
  readonly status: 'healthy' | 'degraded';
  readonly timestamp: string;
  readonly services: Record<string, PartHealth>;
  /** State of each breaker around calls outward. */
  readonly breakers: Record<string, string>;
}

/** What is told of one breaker. */
interface BreakerHealth {
  readonly name: string;
  readonly state: string;
}

interface Part {
  readonly check: () => Promise<unknown>;
  /** Without it nothing can be served, so the instance is not ready. */
  readonly vital: boolean;
}

const CHECK_MS = 2000;
const REMEMBER_MS = 500;

/** Asks every part how it does. Modules add their own. */
@Injectable()
export class HealthChecks {
  private readonly parts = new Map<string, Part>();
  private last: { atMs: number; health: Promise<Health> } | null = null;
  private draining = false;
  private breakers: () => readonly BreakerHealth[] = () => [];

  /** @param check rejects when the part is ill @param vital whether nothing works without it */
  register(name: string, check: () => Promise<unknown>, vital = false): void {
    this.parts.set(name, { check, vital });
  }

  /** Where the states of the breakers are asked for; with one of them open the whole is degraded. */
  tellBreakers(breakers: () => readonly BreakerHealth[]): void {
    this.breakers = breakers;
  }

  /** Every part's state; asked at most twice a second however many want to know. */
  whole(): Promise<Health> {
    const nowMs = performance.now();
    if (!this.last || nowMs - this.last.atMs > REMEMBER_MS) this.last = { atMs: nowMs, health: this.ask() };
    return this.last.health;
  }

  /** Whether requests can be served: not draining and every vital part well. */
  async ready(): Promise<boolean> {
    if (this.draining) return false;
    const { services } = await this.whole();
    return [...this.parts].every(([name, part]) => !part.vital || services[name].status === 'healthy');
  }

  /** From now on not ready, for good. */
  drain(): void {
    this.draining = true;
  }

  get isDraining(): boolean {
    return this.draining;
  }

  private async ask(): Promise<Health> {
    const names = [...this.parts.keys()];
    const states = await Promise.all([...this.parts.values()].map((part) => probe(part.check)));
    const services = Object.fromEntries(names.map((name, index) => [name, states[index]]));
    const breakers = Object.fromEntries(this.breakers().map(({ name, state }) => [name, state]));
    const isWell =
      states.every((state) => state.status === 'healthy') && !Object.values(breakers).some((state) => state === 'open');
    const status = isWell ? 'healthy' : 'degraded';
    return { status, timestamp: new Date().toISOString(), services, breakers };
  }
}

async function probe(check: () => Promise<unknown>): Promise<PartHealth> {
  const startMs = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer in time')), CHECK_MS);
  });
  const status = await Promise.race([check(), late])
    .then(() => 'healthy' as const)
    .catch(() => 'unhealthy' as const)
    .finally(() => clearTimeout(timer));
  return { status, response_time: Math.round((performance.now() - startMs) * 100) / 100 };
}
