import { retryAfter } from './retry-after';

const NOW = Date.UTC(2026, 0, 31, 12);

describe('how long another server asks us to wait', () => {
  it.each([
    ['120', 120],
    [' 0 ', 0],
    ['Sat, 31 Jan 2026 12:01:00 GMT', 60],
    ['Sat, 31 Jan 2026 11:00:00 GMT', 0],
    ['999999999', 86_400],
    ['soon', null],
    [undefined, null],
  ])('as Retry-After %p says', (header, seconds) => expect(retryAfter(header, NOW)).toBe(seconds));
});
