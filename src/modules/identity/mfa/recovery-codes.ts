import { randomInt } from 'node:crypto';

const COUNT = 10;
const HALF = 5;
/** Crockford's base 32 in small letters: nothing to mistake for another. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ten new random codes of 50 bits, as `7k2m9-x4q8d`. */
export function newRecoveryCodes(): string[] {
  const codes = new Set<string>();
  while (codes.size < COUNT) codes.add(`${half()}-${half()}`);
  return [...codes];
}

/** Whether it has the form of a recovery code and not of an app's. */
export function isRecoveryCode(code: string): boolean {
  return code.includes('-');
}

/** As it was made, however it was typed. */
export function normalised(code: string): string {
  return code.toLowerCase();
}

function half(): string {
  return Array.from({ length: HALF }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
