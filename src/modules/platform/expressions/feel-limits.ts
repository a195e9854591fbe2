/** What one evaluation may use. The server, its processes and browsers share these numbers, so nothing here is of Node. */
export const FEEL_LIMITS = {
  /** Of the source, in UTF-8. */
  sourceBytes: 4096,
  /** Of a list: given, made on the way, or in the result. */
  listItems: 10_000,
  /** Of a text that a function takes or gives, UTF-16 units. */
  textLength: 1_048_576,
  /** Of the context and of the result: objects and lists within each other. */
  depth: 64,
  /** Of the result, written as JSON. */
  resultLength: 262_144,
  /** Of the processor's time. */
  timeMs: 100,
  /** Beyond what a process needs that evaluates nothing. */
  memoryBytes: 67_108_864,
} as const;

/** What an evaluation used too much of. */
export type FeelLimit = 'source' | 'list' | 'text' | 'depth' | 'result' | 'time' | 'memory';

/** The evaluation would go beyond a limit. */
export class FeelLimitExceeded extends Error {
  constructor(readonly limit: FeelLimit) {
    super(`The expression goes beyond the limit of ${limit}`);
  }
}

/** @throws FeelLimitExceeded where the source is longer than it may be */
export function assertSource(source: string): void {
  if (new TextEncoder().encode(source).length > FEEL_LIMITS.sourceBytes) throw new FeelLimitExceeded('source');
}

/** Looks through JSON, without recursion: what comes from outside may be nested as deep as it likes. @throws FeelLimitExceeded */
export function assertContext(context: unknown): void {
  let level: unknown[] = [context];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > FEEL_LIMITS.depth) throw new FeelLimitExceeded('depth');
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      if (Array.isArray(value) && value.length > FEEL_LIMITS.listItems) throw new FeelLimitExceeded('list');
      for (const inner of Object.values(value)) next.push(inner);
    }
    level = next;
  }
}
