const MAX_UNITS = 255;
/** Control characters, and those that turn or hide text: U+202E makes `gpj.exe` of `exe.jpg`. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Joiners belong to words (Persian, scripts of India) and to emoji; beside a Latin letter or at an end they only hide. */
const IDLE_JOINER = /(?<![^\x00-\x7f\s])[\u200c\u200d]+|[\u200c\u200d]+(?![^\x00-\x7f\s])/gu;

/** A client's name of a file, fit to be shown and given back: NFC, without folders and unseen characters, never empty. */
export function cleanName(given: string): string {
  const last = given.normalize('NFC').replace(UNSEEN, '').replace(IDLE_JOINER, '').split(/[/\\]/).pop() ?? '';
  const name = last.replace(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '');
  return name === '' ? 'file' : shorten(name);
}

/** The part after the last dot, in small letters; empty when there is none. */
export function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1].toLowerCase() ?? '';
}

/** Keeps the extension, and whole characters. */
function shorten(name: string): string {
  if (name.length <= MAX_UNITS) return name;
  const extension = /\.[^.]{1,20}$/.exec(name)?.[0] ?? '';
  const kept = name
    .slice(0, MAX_UNITS - extension.length)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(IDLE_JOINER, '');
  return `${kept}${extension}`;
}
