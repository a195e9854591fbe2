import { FieldProblem } from './fields';

/** So many requests in any window of so many milliseconds. */
export interface RateLimit {
  readonly limit: number;
  readonly windowMs: number;
}

/** Limits by group; `default` is for all routes that name no group. Empty when limits are off. */
export type RateLimits = Readonly<Record<string, RateLimit>>;

const UNIT_MS: Record<string, number> = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Unless RATE_LIMITS says otherwise: what counts wrong credentials is no place for the default. */
const BUILT_IN: RateLimits = { app_passwords: { limit: 20, windowMs: UNIT_MS.minute } };

/** Reads `300/minute,auth=10/minute`. @throws FieldProblem */
export function parseRateLimits(value: string): RateLimits {
  if (value === 'off') return {};
  const limits: Record<string, RateLimit> = { ...BUILT_IN };
  for (const part of value.split(',')) {
    const match = /^(?:([a-z_]+)=)?(\d{1,12})\/(second|minute|hour|day)$/.exec(part.trim());
    if (!match) throw new FieldProblem('must read like 300/minute,auth=10/minute');
    limits[match[1] ?? 'default'] = { limit: Number(match[2]), windowMs: UNIT_MS[match[3]] };
  }
  if (!limits.default) throw new FieldProblem('must start with a default such as 300/minute');
  return limits;
}

/** Reads `300/minute`, which is known to be well formed. */
export function parseRateLimit(value: string): RateLimit {
  const [limit, unit] = value.split('/');
  return { limit: Number(limit), windowMs: UNIT_MS[unit] };
}
