import type { CsvRecord } from '../../shell/list/read-csv';

/** A file as spreadsheets save it: UTF-8, UTF-16 with a mark, else Windows-1252. */
export function textOf(bytes: ArrayBuffer): string {
  const [a, b] = new Uint8Array(bytes.slice(0, 2));
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The same words but for case, blanks, accents and signs: `Full Name` is `full_name`. */
const tidy = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/**
 * Which of our columns each of theirs is, as far as their names tell.
 * @param ours each with other words for it @returns by the place of theirs; empty: not taken over
 */
export function guessColumns(
  theirs: readonly string[],
  ours: readonly { readonly name: string; readonly words: readonly string[] }[],
): string[] {
  const free = new Set(ours);
  return theirs.map((their) => {
    const found = [...free].find(({ name, words }) => [name, ...words].some((word) => tidy(word) === tidy(their)));
    if (!found) return '';
    free.delete(found);
    return found.name;
  });
}

/**
 * The file as the server reads it: our names above, columns without one left out, each record on the line on which it was, so that what is
 * wrong is told by the lines of the file.
 * @param names by place; empty: left out
 */
export function remapped(records: readonly CsvRecord[], names: readonly string[]): string {
  const kept = names.flatMap((name, at) => (name === '' ? [] : [at]));
  let text = '';
  let line = 1;
  for (const [n, record] of records.entries()) {
    const cells = n === 0 ? names : record.cells;
    const extra = n === 0 ? [] : record.cells.slice(names.length).filter((cell) => cell !== '');
    const row = [...kept.map((at) => cells[at] ?? ''), ...extra].map(quoted).join(',');
    const gap = Math.max(0, record.line - line);
    text += `${'\n'.repeat(gap)}${row}\n`;
    line += gap + row.split('\n').length;
  }
  return text;
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
