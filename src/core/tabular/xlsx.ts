import { Cell, CellKind, cellText, Column, Line } from './cell';
import type { SheetWriter } from './sheet-writer';
import { ZipWriter } from './zip';

/** What Excel holds: ECMA-376 and its own limits. */
const MAX_TEXT = 32_767;
export const XLSX_MAX_LINES = 1_048_575;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Of the currencies there are (ISO 4217): none of JPY, three of KWD, four of CLF. */
const DECIMALS = [0, 1, 2, 3, 4];
const MONEY_FORMAT = 166;
const formatXml = (digits: number): string =>
  `<numFmt numFmtId="${MONEY_FORMAT + digits}" formatCode="#,##0${digits === 0 ? '' : `.${'0'.repeat(digits)}`}"/>`;

const PARTS: readonly (readonly [name: string, xml: string])[] = [
  [
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    'xl/styles.xml',
    `<styleSheet xmlns="${MAIN}"><numFmts count="${2 + DECIMALS.length}"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>` +
      `<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/>${DECIMALS.map(formatXml).join('')}</numFmts>` +
      '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
      `<cellXfs count="${4 + DECIMALS.length}"><xf/><xf fontId="1" applyFont="1"/>` +
      '<xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/>' +
      `${DECIMALS.map((digits) => `<xf numFmtId="${MONEY_FORMAT + digits}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`,
  ],
];
const BOLD = 1;
/** By place among `cellXfs`. */
const STYLES: Partial<Record<CellKind, number>> = { day: 2, time: 3 };
/** Of money without decimals; one more for each of them. */
const MONEY = 4;
const WIDTHS: Record<CellKind, number> = {
  text: 30,
  word: 14,
  id: 38,
  integer: 10,
  decimal: 10,
  money: 14,
  boolean: 8,
  day: 12,
  time: 20,
};

/**
 * A table as a workbook (ECMA-376) of one sheet. Text is always text, never a formula; instants are UTC.
 * @throws Error beyond `XLSX_MAX_LINES`
 */
export function xlsxWriter(title: string, columns: readonly Column[]): SheetWriter {
  const zip = new ZipWriter();
  const letters = columns.map((_, index) => letterOf(index));
  let row = 0;
  const rowOf = (line: Line): string => {
    row += 1;
    return `<row r="${row}">${line.map((cell, index) => cellXml(`${letters[index]}${row}`, columns[index].kind, cell)).join('')}</row>`;
  };
  function* begin(): Generator<Buffer> {
    const workbook = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escapeXml(sheetName(title))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
    for (const [name, xml] of [...PARTS, ['xl/workbook.xml', workbook] as const]) {
      yield zip.entry(name);
      yield zip.write(XML + xml);
    }
    yield zip.entry('xl/worksheets/sheet1.xml');
    const widths = columns.map(
      ({ kind }, n) => `<col min="${n + 1}" max="${n + 1}" width="${WIDTHS[kind]}" customWidth="1"/>`,
    );
    row += 1;
    const head = columns.map((column, index) => textXml(`${letters[index]}${row}`, column.title, BOLD)).join('');
    yield zip.write(
      `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>` +
        `</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${head}</row>`,
    );
  }
  const begun = (): Buffer => (row === 0 ? Buffer.concat([...begin()]) : Buffer.alloc(0));
  return {
    write: (lines) => {
      const first = begun();
      if (row + lines.length > XLSX_MAX_LINES + 1) throw new Error('More lines than a sheet has');
      return Buffer.concat([first, zip.write(lines.map(rowOf).join(''))]);
    },
    end: () => Buffer.concat([begun(), zip.write('</sheetData></worksheet>'), zip.end()]),
  };
}

function cellXml(at: string, kind: CellKind, cell: Cell): string {
  if (cell === null) return '';
  const style = kind === 'money' ? moneyStyle(String(cell)) : STYLES[kind];
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  const number = numberOf(kind, cell);
  if (number === null) return textXml(at, cellText(cell));
  return `<c r="${at}"${style === undefined ? '' : ` s="${style}"`}><v>${number}</v></c>`;
}

/** As many decimals as the exact text has, which are those of its currency. */
function moneyStyle(amount: string): number {
  const digits = amount.split('.')[1]?.length ?? 0;
  return MONEY + Math.min(digits, DECIMALS.length - 1);
}

/** What a cell holds as a number: also a day or an instant, in days since the end of 1899. */
function numberOf(kind: CellKind, cell: Exclude<Cell, null>): number | string | null {
  if (cell instanceof Date) return serial(cell.getTime());
  if (kind === 'day') return serial(Date.parse(`${String(cell)}T00:00:00Z`));
  if (kind === 'money' && /^-?\d+(\.\d+)?$/.test(String(cell))) return String(cell);
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
}

const serial = (ms: number): number => ms / 86_400_000 + 25_569;

function textXml(at: string, text: string, style?: number): string {
  const whole = escapeXml(text.slice(0, MAX_TEXT));
  return `<c r="${at}" t="inlineStr"${style === undefined ? '' : ` s="${style}"`}><is><t xml:space="preserve">${whole}</t></is></c>`;
}

/** Also what XML cannot hold at all: as Excel writes it, `_x001F_`. */
function escapeXml(text: string): string {
  return text
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (sign) => {
      return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    })
    .toWellFormed();
}

/** A to Z, then AA. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** Excel refuses some signs in it, and more than 31 of them. */
const sheetName = (title: string): string => title.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31) || 'Sheet';
