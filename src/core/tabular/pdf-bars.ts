import type { Bar } from './document';
import { BLUE, MARGIN, PdfPages, QUIET, shown } from './pdf-pages';
import type { PdfPen } from './pdf-pen';

const CHART = 110;
const LYING = 16;
const FEWEST_UPRIGHT = 3;
const WIDEST = 64;
/** Between the labels of two bars. */
const GAP = 4;
/** Size of what is written at an upright bar. */
const SMALL = 7;

/** Upright where their labels have room, else lying. */
export function drawBars(pages: PdfPages, title: string | null, bars: readonly Bar[]): void {
  if (bars.length === 0) return;
  const room = pages.width / bars.length;
  const upright =
    bars.length >= FEWEST_UPRIGHT && bars.every(({ label }) => pages.style({ size: SMALL }).width(label) <= room - GAP);
  pages.need((title ? 20 : 0) + (upright ? CHART + 32 : Math.min(bars.length, 8) * LYING));
  if (title) pages.caption(title);
  if (upright) drawUpright(pages, bars);
  else drawLying(pages, bars);
}

function drawUpright(pages: PdfPages, bars: readonly Bar[]): void {
  const { pdf } = pages;
  const top = pdf.y;
  const most = Math.max(1e-9, ...bars.map(({ value }) => value));
  const width = pages.width / bars.length;
  bars.forEach(({ label, value, shown: text }, index) => {
    const x = MARGIN + index * width;
    const height = (value / most) * (CHART - 24);
    const gap = Math.max(Math.min(4, width / 6), (width - WIDEST) / 2);
    pdf.rect(x + gap, top + CHART - height, width - 2 * gap, height).fill(BLUE);
    const centred = (pen: PdfPen, what: string, y: number): void =>
      pen.line(what, x + (width - pen.width(what)) / 2, y);
    centred(pages.style({ size: SMALL }), text ?? shown(value), top + CHART - height - 11);
    centred(pages.style({ size: SMALL, color: QUIET }), label, top + CHART + 5);
  });
  pages.rule(top + CHART, QUIET);
  pdf.y = top + CHART + 32;
}

function drawLying(pages: PdfPages, bars: readonly Bar[]): void {
  const { pdf } = pages;
  const most = Math.max(1e-9, ...bars.map(({ value }) => value));
  const label = pages.width * 0.3;
  const room = pages.width - label - 90;
  for (const bar of bars) {
    pages.need(LYING);
    const top = pdf.y;
    const length = (bar.value / most) * room;
    const pen = pages.style({ size: 8 });
    pen.line(pen.fitted(bar.label, label - 8), MARGIN, top + 2);
    pdf.rect(MARGIN + label, top + 2, Math.max(length, 0.5), LYING - 6).fill(BLUE);
    const text = bar.shown ?? shown(bar.value);
    pages.style({ size: 8, color: QUIET }).line(text, MARGIN + label + length + 6, top + 2);
    pdf.y = top + LYING;
  }
  pdf.y += LYING;
}
