import type { Locale } from '../kernel/text';
import { Cell, CellKind, Column, isNumeric } from './cell';
import type { Bar, Document } from './document';
import { drawBars } from './pdf-bars';
import { PdfPages, ROW, shown } from './pdf-pages';
import { drawSeal } from './pdf-seal';
import { drawHead, drawLines, drawTable, inRow, placed, PlacedColumn } from './pdf-table';
import { PDF_WORDS } from './pdf-words';
import type { SheetWriter } from './sheet-writer';
import type { TabularExport } from './sheets';

const MANY_COLUMNS = 6;
const WEIGHTS: Record<CellKind, number> = {
  text: 2.6,
  word: 2,
  id: 2,
  integer: 1,
  decimal: 1,
  money: 1.5,
  boolean: 1,
  day: 1.3,
  time: 2.4,
};
/** The limits of different words that are distinguished and of those that are shown. */
const COUNTED = 1000;
const CHARTED = 12;

/** Documents of one language as one PDF, each from a page of its own and with its pages counted. */
export function drawDocuments(documents: readonly Document[], locale: Locale): Promise<Buffer> {
  const title = documents.length === 1 ? documents[0].title : PDF_WORDS[locale].reports;
  const pages = new PdfPages({ title, locale, counted: true });
  for (const document of documents) drawDocument(pages, document);
  return pages.end();
}

function drawDocument(pages: PdfPages, { title, brand, subtitle, parts, note, seal }: Document): void {
  pages.open(title, brand, subtitle);
  for (const part of parts) {
    if (part.title) pages.heading(part.title);
    pages.facts(part.facts);
    for (const chart of part.charts ?? []) drawBars(pages, chart.title ?? null, chart.bars);
    for (const table of part.tables ?? []) {
      if (table.title) pages.caption(table.title);
      drawTable(pages, placed(table.columns, pages.width), table.lines);
    }
  }
  if (note) pages.note(note);
  if (seal) drawSeal(pages, seal);
}

/** A table as PDF, across when it has many columns; at its end a chart of each column of words. */
export function pdfWriter({ title, brand, locale, columns }: Omit<TabularExport, 'format'>): SheetWriter {
  const pages = new PdfPages({ title, locale, layout: columns.length > MANY_COLUMNS ? 'landscape' : 'portrait' });
  const places = weighted(columns, pages.width);
  const counts = columns.map(({ kind }) => (kind === 'word' ? new Map<string, number>() : null));
  let written = 0;
  pages.open(title, brand);
  drawHead(pages, places);
  return {
    write: (lines) => {
      written += lines.length;
      for (const line of lines) counts.forEach((count, index) => count && countWord(count, line[index]));
      drawLines(
        pages,
        places,
        lines.map((line) => line.map((cell) => cell ?? '')),
      );
      return pages.taken();
    },
    end: () => {
      pages.pdf.y += ROW;
      pages.heading(pages.words.lines(written));
      counts.forEach((count, index) => count && drawBars(pages, pages.words.by(columns[index].title), barsOf(count)));
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

/** Columns by what their kinds need, beside one another. */
function weighted(columns: readonly Column[], whole: number): PlacedColumn[] {
  const sum = columns.reduce((all, { kind }) => all + WEIGHTS[kind], 0);
  const widthOf = ({ kind }: Column): number => (WEIGHTS[kind] / sum) * whole;
  return inRow(
    columns.map((column) => ({
      title: column.title,
      kind: isNumeric(column) ? 'amount' : 'text',
      width: widthOf(column),
    })),
  );
}
