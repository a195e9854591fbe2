import { Injectable, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../database';
import { Metrics } from '../../kernel/metrics';

const POLL_INTERVAL_MS = 15_000;
const BY_CONSUMER = `SELECT consumer, count(*) FILTER (WHERE state = 'dead')::int AS dead,
    coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE state = 'pending')), 0)::float8 AS "lagS"
  FROM event_deliveries WHERE state <> 'delivered' GROUP BY consumer`;

interface ConsumerState {
  readonly consumer: string;
  readonly dead: number;
  /** Age of the oldest delivery that is pending, seconds. */
  readonly lagS: number;
}

/** What the deliveries of each consumer look like, for Prometheus; polled, since a scrape must not wait for Postgres. */
@Injectable()
export class DeliveryMetrics implements OnApplicationBootstrap, OnApplicationShutdown {
  private states: readonly ConsumerState[] = [];
  private poller: NodeJS.Timeout;

  constructor(
    private readonly db: Database,
    private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    this.expose('event_delivery_lag_seconds', 'Age of the oldest pending delivery.', ({ lagS }) => lagS);
    this.expose('event_deliveries_dead', 'Deliveries that were given up.', ({ dead }) => dead);
    this.poller = setInterval(() => void this.poll(), POLL_INTERVAL_MS).unref();
    void this.poll();
  }

  onApplicationShutdown(): void {
    clearInterval(this.poller);
  }

  private expose(name: string, help: string, valueOf: (state: ConsumerState) => number): void {
    const gauge = this.metrics.gauge(name, help, ['consumer'], () => {
      gauge.reset();
      for (const state of this.states) gauge.set({ consumer: state.consumer }, valueOf(state));
    });
  }

  private async poll(): Promise<void> {
    this.states = await this.db.query<ConsumerState>(BY_CONSUMER).catch(() => this.states);
  }
}
