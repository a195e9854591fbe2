import type { ByteSource } from './byte-source';
import type { Budget } from './log-source';

/** One line of a file as it stands there: what a container wrote may be several of them. */
export interface RawLine {
  /** Which file it is of. */
  readonly file: string;
  readonly text: string;
  /** Its bytes where they are no text by themselves: a character may go on in the next line. */
  readonly bytes: Buffer | null;
  /** Offsets of its first byte, and of the first byte of what follows it. */
  readonly from: number;
  readonly to: number;
  /** Fingerprint of its last bytes. */
  readonly mark: number;
  /** Whether its line break has been written. */
  readonly ended: boolean;
}

export const CHUNK_BYTES = 65_536;
/** Of a longer line the beginning is kept. */
export const MAX_LINE_BYTES = 65_536;
export const CUT = ' … [cut]';
const BROKEN = '\ufffd';
const NEWLINE = 10;
const RETURN = 13;
const MARKED_BYTES = 64;

/** The lines before an offset, the newest first, in batches of what one read brings. */
export async function* piecesBackwards(block: ByteSource, end: number, budget?: Budget): AsyncGenerator<RawLine[]> {
  let at = end;
  let lineEnd = end; // of the line whose beginning is still to be found
  let ended = false;
  let rest: Buffer[] = []; // what is known of it, in the order of the file
  let restBytes = 0;
  const take = (from: number, head: Buffer): RawLine | null => {
    const bytes = rest.length > 0 ? Buffer.concat([head, ...rest]) : head;
    rest = [];
    restBytes = 0;
    // Behind the last line break there is no line.
    return lineEnd === from && !ended ? null : pieceOf(block, bytes, from, lineEnd, ended);
  };
  while (at > 0) {
    const size = Math.min(CHUNK_BYTES, at);
    if (budget && !budget.take(size)) return;
    at -= size;
    const chunk = await block.read(at, size);
    const batch: RawLine[] = [];
    let stop = chunk.length;
    for (let found = lastNewline(chunk, stop); found !== -1; found = lastNewline(chunk, stop)) {
      const piece = take(at + found + 1, chunk.subarray(found + 1, stop));
      if (piece) batch.push(piece);
      stop = found;
      lineEnd = at + found;
      ended = true;
    }
    if (stop > 0) rest.unshift(chunk.subarray(0, stop));
    restBytes += stop;
    if (restBytes > 2 * MAX_LINE_BYTES) {
      const kept = Buffer.concat(rest).subarray(0, MAX_LINE_BYTES + 1);
      rest = [kept];
      restBytes = kept.length;
    }
    if (at === 0) {
      const piece = take(0, Buffer.alloc(0));
      if (piece) batch.push(piece);
    }
    if (batch.length > 0) yield batch;
  }
}

/** The lines from an offset on, up to what there is now; the last batch ends with the line that has no end yet, if there is one. */
export async function* piecesForwards(block: ByteSource, start: number): AsyncGenerator<RawLine[]> {
  let at = start;
  let from = start;
  let rest: Buffer[] = [];
  let restBytes = 0;
  for (;;) {
    const chunk = await block.read(at, CHUNK_BYTES);
    if (chunk.length === 0) break;
    const batch: RawLine[] = [];
    let begin = 0;
    for (let found = chunk.indexOf(NEWLINE); found !== -1; found = chunk.indexOf(NEWLINE, begin)) {
      const tail = chunk.subarray(begin, found);
      batch.push(pieceOf(block, rest.length > 0 ? Buffer.concat([...rest, tail]) : tail, from, at + found, true));
      if (rest.length > 0) [rest, restBytes] = [[], 0];
      begin = found + 1;
      from = at + begin;
    }
    if (begin < chunk.length && restBytes <= MAX_LINE_BYTES) {
      rest.push(chunk.subarray(begin));
      restBytes += chunk.length - begin;
    }
    at += chunk.length;
    if (batch.length > 0) yield batch;
  }
  if (at > from) yield [pieceOf(block, Buffer.concat(rest), from, at, false)];
}

/** Fingerprint of the end of some text: FNV-1a. */
export function markOf(bytes: Buffer): number {
  let hash = 0x811c9dc5;
  for (let at = Math.max(0, bytes.length - MARKED_BYTES); at < bytes.length; at++) {
    hash = Math.imul(hash ^ bytes[at], 0x01000193);
  }
  return hash >>> 0;
}

function pieceOf({ file }: ByteSource, bytes: Buffer, from: number, end: number, ended: boolean): RawLine {
  const isLong = bytes.length > MAX_LINE_BYTES;
  const stop = isLong ? MAX_LINE_BYTES : bytes.length - (bytes[bytes.length - 1] === RETURN ? 1 : 0);
  const text = isLong ? textUpTo(bytes, stop) : bytes.toString('utf8', 0, stop);
  // Of a long line the end is not always at hand: its beginning tells it.
  const mark = markOf(isLong ? bytes.subarray(0, MARKED_BYTES) : bytes);
  const broken = !isLong && text.includes(BROKEN) ? Buffer.from(bytes.subarray(0, stop)) : null;
  return { file, text: isLong ? text + CUT : text, bytes: broken, from, to: ended ? end + 1 : end, mark, ended };
}

/** The whole characters among the first bytes. */
export function textUpTo(bytes: Buffer, stop: number): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, stop), { stream: true });
}

function lastNewline(chunk: Buffer, before: number): number {
  return before === 0 ? -1 : chunk.lastIndexOf(NEWLINE, before - 1);
}
