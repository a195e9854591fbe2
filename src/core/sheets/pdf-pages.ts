import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { Cell } from './cell';

/** A number beside others like it. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Instead of the value: `1,200.00 USD`. */
  readonly shown?: string;
}

/** Where a column of a table stands; points of 1/72 inch. */
export interface Place {
  readonly x: number;
  readonly width: number;
  readonly right: boolean;
}

// DejaVu Sans: the fonts every PDF reader has know no Ł.
const FONTS = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf');
export const MARGIN = 56;
const A4 = { portrait: 483, landscape: 730 }; // points between the margins
const ROW = 20;
const CHART = 110;
const LYING = 16;
const FEWEST_UPRIGHT = 3;
const WIDEST = 64;
/** A letter of a bar's label is about as wide, or less. */
const LETTER = 4.6;
const INK = '#1f2933';
const QUIET = '#627d98';
const BAR = '#2f6f9f';
const LINE = '#d9e2ec';

export type Layout = keyof typeof A4;

/**
 * A4 pages, drawn from top to bottom. Each page goes out once it is full, so that any number of them needs no more memory
 * than one; what has gone out is fetched by `taken`.
 */
export class PdfPages {
  readonly width: number;
  private readonly pdf: PDFKit.PDFDocument;
  private number = 0;

  /** @param brand above the title, in capitals */
  constructor(title: string, brand: string, layout: Layout = 'portrait') {
    this.width = A4[layout];
    const info = { Title: title, Author: 'Atrium' };
    this.pdf = new PDFDocument({ size: 'A4', layout, margin: MARGIN, info, autoFirstPage: false });
    this.pdf.registerFont('plain', join(FONTS, 'DejaVuSans.ttf'));
    this.pdf.registerFont('bold', join(FONTS, 'DejaVuSans-Bold.ttf'));
    this.addPage();
    this.pdf.font('bold').fontSize(9).fillColor(QUIET).text(brand, MARGIN, MARGIN, { characterSpacing: 1 });
    this.pdf.fontSize(20).fillColor(INK).text(title, { width: this.width, characterSpacing: 0 }).moveDown(0.6);
  }

  /** The bytes that are ready by now. */
  async taken(): Promise<Buffer> {
    await new Promise((resolve) => setImmediate(resolve)); // full pages are packed meanwhile
    return (this.pdf.read() as Buffer | null) ?? Buffer.alloc(0);
  }

  /** Ends the document. @returns what has not been taken yet */
  end(): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const parts: Buffer[] = [];
      this.pdf.on('data', (part: Buffer) => parts.push(part));
      this.pdf.on('end', () => resolve(Buffer.concat(parts))).on('error', reject);
      this.pdf.end();
    });
  }

  /** A line under the title, small. */
  note(text: string): void {
    this.pdf
      .font('plain')
      .fontSize(9)
      .fillColor(QUIET)
      .text(text, MARGIN, this.pdf.y, { width: this.width })
      .moveDown();
  }

  heading(text: string): void {
    this.need(5 * ROW);
    this.pdf
      .font('bold')
      .fontSize(14)
      .fillColor(INK)
      .text(text, MARGIN, this.pdf.y, { width: this.width })
      .moveDown(0.5);
  }

  space(): void {
    this.pdf.y += ROW;
  }

  /** Above a chart or a table. */
  caption(text: string): void {
    this.need(4 * ROW);
    this.pdf.font('bold').fontSize(9).fillColor(QUIET).text(text, MARGIN, this.pdf.y).moveDown(0.8);
  }

  /** Figures beside one another, at most six in a row. */
  facts(facts: readonly (readonly [string, Cell])[]): void {
    for (let from = 0; from < facts.length; from += 6) {
      this.need(48);
      const some = facts.slice(from, from + 6);
      const top = this.pdf.y;
      const width = this.width / Math.max(some.length, 4);
      const fit = { width: width - 6, lineBreak: false, ellipsis: true };
      some.forEach(([name, value], index) => {
        const x = MARGIN + index * width;
        this.pdf.font('plain').fontSize(8).fillColor(QUIET).text(name, x, top, fit);
        const text = shown(value);
        const size = text.length > 11 ? 10 : 14;
        this.pdf
          .font('bold')
          .fontSize(size)
          .fillColor(INK)
          .text(text, x, top + 26 - size, fit);
      });
      this.pdf.y = top + 48;
    }
  }

  /** Upright where their labels have room, else lying. */
  bars(title: string | null, bars: readonly Bar[]): void {
    if (bars.length === 0) return;
    const room = this.width / bars.length;
    const upright = bars.length >= FEWEST_UPRIGHT && bars.every(({ label }) => label.length * LETTER <= room);
    this.need((title ? 20 : 0) + (upright ? CHART + 32 : Math.min(bars.length, 8) * LYING));
    if (title) this.caption(title);
    if (upright) this.uprightBars(bars);
    else this.lyingBars(bars);
  }

  /** The head of a table, on this page and each that follows, then its lines. */
  table(places: readonly Place[], head: readonly string[], lines: readonly (readonly string[])[]): void {
    this.need(3 * ROW);
    this.line(places, head, true);
    this.lines(places, head, lines);
    this.pdf.y += ROW;
  }

  /** More lines of the table begun. */
  lines(places: readonly Place[], head: readonly string[], lines: readonly (readonly string[])[]): void {
    for (const line of lines) {
      if (this.pdf.y > this.bottom) {
        this.addPage();
        this.line(places, head, true);
      }
      this.line(places, line, false);
    }
  }

  line(places: readonly Place[], cells: readonly string[], isHead: boolean): void {
    const top = this.pdf.y;
    this.pdf
      .font(isHead ? 'bold' : 'plain')
      .fontSize(9)
      .fillColor(isHead ? QUIET : INK);
    places.forEach(({ x, width, right }, index) => {
      const text = this.fitted(cells[index], width - 6);
      const at = right ? x + width - 6 - this.pdf.widthOfString(text) : x;
      this.pdf.text(text, at, top + 5, { lineBreak: false });
    });
    this.pdf
      .moveTo(MARGIN, top + ROW)
      .lineTo(MARGIN + this.width, top + ROW)
      .strokeColor(LINE)
      .lineWidth(0.5)
      .stroke();
    this.pdf.y = top + ROW;
  }

  private uprightBars(bars: readonly Bar[]): void {
    const top = this.pdf.y;
    const most = Math.max(1e-9, ...bars.map(({ value }) => value));
    const width = this.width / bars.length;
    bars.forEach(({ label, value, shown: text }, index) => {
      const x = MARGIN + index * width;
      const height = (value / most) * (CHART - 24);
      const gap = Math.max(Math.min(4, width / 6), (width - WIDEST) / 2);
      this.pdf.rect(x + gap, top + CHART - height, width - 2 * gap, height).fill(BAR);
      const centred = { width, align: 'center' as const, lineBreak: false };
      this.pdf
        .font('plain')
        .fontSize(7)
        .fillColor(INK)
        .text(text ?? shown(value), x, top + CHART - height - 11, centred);
      this.pdf.fillColor(QUIET).text(label, x, top + CHART + 5, centred);
    });
    this.pdf
      .moveTo(MARGIN, top + CHART)
      .lineTo(MARGIN + this.width, top + CHART)
      .strokeColor(QUIET)
      .lineWidth(0.5)
      .stroke();
    this.pdf.y = top + CHART + 32;
  }

  private lyingBars(bars: readonly Bar[]): void {
    const most = Math.max(1e-9, ...bars.map(({ value }) => value));
    const label = this.width * 0.3;
    const room = this.width - label - 90;
    for (const bar of bars) {
      this.need(LYING);
      const top = this.pdf.y;
      const length = (bar.value / most) * room;
      this.pdf.font('plain').fontSize(8).fillColor(INK);
      this.pdf.text(this.fitted(bar.label, label - 8), MARGIN, top + 2, { lineBreak: false });
      this.pdf.rect(MARGIN + label, top + 2, Math.max(length, 0.5), LYING - 6).fill(BAR);
      const text = bar.shown ?? shown(bar.value);
      this.pdf.fillColor(QUIET).text(text, MARGIN + label + length + 6, top + 2, { lineBreak: false });
      this.pdf.y = top + LYING;
    }
    this.pdf.y += ROW;
  }

  /** As much of the text as there is room for. */
  private fitted(text: string, width: number): string {
    const flat = text.replace(/\s+/g, ' ');
    const cut = flat.length > width ? flat.slice(0, Math.floor(width)) : flat; // no letter is narrower than a point
    if (this.pdf.widthOfString(cut) <= width) return cut;
    let [fits, not] = [0, cut.length];
    while (not - fits > 1) {
      const middle = (fits + not) >> 1;
      if (this.pdf.widthOfString(`${cut.slice(0, middle)}…`) <= width) fits = middle;
      else not = middle;
    }
    return `${cut.slice(0, fits).replace(/[\ud800-\udbff]$/, '')}…`;
  }

  /** Begins another page unless there is so much room. */
  private need(height: number): void {
    if (this.pdf.y + height > this.bottom + ROW) this.addPage();
  }

  /** pdfkit keeps the glyphs of every word it ever drew: 28 kB a line of a long table. A page's worth is enough. */
  private forgetWords(): void {
    const { _fontFamilies: fonts } = this.pdf as unknown as { _fontFamilies: Record<string, { layoutCache: object }> };
    for (const font of Object.values(fonts)) font.layoutCache = {};
  }

  private get bottom(): number {
    return this.pdf.page.height - MARGIN - ROW;
  }

  private addPage(): void {
    this.forgetWords();
    this.pdf.addPage();
    this.number += 1;
    this.pdf.page.margins.bottom = 0; // else the line below the margin begins another page
    const options = { width: this.width, align: 'right' as const, lineBreak: false };
    this.pdf
      .font('plain')
      .fontSize(8)
      .fillColor(QUIET)
      .text(String(this.number), MARGIN, this.pdf.page.height - 36, options);
    this.pdf.x = MARGIN;
    this.pdf.y = MARGIN;
  }
}

/** Numbers with a fraction by two digits, others as they are, a dash for nothing. */
export function shown(value: Cell): string {
  if (value === null) return '–';
  if (value instanceof Date) return `${value.toISOString().slice(0, 16).replace('T', ' ')}`;
  return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(2) : String(value);
}
