import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 4096;
const RANDOM_BYTES = 10;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;
let lastMs = 0;
let sequence = 0;

/**
 * A new UUID v7 (RFC 9562 section 5.7): milliseconds, then a 12-bit counter so that ids of one process sort by birth,
 * then 62 random bits.
 */
export function newId(nowMs = Date.now()): string {
  if (used + RANDOM_BYTES > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  if (nowMs > lastMs) {
    lastMs = nowMs;
    sequence = pool.readUInt16BE(used) & 0x7ff;
  } else if (++sequence > 0xfff) {
    lastMs += 1;
    sequence = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const counter = (0x7000 | sequence).toString(16);
  const variant = ((pool.readUInt16BE(used + 2) & 0x3fff) | 0x8000).toString(16);
  const tail = pool.toString('hex', used + 4, used + 10);
  used += RANDOM_BYTES;
  return `${time.slice(0, 8)}-${time.slice(8)}-${counter}-${variant}-${tail}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Whether the text is a UUID of any version (RFC 9562). */
export function isId(text: string): boolean {
  return UUID.test(text);
}
