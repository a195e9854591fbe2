export type Cell = string | number | null;

/** How a column is written: counts as they are, means with two digits, bars from 0 to 100. */
export type ColumnKind = 'text' | 'count' | 'mean' | 'bar';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
}

export interface Table {
  /** Above it; empty for none. */
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Bar {
  readonly label: string;
  readonly count: number;
}

/** By what a recipient knows the paper. */
export interface SheetSeal {
  readonly code: string;
  readonly url: string;
  readonly issuedOn: string;
  readonly signature: string;
  /** As when it was revoked; empty for none. */
  readonly warning: string;
}

/** What is on the pages, from top to bottom; plain data, so that a thread can be given it. */
export interface Sheet {
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly (readonly [string, Cell])[];
  readonly bars?: { readonly title: string; readonly bars: readonly Bar[] };
  readonly tables: readonly Table[];
  readonly seal?: SheetSeal;
  /** Small, at the end. */
  readonly note?: string;
}
