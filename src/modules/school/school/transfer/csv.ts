import { isUtf8 } from 'node:buffer';

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

const SLICE_BYTES = 65_536;
const DELIMITERS = [',', ';', '\t'];

/**
 * The records of a CSV file, empty lines left out: UTF-8 with or without BOM, else Windows-1252 (which has Latin-1 in it);
 * `,` `;` or a tab, whichever the first line has most of; LF, CRLF or CR; cells in quotes over several lines.
 * @throws CsvFault
 */
export function* readCsv(bytes: Buffer): Generator<CsvRecord> {
  const reader = new CsvReader();
  const decoder = new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252');
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    yield* reader.read(decoder.decode(bytes.subarray(at, at + SLICE_BYTES), { stream: true }));
  }
  yield* reader.read(decoder.decode());
  yield* reader.end();
}

/** The delimiter of which the first line has most outside of quotes. */
export function delimiterOf(text: string): string {
  const [line] = text.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const count = (delimiter: string): number => line.split(delimiter).length;
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** Reads texts as they come: the state between two characters is all it keeps. */
class CsvReader {
  private delimiter = '';
  private state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  private cells: string[] = [];
  private cell = '';
  private line = 1;
  private startLine = 1;
  private afterReturn = false;

  *read(text: string): Generator<CsvRecord> {
    if (text === '') return;
    this.delimiter ||= delimiterOf(text);
    for (const char of text) {
      const isSecondHalf = this.afterReturn && char === '\n';
      this.afterReturn = char === '\r';
      if (this.state === 'quoted') this.readQuoted(char, isSecondHalf);
      else if (char !== '\n' && char !== '\r') this.readPlain(char);
      else if (!isSecondHalf) {
        yield* this.endRecord();
        this.startLine = ++this.line;
      }
    }
  }

  *end(): Generator<CsvRecord> {
    if (this.state === 'quoted') throw new CsvFault(this.startLine, 'a cell in quotes does not end');
    yield* this.endRecord();
  }

  private readQuoted(char: string, isSecondHalf: boolean): void {
    if (char === '"') this.state = 'closed';
    else this.cell += char;
    if ((char === '\n' && !isSecondHalf) || char === '\r') this.line += 1;
  }

  private readPlain(char: string): void {
    if (char === this.delimiter) {
      this.endCell();
    } else if (char === '"' && this.state === 'plain') {
      throw new CsvFault(this.line, 'a quotation mark within a cell that is not in quotes');
    } else if (char === '"') {
      if (this.state === 'closed') this.cell += char; // two of them stand for one
      this.state = 'quoted';
    } else if (this.state === 'closed') {
      throw new CsvFault(this.line, 'a cell goes on after its quotes');
    } else {
      this.cell += char;
      this.state = 'plain';
    }
  }

  private endCell(): void {
    this.cells.push(this.cell);
    this.cell = '';
    this.state = 'start';
  }

  private *endRecord(): Generator<CsvRecord> {
    const isEmpty = this.cells.length === 0 && this.state === 'start';
    this.endCell();
    const { cells, startLine: line } = this;
    this.cells = [];
    if (!isEmpty) yield { line, cells };
  }
}
