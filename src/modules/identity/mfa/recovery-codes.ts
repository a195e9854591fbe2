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

/**
 * A code of an app or a recovery code as it was made, however it was typed: without blanks, in small letters, with its dash, and
 * with letters that Crockford's alphabet lacks as the digits they look like.
 */
export function codeAsMade(typed: string): string {
  const code = typed.replace(/[\s\p{Pd}\p{Default_Ignorable_Code_Point}]/gu, '').toLowerCase();
  if (code.length !== 2 * HALF) return code;
  const plain = code.replaceAll('o', '0').replace(/[il]/g, '1');
  return `${plain.slice(0, HALF)}-${plain.slice(HALF)}`;
}

function half(): string {
  return Array.from({ length: HALF }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
