import { Validation } from '../../kernel/errors/common.errors';
import { fieldName } from '../../kernel/text/names';

/** Currencies whose digits after the point are not 2 (ISO 4217 list one). Not asked of `Intl`, which has other ones. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ...codes('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF', 0),
  ...codes('BHD IQD JOD KWD LYD OMR TND', 3),
  ...codes('CLF UYW', 4),
]);

function codes(currencies: string, digits: number): [string, number][] {
  return currencies.split(' ').map((currency) => [currency, digits]);
}

/** How many digits the currency has after the point (ISO 4217): 2 for USD, 0 for JPY. */
export function currencyDigits(currency: string): number {
  return DIGITS.get(currency) ?? 2;
}

/** Minor units as the exact decimal text with all the currency's digits: 99999 USD as `999.99`. */
export function formatMoney(minor: number, currency: string): string {
  const digits = currencyDigits(currency);
  if (digits === 0) return String(minor);
  const sign = minor < 0 ? '-' : '';
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/**
 * The decimal text as minor units. @param field the property named in the error
 * @throws Validation when the currency has fewer digits after the point, or the amount is beyond a safe integer
 */
export function parseMoney(text: string, currency: string, field: string): number {
  const digits = currencyDigits(currency);
  const [whole, fraction = ''] = text.split('.');
  const minor = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  if (/[1-9]/.test(fraction.slice(digits)) || !Number.isSafeInteger(minor)) {
    throw new Validation({
      errors: [
        { field: fieldName(field), code: 'money', message: `at most ${digits} digits after the point in ${currency}` },
      ],
    });
  }
  return minor;
}
