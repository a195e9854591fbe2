import { domainToASCII } from 'node:url';

/** Something to see: more than blanks, controls and what fonts leave out. U+2800 is a blank of Braille. */
const VISIBLE = /[^\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u;
/** Ends a line, is no text, or turns the direction of what follows (UAX #9). */
const NO_NAME = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

export const isVisible = (text: string): boolean => VISIBLE.test(text);

/** Whether it can stand in a line of its own and beside others without changing how they read. */
export const isOneLine = (text: string): boolean => !NO_NAME.test(text);

/** Composed (NFC), without outer blanks; what is nothing but blanks stays, for a check to refuse it. */
export function cleanText(text: string): string {
  const normal = text.normalize('NFC');
  return normal.trim() || normal;
}

/** A name that somebody else's system gives: one line of it, at most `max` UTF-16 units; null when nothing is to be seen. */
export function nameFrom(text: string, max: number): string | null {
  const line = text.toWellFormed().replace(new RegExp(NO_NAME, 'gu'), ' ');
  const name = cleanText(line)
    .slice(0, max)
    .replace(/[\uD800-\uDBFF]$/, '') // half a character
    .trim();
  return isVisible(name) ? name : null;
}

/**
 * An e-mail address in one form: without outer blanks, composed before the `@`, an international domain in its ASCII form
 * (RFC 5891). What is no address is left as it is.
 */
export function cleanEmail(text: string): string {
  const email = cleanText(text);
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  if (at < 1 || isAscii(domain)) return email;
  return `${email.slice(0, at)}@${domainToASCII(domain) || domain}`;
}

/** A password as it is hashed: whatever keyboard it was typed on (NIST SP 800-63B 5.1.1.2). */
export const cleanPassword = (text: string): string => text.normalize('NFKC');

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);
