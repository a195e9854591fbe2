/** The longest that another server may ask us to wait for. */
const MOST_S = 86_400;

/** Seconds that a `Retry-After` asks for, in either of its forms (RFC 9110 section 10.2.3), a day at most; null for none. */
export function retryAfter(header: string | undefined, nowMs: number): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  const seconds = /^\d+$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - nowMs) / 1000);
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 0), MOST_S);
}
