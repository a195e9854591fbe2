import { create } from 'qrcode';
import type { VerificationStamp } from './document';
import { BAD, INK, LINE, MARGIN, PdfPages, QUIET } from './pdf-pages';

const HEIGHT = 128;
const PAD = 12;
const QR = HEIGHT - 2 * PAD;

/** The box by which a recipient compares the paper: the address as QR code and text, the code, the signature. */
export function drawSeal(pages: PdfPages, { code, url, issuedOn, signature, warning }: VerificationStamp): void {
  pages.need(HEIGHT);
  const { pdf, width: whole, words } = pages;
  const top = pdf.y;
  pdf.roundedRect(MARGIN, top, whole, HEIGHT, 6).lineWidth(0.75).stroke(LINE);
  drawQr(pdf, url, MARGIN + PAD, top + PAD);
  const x = MARGIN + QR + 2 * PAD;
  const width = MARGIN + whole - PAD - x;
  const write = (text: string, y: number, size: number, color = INK, bold = false): void => {
    pdf.y = y + pages.style({ size, color, bold }).lines(text, x, y, width);
  };
  write(warning || words.issued(issuedOn), top + PAD, 9, warning ? BAD : INK, true);
  write(words.compare, pdf.y + 3, 8, QUIET);
  write(url, pdf.y + 1, 8);
  pdf.link(x, top + PAD, width, pdf.y - top - PAD, url);
  write(code, pdf.y + 5, 13, INK, true);
  write(`${words.signature} (Ed25519): ${signature}`, pdf.y + 5, 6, QUIET);
  pdf.y = top + HEIGHT + PAD;
}

function drawQr(pdf: PDFKit.PDFDocument, text: string, left: number, top: number): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = QR / modules.size;
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) pdf.rect(left + column * side, top + row * side, side, side);
    }
  }
  pdf.fill(INK);
}
