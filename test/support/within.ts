import { Pace } from './pace';

const STEP_MS = 20;

/**
 * Asks again until the answer satisfies. @returns that answer
 * @param timeoutMs what is promised, as a machine with nothing else to do counts it
 * @throws Error with the last answer when it does not within that time
 */
export async function within<T>(
  timeoutMs: number,
  ask: () => T | Promise<T>,
  good: (answer: T) => boolean,
): Promise<T> {
  const pace = new Pace();
  for (;;) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (pace.spentMs > timeoutMs) throw new Error(`Not within ${timeoutMs} ms; last was ${JSON.stringify(answer)}`);
    await pace.pause(STEP_MS);
  }
}
