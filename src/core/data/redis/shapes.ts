type Check = (value: unknown) => boolean;

/** Whether a value that came from another process is a string. */
export const isString = (value: unknown): value is string => typeof value === 'string';

/** Whether it is a number that can be counted with. */
export const isNumber = (value: unknown): value is number => Number.isFinite(value);

/** A check of a list, by the check of its items. */
export function listOf(isItem: Check): Check {
  return (value) => Array.isArray(value) && value.every((item) => isItem(item));
}

/** A check of a pair, by the checks of its two members. */
export function pairOf(isFirst: Check, isSecond: Check): Check {
  return (value) => Array.isArray(value) && value.length === 2 && isFirst(value[0]) && isSecond(value[1]);
}

/** A check of a record of any names, by the check of its values. */
export function recordOf(isValue: Check): Check {
  return (value) => isRecord(value) && Object.values(value).every((item) => isValue(item));
}

/** The same, or absent. */
export function optional(check: Check): Check {
  return (value) => value === undefined || check(value);
}

/** The same, or null. */
export function nullable(check: Check): Check {
  return (value) => value === null || check(value);
}

/** One of these very values. */
export function oneOf(...values: readonly unknown[]): Check {
  return (value) => values.includes(value);
}

/** A type guard of an object, by the checks of its members; other members do not matter. */
export function objectOf<T>(checks: Record<keyof T & string, Check>): (value: unknown) => value is T {
  const entries = Object.entries<Check>(checks);
  return (value): value is T => isRecord(value) && entries.every(([name, check]) => check(value[name]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
