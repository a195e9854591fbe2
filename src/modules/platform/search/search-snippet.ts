import type { SearchSnippetPartDto } from './dto/search.dto';

/** A word that was looked for, in small letters without accents. */
export interface SoughtWord {
  readonly word: string;
  /** Whether words that begin with it are meant too. */
  readonly isPrefix: boolean;
}

const LENGTH = 220;
const BEFORE = 60;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const MAX_WORDS = 8;
/** Letters that have no accent to take off, as PostgreSQL's unaccent reads them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
};

/**
 * A text around its first match, cut into parts that match and parts that do not. Nothing is escaped: parts are plain text.
 * @param text a piece of the whole @param cut whether there is more before and behind it
 */
export function snippetOf(
  text: string,
  sought: readonly SoughtWord[],
  cut: { readonly before: boolean; readonly after: boolean },
): SearchSnippetPartDto[] {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return [];
  const words = [...line.matchAll(WORD)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  const matches = words.filter(({ word }) => isSought(fold(word), sought));
  // Not in the middle of a word.
  const first = matches[0]?.start ?? 0;
  const start = words.find(({ start: at }) => at >= first - BEFORE)?.start ?? 0;
  const from = start <= (words[0]?.start ?? 0) && !cut.before ? 0 : start;
  const rest = line.length - from > LENGTH ? words.filter(({ end }) => end <= from + LENGTH).pop()?.end : undefined;
  const to = rest !== undefined && rest > from ? rest : Math.min(line.length, from + LENGTH);
  const parts: SearchSnippetPartDto[] = [];
  let at = from;
  for (const match of matches.filter(({ start: one, end }) => one >= from && end <= to)) {
    if (match.start > at) parts.push({ text: line.slice(at, match.start), isMatch: false });
    parts.push({ text: line.slice(match.start, match.end), isMatch: true });
    at = match.end;
  }
  if (at < to) parts.push({ text: line.slice(at, to), isMatch: false });
  return withEllipses(parts, from > 0 || cut.before, to < line.length || cut.after);
}

/** The longest words of what was typed, each once: nearly as PostgreSQL reads them (`askedWords`). */
export function wordsOf(text: string): string[] {
  const words = [...new Set(text.match(WORD)?.map(fold))].filter((word) => word !== '');
  return words.sort((a, b) => b.length - a.length).slice(0, MAX_WORDS);
}

/** Small letters without accents, as the words are that are looked for. */
export function fold(word: string): string {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[ßæœøđðþłħı]/g, (letter) => LETTERS[letter]);
}

function isSought(word: string, sought: readonly SoughtWord[]): boolean {
  return sought.some((one) => (one.isPrefix ? word.startsWith(one.word) : word === one.word));
}

function withEllipses(parts: SearchSnippetPartDto[], before: boolean, after: boolean): SearchSnippetPartDto[] {
  const [first, last] = [parts[0], parts[parts.length - 1]];
  if (before && first.isMatch) parts.unshift({ text: '… ', isMatch: false });
  else if (before) parts[0] = { ...first, text: `… ${first.text}` };
  if (after && last.isMatch) parts.push({ text: ' …', isMatch: false });
  else if (after) parts[parts.length - 1] = { ...parts[parts.length - 1], text: `${parts[parts.length - 1].text} …` };
  return parts;
}
