const MINUTE_S = 60;
const HOUR_S = 3600;

/** Seconds from a failed attempt to the next one; after the last there is none. */
export const SCHEDULE_S = [
  5,
  5 * MINUTE_S,
  30 * MINUTE_S,
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * HOUR_S),
] as const;

/** Failures in a row from which on a webhook is ailing: one delivery at a time finds out whether it is well again. */
export const AILING_FROM = 5;
const FIRST_PAUSE_S = 5;
const LONGEST_PAUSE_S = 5 * MINUTE_S;

/**
 * Seconds until the next attempt; null when there is none any more. Never before the receiver wants it.
 * @param failed attempts that have failed, this one included @param retryAfterS what the receiver asked for
 */
export function waitAfter(failed: number, retryAfterS: number | null): number | null {
  const planned = SCHEDULE_S[failed - 1];
  return planned === undefined ? null : Math.max(planned, retryAfterS ?? 0);
}

/** Seconds for which nothing is sent to a webhook. @param failures in a row, this one included */
export function pauseAfter(failures: number, retryAfterS: number | null): number {
  const asked = retryAfterS ?? 0;
  if (failures < AILING_FROM) return asked;
  return Math.max(asked, Math.min(FIRST_PAUSE_S * 2 ** Math.min(failures - AILING_FROM, 10), LONGEST_PAUSE_S));
}
