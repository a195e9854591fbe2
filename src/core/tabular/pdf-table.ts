import type { Cell } from './cell';
import type { DocumentColumn } from './document';
import { BLUE, INK, LINE, MARGIN, PdfPages, QUIET, ROW, shown } from './pdf-pages';
import type { PdfPen } from './pdf-pen';

/** A column where it stands; `x` and `width` in points. */
export interface PlacedColumn {
  readonly title: string;
  readonly kind: DocumentColumn['kind'];
  readonly x: number;
  readonly width: number;
}

const WIDTHS = { text: 0, count: 50, mean: 56, amount: 80, bar: 120 }; // text shares the rest
const BAR_HEIGHT = 6;
const BAR_INDENT = 12;
/** Free at the right of each cell. */
const PAD = 6;

/** Numbers get what they need, and text shares the rest. */
export function placed(columns: readonly DocumentColumn[], whole: number): PlacedColumn[] {
  const given = columns.reduce((sum, { kind }) => sum + WIDTHS[kind], 0);
  const share = (whole - given) / Math.max(1, columns.filter(({ kind }) => kind === 'text').length);
  return inRow(columns.map((column) => ({ ...column, width: WIDTHS[column.kind] || share })));
}

/** Columns of these widths, one beside the other. */
export function inRow(columns: readonly Omit<PlacedColumn, 'x'>[]): PlacedColumn[] {
  let x = MARGIN;
  return columns.map((column) => {
    const at = { ...column, x };
    x += column.width;
    return at;
  });
}

/** The head of a table, on this page and each that follows, then its lines. */
export function drawTable(
  pages: PdfPages,
  columns: readonly PlacedColumn[],
  lines: readonly (readonly Cell[])[],
): void {
  pages.need(3 * ROW);
  drawHead(pages, columns);
  drawLines(pages, columns, lines);
  pages.pdf.y += ROW;
}

/** As high as its longest title takes. */
export function drawHead(pages: PdfPages, columns: readonly PlacedColumn[]): void {
  const pen = pages.style({ size: pages.cellSize, color: QUIET, bold: true });
  const { lineHeight } = pen;
  const titles = columns.map(({ title, width }) => pen.broken(title, width - PAD));
  const height = ROW + (Math.max(1, ...titles.map(({ length }) => length)) - 1) * lineHeight;
  drawRow(pages, columns, height, (column, index, top) => {
    titles[index].forEach((line, below) => drawText(pen, column, line, top + below * lineHeight));
  });
}

/** More lines of the table begun. */
export function drawLines(
  pages: PdfPages,
  columns: readonly PlacedColumn[],
  lines: readonly (readonly Cell[])[],
): void {
  for (const line of lines) {
    if (pages.need(ROW)) drawHead(pages, columns);
    const pen = pages.style({ size: pages.cellSize, color: INK });
    drawRow(pages, columns, ROW, (column, index, top) => {
      if (column.kind === 'bar') drawBar(pages, column, Number(line[index] ?? 0), top);
      else drawText(pen, column, textOf(column, line[index]), top);
    });
  }
}

function textOf({ kind }: PlacedColumn, cell: Cell): string {
  return kind === 'mean' && typeof cell === 'number' ? cell.toFixed(2) : shown(cell);
}

function drawRow(
  pages: PdfPages,
  columns: readonly PlacedColumn[],
  height: number,
  draw: (column: PlacedColumn, index: number, top: number) => void,
): void {
  const top = pages.pdf.y;
  columns.forEach((column, index) => draw(column, index, top));
  pages.rule(top + height);
  pages.pdf.y = top + height;
}

function drawText(pen: PdfPen, { x, width, kind }: PlacedColumn, text: string, top: number): void {
  const fits = pen.fitted(text, width - PAD);
  const isNumber = kind !== 'text' && kind !== 'bar';
  const indent = isNumber ? width - PAD - pen.width(fits) : kind === 'bar' ? BAR_INDENT : 0;
  pen.line(fits, x + indent, top + 5);
}

function drawBar({ pdf }: PdfPages, { x, width }: PlacedColumn, value: number, top: number): void {
  const whole = width - BAR_INDENT;
  pdf.rect(x + BAR_INDENT, top + 7, whole, BAR_HEIGHT).fill(LINE);
  pdf.rect(x + BAR_INDENT, top + 7, (Math.min(Math.max(value, 0), 100) / 100) * whole, BAR_HEIGHT).fill(BLUE);
  pdf.fillColor(INK);
}
