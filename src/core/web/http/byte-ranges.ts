/** A part of a content: positions of its first and last byte, from 0. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/** More separate ranges than this are refused: each costs a read and a header. */
export const MAX_RANGES = 16;

/**
 * The ranges that a `Range` header names in a content of so many bytes (RFC 9110 section 14.2): null when it is to be ignored, no
 * range when none can be satisfied. Ranges that overlap or touch are joined, so that no byte is sent twice.
 */
export function parseRanges(header: string, sizeBytes: number): ByteRange[] | null {
  const [unit, specs, ...rest] = header.split('=');
  if (unit.trim().toLowerCase() !== 'bytes' || specs === undefined || rest.length > 0) return null;
  const ranges: ByteRange[] = [];
  for (const spec of specs.split(',')) {
    const match = /^\s*(\d{0,15})-(\d{0,15})\s*$/.exec(spec);
    if (!match || (match[1] === '' && match[2] === '')) return null;
    const range = rangeOf(match[1], match[2], sizeBytes);
    if (range === 'wrong') return null;
    if (range) ranges.push(range);
  }
  const joined = join(ranges);
  return joined.length > MAX_RANGES ? [] : joined;
}

function rangeOf(first: string, last: string, sizeBytes: number): ByteRange | null | 'wrong' {
  if (first === '') {
    const suffix = Math.min(Number(last), sizeBytes);
    return suffix > 0 ? { from: sizeBytes - suffix, to: sizeBytes - 1 } : null;
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return 'wrong';
  if (from >= sizeBytes) return null;
  return { from, to: last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1) };
}

function join(ranges: readonly ByteRange[]): ByteRange[] {
  const joined: ByteRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const before = joined.at(-1);
    if (before && range.from <= before.to + 1) {
      joined[joined.length - 1] = { from: before.from, to: Math.max(before.to, range.to) };
    } else {
      joined.push(range);
    }
  }
  return joined;
}
