import type { Bar } from './document';
import { BLUE, MARGIN, PdfPages, QUIET, shown } from './pdf-pages';

const CHART = 110;
const LYING = 16;
const FEWEST_UPRIGHT = 3;
const WIDEST = 64;
/** A letter of a bar's label is about as wide, or less. */
const LETTER = 4.6;

/** Upright where their labels have room, else lying. */
export function drawBars(pages: PdfPages, title: string | null, bars: readonly Bar[]): void {
  if (bars.length === 0) return;
  const room = pages.width / bars.length;
  const upright = bars.length >= FEWEST_UPRIGHT && bars.every(({ label }) => label.length * LETTER <= room);
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
    const centred = { width, align: 'center' as const, lineBreak: false };
    pages.style({ size: 7 }).text(text ?? shown(value), x, top + CHART - height - 11, centred);
    pages.style({ size: 7, color: QUIET }).text(label, x, top + CHART + 5, centred);
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
    pages.style({ size: 8 }).text(pages.fitted(bar.label, label - 8), MARGIN, top + 2, { lineBreak: false });
    pdf.rect(MARGIN + label, top + 2, Math.max(length, 0.5), LYING - 6).fill(BLUE);
    const text = bar.shown ?? shown(bar.value);
    pages.style({ size: 8, color: QUIET }).text(text, MARGIN + label + length + 6, top + 2, { lineBreak: false });
    pdf.y = top + LYING;
  }
  pdf.y += LYING;
}
