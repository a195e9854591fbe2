import { parseRanges } from './byte-ranges';

describe('parseRanges', () => {
  it.each([
    ['bytes=0-0', [{ from: 0, to: 0 }]],
    ['bytes=2-', [{ from: 2, to: 9 }]],
    ['bytes=-3', [{ from: 7, to: 9 }]],
    ['bytes=-30', [{ from: 0, to: 9 }]],
    ['bytes=5-500', [{ from: 5, to: 9 }]],
    ['Bytes = 0-1 , 4-5', [{ from: 0, to: 1 }, { from: 4, to: 5 }]], // prettier-ignore
    ['bytes=4-5,0-1', [{ from: 0, to: 1 }, { from: 4, to: 5 }]], // prettier-ignore
    ['bytes=0-4,2-6,7-7', [{ from: 0, to: 7 }]],
    ['bytes=99-,0-0', [{ from: 0, to: 0 }]],
  ])('reads %s', (header, ranges) => {
    expect(parseRanges(header, 10)).toEqual(ranges);
  });

  it.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('satisfies nothing of %s', (header) => {
    expect(parseRanges(header, 10)).toEqual([]);
  });

  it.each(['items=0-1', 'bytes', 'bytes=', 'bytes=5-4', 'bytes=a-b', 'bytes=0-1;', 'bytes=--1', 'bytes=0-1=2'])(
    'ignores %s',
    (header) => {
      expect(parseRanges(header, 10)).toBeNull();
    },
  );

  it('joins a thousand that overlap into one, and refuses a thousand that do not', () => {
    const overlapping = Array.from({ length: 1000 }, (_, n) => `${n}-${n + 500}`).join();
    expect(parseRanges(`bytes=${overlapping}`, 10_000)).toEqual([{ from: 0, to: 1499 }]);
    const apart = Array.from({ length: 1000 }, (_, n) => `${n * 2}-${n * 2}`).join();
    expect(parseRanges(`bytes=${apart}`, 10_000)).toEqual([]);
  });
});
