import { drawBars } from './draw-bars';
import { drawSeal } from './draw-seal';
import { drawTable, shown } from './draw-table';
import { heightOf, MARGIN, needRoom, newPdf, Pdf, QUIET, WIDTH, write } from './paper';
import type { Sheet } from './sheet';

const NOTE = 7.5;

/** Sheets as a PDF, each from a page of its own. */
export function draw(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const pdf = newPdf(sheets.length === 1 ? sheets[0].title : 'Reports');
  const starts = sheets.map((sheet, index) => {
    if (index > 0) pdf.addPage();
    const start = pdf.bufferedPageRange().count - 1;
    drawSheet(pdf, sheet);
    return start;
  });
  drawFeet(pdf, sheets, starts);
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts))).on('error', reject);
    pdf.end();
  });
}

function drawSheet(pdf: Pdf, { title, subtitle, facts, bars, tables, seal, note }: Sheet): void {
  const whole = { x: MARGIN, width: WIDTH, wrap: true };
  write(pdf, 'ATRIUM SCHOOL', { ...whole, y: MARGIN, size: 9, bold: true, color: QUIET });
  write(pdf, title, { ...whole, y: pdf.y + 2, size: 20, bold: true });
  write(pdf, subtitle, { ...whole, y: pdf.y + 2, size: 10, color: QUIET });
  pdf.y += 16;
  drawFacts(pdf, facts);
  if (bars) drawBars(pdf, bars.title, bars.bars);
  for (const table of tables) drawTable(pdf, table);
  if (note) {
    needRoom(pdf, heightOf(pdf, note, WIDTH, NOTE));
    write(pdf, note, { ...whole, y: pdf.y, size: NOTE, color: QUIET });
    pdf.y += 14;
  }
  if (seal) drawSeal(pdf, seal);
}

function drawFacts(pdf: Pdf, facts: Sheet['facts']): void {
  const top = pdf.y;
  const width = WIDTH / Math.max(facts.length, 4);
  facts.forEach(([name, value], index) => {
    const x = MARGIN + index * width;
    write(pdf, name, { x, y: top, width, size: 8, color: QUIET });
    write(pdf, shown(value), { x, y: top + 12, width, size: 14, bold: true });
  });
  pdf.y = top + 48;
}

/** What the sheet is of and, of its own pages, which one this is. */
function drawFeet(pdf: Pdf, sheets: readonly Sheet[], starts: readonly number[]): void {
  const pages = pdf.bufferedPageRange().count;
  sheets.forEach(({ title }, index) => {
    const from = starts[index];
    const to = starts[index + 1] ?? pages;
    for (let page = from; page < to; page++) {
      pdf.switchToPage(page);
      const y = pdf.page.height - 44;
      write(pdf, title, { x: MARGIN, y, width: WIDTH - 60, size: 8, color: QUIET });
      const number = `${page - from + 1} / ${to - from}`;
      write(pdf, number, { x: MARGIN + WIDTH - 60, y, width: 60, size: 8, color: QUIET, align: 'right' });
    }
  });
}
