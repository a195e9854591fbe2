import { createHash } from 'node:crypto';

/** Milliseconds of 2026-01-05T08:00:00Z, the moment every demo id claims to have been made. */
const DEMO_EPOCH_MS = Date.UTC(2026, 0, 5, 8);

/**
 * A repeatable random generator for demo data: the same seed always gives the same sequence. Not for secrets.
 * The numbers come from mulberry32; the seed is hashed first, so that similar seeds give unrelated sequences.
 */
export class SeededRandom {
  private state: number;

  constructor(seed: string | number) {
    this.state = createHash('sha256').update(String(seed)).digest().readUInt32BE(0);
  }

  /** A number from 0 up to, but not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number between `min` and `max`, both included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  /** One element, each equally likely. Throws a RangeError when the list is empty. */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('Cannot pick from an empty list.');
    return list[this.int(0, list.length - 1)];
  }

  /**
   * One value of `[value, weight]` pairs, each as likely as its share of the sum of the weights; they need not add up
   * to 1. Throws a RangeError when no weight is positive.
   */
  weighted<T>(choices: ReadonlyArray<readonly [value: T, weight: number]>): T {
    const possible = choices.filter(([, weight]) => weight > 0);
    if (possible.length === 0) throw new RangeError('At least one weight must be positive.');
    let rest = this.next() * possible.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of possible) {
      rest -= weight;
      if (rest < 0) return value;
    }
    return possible[possible.length - 1][0]; // only reached through rounding
  }

  /** A shuffled copy; the list itself stays as it is. */
  shuffle<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let last = copy.length - 1; last > 0; last--) {
      const other = this.int(0, last);
      [copy[last], copy[other]] = [copy[other], copy[last]];
    }
    return copy;
  }
}

/**
 * The id of the `n`-th demo row of a kind, such as `demoId('product', 17)`: a valid UUID v7 that never changes.
 * Its time is one fixed instant in January 2026 unless given, its random bits come from SHA-256 (RFC 9562 section 5.7).
 */
export function demoId(kind: string, n: number, atMs = DEMO_EPOCH_MS): string {
  const bytes = createHash('sha256').update(`${kind}:${n}`).digest().subarray(0, 16);
  bytes.writeUIntBE(atMs, 0, 6);
  bytes[6] = 0x70 | (bytes[6] & 0x0f); // version 7
  bytes[8] = 0x80 | (bytes[8] & 0x3f); // variant 10
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
