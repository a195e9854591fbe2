import { inflateRawSync } from 'node:zlib';
import type { Column } from './cell';
import { csvLine, unguarded } from './csv';
import { xlsxWriter } from './xlsx';

const FORMULAS = [
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'],
  ...['＝1+1', '＋1', '－1', '＠SUM(A1)', '﹢1', '﹣1', '﹦1', '﹫x', '−1'],
  ...[' =1', '  +1', '\u00a0=1', '\u3000＝1', '\u200b=1', '\ufeff=1'],
];
const PLAIN = ['Ada', '1-2', 'a=b', '', ' two', 'ä+', '方＝', '#1', '%', '\u200bx'];

/** The parts of a workbook, by their names. */
async function parts(columns: readonly Column[], lines: string[][]): Promise<Map<string, string>> {
  const writer = xlsxWriter('Table', columns);
  const bytes = Buffer.concat([await writer.write(lines), await writer.end()]);
  const found = new Map<string, string>();
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  for (let at = bytes.readUInt32LE(end + 16); at < end;) {
    const [packed, name, extra, note] = [20, 28, 30, 32].map((place, n) => n === 0 ? bytes.readUInt32LE(at + place) : bytes.readUInt16LE(at + place)); // prettier-ignore
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    found.set(
      bytes.toString('utf8', at + 46, at + 46 + name),
      String(inflateRawSync(bytes.subarray(from, from + packed))),
    );
    at += 46 + name + extra + note;
  }
  return found;
}

const SHEET = 'xl/worksheets/sheet1.xml';

describe('cells of an export', () => {
  it.each(FORMULAS)('are guarded in CSV where a spreadsheet may compute %j, and come back as they were', (cell) => {
    const text = csvLine([cell]);
    expect(text.replace(/^"/, '')).toMatch(/^'/);
    expect(unguarded(`'${cell}`)).toBe(cell);
  });

  it.each(PLAIN)('are left alone in CSV: %j', (cell) => {
    expect(csvLine([cell])).not.toContain("'");
    expect(unguarded(cell)).toBe(cell);
  });

  it('are text in a workbook, never a formula', async () => {
    const sheet =
      (
        await parts(
          [{ name: 'a', title: 'A', kind: 'text' }],
          FORMULAS.map((cell) => [cell]),
        )
      ).get(SHEET) ?? '';
    expect(sheet).not.toMatch(/<f[ >]| t="(?!inlineStr)/);
    expect(sheet.match(/t="inlineStr"/g)).toHaveLength(FORMULAS.length + 1);
    expect(sheet).toContain('>＝1+1<');
  });

  it.each([
    ['12.345', '#,##0.000'],
    ['-1500', '#,##0'],
    ['9.50', '#,##0.00'],
    ['1.2345', '#,##0.0000'],
  ])('show money of %s with the digits of its currency', async (amount, format) => {
    const found = await parts([{ name: 'a', title: 'A', kind: 'money' }], [[amount]]);
    const [, style, value] = /<c r="A2" s="(\d+)"><v>([^<]+)</.exec(found.get(SHEET) ?? '') ?? [];
    const styles = found.get('xl/styles.xml') ?? '';
    const cells = /<cellXfs count="(\d+)">(.*)<\/cellXfs>/.exec(styles) ?? [];
    const xfs = cells[2].match(/<xf[^>]*\/>/g) ?? [];
    expect(Number(cells[1])).toBe(xfs.length);
    const id = /numFmtId="(\d+)"/.exec(xfs[Number(style)])?.[1];
    expect([value, new RegExp(`numFmtId="${id}" formatCode="([^"]+)"`).exec(styles)?.[1]]).toEqual([amount, format]);
  });
});
