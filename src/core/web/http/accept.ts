interface Range {
  readonly type: string;
  readonly quality: number;
}

/**
 * Which of our media types suits an `Accept` best (RFC 9110 section 12.5.1): the highest quality, then the one named most
 * exactly, then the first of ours; null when none is wanted. Without the header, the first.
 */
export function accepted(accept: string | undefined, ours: readonly string[]): string | null {
  if (accept === undefined || accept.trim() === '') return ours[0];
  const ranges = accept.split(',').map(rangeOf);
  let best: { type: string; quality: number; rank: number } | null = null;
  for (const type of ours) {
    const [range] = ranges.filter((one) => rankOf(one.type, type) > 0).sort(byRank(type));
    if (!range || range.quality <= 0) continue;
    const rank = rankOf(range.type, type);
    const isBetter = !best || range.quality > best.quality || (range.quality === best.quality && rank > best.rank);
    if (isBetter) best = { type, quality: range.quality, rank };
  }
  return best?.type ?? null;
}

function rangeOf(text: string): Range {
  const [type, ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((one) => one.startsWith('q='));
  return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
}

/** How exactly a range names a type; 0 when it does not. */
function rankOf(range: string, type: string): number {
  if (range === type) return 3;
  if (range === `${type.split('/', 1)[0]}/*`) return 2;
  return range === '*/*' ? 1 : 0;
}

const byRank =
  (type: string) =>
  (a: Range, b: Range): number =>
    rankOf(b.type, type) - rankOf(a.type, type);
