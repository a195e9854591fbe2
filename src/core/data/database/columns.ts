import { Column, ColumnOptions } from 'typeorm';

/** Minor units of a currency: bigint in the database, a safe integer in the code. */
export function MoneyColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ type: 'bigint', transformer: { from: toSafeInteger, to: (value: unknown) => value }, ...options });
}

function toSafeInteger(value: string | null): number | null {
  if (value === null) return null;
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError('An amount in the database is beyond a safe integer');
  return number;
}
