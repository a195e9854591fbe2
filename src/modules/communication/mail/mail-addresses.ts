import { cleanEmail, textKey } from '../../../core/kernel/text';

const ADDRESS_MAX = 254;
const LOCAL_MAX = 64;
const PLAIN = /^[^\s<>,;:()"\\[\]@]+@[^\s<>,;:()"\\[\]@]+$/u;

/** A name and an address, as a header shows them. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** Whether it is one plain address: no list, no display name, no comment, no quotes, no line break. */
export function isOneAddress(text: string): boolean {
  if (text.length > ADDRESS_MAX || hasControl(text) || !PLAIN.test(text)) return false;
  const local = text.slice(0, text.lastIndexOf('@'));
  return Buffer.byteLength(local) <= LOCAL_MAX && !/^\.|\.$|\.\./.test(local) && isDomain(domainOf(text));
}

/** Whether there is a control character or one of Unicode's own line breaks. */
export function hasControl(text: string): boolean {
  return /[\p{Cc}\u2028\u2029]/u.test(text);
}

/** In small letters and ASCII. */
export function domainOf(address: string): string {
  const clean = cleanEmail(address);
  return clean.slice(clean.lastIndexOf('@') + 1).toLowerCase();
}

/** Equal for two ways to write one address. */
export const addressKey = (address: string): string => textKey(cleanEmail(address));

/** `Name <address>` or an address alone, as configuration has checked it. */
export function readMailbox(text: string): Mailbox {
  const match = /^(.*)<(.+)>$/.exec(text);
  return match ? { name: match[1].trim(), address: match[2] } : { name: '', address: text };
}

/** A name of the DNS, or `localhost`. */
function isDomain(domain: string): boolean {
  return (
    domain.length <= 253 && /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/.test(domain)
  );
}
