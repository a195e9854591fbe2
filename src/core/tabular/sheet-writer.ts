import type { Line } from './cell';

/** Writes a table as it comes; what it answers are the next bytes of the file. */
export interface SheetWriter {
  readonly write: (lines: readonly Line[]) => Buffer | Promise<Buffer>;
  readonly end: () => Buffer | Promise<Buffer>;
}
