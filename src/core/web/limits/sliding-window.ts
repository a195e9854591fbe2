/** A window is counted in so many slices; a hit is forgotten between one window and one window and a slice later. */
export const SLICES = 12;

/** Adds hits to the shared count of a key. Answers whether the last of them was admitted, the count, ms until the oldest leaves. */
export const ADD_HITS = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local window, limit, hits = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local slice = window / ${SLICES}
local index = math.floor(now / slice)
local kept = redis.call('HGETALL', KEYS[1])
local total, oldest = 0, index
for i = 1, #kept, 2 do
  local at = tonumber(kept[i])
  if at < index - ${SLICES} then
    redis.call('HDEL', KEYS[1], kept[i])
  else
    total = total + tonumber(kept[i + 1])
    if at < oldest then oldest = at end
  end
end
local admitted = 1
if total + hits > limit then
  hits = hits - 1
  admitted = 0
end
if hits > 0 then
  redis.call('HINCRBY', KEYS[1], string.format('%d', index), hits)
  redis.call('PEXPIRE', KEYS[1], math.ceil(window + 2 * slice))
end
return { admitted, total + hits, math.ceil((oldest + ${SLICES} + 1) * slice - now) }
`;

/** The same count within one process, for the time without Redis. Never admits more than the limit in any window. */
export class LocalWindow {
  private readonly slices = new Map<number, number>();

  constructor(private readonly windowMs: number) {}

  /** @returns hits in the window, and ms until the oldest leaves it */
  count(nowMs: number): { hits: number; freeInMs: number } {
    const slice = this.windowMs / SLICES;
    const index = Math.floor(nowMs / slice);
    let hits = 0;
    let oldest = index;
    for (const [at, number] of this.slices) {
      if (at < index - SLICES) this.slices.delete(at);
      else {
        hits += number;
        oldest = Math.min(oldest, at);
      }
    }
    return { hits, freeInMs: Math.ceil((oldest + SLICES + 1) * slice - nowMs) };
  }

  add(nowMs: number): void {
    const index = Math.floor(nowMs / (this.windowMs / SLICES));
    this.slices.set(index, (this.slices.get(index) ?? 0) + 1);
  }
}
