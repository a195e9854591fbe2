import type { GradeColumn } from './gradebook-columns';

/** A cell that has been changed and is not stored yet. */
export interface Change {
  readonly student: string;
  readonly column: GradeColumn;
  readonly score: number;
  /** Of the grade that was seen; 0 for an empty cell. */
  readonly version: number;
}

/** One call: rows of one assessment, each student once. */
export interface Batch {
  readonly column: GradeColumn;
  /** Only where all of them are new. */
  readonly weight?: number;
  readonly changes: readonly Change[];
}

const MAX_ROWS = 1000;

/** The calls by which changes are stored: new grades of an assessment apart from others, since only they take its weight. */
export function batchesOf(changes: readonly Change[]): readonly Batch[] {
  const batches: { key: string; column: GradeColumn; weight?: number; changes: Change[] }[] = [];
  for (const change of changes) {
    const { column, version } = change;
    const isNew = version === 0;
    const key = `${isNew} ${column.key}`;
    let batch = batches.find((one) => one.key === key && one.changes.length < MAX_ROWS);
    if (!batch) batches.push((batch = { key, column, ...(isNew && { weight: column.weight }), changes: [] }));
    batch.changes.push(change);
  }
  return batches;
}
