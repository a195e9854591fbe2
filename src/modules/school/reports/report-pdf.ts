import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { BucketDto, ClassroomReportDto, OverviewDto, TranscriptDto } from '../dto/report.dto';

type Cell = string | number | null;

/** What is on the pages, from top to bottom. */
interface Sheet {
  readonly title: string;
  readonly facts: readonly (readonly [string, Cell])[];
  readonly bars?: readonly BucketDto[];
  readonly tables: readonly { readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] }[];
}

// DejaVu Sans: the fonts every PDF reader has know no Ł.
const FONTS = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf');
const MARGIN = 56;
const WIDTH = 483; // of A4 between the margins, in points
const ROW = 20;
const CHART = 110;
const INK = '#1f2933';
const QUIET = '#627d98';
const BAR = '#2f6f9f';
const LINE = '#d9e2ec';

/** A classroom's report on A4. */
export function classroomPdf(report: ClassroomReportDto): Promise<Buffer> {
  const { classroomName, count, mean, median, stddev, min, max, distribution, bySubject, byStudent } = report;
  return draw({
    title: `Classroom ${classroomName}`,
    facts: [
      ['Grades', count],
      ['Mean', mean],
      ['Median', median],
      ['Deviation', stddev],
      ['Lowest', min],
      ['Highest', max],
    ],
    bars: distribution,
    tables: [
      { head: ['Subject', 'Grades', 'Mean'], rows: bySubject.map((one) => [one.name, one.count, one.mean]) },
      { head: ['Student', 'Grades', 'Mean'], rows: byStudent.map((one) => [one.name, one.count, one.mean]) },
    ],
  });
}

/** A student's transcript on A4. */
export function transcriptPdf({ studentName, count, mean, partial, lines }: TranscriptDto): Promise<Buffer> {
  return draw({
    title: `${partial ? 'Part of the transcript' : 'Transcript'} of ${studentName}`,
    facts: [
      ['Grades', count],
      ['Mean', mean],
    ],
    tables: [
      {
        head: ['Subject', 'Classroom', 'Term', 'Grades', 'Mean'],
        rows: lines.map((one) => [one.subject, one.classroom, one.term, one.count, one.mean]),
      },
    ],
  });
}

/** The school's overview on A4. */
export function overviewPdf({ students, classrooms, grades, mean, byClassroom }: OverviewDto): Promise<Buffer> {
  return draw({
    title: 'The school',
    facts: [
      ['Students', students],
      ['Classrooms', classrooms],
      ['Grades', grades],
      ['Mean', mean],
    ],
    tables: [
      { head: ['Classroom', 'Grades', 'Mean'], rows: byClassroom.map((one) => [one.name, one.count, one.mean]) },
    ],
  });
}

function draw({ title, facts, bars, tables }: Sheet): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    info: { Title: title, Author: 'Atrium' },
  });
  pdf.registerFont('plain', join(FONTS, 'DejaVuSans.ttf')).registerFont('bold', join(FONTS, 'DejaVuSans-Bold.ttf'));
  pdf.font('bold').fontSize(9).fillColor(QUIET).text('ATRIUM SCHOOL', MARGIN, MARGIN, { characterSpacing: 1 });
  pdf.fontSize(20).fillColor(INK).text(title, { width: WIDTH }).moveDown(0.6);
  drawFacts(pdf, facts);
  if (bars) drawBars(pdf, bars);
  for (const { head, rows } of tables) drawTable(pdf, head, rows);
  numberPages(pdf);
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts))).on('error', reject);
    pdf.end();
  });
}

function drawFacts(pdf: PDFKit.PDFDocument, facts: Sheet['facts']): void {
  const top = pdf.y;
  const width = WIDTH / Math.max(facts.length, 4);
  facts.forEach(([name, value], index) => {
    const x = MARGIN + index * width;
    pdf.font('plain').fontSize(8).fillColor(QUIET).text(name, x, top, { width });
    pdf
      .font('bold')
      .fontSize(14)
      .fillColor(INK)
      .text(shown(value), x, top + 12, { width });
  });
  pdf.y = top + 48;
}

function drawBars(pdf: PDFKit.PDFDocument, bars: readonly BucketDto[]): void {
  const top = pdf.y;
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const width = WIDTH / bars.length;
  bars.forEach(({ from, to, count }, index) => {
    const x = MARGIN + index * width;
    const height = (count / most) * (CHART - 24);
    pdf.rect(x + 4, top + CHART - height, width - 8, height).fill(BAR);
    const centred = { width, align: 'center' as const, lineBreak: false };
    pdf
      .font('plain')
      .fontSize(7)
      .fillColor(INK)
      .text(String(count), x, top + CHART - height - 11, centred);
    pdf.fillColor(QUIET).text(`${from}–${to}`, x, top + CHART + 5, centred);
  });
  pdf
    .moveTo(MARGIN, top + CHART)
    .lineTo(MARGIN + WIDTH, top + CHART)
    .strokeColor(QUIET)
    .lineWidth(0.5)
    .stroke();
  pdf.y = top + CHART + 32;
}

function drawTable(pdf: PDFKit.PDFDocument, head: readonly string[], rows: readonly (readonly Cell[])[]): void {
  const bottom = pdf.page.height - MARGIN - ROW;
  if (pdf.y + 3 * ROW > bottom) pdf.addPage();
  drawRow(pdf, head, true);
  for (const row of rows) {
    if (pdf.y > bottom) {
      pdf.addPage();
      drawRow(pdf, head, true);
    }
    drawRow(pdf, row, false);
  }
  pdf.y += ROW;
}

/** The last two columns are numbers, at the right; the others share what they leave. */
function drawRow(pdf: PDFKit.PDFDocument, cells: readonly Cell[], isHead: boolean): void {
  const top = pdf.y;
  const number = 60;
  const text = (WIDTH - 2 * number) / (cells.length - 2);
  let x = MARGIN;
  cells.forEach((cell, index) => {
    const isNumber = index >= cells.length - 2;
    const width = isNumber ? number : text;
    pdf
      .font(isHead ? 'bold' : 'plain')
      .fontSize(9)
      .fillColor(isHead ? QUIET : INK);
    const options = { width: width - 6, height: ROW - 8, ellipsis: true, align: isNumber ? 'right' : 'left' } as const;
    pdf.text(isNumber && !isHead && index === cells.length - 1 ? shown(cell) : String(cell ?? ''), x, top + 5, options);
    x += width;
  });
  pdf
    .moveTo(MARGIN, top + ROW)
    .lineTo(MARGIN + WIDTH, top + ROW)
    .strokeColor(LINE)
    .lineWidth(0.5)
    .stroke();
  pdf.y = top + ROW;
}

function numberPages(pdf: PDFKit.PDFDocument): void {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0; // else the line below the margin begins another page
    const options = { width: WIDTH, align: 'right' as const, lineBreak: false };
    pdf
      .font('plain')
      .fontSize(8)
      .fillColor(QUIET)
      .text(`${page + 1} / ${count}`, MARGIN, pdf.page.height - 36, options);
  }
}

/** Means with two digits, counts as they are, a dash for nothing. */
function shown(value: Cell): string {
  if (value === null) return '–';
  return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(2) : String(value);
}
