import { readValues } from './values';

const issuesOf = (items: unknown): unknown => {
  try {
    return readValues(items);
  } catch (error) {
    return (error as { facts: { errors: { field: string; code: string }[] } }).facts.errors.map(
      ({ field, code }) => `${field} ${code}`,
    );
  }
};

describe('the values of a list', () => {
  it('are its numbers, 0 where there is none', () => {
    expect(readValues([{ value: 1.5 }, {}, { value: -2 }])).toEqual([1.5, 0, -2]);
    expect(readValues([])).toEqual([]);
  });

  it.each([
    [{}, [' array']],
    [null, [' array']],
    [[{ value: null }], ['0.value number']],
    [
      [{}, { value: '1' }, { value: NaN }, { value: Infinity }],
      ['1.value number', '2.value number', '3.value number'],
    ],
    [
      [1, 'x', null, []],
      ['0 object', '1 object', '2 object', '3 object'],
    ],
    [[{ value: 1, other: 2 }], ['0.other unknown']],
  ])('are refused where they are none: %j', (items, issues) => {
    expect(issuesOf(items)).toEqual(issues);
  });

  it('are at most a hundred thousand, of which the first ten bad ones are named', () => {
    expect(readValues(Array(100_000).fill({ value: 1 }))).toHaveLength(100_000);
    expect(issuesOf(Array(100_001).fill({}))).toEqual([' max_items']);
    expect(issuesOf(Array(1000).fill({ value: 'x' }))).toHaveLength(10);
  });
});
