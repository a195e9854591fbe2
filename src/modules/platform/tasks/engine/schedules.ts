import { Inject, Injectable, Logger, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { Database, statement } from '../../../../core/data/database';
import { Clock } from '../../../../core/kernel/runtime';
import { lastTick } from './cron';

interface Schedule {
  readonly cron: string;
  readonly name: string;
  readonly run: (tickAt: Date) => Promise<unknown>;
  /** The last tick that is over and done with, here or elsewhere. */
  doneMs: number;
  notBeforeMs: number;
}

const FIRE = statement(
  'schedules.fire',
  'INSERT INTO schedule_ticks (name, tick_at) VALUES ($1, $2) ON CONFLICT DO NOTHING',
);
const POLL_INTERVAL_MS = 1000;
const AFTER_FAILURE_MS = 30_000;

/**
 * What happens at set times, once over all instances: the tick's row and what is done share a transaction, so a tick that
 * fails is tried again, until the next one is due. Ticks that pass while no worker runs are left out.
 */
@Injectable()
export class Schedules implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Schedules.name);
  private readonly schedules: Schedule[] = [];
  private looker: NodeJS.Timeout;
  private running: Promise<void> | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @param cron five fields, or six with seconds first, UTC
   * @param name unique and stable
   * @param run in the transaction of the tick: starts a task where there is more to do than a few statements
   * @throws Error for a cron expression that is none, and when another has the name
   */
  every(cron: string, name: string, run: (tickAt: Date) => Promise<unknown>): void {
    if (this.schedules.some((one) => one.name === name)) throw new Error(`Two schedules are named ${name}`);
    lastTick(cron, this.clock.nowMs());
    this.schedules.push({ cron, name, run, doneMs: this.clock.nowMs(), notBeforeMs: 0 });
  }

  onApplicationBootstrap(): void {
    if (this.config.appRole === 'web') return;
    this.looker = setInterval(() => {
      this.running ??= this.poll().finally(() => (this.running = null));
    }, POLL_INTERVAL_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.looker);
    await this.running;
  }

  private async poll(): Promise<void> {
    const nowMs = this.clock.nowMs();
    for (const schedule of this.schedules) {
      const tickMs = lastTick(schedule.cron, nowMs);
      if (tickMs > schedule.doneMs && nowMs >= schedule.notBeforeMs) await this.fire(schedule, tickMs);
    }
  }

  private async fire(schedule: Schedule, tickMs: number): Promise<void> {
    const { name, run } = schedule;
    const tickAt = new Date(tickMs);
    try {
      await this.db.transaction(async () => {
        if ((await this.db.execute(FIRE, [name, tickAt])) === 1) await run(tickAt);
      });
      schedule.doneMs = tickMs;
    } catch (error) {
      schedule.notBeforeMs = this.clock.nowMs() + AFTER_FAILURE_MS;
      this.log.error(`${name} failed for ${tickAt.toISOString()}`, error);
    }
  }
}
