const MINUTE_S = 60;
const HOUR_S = 3600;
const FIRST_S = [1, 5, 15, 60].map((minutes) => minutes * MINUTE_S);
const LATER_S = 2 * HOUR_S;
const PAUSES_S = [1, 5, 15, 30].map((minutes) => minutes * MINUTE_S);

/** For how long a sender goes on trying: RFC 5321 section 4.5.4.1. */
export const TRY_FOR_MS = 5 * 86_400_000;

/** Seconds to the next attempt. @param refused attempts that were refused for now, this one included */
export const waitAfter = (refused: number): number => FIRST_S[refused - 1] ?? LATER_S;

/** Seconds for which nothing is sent to a domain that has answered 421 or 451. @param refusals in a row, this one included */
export const pauseAfter = (refusals: number): number => PAUSES_S[Math.min(refusals, PAUSES_S.length) - 1];
