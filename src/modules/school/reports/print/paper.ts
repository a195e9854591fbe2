import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';

export type Pdf = PDFKit.PDFDocument;

// DejaVu Sans: the fonts every PDF reader has know no Ł.
const FONTS = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf');

/** Points. */
export const MARGIN = 56;
/** Of A4 between the margins. */
export const WIDTH = 483;
/** Kept free for the number of the page. */
const FOOT = 28;

export const INK = '#1f2933';
export const QUIET = '#627d98';
export const BAR = '#2f6f9f';
export const LINE = '#d9e2ec';
export const BAD = '#b3261e';

/** An empty document of A4. @param title as a reader's window shows it */
export function newPdf(title: string): Pdf {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 0 }, // pages end where `needRoom` says
    bufferPages: true,
    lang: 'en',
    info: { Title: title, Author: 'Atrium' },
  });
  return pdf
    .registerFont('plain', join(FONTS, 'DejaVuSans.ttf'))
    .registerFont('bold', join(FONTS, 'DejaVuSans-Bold.ttf'));
}

interface Writing {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly align?: 'left' | 'right' | 'center';
  /** As many lines as it takes; else one, cut by an ellipsis. */
  readonly wrap?: boolean;
}

/** Writes and leaves `pdf.y` below what it wrote. */
export function write(pdf: Pdf, text: string, { x, y, width, size, bold, color = INK, align, wrap }: Writing): void {
  pdf
    .font(bold ? 'bold' : 'plain')
    .fontSize(size)
    .fillColor(color);
  const height = wrap ? undefined : pdf.currentLineHeight();
  pdf.text(text, x, y, { width, align, height, ellipsis: !wrap });
}

/** How high it is when it is wrapped. */
export function heightOf(pdf: Pdf, text: string, width: number, size: number): number {
  return pdf.font('plain').fontSize(size).heightOfString(text, { width });
}

/** A page further where not so much is left on this one. @returns whether it is */
export function needRoom(pdf: Pdf, height: number): boolean {
  if (pdf.y + height <= pdf.page.height - MARGIN - FOOT) return false;
  pdf.addPage();
  pdf.y = MARGIN;
  return true;
}

export function rule(pdf: Pdf, y: number, color = LINE): void {
  pdf
    .moveTo(MARGIN, y)
    .lineTo(MARGIN + WIDTH, y)
    .strokeColor(color)
    .lineWidth(0.5)
    .stroke();
}
