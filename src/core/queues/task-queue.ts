import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bull';

/** The queue that tells workers which tasks are theirs to try. */
export const TASKS_QUEUE = 'tasks';

/** That a task may be claimed; worth nothing once the row has another number. */
export interface TaskJob {
  readonly id: string;
  readonly runNo: number;
}

/** Spreads tasks over workers. What it loses, or says twice, Postgres mends. */
@Injectable()
export class TaskQueue {
  constructor(@InjectQueue(TASKS_QUEUE) private readonly queue: Queue<TaskJob>) {}

  /** How many have been added and not begun. */
  waiting(): Promise<number> {
    return this.queue.getWaitingCount();
  }

  /** In this order; of one that is there already nothing happens. */
  async add(jobs: readonly TaskJob[]): Promise<void> {
    await this.queue.addBulk(
      jobs.map(({ id, runNo }) => ({
        data: { id, runNo },
        opts: { jobId: `${id}:${runNo}`, removeOnComplete: true, removeOnFail: true },
      })),
    );
  }

  /** From now on this process works. @param atOnce how many jobs */
  work(atOnce: number, run: (job: TaskJob) => Promise<void>): void {
    void this.queue.process(atOnce, ({ data }) => run(data));
  }

  /** Begins nothing more here. */
  async rest(): Promise<void> {
    await this.queue.pause(true, true);
  }
}
