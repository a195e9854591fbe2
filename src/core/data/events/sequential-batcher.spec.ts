import { SequentialBatcher } from './sequential-batcher';

describe('SequentialBatcher', () => {
  it('does at once what comes first, and together what comes meanwhile; a failure is only of those it was done for', async () => {
    const turns: number[][] = [];
    const gathering = new SequentialBatcher<number>(async (items) => {
      turns.push([...items]);
      await Promise.resolve();
      if (items.includes(2)) throw new Error('no');
    });
    const results = await Promise.allSettled([1, 2, 3].map((item) => gathering.add(item)));
    await gathering.add(4);
    expect(turns).toEqual([[1], [2, 3], [4]]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  });
});
