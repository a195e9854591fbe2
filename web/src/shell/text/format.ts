/** By whose language and clock things are told: the account's, else the browser's. */
export interface Reader {
  readonly locale: string;
  readonly timeZone?: string;
}

const DAY_S = 86_400;
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', DAY_S],
  ['hour', 3600],
  ['minute', 60],
];

export class Format {
  constructor(private readonly reader: Reader) {}

  /** A day and its time. @param iso an instant */
  instant(iso: string | null | undefined): string {
    return iso ? this.date(iso, { dateStyle: 'medium', timeStyle: 'short' }) : '–';
  }

  /** To the second, where the order of things counts. */
  exact(iso: string): string {
    return this.date(iso, { dateStyle: 'medium', timeStyle: 'medium' });
  }

  /** @param iso an instant, or a day such as 2026-11-29, which has no zone */
  day(iso: string | null | undefined): string {
    if (!iso) return '–';
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(iso);
    return this.date(iso, { dateStyle: 'medium', ...(isDay && { timeZone: 'UTC' }) });
  }

  /** How long ago, or in how long. @param now milliseconds */
  ago(iso: string | null | undefined, now = Date.now()): string {
    if (!iso) return '–';
    const seconds = (Date.parse(iso) - now) / 1000;
    const [unit, size] = UNITS.find(([, one]) => Math.abs(seconds) >= one) ?? ['minute', 60];
    return new Intl.RelativeTimeFormat(this.reader.locale, { numeric: 'auto' }).format(
      Math.round(seconds / size),
      unit,
    );
  }

  number(value: number, options?: Intl.NumberFormatOptions): string {
    return new Intl.NumberFormat(this.reader.locale, options).format(value);
  }

  /** @param value an exact decimal string */
  money(value: string, currency: string): string {
    return new Intl.NumberFormat(this.reader.locale, { style: 'currency', currency }).format(
      value as unknown as number,
    );
  }

  bytes(value: number): string {
    const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
    const step = value < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(value) / Math.log(1000)));
    const unit = {
      style: 'unit',
      unit: units[step],
      unitDisplay: 'short',
      maximumFractionDigits: step > 1 ? 1 : 0,
    } as const;
    return this.number(value / 1000 ** step, unit);
  }

  private date(iso: string, options: Intl.DateTimeFormatOptions): string {
    const { locale, timeZone } = this.reader;
    return new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(new Date(iso));
  }
}
