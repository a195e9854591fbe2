import { nextDigest } from './digest-time';
import { quietUntil } from './quiet-hours';

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
const at = (text: string): number => Date.parse(text);

describe('quiet hours', () => {
  const end = (now: string, zone: string, start: string, until: string): string | null =>
    iso(quietUntil(at(now), zone, { start, end: until }));

  it.each([
    // Over midnight, and within a day.
    ['2026-03-10T21:59:59Z', 'UTC', '22:00', '07:00', null],
    ['2026-03-10T22:00:00Z', 'UTC', '22:00', '07:00', '2026-03-11T07:00:00.000Z'],
    ['2026-03-11T06:59:59Z', 'UTC', '22:00', '07:00', '2026-03-11T07:00:00.000Z'],
    ['2026-03-11T07:00:00Z', 'UTC', '22:00', '07:00', null],
    ['2026-03-10T12:30:00Z', 'UTC', '12:00', '13:00', '2026-03-10T13:00:00.000Z'],
    ['2026-03-10T22:30:00Z', 'UTC', '12:00', '13:00', null],
    // By the clock of the reader.
    ['2026-07-01T20:30:00Z', 'Europe/Madrid', '22:00', '07:00', '2026-07-02T05:00:00.000Z'],
    ['2026-07-01T20:30:00Z', 'America/New_York', '22:00', '07:00', null],
    ['2026-07-01T16:45:00Z', 'Asia/Kathmandu', '22:30', '06:00', '2026-07-02T00:15:00.000Z'],
    // An end that the clocks skip (Madrid, 29 March 2026, 2:00 becomes 3:00) is the first instant after.
    ['2026-03-28T23:00:00Z', 'Europe/Madrid', '22:00', '02:30', '2026-03-29T01:00:00.000Z'],
    // One that comes twice (25 October 2026, 3:00 becomes 2:00) is the later.
    ['2026-10-24T23:00:00Z', 'Europe/Madrid', '22:00', '02:30', '2026-10-25T01:30:00.000Z'],
    ['2026-10-25T00:45:00Z', 'Europe/Madrid', '22:00', '02:30', '2026-10-25T01:30:00.000Z'],
    ['2026-10-25T01:30:00Z', 'Europe/Madrid', '22:00', '02:30', null],
    // A day without midnight (Cairo, 24 April 2026).
    ['2026-04-23T21:00:00Z', 'Africa/Cairo', '22:00', '00:30', '2026-04-23T22:00:00.000Z'],
    // Half an hour (Lord Howe, 4 October 2026, 2:00 becomes 2:30).
    ['2026-10-03T14:00:00Z', 'Australia/Lord_Howe', '22:00', '02:15', '2026-10-03T15:30:00.000Z'],
  ])('at %s in %s from %s to %s end at %p', (now, zone, start, until, expected) => {
    expect(end(now, zone, start, until)).toBe(expected);
  });
});

describe('the next digest', () => {
  const daily = { frequency: 'daily', hour: 2, weekday: 1 } as const;
  const next = (now: string, zone: string, digest: Parameters<typeof nextDigest>[2]): string | null =>
    iso(nextDigest(at(now), zone, digest));

  it.each([
    ['2026-03-10T01:59:59Z', 'UTC', '2026-03-10T02:00:00.000Z'],
    ['2026-03-10T02:00:00Z', 'UTC', '2026-03-11T02:00:00.000Z'],
    ['2026-07-01T12:00:00Z', 'Asia/Kolkata', '2026-07-01T20:30:00.000Z'],
  ])('after %s in %s is at %s', (now, zone, expected) => expect(next(now, zone, daily)).toBe(expected));

  it.each([
    [
      'of 23 hours',
      '2026-03-28T12:00:00Z',
      '2026-03-30T12:00:00Z',
      ['2026-03-29T01:00:00.000Z', '2026-03-30T00:00:00.000Z'],
    ],
    [
      'of 25 hours',
      '2026-10-24T12:00:00Z',
      '2026-10-26T12:00:00Z',
      ['2026-10-25T01:00:00.000Z', '2026-10-26T01:00:00.000Z'],
    ],
  ])('is one on a day %s', (_, from, to, expected) => {
    const found: string[] = [];
    for (let now = at(from); ;) {
      now = nextDigest(now, 'Europe/Madrid', daily);
      if (now > at(to)) break;
      found.push(new Date(now).toISOString());
    }
    expect(found).toEqual(expected);
  });

  it('of a week is on its day', () => {
    const weekly = { frequency: 'weekly', hour: 8, weekday: 5 } as const;
    expect(next('2026-03-10T12:00:00Z', 'UTC', weekly)).toBe('2026-03-13T08:00:00.000Z');
    expect(next('2026-03-13T08:00:00Z', 'UTC', weekly)).toBe('2026-03-20T08:00:00.000Z');
    expect(next('2026-03-13T07:00:00Z', 'UTC', weekly)).toBe('2026-03-13T08:00:00.000Z');
    expect(next('2026-10-24T08:00:00Z', 'Europe/Madrid', { ...weekly, weekday: 7 })).toBe('2026-10-25T07:00:00.000Z');
  });

  it('of an hour is at the full hour of the reader', () => {
    const hourly = { frequency: 'hourly', hour: 0, weekday: 1 } as const;
    expect(next('2026-03-10T12:10:00Z', 'UTC', hourly)).toBe('2026-03-10T13:00:00.000Z');
    expect(next('2026-03-10T12:10:00Z', 'Asia/Kolkata', hourly)).toBe('2026-03-10T12:30:00.000Z');
    // While an hour comes twice there is one in each.
    expect(next('2026-10-25T00:10:00Z', 'Europe/Madrid', hourly)).toBe('2026-10-25T01:00:00.000Z');
  });
});
