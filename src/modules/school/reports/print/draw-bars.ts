import { BAR, INK, MARGIN, needRoom, Pdf, QUIET, rule, WIDTH, write } from './paper';
import type { Bar } from './sheet';

const HEIGHT = 96;
const GAP = 4;

/** Upright bars with their counts above and their labels below. */
export function drawBars(pdf: Pdf, title: string, bars: readonly Bar[]): void {
  needRoom(pdf, HEIGHT + 60);
  write(pdf, title, { x: MARGIN, y: pdf.y, width: WIDTH, size: 11, bold: true });
  const foot = pdf.y + 16 + HEIGHT;
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const width = WIDTH / bars.length;
  bars.forEach(({ label, count }, index) => {
    const x = MARGIN + index * width;
    const height = (count / most) * HEIGHT;
    pdf.rect(x + GAP, foot - height, width - 2 * GAP, height).fill(BAR);
    write(pdf, String(count), { x, y: foot - height - 11, width, size: 7, color: INK, align: 'center' });
    write(pdf, label, { x, y: foot + 5, width, size: 7, color: QUIET, align: 'center' });
  });
  rule(pdf, foot, QUIET);
  pdf.y = foot + 32;
}
