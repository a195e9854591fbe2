import { FieldProblem } from './fields';

/** What `core/fast` has a shorter way for. */
export const FAST_PATHS = ['direct-routes', 'text-writers', 'written-frames'] as const;
export type FastPath = (typeof FAST_PATHS)[number];

/** Those that are on: all for `true`, none for `false`, else some by name. @throws FieldProblem */
export function parseFastPaths(value: string): ReadonlySet<FastPath> {
  if (value === 'true') return new Set(FAST_PATHS);
  if (value === 'false') return new Set();
  const names = value.split(',').map((one) => one.trim());
  if (!names.every((name): name is FastPath => FAST_PATHS.some((one) => one === name))) {
    throw new FieldProblem(`must be true, false, or some of ${FAST_PATHS.join(', ')}`);
  }
  return new Set(names);
}
