import { setTimeout as sleep } from 'node:timers/promises';
import { Batcher } from './batcher';

describe('gathered statements', () => {
  const runs: number[][] = [];
  const double = new Batcher<number, number>(async (items) => {
    runs.push([...items]);
    await sleep(1);
    if (items.includes(13)) throw new Error('13');
    return items.map((item) => 2 * item);
  }, 3);
  beforeEach(() => (runs.length = 0));

  it('do one by itself, and what comes meanwhile together, at most so many', async () => {
    const first = double.do(1);
    await new Promise((resolve) => setImmediate(resolve));
    const others = [2, 3, 4, 5].map((item) => double.do(item));
    expect(await Promise.all([first, ...others])).toEqual([2, 4, 6, 8, 10]);
    expect(runs).toEqual([[1], [2, 3, 4], [5]]);
  });

  it('fail for whom they fail alone', async () => {
    const ends = await Promise.allSettled([1, 13, 2].map((item) => double.do(item)));
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await double.do(4)).toBe(8);
  });
});
