import { Cell, cellText, Column, isNumeric, Line } from './cell';
import type { SheetWriter } from './sheet-writer';

/**
 * What some spreadsheet takes for the beginning of a formula (OWASP, CSV injection): the four signs, their full-width forms and
 * look-alikes, which are folded when a file is opened in East Asian versions, a tab or line break, and each of them behind blanks.
 */
const BEGINNING = String.raw`[\s\u200b\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|[\t\r\n]`;
const FORMULA = new RegExp(`^(?:${BEGINNING})`);
const GUARDED = new RegExp(`^'(?='|${BEGINNING})`);
/** Also outer blanks, which readers drop unless they are quoted. */
const SPECIAL = /[",;\t\r\n]|^\s|\s$/;

/** A line of CSV with its CRLF. Cells that a spreadsheet would compute begin with `'`, which `unguarded` takes off again. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => quoted(guarded(cell))).join(',')}\r\n`;
}

/** A cell as it was before `csvLine`. */
export const unguarded = (cell: string): string => cell.replace(GUARDED, '');

/** A table as CSV: UTF-8, the columns' names first. */
export function csvWriter(columns: readonly Column[]): SheetWriter {
  const numeric = columns.map(isNumeric);
  const head = Buffer.from(csvLine(columns.map(({ name }) => name)));
  let isBegun = false;
  const begun = (bytes: Buffer): Buffer => {
    if (isBegun) return bytes;
    isBegun = true;
    return Buffer.concat([head, bytes]);
  };
  const plain = (cell: Cell, index: number): string => (numeric[index] ? cellText(cell) : guarded(cellText(cell)));
  const text = (line: Line): string => `${line.map((cell, index) => quoted(plain(cell, index))).join(',')}\r\n`;
  return {
    write: (lines) => begun(Buffer.from(lines.map(text).join(''))),
    end: () => begun(Buffer.alloc(0)),
  };
}

function guarded(cell: string | number | null): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  return FORMULA.test(cell) || GUARDED.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return SPECIAL.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
