import { Cell, CellKind, Column, isNumeric, Line } from './cell';
import { Bar, MARGIN, PdfPages, Place, shown } from './pdf-pages';
import type { SheetWriter } from './sheet-writer';

/** A part of a document, from top to bottom. */
export interface DocumentPart {
  /** Left out where the document's own title says it. */
  readonly title?: string;
  readonly facts: readonly (readonly [string, Cell])[];
  readonly charts?: readonly { readonly title?: string; readonly bars: readonly Bar[] }[];
  readonly tables?: readonly DocumentTable[];
}

export interface DocumentTable {
  readonly title?: string;
  readonly head: readonly string[];
  readonly lines: readonly Line[];
  /** So many of the last columns are numbers. */
  readonly numbers: number;
}

export interface Document {
  readonly title: string;
  /** Above the title, in capitals. */
  readonly brand: string;
  readonly note?: string;
  readonly parts: readonly DocumentPart[];
}

const NUMBER_WIDTH = 80;
const MANY_COLUMNS = 6;
const WEIGHTS: Record<CellKind, number> = {
  text: 2.6,
  word: 1.5,
  id: 2,
  integer: 1,
  decimal: 1,
  money: 1.5,
  boolean: 1,
  day: 1.3,
  time: 2.2,
};
/** So many different words are told apart, and so many shown. */
const COUNTED = 1000;
const CHARTED = 12;

/** A whole document as PDF. */
export function drawDocument({ title, brand, note, parts }: Document): Promise<Buffer> {
  const pages = new PdfPages(title, brand);
  if (note) pages.note(note);
  for (const part of parts) {
    if (part.title) pages.heading(part.title);
    pages.facts(part.facts);
    for (const chart of part.charts ?? []) pages.bars(chart.title ?? null, chart.bars);
    for (const { title: name, head, lines, numbers } of part.tables ?? []) {
      if (name) pages.caption(name);
      const places = placesOf(
        head.map((_, index) => (index >= head.length - numbers ? NUMBER_WIDTH : 0)),
        pages.width,
      );
      const text = lines.map((line) => line.map((cell) => (cell === null ? '–' : shown(cell))));
      pages.table(places, head, text);
    }
  }
  return pages.end();
}

/** A table as PDF, across when it has many columns; at its end a chart of each column of words. */
export function pdfWriter(title: string, brand: string, columns: readonly Column[]): SheetWriter {
  const pages = new PdfPages(title, brand, columns.length > MANY_COLUMNS ? 'landscape' : 'portrait');
  const places = weighted(columns, pages.width);
  const head = columns.map((column) => column.title);
  const counts = columns.map(({ kind }) => (kind === 'word' ? new Map<string, number>() : null));
  let written = 0;
  pages.line(places, head, true);
  return {
    write: (lines) => {
      written += lines.length;
      for (const line of lines) counts.forEach((count, index) => count && countWord(count, line[index]));
      pages.lines(
        places,
        head,
        lines.map((line) => line.map((cell) => (cell === null ? '' : shown(cell)))),
      );
      return pages.taken();
    },
    end: () => {
      pages.space();
      pages.heading(written === 1 ? '1 line' : `${written} lines`);
      counts.forEach((count, index) => count && pages.bars(`By ${head[index].toLowerCase()}`, barsOf(count)));
      return pages.end();
    },
  };
}

function countWord(count: Map<string, number>, cell: Cell): void {
  const word = cell === null ? '–' : shown(cell);
  if (count.has(word) || count.size < COUNTED) count.set(word, (count.get(word) ?? 0) + 1);
}

const barsOf = (count: ReadonlyMap<string, number>): Bar[] =>
  [...count]
    .map(([label, value]) => ({ label, value }))
    .sort((a, b) => b.value - a.value)
    .slice(0, CHARTED);

/** @param widths 0 for what shares the rest; those given are numbers, at the right */
function placesOf(widths: readonly number[], whole: number): Place[] {
  const given = widths.reduce((sum, width) => sum + width, 0);
  const share = (whole - given) / Math.max(1, widths.filter((width) => width === 0).length);
  let x = MARGIN;
  return widths.map((fixed) => {
    const width = fixed || share;
    const place = { x, width, right: fixed > 0 };
    x += width;
    return place;
  });
}

function weighted(columns: readonly Column[], whole: number): Place[] {
  const sum = columns.reduce((all, { kind }) => all + WEIGHTS[kind], 0);
  let x = MARGIN;
  return columns.map((column) => {
    const width = (WEIGHTS[column.kind] / sum) * whole;
    const place = { x, width, right: isNumeric(column) };
    x += width;
    return place;
  });
}
