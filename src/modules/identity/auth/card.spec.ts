import { AppError } from '../../../core/kernel/errors';
import { passesLuhn, readCard } from './card';

describe('readCard', () => {
  it.each([
    ['4111 1111 1111 1111', 'visa', '1111'],
    ['4222-2222-2222-2', 'visa', '2222'],
    ['5555555555554444', 'mastercard', '4444'],
    ['2223003122003222', 'mastercard', '3222'],
    ['378282246310005', 'amex', '0005'],
    ['3056 930902 5904', 'diners', '5904'],
    ['3530111333300000', 'jcb', '0000'],
    ['6011111111111117', 'discover', '1117'],
    ['6240008631401148', 'unionpay', '1148'],
    ['6759649826438453', 'maestro', '8453'],
  ])('reads %s as %s', (number, brand, last4) => {
    expect(readCard(number)).toEqual({ brand, last4 });
  });

  it.each([
    ['a wrong check digit', '4111111111111112'],
    ['two digits swapped', '5555555555545444'],
    ['12 digits', '411111111116'],
    ['20 digits', '41111111111111111114'],
    ['a length its brand does not use', '41111111111116'],
    ['an unknown issuer', '9999999999999995'],
    ['zeros alone', '0000000000000000'],
    ['letters', '4111x1111y1111z1111'],
    ['dots between the groups', '4111.1111.1111.1111'],
    ['digits of another script', '٤١١١١١١١١١١١١١١١'],
    ['nothing', ''],
  ])('refuses %s', (_, number) => {
    const refused = problemOf(() => readCard(number));
    expect(refused.facts).toEqual({
      errors: [{ field: 'credit_card', code: 'card', message: 'is not a valid card number' }],
    });
  });

  it('does not quote the number it refuses', () => {
    const refused = problemOf(() => readCard('4111 1111 1111 1112'));
    expect(JSON.stringify([refused.message, refused.facts])).not.toMatch(/1111|1112/);
  });
});

describe('passesLuhn', () => {
  it('finds every single wrong digit', () => {
    const good = '4111111111111111';
    expect(passesLuhn(good)).toBe(true);
    for (let index = 0; index < good.length; index++) {
      for (let change = 1; change < 10; change++) {
        const wrong = (Number(good[index]) + change) % 10;
        expect(passesLuhn(`${good.slice(0, index)}${wrong}${good.slice(index + 1)}`)).toBe(false);
      }
    }
  });
});

function problemOf(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    return error as AppError;
  }
  throw new Error('Nothing was thrown');
}
