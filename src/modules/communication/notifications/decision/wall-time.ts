import { Temporal } from 'temporal-polyfill';

/** A time of day as `HH:MM`. */
export type WallTime = string;

/**
 * The instant, ms, of a time of day in a zone. Of a time that the clocks skip it is the first instant after the gap; of one that comes twice
 * the later, or the earlier where that is asked for.
 */
export function instantAt(
  day: Temporal.PlainDate,
  time: WallTime,
  zone: string,
  twice: 'earlier' | 'later' = 'later',
): number {
  const wanted = day.toPlainDateTime(Temporal.PlainTime.from(time));
  const found = wanted.toZonedDateTime(zone, { disambiguation: twice });
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds;
  const before = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  return (before.getTimeZoneTransition('next') ?? found).epochMilliseconds;
}

/** What the clocks of a zone show. */
export function localAt(instantMs: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone);
}
