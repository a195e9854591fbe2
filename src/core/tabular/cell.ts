/** What stands in one cell. Money is the exact decimal text, an instant a `Date`, a day its text. */
export type Cell = string | number | boolean | Date | null;

/** How a column is written: `word` is text of few different values, which is worth counting. */
export type CellKind = 'text' | 'word' | 'id' | 'integer' | 'decimal' | 'money' | 'boolean' | 'day' | 'time';

export interface Column {
  /** Of the wire, snake_case; the head of a CSV file. */
  readonly name: string;
  /** For people. */
  readonly title: string;
  readonly kind: CellKind;
}

export type Line = readonly Cell[];

export const isNumeric = ({ kind }: Column): boolean => kind === 'integer' || kind === 'decimal' || kind === 'money';

/** The cell as text, an instant as ISO 8601 in UTC. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  return cell instanceof Date ? cell.toISOString() : String(cell);
}
