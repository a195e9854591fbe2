import type { Locale } from '../kernel/text';
import type { Cell } from './cell';
import { CopyablePdf, PdfPen, Style } from './pdf-pen';
import { PDF_WORDS, PdfWords } from './pdf-words';

export const MARGIN = 56;
const A4 = { portrait: 483, landscape: 730 }; // points between the margins
/** Size of what is in a table: across there are many columns. */
const CELLS = { portrait: 9, landscape: 7 };
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
  /** In which language the pages are. */
  readonly locale: Locale;
  readonly layout?: Layout;
  /** Kept until the end, so that each page says of how many it is; else each goes out once it is full. */
  readonly counted?: boolean;
}

/**
 * A4 pages, drawn from top to bottom. Unless they are counted, each goes out once it is full, so that any number of them needs
 * no more memory than one; what has gone out is fetched by `taken`.
 */
export class PdfPages {
  readonly width: number;
  readonly words: PdfWords;
  /** Of the text in tables, in points. */
  readonly cellSize: number;
  readonly pdf: CopyablePdf;
  private readonly pen: PdfPen;
  /** Documents on them, and how many pages there were before each. */
  private readonly opened: { readonly title: string; readonly from: number }[] = [];
  private count = 0;

  constructor({ title, locale, layout = 'portrait', counted = false }: PagesOptions) {
    this.width = A4[layout];
    this.cellSize = CELLS[layout];
    this.words = PDF_WORDS[locale];
    this.pdf = new CopyablePdf({
      size: 'A4',
      layout,
      margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 0 }, // a page ends where `need` says
      info: { Title: title, Author: 'Atrium' },
      lang: locale,
      autoFirstPage: false,
      bufferPages: counted,
    });
    this.pen = new PdfPen(this.pdf);
  }

  /** Begins a document on a page of its own. @param brand above the title, in capitals */
  open(title: string, brand: string, subtitle?: string): void {
    this.opened.push({ title, from: this.count });
    this.addPage();
    const pen = this.style({ size: 9, color: QUIET, bold: true });
    pen.line(pen.fitted(brand, this.width - brand.length), MARGIN, MARGIN, 1);
    this.pdf.y = MARGIN + pen.lineHeight;
    this.write(title, { size: 20, bold: true });
    if (subtitle) this.write(subtitle, { size: 9, color: QUIET });
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
    this.write(text, { size: 14, bold: true });
    this.pdf.y += this.pen.lineHeight / 2;
  }

  /** Above a chart or a table. */
  caption(text: string): void {
    this.need(4 * ROW);
    this.write(text, { size: 9, color: QUIET, bold: true });
    this.pdf.y += this.pen.lineHeight * 0.8;
  }

  /** At the end of a document, as many lines as it takes. */
  note(text: string): void {
    const style = { size: 7.5, color: QUIET };
    this.need(this.style(style).height(text, this.width));
    this.write(text, style);
    this.pdf.y += 14;
  }

  /** Figures beside one another, at most six in a row. */
  facts(facts: readonly (readonly [string, Cell])[]): void {
    for (let from = 0; from < facts.length; from += 6) {
      this.need(48);
      const some = facts.slice(from, from + 6);
      const top = this.pdf.y;
      const width = this.width / Math.max(some.length, 4);
      some.forEach(([name, value], index) => {
        const x = MARGIN + index * width;
        const room = width - 6;
        const quiet = this.style({ size: 8, color: QUIET });
        quiet.line(quiet.fitted(name, room), x, top);
        const text = shown(value);
        const size = [14, 10].find((one) => this.style({ size: one, bold: true }).width(text) <= room) ?? 8;
        const loud = this.style({ size, bold: true });
        loud.line(loud.fitted(text, room), x, top + 26 - size);
      });
      this.pdf.y = top + 48;
    }
  }

  /** The pen, for what is written next in this way. */
  style({ size, color = INK, bold = false }: Partial<Style> & Pick<Style, 'size'>): PdfPen {
    return this.pen.style({ size, color, bold });
  }

  /** Across the page, as many lines as it takes. */
  private write(text: string, style: Parameters<PdfPages['style']>[0]): void {
    this.pdf.y += this.style(style).lines(text, MARGIN, this.pdf.y, this.width);
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

  /** Begins another page unless there is so much room. @returns whether it does */
  need(height: number): boolean {
    if (this.pdf.y + height <= this.pdf.page.height - MARGIN) return false;
    this.addPage();
    return true;
  }

  private addPage(): void {
    this.pen.forgetWords();
    this.pdf.addPage();
    this.count += 1;
    if (!this.pdf.options.bufferPages) this.foot('', String(this.count));
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
    const pen = this.style({ size: 8, color: QUIET });
    pen.line(pen.fitted(title, this.width - 60), MARGIN, y);
    pen.line(number, MARGIN + this.width - pen.width(number), y);
  }
}

/** Numbers with a fraction by two digits, others as they are, a dash for nothing. */
export function shown(value: Cell): string {
  if (value === null) return '–';
  if (value instanceof Date) return `${value.toISOString().slice(0, 16).replace('T', ' ')}`;
  return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(2) : String(value);
}
