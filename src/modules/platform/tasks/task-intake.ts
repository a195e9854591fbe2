import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TaskJob } from '../../../core/data/queues';
import type { Places } from './places';

/** One that the queue has told of; settled by whether it was begun here. */
interface Told {
  readonly job: TaskJob;
  readonly settle: (begun: boolean) => void;
}

/** How long a task waits here for a place before it is left to others. */
const PATIENCE_MS = 1000;

/** What a worker has been told of and has not begun: as many as there are places for are begun together, again and again. */
export class TaskIntake {
  private told: Told[] = [];
  private isBusy = false;
  private isClosed = false;

  /** @param begin of places that are taken; must not throw @returns how many of them it holds */
  constructor(
    private readonly places: Places,
    private readonly begin: (jobs: readonly TaskJob[]) => Promise<number>,
  ) {}

  /** @returns those that no place was found for in time */
  async offer(jobs: readonly TaskJob[]): Promise<TaskJob[]> {
    if (this.isClosed) return [...jobs];
    const patience = setTimeout(() => this.leave(jobs), PATIENCE_MS);
    const answers = jobs.map((job) => new Promise<boolean>((settle) => this.told.push({ job, settle })));
    void this.work();
    const begun = await Promise.all(answers);
    clearTimeout(patience);
    return jobs.filter((_, n) => !begun[n]);
  }

  /** Begins nothing more. */
  close(): void {
    this.isClosed = true;
    this.leave(this.told.map(({ job }) => job));
  }

  private async work(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    while (this.told.length > 0) {
      await this.places.room();
      await nextTurn(); // those that end in this moment leave their places too
      const chosen = this.told.splice(0, this.places.take(this.told.length));
      if (chosen.length === 0) continue;
      const held = await this.begin(chosen.map(({ job }) => job));
      for (let n = held; n < chosen.length; n++) this.places.leave();
      for (const { settle } of chosen) settle(true);
    }
    this.isBusy = false;
  }

  private leave(jobs: readonly TaskJob[]): void {
    const left = this.told.filter(({ job }) => jobs.includes(job));
    this.told = this.told.filter(({ job }) => !jobs.includes(job));
    for (const { settle } of left) settle(false);
  }
}
