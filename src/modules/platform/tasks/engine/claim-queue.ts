import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TaskJob } from './task-queue';
import type { Semaphore } from './semaphore';

/** One that the queue has told of; settled by whether it was begun here. */
interface QueuedClaim {
  readonly job: TaskJob;
  readonly settle: (begun: boolean) => void;
}

/** How long a task waits here for a place before it is left to others. */
const PATIENCE_MS = 1000;

/** What a worker has been told of and has not begun: as many as there are places for are begun together, again and again. */
export class ClaimQueue {
  private queued: QueuedClaim[] = [];
  private isBusy = false;
  private isClosed = false;

  /** @param begin of places that are taken; must not throw @returns how many of them it holds */
  constructor(
    private readonly places: Semaphore,
    private readonly begin: (jobs: readonly TaskJob[]) => Promise<number>,
  ) {}

  /** @returns those that no place was found for in time */
  async enqueue(jobs: readonly TaskJob[]): Promise<TaskJob[]> {
    if (this.isClosed) return [...jobs];
    const patience = setTimeout(() => this.cancel(jobs), PATIENCE_MS);
    const answers = jobs.map((job) => new Promise<boolean>((settle) => this.queued.push({ job, settle })));
    void this.work();
    const begun = await Promise.all(answers);
    clearTimeout(patience);
    return jobs.filter((_, n) => !begun[n]);
  }

  /** Begins nothing more. */
  close(): void {
    this.isClosed = true;
    this.cancel(this.queued.map(({ job }) => job));
  }

  private async work(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    while (this.queued.length > 0) {
      await this.places.whenFree();
      await nextTurn(); // those that end in this moment leave their places too
      const chosen = this.queued.splice(0, this.places.tryAcquire(this.queued.length));
      if (chosen.length === 0) continue;
      const held = await this.begin(chosen.map(({ job }) => job));
      for (let n = held; n < chosen.length; n++) this.places.release();
      for (const { settle } of chosen) settle(true);
    }
    this.isBusy = false;
  }

  private cancel(jobs: readonly TaskJob[]): void {
    const left = this.queued.filter(({ job }) => jobs.includes(job));
    this.queued = this.queued.filter(({ job }) => !jobs.includes(job));
    for (const { settle } of left) settle(false);
  }
}
