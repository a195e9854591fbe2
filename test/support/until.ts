import { setTimeout as sleep } from 'node:timers/promises';

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
  await until(() => {
    const isStill = read() > 0 && read() === last;
    last = read();
    return isStill;
  });
}
