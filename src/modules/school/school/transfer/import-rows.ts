import type { Type } from '@nestjs/common';
import { dtoOf, parseInput } from '../../../../core/web/dto';
import { FieldIssue, Validation } from '../../../../core/kernel/errors';
import { unguarded } from '../../../../core/tabular';
import { CsvFault, CsvRecord, readCsv } from './csv';
import type { ImportRun, Placed } from './import-run';

const MAX_ROWS = 100_000;

/** The rows of a file that can be read, batch by batch; all others are issues of the run. */
export function* rowsOf<T extends object>(
  type: Type<T>,
  bytes: Buffer,
  run: ImportRun,
  size: number,
): Generator<Placed<T>[]> {
  let batch: Placed<T>[] = [];
  try {
    for (const row of readRows(type, bytes, run)) {
      if (batch.push(row) < size) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    run.refuse(error.line, null, 'csv', error.message);
  }
  if (batch.length > 0) yield batch;
}

function* readRows<T extends object>(type: Type<T>, bytes: Buffer, run: ImportRun): Generator<Placed<T>> {
  let header: readonly string[] | null = null;
  for (const record of readCsv(bytes)) {
    if (header) {
      const value = valueOf(type, header, record, run);
      if (value) yield { line: record.line, value };
    } else {
      header = headerOf(type, record, run);
      if (run.isRefused) return;
    }
    if (run.rows > MAX_ROWS) return run.refuse(record.line, null, 'too_many_rows', `more than ${MAX_ROWS} rows`);
  }
  if (!header) run.refuse(1, null, 'missing_header', 'the first line names the columns');
}

/** Names of columns are compared without case and outer blanks. */
function headerOf(type: Type, { line, cells }: CsvRecord, run: ImportRun): readonly string[] {
  const names = withoutTail(cells, 0).map((cell) => cell.trim().toLowerCase());
  const unknown = new Set(
    issuesOf(type, Object.fromEntries(names.map((name) => [name, ''])))
      .filter(isUnknown)
      .map(({ field }) => field),
  );
  names.forEach((name, index) => {
    if (unknown.has(name)) run.refuse(line, name, 'unknown_column', 'there is no such column');
    else if (names.indexOf(name) < index) run.refuse(line, name, 'duplicate_column', 'is named twice');
  });
  for (const { field } of issuesOf(type, {})) {
    if (!names.includes(field)) run.refuse(line, field, 'missing_column', 'this column is needed');
  }
  return names;
}

function valueOf<T extends object>(
  type: Type<T>,
  header: readonly string[],
  record: CsvRecord,
  run: ImportRun,
): T | null {
  run.rows += 1;
  const { line } = record;
  const cells = withoutTail(record.cells, header.length);
  if (cells.length !== header.length) {
    run.refuse(line, null, 'cells', `${cells.length} cells under ${header.length} columns`);
    return null;
  }
  const { byWire } = dtoOf(type);
  const given: [string, string][] = [];
  for (const [index, name] of header.entries()) {
    if (cells[index] === '') continue;
    const isNumber = NUMBERS.has(byWire.get(name)?.kind ?? '');
    const text = isNumber ? withPoint(cells[index]) : unguarded(cells[index]);
    if (text === null) {
      run.refuse(line, name, 'ambiguous', asking(cells[index]));
      return null;
    }
    given.push([name, text]);
  }
  try {
    return parseInput(type, Object.fromEntries(given), 'query');
  } catch (error) {
    for (const { field, code, message } of validationOf(error)) run.refuse(line, field, code, message);
    return null;
  }
}

const NUMBERS: ReadonlySet<string> = new Set(['int', 'number']);

/** Spreadsheets save columns that once had something in them: empty cells behind the last column are none. */
function withoutTail(cells: readonly string[], columns: number): readonly string[] {
  let length = cells.length;
  while (length > columns && cells[length - 1].trim() === '') length -= 1;
  return cells.slice(0, length);
}

/** A number whose decimal sign is a comma, with a point; null where the comma may be a sign for thousands. */
function withPoint(text: string): string | null {
  if (/^-?[1-9]\d{0,2},\d{3}$/.test(text)) return null;
  return /^-?\d+,\d+$/.test(text) ? text.replace(',', '.') : text;
}

const asking = (text: string): string =>
  `is it ${text.replace(',', '')} or ${text.replace(',', '.')}? Write the one that is meant`;

const isUnknown = ({ code }: FieldIssue): boolean => code === 'unknown';

function issuesOf(type: Type, raw: object): readonly FieldIssue[] {
  try {
    parseInput(type as Type<object>, raw, 'query');
    return [];
  } catch (error) {
    return validationOf(error);
  }
}

function validationOf(error: unknown): readonly FieldIssue[] {
  if (error instanceof Validation) return error.facts.errors as FieldIssue[];
  throw error;
}
