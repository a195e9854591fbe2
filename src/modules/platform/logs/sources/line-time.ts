const JSON_TIME = /"(?:time|timestamp|@timestamp|ts)"\s*:\s*(?:"([^"]{10,40})"|(\d{9,19}(?:\.\d+)?))/;
const LEADING = /^\[?(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?)/;
const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:[.,](\d{1,9}))?(Z|[+-]\d{2}:?\d{2})?$/;
/** Numbers from here on are ms, not seconds (the year 5138); from there on µs, then ns. */
const MS_FROM = 1e11;
const LOOKED_AT = 2000;

/** ISO 8601 down to the nanosecond as ms since 1970 with a fraction; without an offset it is taken as UTC; null for no time. */
export function parseTime(text: string): number | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [, day, time, fraction = '', offset = 'Z'] = match;
  const ms = Date.parse(`${day}T${time}${offset}`);
  return Number.isNaN(ms) ? null : ms + Number(`0.${fraction}0`) * 1000;
}

/** When a line was written, by what it says itself: a member of JSON, or a time at its start; null where it does not say. */
export function timeOf(line: string): number | null {
  if (!line.startsWith('{')) {
    const leading = LEADING.exec(line);
    return leading ? parseTime(leading[1]) : null;
  }
  const match = JSON_TIME.exec(line.length > LOOKED_AT ? line.slice(0, LOOKED_AT) : line);
  if (!match) return null;
  if (match[1] !== undefined) return parseTime(match[1]);
  let number = Number(match[2]);
  if (number < MS_FROM) return number * 1000;
  while (number >= MS_FROM * 1000) number /= 1000;
  return number;
}
