import { Temporal } from 'temporal-polyfill';
import { instantAt, localAt } from './wall-time';

export const FREQUENCIES = ['hourly', 'daily', 'weekly'] as const;

/** Mails of notices together instead of one for each. */
export interface Digest {
  readonly frequency: (typeof FREQUENCIES)[number];
  /** 0 to 23 by somebody's own clock; without meaning for `hourly`. */
  readonly hour: number;
  /** 1 for Monday to 7; of `weekly` alone. */
  readonly weekday: number;
}

/**
 * The instant, ms, of the next digest after another one. A day of 23 or 25 hours has one, at its hour: by the clock of the zone, where the hour is
 * skipped right after the gap, and where it comes twice the second time.
 */
export function nextDigest(nowMs: number, zone: string, { frequency, hour, weekday }: Digest): number {
  const now = localAt(nowMs, zone);
  if (frequency === 'hourly') return nextHour(now);
  const time = `${String(hour).padStart(2, '0')}:00`;
  let day = now.toPlainDate();
  if (frequency === 'weekly') day = day.add({ days: (weekday - day.dayOfWeek + 7) % 7 });
  const next = instantAt(day, time, zone);
  return next > nowMs ? next : instantAt(day.add({ days: frequency === 'weekly' ? 7 : 1 }), time, zone);
}

function nextHour(now: Temporal.ZonedDateTime): number {
  const begun = now.with({ minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
  return begun.add({ hours: 1 }).epochMilliseconds;
}
