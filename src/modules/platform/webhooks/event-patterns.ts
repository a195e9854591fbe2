/** Every event, all of a kind, or one: `*`, `orders.*`, `orders.placed`. */
export const PATTERN = /^(?:\*|[a-z][a-z_]*\.(?:\*|[a-z][a-z_]*))$/;

/** The patterns by which an event is wanted. @param type as `orders.placed` */
export function patternsOf(type: string): string[] {
  return [type, `${type.slice(0, type.indexOf('.'))}.*`, '*'];
}

/** The same in SQL. @param type SQL of an event's type */
export const patternsSql = (type: string): string => `ARRAY[${type}, split_part(${type}, '.', 1) || '.*', '*']`;

/** Patterns, by their places, that stand for none of these types. */
export function unknownPatterns(patterns: readonly string[], types: readonly string[]): number[] {
  const known = new Set(types.flatMap(patternsOf));
  return patterns.flatMap((pattern, index) => (known.has(pattern) ? [] : [index]));
}
