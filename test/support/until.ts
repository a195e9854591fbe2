import { setTimeout as sleep } from 'node:timers/promises';

/** A busy machine may stand still for one look though there is more to come. */
const STILL_LOOKS = 8;

/** Waits until it is so. @param limitMs ends what hangs and decides nothing: generous, for a busy machine @throws Error after it */
export async function until(isSo: () => Promise<boolean> | boolean, limitMs = 45_000): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Not so within ${limitMs} ms`);
    await sleep(25);
  }
}

/** Waits until a number that has begun to grow does not grow any more. */
export async function untilStill(read: () => number): Promise<void> {
  let last = 0;
  let still = 0;
  await until(() => {
    const now = read();
    still = now > 0 && now === last ? still + 1 : 0;
    last = now;
    return still >= STILL_LOOKS;
  });
}
