import { instantAt, localAt, WallTime } from './wall-time';

/** A window of each day by somebody's own clock; it may go over midnight. */
export interface QuietHours {
  readonly start: WallTime;
  readonly end: WallTime;
}

/** The instant, ms, at which the window that is open then ends; null where none is open. */
export function quietUntil(nowMs: number, zone: string, { start, end }: QuietHours): number | null {
  const today = localAt(nowMs, zone).toPlainDate();
  for (const day of [today.subtract({ days: 1 }), today]) {
    const from = instantAt(day, start, zone, 'earlier');
    const to = instantAt(start < end ? day : day.add({ days: 1 }), end, zone);
    if (from <= nowMs && nowMs < to) return to;
  }
  return null;
}
