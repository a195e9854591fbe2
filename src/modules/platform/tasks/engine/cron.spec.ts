import { lastTick } from './cron';

const at = (text: string): number => Date.parse(text);

describe('the last tick of a cron expression', () => {
  it.each([
    ['17 * * * *', '2026-03-01T12:30:00Z', '2026-03-01T12:17:00Z'],
    ['17 * * * *', '2026-03-01T12:17:00Z', '2026-03-01T12:17:00Z'],
    ['17 * * * *', '2026-03-01T12:16:59.999Z', '2026-03-01T11:17:00Z'],
    ['*/10 * * * * *', '2026-03-01T12:00:09.500Z', '2026-03-01T12:00:00Z'],
    ['0 3 * * 1', '2026-03-01T12:00:00Z', '2026-02-23T03:00:00Z'],
  ])('%s at %s is %s, in UTC', (cron, now, tick) => {
    expect(new Date(lastTick(cron, at(now)))).toEqual(new Date(tick));
  });

  it('is none of what is no cron expression', () => {
    expect(() => lastTick('every day', 0)).toThrow();
  });
});
