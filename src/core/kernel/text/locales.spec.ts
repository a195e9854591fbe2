import { cleanTimeZone, dayText, instantFigures, instantText, isTimeZone, localeOf } from '.';

describe('time zones', () => {
  it.each(['UTC', 'Europe/Madrid', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'europe/madrid'])(
    'are %s',
    (zone) => expect(isTimeZone(zone)).toBe(true),
  );

  it.each(['', '+05:00', 'Mars/Base', 'Europe/', ' Europe/Madrid', 'Europe/ Madrid', 'UTC+1', '../etc/passwd', 'x\0'])(
    'are not %j',
    (zone) => expect(isTimeZone(zone)).toBe(false),
  );

  it('keep the name that was given, in its usual capitals', () => {
    expect(['europe/madrid', ' UTC ', 'Asia/Kolkata', 'nowhere'].map(cleanTimeZone)).toEqual([
      'Europe/Madrid',
      'UTC',
      'Asia/Kolkata',
      'nowhere',
    ]);
  });
});

describe('instants', () => {
  const winter = new Date('2026-11-29T23:05:00Z');
  const summer = new Date('2026-07-01T22:30:00Z');

  it('are told by the clock and in the language of their reader', () => {
    const madrid = { locale: 'es', timeZone: 'Europe/Madrid' } as const;
    expect(instantText(winter, madrid)).toMatch(/^30 de noviembre de 2026\D+00:05 \(Europe\/Madrid\)$/);
    expect(instantText(summer, madrid)).toMatch(/^2 de julio de 2026\D+00:30 /);
    expect(instantText(winter, { locale: 'en', timeZone: 'UTC' })).toMatch(/^29 November 2026\D+23:05 \(UTC\)$/);
    expect(dayText(winter, { locale: 'en', timeZone: 'America/New_York' })).toBe('29 November 2026');
    expect(dayText(winter, { locale: 'es', timeZone: 'Pacific/Auckland' })).toBe('30 de noviembre de 2026');
  });

  it('are written in figures that sort', () => {
    expect(instantFigures(winter, 'Europe/Madrid')).toBe('2026-11-30 00:05');
    expect(instantFigures(summer, 'UTC')).toBe('2026-07-01 22:30');
    expect(instantFigures(new Date('2026-01-02T03:04:00Z'), 'Asia/Kolkata')).toBe('2026-01-02 08:34');
  });
});

describe('the language of a reader', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['es', 'es'],
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['fr,es;q=0.3,en;q=0.5', 'en'],
    ['de-DE, ES ; q=0.7', 'es'],
    ['en;q=0, es;q=0.1', 'es'],
    ['es;q=0', 'en'],
    ['est, *', 'en'],
    [',;q=,es;;q=x', 'en'],
  ])('for %j is %s', (header, locale) => expect(localeOf(header)).toBe(locale));
});
