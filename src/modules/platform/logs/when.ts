import { parseTime } from './sources/line-time';

const UNIT_MS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** An age (`15m`) or an instant, as `WHEN` lets them through, in ms since 1970; null for undefined. */
export function instantOf(text: string | undefined, nowMs: number): number | null {
  if (text === undefined) return null;
  const age = /^(\d+)([smhd])$/.exec(text);
  if (age) return nowMs - Number(age[1]) * UNIT_MS[age[2]];
  return parseTime(text.replace(/T(\d{2}:\d{2})(Z|[+-])/, 'T$1:00$2'));
}
