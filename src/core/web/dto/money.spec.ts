import { AppError } from '../../kernel/errors';
import { currencyDigits, formatMoney, parseMoney } from './money';

describe('currencyDigits', () => {
  // Also where everyday use, and so `Intl`, has fewer than ISO 4217.
  it.each([
    ['USD', 2],
    ['EUR', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['CLP', 0],
    ['KWD', 3],
    ['TND', 3],
    ['IQD', 3],
    ['RSD', 2],
    ['LBP', 2],
    ['CLF', 4],
  ])('%s has %i', (currency, digits) => {
    expect(currencyDigits(currency)).toBe(digits);
  });
});

describe('formatMoney', () => {
  it.each([
    [99_999, 'USD', '999.99'],
    [0, 'USD', '0.00'],
    [5, 'USD', '0.05'],
    [-5, 'USD', '-0.05'],
    [1500, 'JPY', '1500'],
    [1, 'KWD', '0.001'],
    [Number.MAX_SAFE_INTEGER, 'USD', '90071992547409.91'],
  ])('%i %s is %s', (minor, currency, text) => {
    expect(formatMoney(minor, currency)).toBe(text);
  });
});

describe('parseMoney', () => {
  it.each([
    ['999.99', 'USD', 99_999],
    ['0.1', 'USD', 10],
    ['1', 'USD', 100],
    ['0.30', 'USD', 30],
    ['1.1000', 'USD', 110],
    ['1500', 'JPY', 1500],
    ['1500.00', 'JPY', 1500],
    ['0.001', 'KWD', 1],
    ['999999999999.99', 'USD', 99_999_999_999_999],
  ])('%s %s is %i', (text, currency, minor) => {
    expect(parseMoney(text, currency, 'price')).toBe(minor);
  });

  it('is exact where binary fractions are not', () => {
    const sum = parseMoney('0.1', 'USD', 'price') + parseMoney('0.2', 'USD', 'price');
    expect(formatMoney(sum, 'USD')).toBe('0.30');
    const amounts = Array.from({ length: 100_000 }, (_, minor) => minor);
    expect(amounts.filter((minor) => parseMoney(formatMoney(minor, 'USD'), 'USD', 'price') !== minor)).toEqual([]);
  });

  it.each([
    ['0.001', 'USD'],
    ['1.5', 'JPY'],
    ['0.0001', 'KWD'],
    ['90071992547409.92', 'USD'],
    ['9007199254740992', 'JPY'],
  ])('refuses %s %s, naming the field', (text, currency) => {
    try {
      parseMoney(text, currency, 'items.0.price');
    } catch (error) {
      expect((error as AppError).facts.errors).toMatchObject([{ field: 'items.0.price', code: 'money' }]);
      return;
    }
    throw new Error('It was taken');
  });
});
