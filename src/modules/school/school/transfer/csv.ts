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
const BLANK = /[ \t\u00a0]/;

/**
 * The records of a CSV file, those without anything in them left out: UTF-8, UTF-16 with BOM, else Windows-1252 (which has
 * Latin-1 in it); the delimiter of a first line `sep=;`, else `,` `;` or a tab, whichever the first line has most of; LF, CRLF or
 * CR; cells in quotes over several lines; blanks around cells do not count.
 * @throws CsvFault
 */
export function* readCsv(bytes: Buffer): Generator<CsvRecord> {
  const reader = new CsvReader();
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    yield* reader.read(decoder.decode(bytes.subarray(at, at + SLICE_BYTES), { stream: true }));
  }
  yield* reader.read(decoder.decode());
  yield* reader.end();
}

function encodingOf(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return 'utf-16le';
  if (mark === 'feff') return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** What Excel writes and reads to name the delimiter. */
const NAMED = /^"?sep=(.)"?(\r\n|\r|\n)/i;

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
  private hasContent = false;
  private line = 1;
  private startLine = 1;
  private afterReturn = false;

  *read(given: string): Generator<CsvRecord> {
    if (given === '') return;
    const text = this.delimiter ? given : this.begin(given);
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

  /** Finds out the delimiter. @returns the text without a line that only names it */
  private begin(text: string): string {
    const [line, named, end] = NAMED.exec(text) ?? [''];
    this.delimiter = named ?? delimiterOf(text);
    if (line === '') return text;
    this.startLine = ++this.line;
    this.afterReturn = end === '\r';
    return text.slice(line.length);
  }

  private readQuoted(char: string, isSecondHalf: boolean): void {
    if (char === '"') this.state = 'closed';
    else this.cell += char;
    if ((char === '\n' && !isSecondHalf) || char === '\r') this.line += 1;
  }

  private readPlain(char: string): void {
    if (char === this.delimiter) {
      this.endCell();
    } else if (BLANK.test(char) && this.state !== 'plain') {
      return; // before a cell, or behind its quotes
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
    const cell = this.state === 'plain' ? this.cell.trimEnd() : this.cell;
    this.hasContent ||= cell !== '';
    this.cells.push(cell);
    this.cell = '';
    this.state = 'start';
  }

  private *endRecord(): Generator<CsvRecord> {
    this.endCell();
    const { cells, startLine: line } = this;
    const { hasContent } = this;
    this.cells = [];
    this.hasContent = false;
    if (hasContent) yield { line, cells };
  }
}
