export interface CsvRecord {
  /** On which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The records of a CSV text (RFC 4180), those without anything in them left out. The delimiter is the comma, semicolon or tab of which the
 * first line has most, or what a line `sep=;` before it says.
 */
export function readCsv(text: string): readonly CsvRecord[] {
  const whole = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const [named, said] = /^"?sep=(.)"?\n/i.exec(whole) ?? ['', ''];
  const source = whole.slice(named.length);
  const delimiter = said || delimiterOf(source.split('\n', 1)[0].replace(/"[^"]*"/g, ''));
  const records: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let cell = '';
  let inQuotes = false;
  let line = named ? 2 : 1;
  let begun = line;
  const endCell = (): void => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRecord = (): void => {
    endCell();
    if (cells.some((one) => one !== '')) records.push({ line: begun, cells });
    cells = [];
    begun = line;
  };
  for (let at = 0; at < source.length; at++) {
    const sign = source[at];
    if (sign === '\n') line++;
    if (inQuotes) {
      if (sign !== '"') cell += sign;
      else if (source[at + 1] === '"') cell += source[++at];
      else inQuotes = false;
    } else if (sign === '"' && cell.trim() === '') {
      cell = '';
      inQuotes = true;
    } else if (sign === delimiter) endCell();
    else if (sign === '\n') endRecord();
    else cell += sign;
  }
  endRecord();
  return records;
}

function delimiterOf(line: string): string {
  const count = (sign: string): number => line.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
