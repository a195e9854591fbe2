/** A text with its escapes undone. */
export interface Unescaped {
  readonly text: string;
  /** Where in the escaped text each character (UTF-16 unit) of this one begins; one more for the end. */
  readonly places: Int32Array;
}

const ESCAPE = /\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|["'\\/bfnrt])|%[0-9a-f]{2}/i;
const ALL = new RegExp(ESCAPE.source, 'gi');
const SHORT: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Undoes JSON's escapes and those of URLs (each byte a character), one level of them; null where there are none. */
export function unescaped(text: string): Unescaped | null {
  if (!ESCAPE.test(text)) return null;
  const places = new Int32Array(text.length + 1);
  const parts: string[] = [];
  let length = 0;
  let at = 0;
  const keep = (to: number): void => {
    if (to > at) parts.push(text.slice(at, to));
    for (; at < to; at++) places[length++] = at;
  };
  for (const { 0: escape, index } of text.matchAll(ALL)) {
    keep(index);
    parts.push(meaningOf(escape));
    places[length++] = index;
    at = index + escape.length;
  }
  keep(text.length);
  places[length] = text.length;
  return { text: parts.join(''), places };
}

function meaningOf(escape: string): string {
  if (escape.startsWith('%')) return String.fromCharCode(parseInt(escape.slice(1), 16));
  if (escape.length > 2) return String.fromCharCode(parseInt(escape.slice(2), 16));
  return SHORT[escape[1]] ?? escape[1];
}
