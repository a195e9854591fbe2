import { randomBytes, timingSafeEqual } from 'node:crypto';
import { hotp, otpauthURL } from 'speakeasy';

const STEP_MS = 30_000;
const DIGITS = 6;
/** 160 bits, as long as the HMAC (RFC 4226 section 4, R6). */
const SECRET_BYTES = 20;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A new random secret, base32 (RFC 4648 section 6): 32 characters. */
export function newTotpSecret(): string {
  const bits = [...randomBytes(SECRET_BYTES)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32[parseInt(five, 2)]).join('');
}

/** What an authenticator app reads from the QR code. @param account whose it is, as the app will show it */
export function totpUri(secret: string, account: string): string {
  return otpauthURL({
    secret,
    encoding: 'base32',
    type: 'totp',
    label: `Atrium:${encodeURIComponent(account)}`,
    issuer: 'Atrium',
    algorithm: 'sha1',
    digits: DIGITS,
    period: STEP_MS / 1000,
  });
}

/** The number of the 30-second step since 1970 (RFC 6238 section 4.2). */
export function stepAt(atMs: number): number {
  return Math.floor(atMs / STEP_MS);
}

/** The code of a step: six digits (RFC 4226 section 5.3). @param secret base32 */
export function codeOf(secret: string, step: number): string {
  return hotp({ secret, encoding: 'base32', counter: step, digits: DIGITS });
}

/**
 * Which step's code this is: the present or the previous one's (RFC 6238 section 5.2), or null. Whether the step was used
 * before is for the caller to see to. @param secret base32 @param code six ASCII digits
 */
export function stepOf(secret: string, code: string, nowMs: number): number | null {
  const present = stepAt(nowMs);
  return [present, present - 1].find((step) => step >= 0 && isEqual(codeOf(secret, step), code)) ?? null;
}

function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
