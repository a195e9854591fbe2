import type { components } from '../../shell/api';

export type LogLine = components['schemas']['LogLine'];
const HIDDEN = new Set(['msg', 'message', 'time', 'timestamp', '@timestamp', 'ts', 'level', 'severity']);

/** What matters of a line first, the rest of its members after it. */
export function partsOf({ text, fields }: LogLine): readonly [message: string, rest: string] {
  const members = (fields ?? {}) as Record<string, unknown>;
  const message = members.msg ?? members.message;
  if (typeof message !== 'string') return [text, ''];
  const rest = Object.entries(members).filter(([name]) => !HIDDEN.has(name));
  return [
    message,
    rest.map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`).join(' '),
  ];
}

/** The pieces of a text, those that were looked for by themselves. @param words in small letters; none marks nothing */
export function pieces(text: string, words: string): readonly { text: string; isFound: boolean }[] {
  const found: { text: string; isFound: boolean }[] = [];
  let from = 0;
  const small = text.toLowerCase();
  for (let at = words ? small.indexOf(words) : -1; at !== -1; at = small.indexOf(words, from)) {
    if (at > from) found.push({ text: text.slice(from, at), isFound: false });
    found.push({ text: text.slice(at, at + words.length), isFound: true });
    from = at + words.length;
  }
  if (from < text.length) found.push({ text: text.slice(from), isFound: false });
  return found;
}
