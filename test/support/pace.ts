import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Counts time as a machine with nothing else to do would have spent it: a pause that took twice as long as it should says that what
 * happened beside it did so too. For promises of so many milliseconds, which a busy machine would break.
 */
export class Pace {
  /** What has passed, in such milliseconds. */
  spentMs = 0;
  private fromMs: number;

  /** `now`: a clock in milliseconds; the machine's own unless a spec of this class sets another. */
  constructor(private readonly now: () => number = () => performance.now()) {
    this.fromMs = now();
  }

  /** Waits, and counts the time since the last pause. */
  async pause(ms: number): Promise<void> {
    const sleptMs = this.now();
    await sleep(ms);
    const nowMs = this.now();
    const slowness = Math.max(1, (nowMs - sleptMs) / ms);
    this.spentMs += (nowMs - this.fromMs) / slowness;
    this.fromMs = nowMs;
  }
}

const STEP_MS = 10;

/** What work took, by `Pace`. */
export async function paceOf<T>(work: Promise<T>): Promise<{ value: T; tookMs: number }> {
  const pace = new Pace();
  let isDone = false;
  const done = work.finally(() => (isDone = true));
  done.catch(() => undefined); // is awaited below
  while (!isDone) await pace.pause(STEP_MS);
  return { value: await done, tookMs: pace.spentMs };
}
