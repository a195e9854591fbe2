import { pauseAfter, SCHEDULE_S, waitAfter } from './schedule';

describe('when a delivery is tried again', () => {
  it('5 s, 5 and 30 min, 2, 5, 10, 14, 20 and 24 h later, and then no more', () => {
    const waits = Array.from({ length: 10 }, (_, n) => waitAfter(n + 1, null));
    expect(waits).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400, null]);
    expect(SCHEDULE_S).toHaveLength(9);
  });

  it('never before the receiver wants it', () => {
    expect([waitAfter(1, 120), waitAfter(2, 120), waitAfter(10, 120)]).toEqual([120, 300, null]);
  });

  it('one at a time and ever less often while everything fails', () => {
    const pauses = [1, 4, 5, 6, 7, 12, 1000].map((failures) => pauseAfter(failures, null));
    expect(pauses).toEqual([0, 0, 5, 10, 20, 300, 300]);
    expect([pauseAfter(1, 90), pauseAfter(5, 90)]).toEqual([90, 90]);
  });
});
