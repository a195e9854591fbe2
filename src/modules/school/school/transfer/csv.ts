import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';

/** One record of a CSV text (RFC 4180). */
export interface CsvRecord {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What is no CSV: where, and why. */
export class CsvFault extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

const DELIMITERS = [',', ';', '\t'];
const FAULTS: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'a cell in quotes does not end',
  INVALID_OPENING_QUOTE: 'a quotation mark within a cell that is not in quotes',
  CSV_INVALID_CLOSING_QUOTE: 'a cell goes on after its quotes',
};

/**
 * The records of a CSV file, those without anything in them left out: UTF-8, UTF-16 with BOM, else Windows-1252 (which has
 * Latin-1 in it); the delimiter of a first line `sep=;`, else `,` `;` or a tab, whichever the first line has most of; LF, CRLF or
 * CR; cells in quotes over several lines; blanks around cells do not count.
 * @throws CsvFault after the records before it
 */
export function* readCsv(bytes: Buffer): Generator<CsvRecord> {
  const decoder = new TextDecoder(encodingOf(bytes));
  // As a stream: else Node reads Windows-1252 as Latin-1.
  const text = decoder.decode(bytes, { stream: true }) + decoder.decode();
  const [named, sign] = NAMED.exec(text) ?? [''];
  const records: CsvRecord[] = [];
  let line = 1 + linesOf(named);
  let fault: CsvFault | null = null;
  try {
    parse(text.slice(named.length), {
      delimiter: sign ?? delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      trim: true,
      raw: true,
      on_record: (given) => {
        const { raw, record } = given as unknown as { raw: string; record: string[] }; // what `raw` makes of it
        if (record.some((cell) => cell !== '')) records.push({ line, cells: record });
        line += linesOf(raw);
        return null; // kept here, so not there
      },
    });
  } catch (error) {
    const message = error instanceof CsvError ? FAULTS[error.code] : undefined;
    if (!message) throw error;
    fault = new CsvFault(line, message);
  }
  yield* records;
  if (fault) throw fault;
}

const linesOf = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

function encodingOf(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return 'utf-16le';
  if (mark === 'feff') return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** What Excel writes and reads to name the delimiter. */
const NAMED = /^"?sep=(.)"?(?:\r\n|\r|\n)/i;

/** The delimiter of which the first line has most outside of quotes. */
export function delimiterOf(text: string): string {
  const [line] = text.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const count = (delimiter: string): number => line.split(delimiter).length;
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
}
