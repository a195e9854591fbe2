import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../../../../core/data/database';
import { TaskQueue } from './task-queue';
import { Poller } from '../../../../core/data/polling';
import { Redis } from '../../../../core/data/redis';
import { TaskChanges } from './task-changes';
import { ABANDONED, DUE, RECLAIM, TAKE } from './task-transitions';
import type { TaskNews } from '../task-row';
import { TaskLost } from '../tasks.errors';

/** So few wait in the queue that a user who comes now is not behind another's thousands. */
const WINDOW = 100;
const POLL_INTERVAL_MS = 1000;
/** Between two looks while tasks come in all the time. */
const REST_MS = 10;

/**
 * Hands to the queue what is due, and takes back what a vanished worker has left. Every instance does: rows are taken
 * with `FOR UPDATE SKIP LOCKED`.
 */
@Injectable()
export class TaskRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(TaskRelay.name);
  private running: Promise<void> | null = null;
  private again = false;
  /** Whether more may be due than the queue was given. */
  private more = false;

  constructor(
    private readonly db: Database,
    private readonly redis: Redis,
    private readonly queue: TaskQueue,
    private readonly changes: TaskChanges,
    private readonly poller: Poller,
  ) {}

  onApplicationBootstrap(): void {
    const ifAny = (work: () => Promise<void> | void) => (rows: readonly unknown[]) =>
      rows.length > 0 ? work() : undefined;
    const everyMs = POLL_INTERVAL_MS;
    this.poller.register({ name: 'tasks.abandoned', everyMs, select: ABANDONED, found: ifAny(() => this.reclaim()) });
    this.poller.register({ name: 'tasks.due', everyMs, select: DUE, found: ifAny(() => this.nudge()) });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.running;
  }

  /** Looks for due tasks now, or once more when it is looking already. */
  nudge(): void {
    if (this.running) {
      this.again = true;
      return;
    }
    this.again = false;
    this.running = this.fill()
      .catch((error: unknown) => this.log.warn(`Tasks wait: ${(error as Error).message}`))
      .then(() => (this.again && !this.more ? sleep(REST_MS, undefined, { ref: false }) : undefined))
      .finally(() => {
        this.running = null;
        if (this.again) this.nudge();
      });
  }

  /** A worker here has room again. */
  refill(): void {
    if (this.more) this.nudge();
  }

  private async fill(): Promise<void> {
    if (!this.redis.ready) return;
    const room = WINDOW - (await this.queue.waiting());
    this.more = true;
    if (room < WINDOW / 2) return; // in few large portions
    const rows = await this.db.query<{ id: string; runNo: number; turn: number }>(TAKE, [room]);
    this.more = rows.length === room;
    if (rows.length > 0) await this.queue.add(rows.sort((a, b) => a.turn - b.turn));
  }

  private async reclaim(): Promise<void> {
    const { code, message: detail } = new TaskLost();
    try {
      const rows = await this.db.query<TaskNews>(RECLAIM, [{ code, detail }]);
      for (const row of rows) this.changes.announce(row);
      if (rows.length > 0) this.log.warn(`${rows.length} task(s) of a worker that is gone are taken back`);
    } catch (error) {
      this.log.warn(`Abandoned tasks wait: ${(error as Error).message}`);
    }
  }
}
