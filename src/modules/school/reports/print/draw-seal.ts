import { create } from 'qrcode';
import { BAD, INK, LINE, MARGIN, needRoom, Pdf, QUIET, WIDTH, write } from './paper';
import type { SheetSeal } from './sheet';

const HEIGHT = 128;
const PAD = 12;
const QR = HEIGHT - 2 * PAD;

/** The box by which a recipient compares the paper: the address as QR code and text, the code, the signature. */
export function drawSeal(pdf: Pdf, { code, url, issuedOn, signature, warning }: SheetSeal): void {
  needRoom(pdf, HEIGHT);
  const top = pdf.y;
  pdf.roundedRect(MARGIN, top, WIDTH, HEIGHT, 6).lineWidth(0.75).stroke(LINE);
  drawQr(pdf, url, MARGIN + PAD, top + PAD);
  const x = MARGIN + QR + 2 * PAD;
  const at = { x, width: MARGIN + WIDTH - PAD - x };
  write(pdf, warning || `Issued and signed on ${issuedOn}`, {
    ...at,
    y: top + PAD,
    size: 9,
    bold: true,
    color: warning ? BAD : INK,
    wrap: true,
  });
  write(pdf, 'Compare this paper with the school’s books at', { ...at, y: pdf.y + 3, size: 8, color: QUIET });
  write(pdf, url, { ...at, y: pdf.y + 1, size: 8, wrap: true });
  pdf.link(x, top + PAD, at.width, pdf.y - top - PAD, url);
  write(pdf, code, { ...at, y: pdf.y + 5, size: 13, bold: true });
  write(pdf, `Signature (Ed25519): ${signature}`, { ...at, y: pdf.y + 5, size: 6, color: QUIET, wrap: true });
  pdf.y = top + HEIGHT + PAD;
}

function drawQr(pdf: Pdf, text: string, left: number, top: number): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = QR / modules.size;
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) pdf.rect(left + column * side, top + row * side, side, side);
    }
  }
  pdf.fill(INK);
}
