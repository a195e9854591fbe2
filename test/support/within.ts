import { setTimeout as sleep } from 'node:timers/promises';

const STEP_MS = 20;

/**
 * Asks again until the answer satisfies. @returns that answer
 * @throws Error with the last answer when it does not within so many milliseconds
 */
export async function within<T>(
  timeoutMs: number,
  ask: () => T | Promise<T>,
  good: (answer: T) => boolean,
): Promise<T> {
  const endMs = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (performance.now() > endMs) throw new Error(`Not within ${timeoutMs} ms; last was ${JSON.stringify(answer)}`);
    await sleep(STEP_MS);
  }
}
