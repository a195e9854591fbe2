/** What is looked for, as tsqueries. */
export interface SearchText {
  /** All words, or their beginnings, must be there. */
  readonly match: string;
  /** Each that is there adds to the rank. */
  readonly rank: string;
  /** Each that is there as a whole word adds once more. */
  readonly whole: string;
}

/** A word that was asked for: the beginning of one there is, or else near ones. */
export interface AskedWord {
  readonly word: string;
  readonly known: boolean;
  /** Those most alike by trigrams, the nearest first. */
  readonly similar: readonly string[];
}

const MAX_MEANT = 5;
const MAX_WORDS = 8;

/** SQL of the longest words of a text, as documents have them: small letters without accents. @param text in SQL */
export const askedWords = (text: string): string =>
  `SELECT word FROM unnest(tsvector_to_array(to_tsvector('simple', search_text(${text})))) AS word
   ORDER BY length(word) DESC, word LIMIT ${MAX_WORDS}`;

/** The asked words as a search; null when one of them is nowhere near any there is, or there is none. */
export function searchOf(words: readonly AskedWord[]): SearchText | null {
  const meanings = words.map(({ word, known, similar }) => (known ? [word] : meant(word, similar)).map(quoted));
  if (meanings.length === 0 || meanings.some((group) => group.length === 0)) return null;
  const groups = meanings.map((group, index) => (words[index].known ? `${group[0]}:*` : `( ${group.join(' | ')} )`));
  return { match: groups.join(' & '), rank: groups.join(' | '), whole: meanings.flat().join(' | ') };
}

/**
 * The words that may be meant: of those similar the nearest, one edit away from three to five letters, two from more.
 * What is still being typed is held against their beginnings.
 */
export function meant(word: string, similar: readonly string[]): string[] {
  if (word.length < 3) return [];
  const allowed = word.length > 5 ? 2 : 1;
  const near = similar
    .map((one) => ({ one, edits: Math.min(edits(word, one), edits(word, one.slice(0, word.length)) + 0.5) }))
    .filter((candidate) => candidate.edits <= allowed + 0.5);
  const least = Math.min(...near.map((candidate) => candidate.edits));
  return near
    .filter((candidate) => candidate.edits < least + 1)
    .slice(0, MAX_MEANT)
    .map(({ one }) => one);
}

/** Insertions, deletions, changes and swaps of neighbours from one to the other (optimal string alignment distance). */
export function edits(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(changed, last[j] + 1, row[j - 1] + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length];
}

const quoted = (word: string): string => `'${word.replace(/['\\]/g, '$&$&')}'`;
