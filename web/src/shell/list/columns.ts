import type { ReactNode } from 'react';

export interface Column<T> {
  readonly key: string;
  readonly title: string;
  /** What stands in the table; `text` unless it is given. */
  readonly render?: (row: T) => ReactNode;
  /** The same as a text, for CSV. */
  readonly text: (row: T) => string;
  /** The word by which the API sorts by it. */
  readonly sort?: string;
  /** Not shown until somebody chooses it. */
  readonly hidden?: boolean;
  readonly align?: 'right';
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface Filter {
  /** The word by which the API filters. */
  readonly key: string;
  readonly label: string;
  /** None: a text to type. */
  readonly choices?: readonly Choice[];
}

/** Which columns are shown. @param chosen of the address: keys with commas; none: those that are not hidden */
export function shownColumns<T>(columns: readonly Column<T>[], chosen: string | undefined): readonly Column<T>[] {
  if (!chosen) return columns.filter(({ hidden }) => !hidden);
  const keys = new Set(chosen.split(','));
  return columns.filter(({ key }) => keys.has(key));
}

/** The next order when the head of a column is pressed: up, down, none. */
export function nextSort(sort: string, now: string | undefined): string | undefined {
  if (now === sort) return `-${sort}`;
  return now === `-${sort}` ? undefined : sort;
}
