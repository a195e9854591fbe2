import { Validation } from '../../../core/kernel/errors';

/** What is kept of a card. */
export interface Card {
  readonly brand: string;
  readonly last4: string;
}

/** Issuer prefixes (ISO/IEC 7812) of the brands known here, with the lengths they use. */
const BRANDS: readonly { brand: string; prefix: RegExp; lengths: readonly number[] }[] = [
  { brand: 'amex', prefix: /^3[47]/, lengths: [15] },
  { brand: 'diners', prefix: /^3(0[0-5]|[689])/, lengths: [14, 16, 17, 18, 19] },
  { brand: 'jcb', prefix: /^35(2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  { brand: 'visa', prefix: /^4/, lengths: [13, 16, 19] },
  { brand: 'mastercard', prefix: /^(5[1-5]|2(22[1-9]|2[3-9]|[3-6]|7[01]|720))/, lengths: [16] },
  { brand: 'discover', prefix: /^6(011|4[4-9]|5)/, lengths: [16, 17, 18, 19] },
  { brand: 'unionpay', prefix: /^62/, lengths: [16, 17, 18, 19] },
  { brand: 'maestro', prefix: /^(5018|5020|5038|6304|6759|676[1-3])/, lengths: [13, 14, 15, 16, 17, 18, 19] },
];

/**
 * Brand and last four digits of a card number; spaces and dashes are dropped.
 * @throws Validation unless it has 13 to 19 digits, a right check digit and the prefix of a known issuer
 */
export function readCard(number: string): Card {
  const digits = number.replace(/[\s-]/g, '');
  const known = BRANDS.find(({ prefix, lengths }) => prefix.test(digits) && lengths.includes(digits.length));
  if (!/^\d{13,19}$/.test(digits) || !known || !passesLuhn(digits)) {
    throw new Validation({ errors: [{ field: 'credit_card', code: 'card', message: 'is not a valid card number' }] });
  }
  return { brand: known.brand, last4: digits.slice(-4) };
}

/** Check digit by Luhn (ISO/IEC 7812-1 annex B). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
