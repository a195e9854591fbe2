import type { Portion } from '../../src/core/data/housekeeping';
import { FileSweeper } from '../../src/modules/content/files/file-sweeper';
import type { TestApp } from './app';

/** Runs what housekeeping does about files to its end. @param ageMs what is younger stays @returns what was removed of each */
export async function sweepFiles(t: TestApp, ageMs?: number): Promise<Record<string, number>> {
  const sweeper = t.app.get(FileSweeper);
  return {
    uploads: await toEnd(() => sweeper.uploads()),
    pending: await toEnd(() => sweeper.pending(ageMs)),
    temporary: await toEnd(() => sweeper.temporary(ageMs)),
    orphans: await toEnd(() => sweeper.orphans(ageMs)),
  };
}

async function toEnd(portion: () => Promise<Portion>): Promise<number> {
  let removed = 0;
  for (let more = true; more;) {
    const done = await portion();
    removed += done.removed;
    more = done.more;
  }
  return removed;
}
