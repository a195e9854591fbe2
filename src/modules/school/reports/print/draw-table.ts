import { BAR, INK, LINE, MARGIN, needRoom, Pdf, QUIET, rule, WIDTH, write } from './paper';
import type { Cell, Column, ColumnKind, Table } from './sheet';

const ROW = 20;
const PAD = 6;
const BAR_HEIGHT = 6;
/** Points; text shares what these leave. */
const WIDTHS: Record<Exclude<ColumnKind, 'text'>, number> = { count: 50, mean: 56, bar: 120 };

/** A table whose head comes again on every page. */
export function drawTable(pdf: Pdf, { title, columns, rows }: Table): void {
  needRoom(pdf, 4 * ROW);
  if (title) write(pdf, title, { x: MARGIN, y: pdf.y, width: WIDTH, size: 11, bold: true });
  drawHead(pdf, columns);
  for (const row of rows) {
    if (needRoom(pdf, ROW)) drawHead(pdf, columns);
    drawRow(pdf, columns, (cell, column, x, width, y) => drawCell(pdf, row[cell], column.kind, x, width, y));
  }
  pdf.y += ROW;
}

/** Means with two digits, counts as they are, a dash for nothing. */
export function shown(value: Cell): string {
  if (value === null) return '–';
  return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(2) : String(value);
}

function drawHead(pdf: Pdf, columns: readonly Column[]): void {
  drawRow(pdf, columns, (_, { name, kind }, x, width, y) =>
    write(pdf, name, {
      x,
      y,
      width,
      size: 8,
      color: QUIET,
      align: kind === 'text' || kind === 'bar' ? 'left' : 'right',
    }),
  );
}

type DrawCell = (index: number, column: Column, x: number, width: number, y: number) => void;

function drawRow(pdf: Pdf, columns: readonly Column[], draw: DrawCell): void {
  const top = pdf.y;
  const fixed = columns.reduce((sum, { kind }) => sum + (kind === 'text' ? 0 : WIDTHS[kind]), 0);
  const text = (WIDTH - fixed) / columns.filter(({ kind }) => kind === 'text').length;
  let x = MARGIN;
  columns.forEach((column, index) => {
    const width = column.kind === 'text' ? text : WIDTHS[column.kind];
    const indent = column.kind === 'bar' ? 2 * PAD : 0;
    draw(index, column, x + indent, width - indent - (column.kind === 'text' ? PAD : 0), top + 5);
    x += width;
  });
  rule(pdf, top + ROW);
  pdf.y = top + ROW;
}

function drawCell(pdf: Pdf, value: Cell, kind: ColumnKind, x: number, width: number, y: number): void {
  if (kind === 'bar') return drawBar(pdf, typeof value === 'number' ? value : 0, x, width, y + 2);
  const mean = typeof value === 'number' ? value.toFixed(2) : '–';
  const text = kind === 'mean' ? mean : shown(value);
  write(pdf, text, { x, y, width, size: 9, color: INK, align: kind === 'text' ? 'left' : 'right' });
}

function drawBar(pdf: Pdf, value: number, x: number, width: number, y: number): void {
  pdf.rect(x, y, width, BAR_HEIGHT).fill(LINE);
  pdf.rect(x, y, (Math.min(Math.max(value, 0), 100) / 100) * width, BAR_HEIGHT).fill(BAR);
}
