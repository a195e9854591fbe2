/** The languages that mails, pages and printed documents are written in. */
export const LOCALES = ['en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];

/** In which language and by which clock somebody reads. */
export interface Reader {
  readonly locale: Locale;
  /** A name of the IANA database. */
  readonly timeZone: string;
}

/** Who has not said otherwise. */
export const DEFAULT_READER: Reader = { locale: 'en', timeZone: 'UTC' };

/** English as it is written outside of the United States: the day before the month. */
const TAGS: Record<Locale, string> = { en: 'en-GB', es: 'es-ES' };
/** `Europe/Madrid`, `Etc/GMT+5`; an offset such as `+05:00` knows nothing of summer time, and is no zone. */
const ZONE = /^[A-Za-z][\w+-]*(\/[\w+-]+)*$/;
const FORMS: Record<'day' | 'minute', Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  minute: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};
const formats = new Map<string, Intl.DateTimeFormat>();
const REMEMBERED = 1000;

/** Whether it names a time zone of the IANA database. */
export function isTimeZone(text: string): boolean {
  return ZONE.test(text) && resolved(text) !== null;
}

/** The zone in its usual capitals; whatever is no zone is left as it is. */
export function cleanTimeZone(text: string): string {
  const trimmed = text.trim();
  const zone = isTimeZone(trimmed) ? resolved(trimmed) : null;
  return zone?.toLowerCase() === trimmed.toLowerCase() ? zone : trimmed;
}

/** A day in words, by the reader's clock: `29 November 2026`. */
export const dayText = (instant: Date, reader: Reader): string => formatOf(reader, 'day').format(instant);

/** An instant in words, to the minute, with its zone: `29 November 2026 at 13:05 (Europe/Madrid)`. */
export function instantText(instant: Date, reader: Reader): string {
  return `${formatOf(reader, 'minute').format(instant)} (${reader.timeZone})`;
}

/** An instant in figures, to the minute, by the reader's clock: `2026-11-29 13:05`. */
export function instantFigures(instant: Date, timeZone: string): string {
  const parts = formatOf({ locale: 'en', timeZone }, 'minute', { month: '2-digit', day: '2-digit' }).formatToParts(
    instant,
  );
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}`;
}

/** The best of our languages for an `Accept-Language` header (RFC 9110 section 12.5.4); English where none is wanted. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '').split(',').flatMap((part, at) => {
    const [range, ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const quality = Number(/^q=([\d.]+)$/.exec(parameters.at(-1) ?? 'q=1')?.[1] ?? 0);
    const locale = LOCALES.find((one) => range === one || range.startsWith(`${one}-`));
    return locale && quality > 0 ? [{ locale, quality, at }] : [];
  });
  return wanted.sort((a, b) => b.quality - a.quality || a.at - b.at)[0]?.locale ?? DEFAULT_READER.locale;
}

function resolved(timeZone: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

function formatOf(
  { locale, timeZone }: Reader,
  form: keyof typeof FORMS,
  more: Intl.DateTimeFormatOptions = {},
): Intl.DateTimeFormat {
  const key = [locale, timeZone, form, more.month].join(' ');
  const known = formats.get(key);
  if (known) return known;
  if (formats.size >= REMEMBERED) formats.clear();
  const made = new Intl.DateTimeFormat(TAGS[locale], { ...FORMS[form], ...more, timeZone });
  formats.set(key, made);
  return made;
}
