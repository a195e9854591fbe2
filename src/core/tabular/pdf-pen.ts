import PDFDocument from 'pdfkit';
import { OwnFont, PdfFonts } from './pdf-fonts';
import { Direction, directionOf, isOrdinary, lettersOf, Run, runsOf } from './pdf-runs';

/** How something is written. */
export interface Style {
  /** In points. */
  readonly size: number;
  readonly color: string;
  readonly bold: boolean;
}

/** What is longer has room nowhere, and is not measured whole. */
const LONGEST = 1000;

/** A document whose texts may carry what is copied in their place. */
export class CopyablePdf extends PDFDocument {
  /** Of the next texts; null where their glyphs say it. */
  copied: string | null = null;

  /** Around each text and within its coordinates, which is where readers look. */
  override addContent(data: string): this {
    if (data === 'BT' && this.copied !== null) {
      const units = Buffer.from(`\ufeff${this.copied}`, 'utf16le').swap16().toString('hex');
      super.addContent(`/Span <</ActualText <${units}>>> BDC`);
    }
    super.addContent(data);
    if (data === 'ET' && this.copied !== null) super.addContent('EMC');
    return this;
  }
}

/**
 * Writes text of any script on the pages of a document: each letter in a font that has it, from the side from which it is read.
 * It is copied and found as it was given.
 */
export class PdfPen {
  private readonly fonts: PdfFonts;
  private size = 0;
  private own: OwnFont = 'plain';

  constructor(private readonly pdf: CopyablePdf) {
    this.fonts = new PdfFonts((name, font) => pdf.registerFont(name, font as never));
  }

  /** Sets how what follows is written. */
  style({ size, color, bold }: Style): this {
    this.size = size;
    this.own = bold ? 'bold' : 'plain';
    this.pdf.fillColor(color);
    return this;
  }

  /** How wide a line of it is, in points. */
  width(text: string): number {
    return runsOf(text, this.own, this.fonts).reduce((sum, run) => sum + this.widthOf(run), 0);
  }

  /** How high a line is, in points. */
  get lineHeight(): number {
    return this.use(this.own).currentLineHeight(true);
  }

  /** The text on one line, cut between two letters where there is no room for all of it. @param room in points */
  fitted(text: string, room: number): string {
    const flat = text.replace(/\s+/g, ' ');
    if (flat.length <= LONGEST && this.width(flat) <= room) return flat;
    const letters = lettersOf(flat, Math.ceil(room)); // hardly one is narrower than a point
    let [fits, not] = [0, letters.length];
    while (not - fits > 1) {
      const middle = (fits + not) >> 1;
      if (this.width(`${letters.slice(0, middle).join('')}…`) <= room) fits = middle;
      else not = middle;
    }
    return `${letters.slice(0, fits).join('')}…`;
  }

  /** Writes one line from its upper left corner. @param spacing between the letters of ordinary text, in points */
  line(text: string, x: number, y: number, spacing = 0): void {
    if (isOrdinary(text)) this.use(this.own).text(text, x, y, { lineBreak: false, characterSpacing: spacing });
    else this.lineOfRuns(text, x, y, directionOf(text));
  }

  private lineOfRuns(text: string, x: number, y: number, direction: Direction): void {
    const baseline = -this.ascent; // the same for every font
    let at = x;
    for (const run of runsOf(text, this.own, this.fonts, direction)) {
      this.pdf.copied = run.copied;
      this.use(run.font).text(run.text, at, y, { lineBreak: false, baseline, ...optionsOf(run) });
      at += this.widthOf(run);
    }
    this.pdf.copied = null;
  }

  /** Writes as many lines as it takes. @returns how high they are together, in points */
  lines(text: string, x: number, y: number, width: number): number {
    const [lines, height, direction] = [this.broken(text, width), this.lineHeight, directionOf(text)];
    lines.forEach((line, index) => this.lineOfRuns(line, x, y + index * height, direction));
    return lines.length * height;
  }

  /** How high it is in lines of this width, in points. */
  height(text: string, width: number): number {
    return this.broken(text, width).length * this.lineHeight;
  }

  /** pdfkit keeps the glyphs of every word it ever drew: 28 kB a line of a long table. A page's worth is enough. */
  forgetWords(): void {
    const { _fontFamilies: fonts } = this.pdf as unknown as { _fontFamilies: Record<string, { layoutCache: object }> };
    for (const font of Object.values(fonts)) font.layoutCache = {};
    this.fonts.forget();
  }

  /** Its lines: broken at blanks, and within a word only where not even a whole line has room for it. */
  broken(text: string, width: number): string[] {
    const lines: string[] = [];
    const fits = (line: string): boolean => this.width(line.trimEnd()) <= width;
    let line = '';
    for (const word of text.match(/\S+\s*|^\s+/g) ?? []) {
      for (const part of fits(word) ? [word] : lettersOf(word)) {
        if (line !== '' && !fits(line + part)) {
          lines.push(line.trimEnd());
          line = '';
        }
        line += part;
      }
    }
    return [...lines, line.trimEnd()];
  }

  private widthOf(run: Run): number {
    return this.use(run.font).widthOfString(run.text, optionsOf(run));
  }

  /** From the top of a line down to what its letters stand on, in points. */
  private get ascent(): number {
    const { ascent, unitsPerEm } = this.fonts.get(this.own);
    return (ascent / unitsPerEm) * this.size;
  }

  private use(font: string): PDFKit.PDFDocument {
    this.fonts.get(font);
    return this.pdf.font(font).fontSize(this.size);
  }
}

/** With features, though none, pdfkit sets a text whole instead of word by word. */
const optionsOf = ({ whole }: Run): PDFKit.Mixins.TextOptions => (whole ? { features: [] } : {});
