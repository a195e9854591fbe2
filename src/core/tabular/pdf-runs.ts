import bidiFactory from 'bidi-js';
import type { OwnFont, PdfFonts } from './pdf-fonts';

/** A part of a line that is set in one go: one font, one direction. */
export interface Run {
  /** As a font of the document is named. */
  readonly font: string;
  /** In the order in which it is read; where `whole` is set, in that which the font's layout turns into what is seen. */
  readonly text: string;
  /** Must not be set word by word: its words stand from right to left. */
  readonly whole: boolean;
  /** What is copied, where the glyphs do not say it; null where they do. */
  readonly copied: string | null;
}

export type Direction = 'ltr' | 'rtl';

/** Stands for a character that no font has. */
export const MISSING = '\ufffd';

/** The own fonts have them all, and they stand from left to right. */
const ORDINARY = /^[ -~\u00a0-\u024f\u0391-\u03a1\u03a3-\u03ce\u0400-\u0481\u048a-\u0513\u1e00-\u1efb–—‘-„…]*$/;
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Of no script of their own: they follow the letters around them. */
const COMMON = /^[\p{Script=Common}\p{Script=Inherited}]+$/u;
/** Scripts that the layout of a font sets from right to left by itself, each with rules of its own. */
const SCRIPTS = [
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /[\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}]/u,
];

const bidi = bidiFactory();
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader takes for one letter, whatever it is made of; at most so many. */
export function lettersOf(text: string, most = Infinity): string[] {
  if (isOrdinary(text)) return text.slice(0, most).split('');
  const found: string[] = [];
  for (const { segment } of letters.segment(text)) {
    if (found.length >= most) break;
    found.push(segment);
  }
  return found;
}

/** From where a text is read: from where its first letter is. */
export const directionOf = (text: string): Direction =>
  RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr';

/** Whether a line is set as it is in the own font. */
export const isOrdinary = (line: string): boolean => ORDINARY.test(line);

interface Piece {
  readonly font: string;
  readonly level: number;
  /** Index in `SCRIPTS`; -1 for any other, null for what has none. */
  readonly script: number | null;
  readonly letters: string[];
  readonly given: string[];
}

/** The runs of a line from left to right, as they are seen (UAX 9 decides the order). @param direction of what it is a line of */
export function runsOf(line: string, own: OwnFont, fonts: PdfFonts, direction = directionOf(line)): Run[] {
  if (isOrdinary(line)) return [{ font: own, text: line, whole: false, copied: null }];
  const pieces: Piece[] = [];
  for (const piece of piecesOf(line, own, fonts, direction)) {
    const last = pieces.at(-1);
    if (!last || !isOneRun(last, piece)) pieces.push(piece);
    else {
      last.letters.push(...piece.letters);
      last.given.push(...piece.given);
      if (last.script === null) pieces[pieces.length - 1] = { ...last, script: piece.script };
    }
  }
  return inSight(pieces).map((piece) => toRun(piece, own));
}

function isOneRun(a: Piece, b: Piece): boolean {
  return a.font === b.font && a.level === b.level && (a.script === b.script || a.script === null || b.script === null);
}

/** Each letter with the font that has it; a blank stays with the word before it. The blanks of emoji are as wide as they are. */
function* piecesOf(line: string, own: OwnFont, fonts: PdfFonts, direction: Direction): Generator<Piece> {
  const levels = RIGHT_TO_LEFT.test(line) ? bidi.getEmbeddingLevels(line, direction).levels : null;
  let before: string | null = null;
  for (const { segment, index } of letters.segment(line)) {
    const level = levels?.[index] ?? 0;
    const script = COMMON.test(segment) ? null : SCRIPTS.findIndex((one) => one.test(segment));
    const font: string | null =
      segment === ' ' && before !== null && before !== 'emoji' && fonts.has(before, ' ')
        ? before
        : fonts.nameFor(segment, own);
    if (font !== null) yield { font, level, script, letters: [segment], given: [segment] };
    else yield* apart(segment, own, fonts, level, script);
    before = font;
  }
}

/** A letter that no font has whole: what there is of it, and a sign for the rest. */
function* apart(letter: string, own: OwnFont, fonts: PdfFonts, level: number, script: number | null): Generator<Piece> {
  for (const one of letter) {
    const font = fonts.nameFor(one, own);
    yield { font: font ?? own, level, script, letters: [font === null ? MISSING : one], given: [one] };
  }
}

/** From the highest level down to the lowest odd one, what stands there or above is turned round (UAX 9, rule L2). */
function inSight(pieces: readonly Piece[]): Piece[] {
  const order = [...pieces];
  const highest = Math.max(0, ...order.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < order.length; from++) {
      let to = from;
      while (to < order.length && order[to].level >= level) to++;
      if (to - from > 1) order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = Math.max(from, to);
    }
  }
  return order;
}

/**
 * The layout of a font turns round what begins with a script that is written so, and nothing else. Readers put into order what
 * stands from the right; signs of India come in another order than they are read, and a letter of several characters has one glyph.
 */
function toRun({ font, level, script, letters, given }: Piece, own: OwnFont): Run {
  const isTurned = level % 2 === 1;
  const seen = isTurned ? letters.map((one) => bidi.getMirroredCharacter(one) ?? one) : letters;
  const turnsItself = script !== null && script >= 0;
  const text = isTurned === turnsItself ? seen.join('') : [...seen].reverse().join('');
  const whole = isTurned || turnsItself;
  const isSaid = whole || (font === own && !letters.includes(MISSING));
  return { font, text, whole, copied: isSaid ? null : given.join('') };
}
