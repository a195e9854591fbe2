import type { LogRef, Place } from './sources/log-source';

/** `<file>.<from>.<to>.<mark>.<µs>`, each in base 36; the last is empty where the line has no time. */
const PLACE = /^([0-9a-z]*)\.([0-9a-z]{1,11})\.([0-9a-z]{1,11})\.([0-9a-z]{1,7})\.([0-9a-z]{0,11})$/;

/** One word for a log, in ids. */
export const keyOf = ({ pod, container, previous }: LogRef): string =>
  `${pod}/${container}${previous ? '/previous' : ''}`;

/** Where each followed log goes on, as one word: what a client gives back as `Last-Event-ID`. */
export function encodeId(places: ReadonlyMap<string, Place>): string {
  return [...places].map(([key, place]) => `${key}@${encodePlace(place)}`).join(',');
}

/** null where it is none of ours. */
export function decodeId(id: string): Map<string, Place> | null {
  const places = new Map<string, Place>();
  for (const part of id.split(',')) {
    const at = part.lastIndexOf('@');
    const place = decodePlace(part.slice(at + 1));
    if (at < 1 || !place) return null;
    places.set(part.slice(0, at), place);
  }
  return places;
}

function encodePlace({ file, from, to, mark, timeMs }: Place): string {
  const micros = timeMs === null ? '' : Math.round(timeMs * 1000).toString(36);
  return [file, from.toString(36), to.toString(36), mark.toString(36), micros].join('.');
}

function decodePlace(text: string): Place | null {
  const match = PLACE.exec(text);
  if (!match) return null;
  const [, file, from, to, mark, micros] = match;
  const number = (digits: string): number => parseInt(digits, 36);
  const timeMs = micros === '' ? null : number(micros) / 1000;
  return { file, from: number(from), to: number(to), mark: number(mark), timeMs };
}
