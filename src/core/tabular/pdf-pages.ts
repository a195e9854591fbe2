import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { Cell } from './cell';

// DejaVu Sans: the fonts every PDF reader has know no Ł.
const FONTS = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf');
export const MARGIN = 56;
const A4 = { portrait: 483, landscape: 730 }; // points between the margins
const FOOT = 44;
/** How high a line of a table is. */
export const ROW = 20;
export const INK = '#1f2933';
export const QUIET = '#627d98';
export const BLUE = '#2f6f9f';
export const LINE = '#d9e2ec';
export const BAD = '#b3261e';

type Layout = keyof typeof A4;

interface PagesOptions {
  /** As a reader's window shows it. */
  readonly title: string;
  readonly layout?: Layout;
  /** Kept until the end, so that each page says of how many it is; else each goes out once it is full. */
  readonly counted?: boolean;
}

/** How something is written; `size` in points. */
interface Style {
  readonly size: number;
  readonly color?: string;
  readonly bold?: boolean;
}

/**
 * A4 pages, drawn from top to bottom. Unless they are counted, each goes out once it is full, so that any number of them needs
 * no more memory than one; what has gone out is fetched by `taken`.
 */
export class PdfPages {
  readonly width: number;
  readonly pdf: PDFKit.PDFDocument;
  /** Documents on them, and how many pages there were before each. */
  private readonly opened: { readonly title: string; readonly from: number }[] = [];
  private count = 0;

  constructor({ title, layout = 'portrait', counted = false }: PagesOptions) {
    this.width = A4[layout];
    this.pdf = new PDFDocument({
      size: 'A4',
      layout,
      margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 0 }, // a page ends where `need` says
      info: { Title: title, Author: 'Atrium' },
      lang: 'en',
      autoFirstPage: false,
      bufferPages: counted,
    });
    this.pdf.registerFont('plain', join(FONTS, 'DejaVuSans.ttf'));
    this.pdf.registerFont('bold', join(FONTS, 'DejaVuSans-Bold.ttf'));
  }

  /** Begins a document on a page of its own. @param brand above the title, in capitals */
  open(title: string, brand: string, subtitle?: string): void {
    this.opened.push({ title, from: this.count });
    this.addPage();
    this.style({ size: 9, color: QUIET, bold: true }).text(brand, MARGIN, MARGIN, { characterSpacing: 1 });
    this.style({ size: 20, bold: true }).text(title, { width: this.width, characterSpacing: 0 });
    if (subtitle) this.style({ size: 9, color: QUIET }).text(subtitle, { width: this.width });
    this.pdf.y += 14;
  }

  /** The bytes that are ready by now. */
  async taken(): Promise<Buffer> {
    await new Promise((resolve) => setImmediate(resolve)); // full pages are packed meanwhile
    return (this.pdf.read() as Buffer | null) ?? Buffer.alloc(0);
  }

  /** Ends the document. @returns what has not been taken yet */
  end(): Promise<Buffer> {
    if (this.pdf.options.bufferPages) this.drawFeet();
    return new Promise((resolve, reject) => {
      const parts: Buffer[] = [];
      this.pdf.on('data', (part: Buffer) => parts.push(part));
      this.pdf.on('end', () => resolve(Buffer.concat(parts))).on('error', reject);
      this.pdf.end();
    });
  }

  heading(text: string): void {
    this.need(9 * ROW); // with what it is the heading of
    this.style({ size: 14, bold: true }).text(text, MARGIN, this.pdf.y, { width: this.width }).moveDown(0.5);
  }

  /** Above a chart or a table. */
  caption(text: string): void {
    this.need(4 * ROW);
    this.style({ size: 9, color: QUIET, bold: true }).text(text, MARGIN, this.pdf.y).moveDown(0.8);
  }

  /** At the end of a document, as many lines as it takes. */
  note(text: string): void {
    const width = this.width;
    this.need(this.style({ size: 7.5, color: QUIET }).heightOfString(text, { width }));
    this.style({ size: 7.5, color: QUIET }).text(text, MARGIN, this.pdf.y, { width });
    this.pdf.y += 14;
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
        this.style({ size: 8, color: QUIET }).text(name, x, top, fit);
        const text = shown(value);
        const size = text.length > 11 ? 10 : 14;
        this.style({ size, bold: true }).text(text, x, top + 26 - size, fit);
      });
      this.pdf.y = top + 48;
    }
  }

  /** Sets font, size and colour of what is written next. */
  style({ size, color = INK, bold = false }: Style): PDFKit.PDFDocument {
    return this.pdf
      .font(bold ? 'bold' : 'plain')
      .fontSize(size)
      .fillColor(color);
  }

  /** A line across the page. */
  rule(y: number, color = LINE): void {
    this.pdf
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + this.width, y)
      .strokeColor(color)
      .lineWidth(0.5)
      .stroke();
  }

  /** As much of the text as there is room for, in the style set. */
  fitted(text: string, width: number): string {
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

  /** Begins another page unless there is so much room. @returns whether it does */
  need(height: number): boolean {
    if (this.pdf.y + height <= this.pdf.page.height - MARGIN) return false;
    this.addPage();
    return true;
  }

  private addPage(): void {
    this.forgetWords();
    this.pdf.addPage();
    this.count += 1;
    if (!this.pdf.options.bufferPages) this.foot('', String(this.count));
    this.pdf.x = MARGIN;
    this.pdf.y = MARGIN;
  }

  /** Of what each page is, and which of its pages. */
  private drawFeet(): void {
    this.opened.forEach(({ title, from }, index) => {
      const to = this.opened[index + 1]?.from ?? this.count;
      for (let page = from; page < to; page++) {
        this.pdf.switchToPage(page);
        this.foot(title, `${page - from + 1} / ${to - from}`);
      }
    });
  }

  private foot(title: string, number: string): void {
    const y = this.pdf.page.height - FOOT;
    this.style({ size: 8, color: QUIET });
    this.pdf.text(this.fitted(title, this.width - 60), MARGIN, y, { lineBreak: false });
    const place = { width: 60, align: 'right' as const, lineBreak: false };
    this.pdf.text(number, MARGIN + this.width - 60, y, place);
  }

  /** pdfkit keeps the glyphs of every word it ever drew: 28 kB a line of a long table. A page's worth is enough. */
  private forgetWords(): void {
    const { _fontFamilies: fonts } = this.pdf as unknown as { _fontFamilies: Record<string, { layoutCache: object }> };
    for (const font of Object.values(fonts)) font.layoutCache = {};
  }
}

/** Numbers with a fraction by two digits, others as they are, a dash for nothing. */
export function shown(value: Cell): string {
  if (value === null) return '–';
  if (value instanceof Date) return `${value.toISOString().slice(0, 16).replace('T', ' ')}`;
  return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(2) : String(value);
}
