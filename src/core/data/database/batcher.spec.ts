import { AsyncLocalStorage } from 'node:async_hooks';
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

  it('find the one that fails among a hundred by halving', async () => {
    let statements = 0;
    const gathered = new Batcher<number, number>((items) => {
      statements += 1;
      return items.includes(42) ? Promise.reject(new Error('42')) : Promise.resolve(items);
    });
    const ends = await Promise.allSettled(Array.from({ length: 100 }, (_, item) => gathered.do(item)));
    expect(ends.flatMap(({ status }, item) => (status === 'rejected' ? [item] : []))).toEqual([42]);
    expect(statements).toBeLessThanOrEqual(1 + 2 * 7); // two for each halving of a hundred
  });

  it("run in nobody's context, and answer each in its own", async () => {
    const context = new AsyncLocalStorage<string>();
    const seen: (string | undefined)[] = [];
    const gathered = new Batcher<string, string>(async (items) => {
      seen.push(context.getStore());
      await sleep(1);
      return items;
    }, 1);
    const ask = (name: string) => context.run(name, () => gathered.do(name).then(() => context.getStore()));
    expect(await Promise.all(['first', 'second'].map(ask))).toEqual(['first', 'second']);
    expect(seen).toEqual([undefined, undefined]);
  });
});
