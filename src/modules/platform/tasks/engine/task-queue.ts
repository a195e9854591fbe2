import { createHash } from 'node:crypto';
import { InjectQueue, type Queue } from '../../../../core/data/queues';
import { Injectable } from '@nestjs/common';
import { isNumber, isString, listOf, objectOf } from '../../../../core/data/redis';

/** The queue of the tasks that workers try to claim. */
export const TASKS_QUEUE = 'tasks';

/** That a task may be claimed; worth nothing once the row has another number. */
export interface TaskJob {
  readonly id: string;
  readonly runNo: number;
}

/** Tasks that go to one worker together. */
interface Portion {
  readonly tasks: readonly TaskJob[];
}

const isPortion = objectOf<Portion>({ tasks: listOf(objectOf<TaskJob>({ id: isString, runNo: isNumber })) });

/** In large portions the queue costs little, in small ones it spreads better: so many portions before they get larger. */
const PORTION = 10;
const SPREAD = 5;
/** Portions a worker holds at once: the next is on its way while one is begun. */
const FETCHED = 2;

/** Spreads tasks over workers. What it loses, or says twice, Postgres mends. */
@Injectable()
export class TaskQueue {
  constructor(@InjectQueue(TASKS_QUEUE) private readonly queue: Queue<Portion>) {}

  /** How many have been added and not begun, at most. */
  async waiting(): Promise<number> {
    return PORTION * (await this.queue.getWaitingCount());
  }

  /** In this order; of a portion that is there already nothing happens. */
  async add(jobs: readonly TaskJob[]): Promise<void> {
    const size = Math.min(PORTION, Math.ceil(jobs.length / SPREAD));
    const portions = Array.from({ length: Math.ceil(jobs.length / size) }, (_, n) =>
      jobs.slice(n * size, (n + 1) * size),
    );
    await this.queue.addBulk(
      portions.map((tasks) => ({
        data: { tasks },
        opts: { jobId: nameOf(tasks), removeOnComplete: true, removeOnFail: true },
      })),
    );
  }

  /** From now on this process works. @param run returns once it wants more */
  work(run: (jobs: readonly TaskJob[]) => Promise<void>): void {
    void this.queue.process(FETCHED, async ({ data }: { data: unknown }) => {
      if (isPortion(data)) await run(data.tasks); // anything else was not added here, and Postgres offers the tasks again
    });
  }

  /** Begins nothing more here. */
  async rest(): Promise<void> {
    await this.queue.pause(true, true);
  }
}

/** The same tasks have the same name. */
function nameOf(tasks: readonly TaskJob[]): string {
  const text = tasks.map(({ id, runNo }) => `${id}:${runNo}`).join();
  return createHash('sha256').update(text).digest('base64url');
}
