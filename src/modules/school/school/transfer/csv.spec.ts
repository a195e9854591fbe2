import { SeededRandom } from '../../../../core/kernel/runtime/random';
import { csvLine, unguarded } from '../../../../core/tabular';
import { CsvFault, delimiterOf, readCsv } from './csv';

const read = (text: string | Buffer): string[][] => [...readCsv(Buffer.from(text))].map(({ cells }) => [...cells]);

describe('readCsv', () => {
  it('reads cells in quotes, with delimiters, quotes and line breaks in them', () => {
    expect(read('a,b\n"x, ""y""","one\r\ntwo"\n')).toEqual([
      ['a', 'b'],
      ['x, "y"', 'one\r\ntwo'],
    ]);
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('counts lines that end with %s, where each record begins', (_, end) => {
    const text = ['a,b', '', '"1', '2",x', 'y,z'].join(end);
    expect([...readCsv(Buffer.from(text))].map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it.each([
    [',', 'a,b;c,d'],
    [';', 'a;b;c,d'],
    ['\t', 'a\tb\tc,d'],
    [';', '"a,b,c,d";e'],
    [',', 'alone'],
  ])('finds the delimiter %j of %j', (delimiter, text) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });

  it('reads UTF-8 with and without BOM', () => {
    expect(read('\uFEFFname\nÆgir')).toEqual([['name'], ['Ægir']]);
    expect(read('name\nŁukasz')).toEqual([['name'], ['Łukasz']]);
  });

  it('reads what is no UTF-8 as Latin-1, with the signs of Windows', () => {
    expect(read(Buffer.from('name;x\nTomás;\x80', 'latin1'))).toEqual([
      ['name', 'x'],
      ['Tomás', '€'],
    ]);
  });

  it('reads a character that lies across two slices', () => {
    const long = 'x'.repeat(65_535);
    expect(read(`${long}é,b`)).toEqual([[`${long}é`, 'b']]);
  });

  it.each(['utf16le', 'utf-8'] as const)('reads what a spreadsheet saves, in %s', (encoding) => {
    const text = '\ufeffsep=;\r\nname; x ;"y" ;\r\n;;;\r\n \u5c0f\u660e ; "a;b" ;88,5;\r\n;;;\r\n';
    expect([...readCsv(Buffer.from(text, encoding))]).toEqual([
      { line: 2, cells: ['name', 'x', 'y', ''] },
      { line: 4, cells: ['\u5c0f\u660e', 'a;b', '88,5', ''] },
    ]);
  });

  it('reads UTF-16 of the other order', () => {
    expect(read(Buffer.from('\ufeffa,b\nć,d', 'utf16le').swap16())).toEqual([
      ['a', 'b'],
      ['ć', 'd'],
    ]);
  });

  it.each([
    ['a\n"b', 2, 'a cell in quotes does not end'],
    ['a\nb"c', 2, 'a quotation mark within a cell that is not in quotes'],
    ['a\n"b"c', 2, 'a cell goes on after its quotes'],
  ])('refuses %j', (text, line, message) => {
    let fault: unknown;
    try {
      read(text);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(CsvFault);
    expect(fault).toMatchObject({ line, message });
  });
});

describe('csvLine', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx'])('gives a spreadsheet nothing to compute of %j', (cell) => {
    expect(read(csvLine([cell]))).toEqual([[`'${cell}`]]);
  });

  it('is read again as it was, whatever the cells', () => {
    const random = new SeededRandom('csv');
    const pieces = ['a', 'é', '"', "'", ',', ';', '\t', '\r', '\n', '=', '-', ' ', 'Ł', '😀'];
    for (let round = 0; round < 500; round++) {
      const cells = Array.from({ length: 3 }, () =>
        Array.from({ length: random.int(0, 5) }, () => random.pick(pieces)).join(''),
      );
      if (cells.join('') === '') continue; // no record
      const text = csvLine(['a', 'b', 'c']) + csvLine(cells);
      expect(read(text)[1].map(unguarded)).toEqual(cells);
    }
  });
});
