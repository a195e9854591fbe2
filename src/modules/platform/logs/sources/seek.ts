import type { ByteSource } from './byte-source';
import { CHUNK_BYTES } from './pieces';

/**
 * Where in a file, whose lines come in the order of their times, those of a time are: `before` is the offset of a line so
 * that all earlier ones are too early, `after` one so that it and all later ones are not. Exact to a chunk, by halving.
 */
export async function seekTime(
  block: ByteSource,
  timeMs: number,
  timeOf: (line: string) => number | null,
  side: 'before' | 'after',
): Promise<number> {
  let before = 0;
  let after = await block.size();
  while (after - before > CHUNK_BYTES) {
    const middle = Math.floor((before + after) / 2);
    const found = await firstTimed(block, middle, timeOf);
    if (!found || found.at >= after) break;
    if (found.timeMs < timeMs) before = found.at;
    else after = found.at;
  }
  return side === 'before' ? before : after;
}

async function firstTimed(
  block: ByteSource,
  from: number,
  timeOf: (line: string) => number | null,
): Promise<{ at: number; timeMs: number } | null> {
  const chunk = await block.read(from, CHUNK_BYTES);
  for (let start = chunk.indexOf('\n') + 1; start > 0;) {
    const end = chunk.indexOf('\n', start);
    if (end === -1) return null;
    const timeMs = timeOf(chunk.toString('utf8', start, end));
    if (timeMs !== null) return { at: from + start, timeMs };
    start = end + 1;
  }
  return null;
}
