import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Database } from '../../data/database';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What Prometheus scrapes. Labels are templates and words from a fixed set, never what a client wrote. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'>;

  constructor(database: Database) {
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from the first byte in to the last byte out.',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers: [this.registry],
    });
    const pool = new Gauge({
      name: 'database_connections',
      help: 'Connections of the pool by state.',
      labelNames: ['state'],
      registers: [this.registry],
      collect: () => {
        const { total, idle, waiting } = database.poolState();
        pool.set({ state: 'busy' }, total - idle);
        pool.set({ state: 'idle' }, idle);
        pool.set({ state: 'waiting' }, waiting);
      },
    });
  }

  /** Records one answered request. @param route its template, @param ms time it took */
  request(method: string, route: string, status: number, ms: number): void {
    this.requests.observe({ method, route, status }, ms / 1000);
  }

  /** A counter of a module's own. */
  counter<L extends string>(name: string, help: string, labelNames: L[]): Counter<L> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  /** A gauge of a module's own. @param collect sets it whenever it is asked for */
  gauge<L extends string>(name: string, help: string, labelNames: L[], collect: () => void): Gauge<L> {
    return new Gauge({ name, help, labelNames, registers: [this.registry], collect });
  }
}
