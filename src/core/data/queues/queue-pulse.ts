import { InjectQueue } from '@nestjs/bull';
import { Inject, Injectable, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bull';
import { Config, CONFIG } from '../../kernel/config';
import { HealthChecks } from '../../kernel/health';
import { Bus, Redis } from '../redis';

/** The queue of the jobs that only prove that jobs move. */
export const PULSE_QUEUE = 'pulse';

const BEAT_MS = 5000;
const TOO_OLD_MS = 20_000;
const TOPIC = 'queue.beat';

/**
 * A job every five seconds through Bull, done by any worker, who tells all instances: when none has been heard of for
 * twenty seconds, Redis is away or nobody works, and `queue` is ill.
 */
@Injectable()
export class QueuePulse implements OnApplicationBootstrap, OnApplicationShutdown {
  private beater: NodeJS.Timeout;
  private lastAtMs = performance.now();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly health: HealthChecks,
    private readonly redis: Redis,
    private readonly bus: Bus,
    @InjectQueue(PULSE_QUEUE) private readonly queue: Queue<object>,
  ) {}

  onApplicationBootstrap(): void {
    this.health.register('queue', () => this.check());
    this.bus.subscribe(TOPIC, () => (this.lastAtMs = performance.now()));
    if (this.config.appRole !== 'web') void this.queue.process(() => this.bus.publish(TOPIC, null));
    this.beater = setInterval(() => void this.beat(), BEAT_MS).unref();
    void this.beat();
  }

  onApplicationShutdown(): void {
    clearInterval(this.beater);
  }

  private async beat(): Promise<void> {
    if (!this.redis.ready) return;
    const jobId = `beat:${Math.floor(Date.now() / BEAT_MS)}`; // one of all instances
    await this.queue.add({}, { jobId, removeOnComplete: true, removeOnFail: true }).catch(() => undefined);
  }

  private check(): Promise<void> {
    const ageMs = performance.now() - this.lastAtMs;
    return ageMs < TOO_OLD_MS ? Promise.resolve() : Promise.reject(new Error('No job moves'));
  }
}
