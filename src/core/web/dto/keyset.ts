import type { Conditions } from '../../data/database';
import { isId } from '../../kernel/runtime';
import { decodeCursor, encodeCursor } from './cursor';
import { isDay } from './validators';

type KeyValue = string | number;

/** How a cursor's value of each type of SQL is checked. */
const CHECKS = {
  uuid: (value: unknown): boolean => typeof value === 'string' && isId(value),
  text: (value: unknown): boolean => typeof value === 'string' && !value.includes('\0'),
  date: (value: unknown): boolean => typeof value === 'string' && isDay(value),
  timestamptz: (value: unknown): boolean => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  int: (value: unknown): boolean => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  bigint: Number.isSafeInteger,
};

/** A column that a list is sorted by; the last one makes the order total. */
export interface KeyColumn<Row> {
  /** In SQL. */
  readonly column: string;
  readonly type: keyof typeof CHECKS;
  readonly of: (row: Row) => KeyValue;
}

/** A list's order, and the cursors that continue it. */
export class Keyset<Row> {
  private readonly checks: readonly ((value: unknown) => boolean)[];
  private readonly compare: '<' | '>';

  /** @param sort of the list: cursors of another are refused; `-` before it stands for descending */
  constructor(
    readonly sort: string,
    private readonly columns: readonly KeyColumn<Row>[],
  ) {
    this.checks = columns.map(({ type }) => CHECKS[type]);
    this.compare = /(^| )-/.test(sort) ? '<' : '>';
  }

  /** Continues after this row. */
  readonly cursorOf = (row: Row): string =>
    encodeCursor(
      this.sort,
      this.columns.map(({ of }) => of(row)),
    );

  /** The values of the row that the page before ended with; nulls for the first page. @throws Validation for a broken cursor */
  read(cursor: string | undefined): (KeyValue | null)[] {
    return cursor === undefined ? this.columns.map(() => null) : decodeCursor(cursor, this.sort, this.checks);
  }

  /** Leaves out what came before, and the row itself. @throws Validation for a broken cursor */
  continue(query: Conditions, cursor: string | undefined): void {
    if (cursor === undefined) return;
    const values = decodeCursor(cursor, this.sort, this.checks);
    const places = this.columns.map(({ type }, n) => query.bind(values[n], type));
    const columns = this.columns.map(({ column }) => column);
    query.and('after', `(${columns.join(', ')}) ${this.compare} (${places.join(', ')})`);
  }

  /** For ORDER BY. */
  get order(): string {
    return this.columns.map(({ column }) => `${column} ${this.compare === '<' ? 'DESC' : 'ASC'}`).join(', ');
  }
}

/** Of a list whose order is that of its ids, which are made in the order of time. @param column in SQL */
export const orderById = <Row extends { readonly id: string }>(sort = '-id', column = 'id'): Keyset<Row> =>
  new Keyset<Row>(sort, [{ column, type: 'uuid', of: ({ id }) => id }]);
