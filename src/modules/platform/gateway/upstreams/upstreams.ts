import { randomUUID } from 'node:crypto';
import { Inject, Injectable, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Config, CONFIG, settingsOf } from '../../../../core/kernel/config';
import { gatewaySettings } from '../gateway.settings';
import { Metrics } from '../../../../core/kernel/metrics';
import { Breakers } from '../../../../core/outbound';
import { Bus, isNumber, isString, listOf, objectOf, recordOf, Topic } from '../../../../core/data/redis';
import { Count, COUNTS, Slice } from './history';
import { Upstream } from './upstream';

const TELL_MS = 1000;

interface StateChange {
  readonly from: string;
  readonly counts: Record<string, Slice[]>;
}

const isSlice = objectOf<Slice>({
  index: isNumber,
  answered: isNumber,
  failed: isNumber,
  refused: isNumber,
  retried: isNumber,
  totalMs: isNumber,
  ill: isNumber,
});
const TOPIC: Topic<StateChange> = {
  name: 'gateway.history',
  accepts: objectOf<StateChange>({ from: isString, counts: recordOf(listOf(isSlice)) }),
};

/** The upstreams of GATEWAY_UPSTREAMS, and what became of their calls, which instances tell each other once a second. */
@Injectable()
export class Upstreams implements OnModuleInit, OnApplicationShutdown {
  private readonly me = randomUUID();
  private readonly byName: ReadonlyMap<string, Upstream>;
  private teller: NodeJS.Timeout;

  constructor(
    @Inject(CONFIG) config: Config,
    breakers: Breakers,
    private readonly bus: Bus,
    private readonly metrics: Metrics,
  ) {
    const calls = metrics.counter('gateway_calls_total', 'Calls by what became of them.', ['upstream', 'outcome']);
    // Looked up once: by its labels a counter costs more than the counting.
    const countersOf = (upstream: string): ((what: Count) => void) => {
      const [answered, failed, refused, retried] = COUNTS.map((outcome) => calls.labels({ upstream, outcome }));
      const counters = { answered, failed, refused, retried };
      return (what) => counters[what].inc();
    };
    this.byName = new Map(
      settingsOf(config, gatewaySettings).upstreams.map((one) => [
        one.name,
        new Upstream(one, breakers, countersOf(one.name)),
      ]),
    );
  }

  onModuleInit(): void {
    if (this.byName.size === 0) return;
    this.bus.subscribe(TOPIC, ({ from, counts }) => {
      if (from !== this.me) for (const [name, slices] of Object.entries(counts)) this.find(name)?.history.add(slices);
    });
    this.teller = setInterval(() => this.notify(), TELL_MS).unref();
    const pending = this.metrics.gauge('gateway_pending', 'Calls under way.', ['upstream', 'target'], () => {
      for (const { name, targets } of this.all()) {
        for (const target of targets) pending.set({ upstream: name, target: String(target.number) }, target.pending);
      }
    });
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.teller);
    await Promise.all(this.all().flatMap(({ targets }) => targets.map(({ pool }) => pool.destroy())));
  }

  find(name: string): Upstream | undefined {
    return this.byName.get(name);
  }

  /** In the order of the configuration. */
  all(): Upstream[] {
    return [...this.byName.values()];
  }

  private notify(): void {
    const counts: Record<string, Slice[]> = {};
    for (const upstream of this.all()) {
      upstream.lookAround();
      const slices = upstream.history.takeUntold();
      if (slices.length > 0) counts[upstream.name] = slices;
    }
    if (Object.keys(counts).length > 0) void this.bus.publish(TOPIC, { from: this.me, counts });
  }
}
