import { aggregate } from './aggregate';

describe('adding up', () => {
  it.each<[number[], number | string]>([
    [[], 0],
    [[0.1, 0.2], 0.3],
    [Array<number>(10).fill(0.1), 1],
    [[1e-7, 1e21], '1000000000000000000000.0000001'],
    [[9007199254740991, 9007199254740991], 18014398509481982],
    [[9007199254740991, 2], '9007199254740993'],
    [[-0.1, 0.1], 0],
    [[-1.5, -2.25], -3.75],
    [[1e308, 1e308], `2${'0'.repeat(308)}`],
    [[5e-324, -5e-324, 1], 1],
  ])('%j is exactly %j', (values, sum) => {
    expect(aggregate(values, 'sum')).toBe(sum);
  });

  it('of a hundred thousand cents is exact, and tells how far it is', () => {
    const told: number[] = [];
    expect(aggregate(Array<number>(100_000).fill(0.01), 'sum', (percent) => told.push(percent))).toBe(1000);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.length).toBe(20);
  });
});

describe('an average', () => {
  it.each<[number[], number | string]>([
    [[], 0],
    [[1, 2], 1.5],
    [[0.1, 0.2], 0.15],
    [[1, 0, 0], 0.3333333333],
    [[2, 0, 0], 0.6666666667],
    [[-2, 0, 0], -0.6666666667],
    [[0.0000000001, 0], 0], // half goes to the even neighbour: 0.00000000005
    [[0.0000000003, 0], 0.0000000002],
    [[1e-12, 3e-12], 2e-12], // as many places as the values have
  ])('of %j is %j', (values, expected) => {
    expect(aggregate(values, 'average')).toBe(expected);
  });
});

it('counts', () => {
  expect(aggregate([1, 2, 3], 'count')).toBe(3);
  expect(aggregate([], 'count')).toBe(0);
});
