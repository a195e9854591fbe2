import { randomBytes } from 'node:crypto';

/** Crockford's base 32: nothing that reads like something else. */
const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz';
const BYTES = 15;
const BITS = 5;
const GROUP = /.{4}/g;

/** A new password of 120 random bits, in six groups of four signs. */
export function newAppPassword(): string {
  let bits = BigInt(`0x${randomBytes(BYTES).toString('hex')}`);
  let text = '';
  for (let left = BYTES * 8; left > 0; left -= BITS) {
    text += SIGNS[Number(bits & 31n)];
    bits >>= BigInt(BITS);
  }
  return (text.match(GROUP) as string[]).join('-');
}

/** As it was made, however it was typed: case, blanks and dashes do not matter. */
export function asMade(typed: string): string {
  return typed.replace(/[\s-]+/g, '').toLowerCase();
}
