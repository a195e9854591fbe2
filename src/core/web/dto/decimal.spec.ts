import { AppError } from '../../kernel/errors';
import { DayField, DecimalField } from './fields';
import { parseInput } from './parse';

class Mark {
  @DecimalField({ min: 0, max: 100, optional: true })
  score?: number;

  @DayField({ optional: true })
  day?: string;
}

const codeOf = (raw: object): string => {
  try {
    parseInput(Mark, raw, 'wire');
    return 'accepted';
  } catch (error) {
    return ((error as AppError).facts.errors as { code: string }[])[0].code;
  }
};

describe('decimals and days', () => {
  it.each([
    [0, 0],
    [100, 100],
    [87.25, 87.25],
    ['87.25', 87.25],
    ['87.250', 87.25],
    [0.29, 0.29],
  ])('reads %p exactly', (given, score) => {
    expect(parseInput(Mark, { score: given }, 'wire').score).toBe(score);
    expect(parseInput(Mark, { score: String(given) }, 'query').score).toBe(score);
  });

  it.each([0.1 + 0.2, 1e-7, '1e1', 'NaN', '', ' 1', '99.999999999999999', '0x10', null, true, [1]])(
    'refuses %p',
    (score) => expect(codeOf({ score })).toBe('decimal'),
  );

  it.each([
    [-0.01, 'min'],
    [100.01, 'max'],
    ['1000000000', 'decimal'],
  ])('refuses %p as %s', (score, code) => {
    expect(['decimal', code]).toContain(codeOf({ score }));
  });

  it.each(['2024-02-29', '1900-01-01', '2199-12-31'])('reads %s', (day) => expect(codeOf({ day })).toBe('accepted'));

  it.each(['2023-02-29', '2026-13-01', '2026-1-1', '1899-12-31', '2026-01-31T00:00:00Z', '', 20260131, null])(
    'refuses the day %p',
    (day) => expect(codeOf({ day })).toBe('day'),
  );
});
