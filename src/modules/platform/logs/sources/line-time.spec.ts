import { parseTime, timeOf } from './line-time';

const AT = Date.parse('2026-11-25T10:00:00.500Z');

describe('the time of a line', () => {
  it.each([
    ['{"level":"info","time":"2026-11-25T10:00:00.500Z","msg":"x"}', AT],
    [`{"level":30,"time":${AT},"msg":"x"}`, AT],
    [`{"ts":${AT / 1000},"msg":"x"}`, AT],
    [`{"ts":${AT}000000,"msg":"x"}`, AT],
    ['{"@timestamp": "2026-11-25T11:00:00.500+01:00"}', AT],
    ['2026-11-25T10:00:00.500Z ready', AT],
    ['[2026-11-25 10:00:00,500] ready', AT],
    ['2026-11-25T10:00:00.500+0000 ready', AT],
    ['    at Object.<anonymous>', null],
    ['{"msg":"no time"}', null],
    ['2026-99-99T10:00:00Z x', null],
  ])('%s', (line, expected) => {
    expect(timeOf(line)).toBe(expected);
  });

  it('is told apart down to a microsecond', () => {
    const [a, b] = [parseTime('2026-11-25T10:00:00.123456700Z'), parseTime('2026-11-25T10:00:00.123458700Z')];
    expect(a).toBeLessThan(b as number);
  });
});
