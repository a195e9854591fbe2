import type { Operation } from '../dto/task.dto';

/** `digits` divided by ten to the power of `scale`. */
interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const AVERAGE_PLACES = 10;
const TELL_EVERY = 5000;

/**
 * Exact on decimals: 0.1 + 0.2 is 0.3. An average has ten places, or as many as its values have, rounded half to even.
 * @param values finite
 * @returns text where a number of JSON would not be read as exactly this
 */
export function aggregate(
  values: ArrayLike<number>,
  operation: Operation,
  progress: (percent: number) => void = () => undefined,
): number | string {
  const count = values.length;
  if (operation === 'count' || count === 0) return operation === 'count' ? count : 0;
  const sum = sumOf(values, progress);
  return toJson(operation === 'sum' ? sum : average(sum, count));
}

function sumOf(values: ArrayLike<number>, progress: (percent: number) => void): Decimal {
  const parts: Decimal[] = [];
  let scale = 0;
  for (let index = 0; index < values.length; index++) {
    const part = decimalOf(values[index]);
    scale = Math.max(scale, part.scale);
    parts.push(part);
  }
  const powers = new Map<number, bigint>();
  let digits = 0n;
  for (const [index, part] of parts.entries()) {
    const missing = scale - part.scale;
    let power = powers.get(missing);
    if (power === undefined) powers.set(missing, (power = 10n ** BigInt(missing)));
    digits += part.digits * power;
    if (index % TELL_EVERY === 0) progress((100 * index) / parts.length);
  }
  return { digits, scale };
}

/** The shortest decimal that is read as this number: what the client wrote, up to 15 digits. */
function decimalOf(value: number): Decimal {
  const [mantissa, exponent = '0'] = String(value).split('e');
  const [whole, fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

function average({ digits, scale }: Decimal, count: number): Decimal {
  const places = Math.max(AVERAGE_PLACES, scale);
  const shifted = digits * 10n ** BigInt(places - scale);
  const by = BigInt(count);
  const quotient = shifted / by;
  const twice = 2n * abs(shifted % by);
  const up = twice > by || (twice === by && quotient % 2n !== 0n);
  return { digits: quotient + (up ? (shifted < 0n ? -1n : 1n) : 0n), scale: places };
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

function toJson(decimal: Decimal): number | string {
  const text = textOf(decimal);
  const number = Number(text);
  return Number.isFinite(number) && textOf(decimalOf(number)) === text ? number : text;
}

/** Plain, without an exponent or zeros at the end. */
function textOf({ digits, scale }: Decimal): string {
  const all = abs(digits)
    .toString()
    .padStart(scale + 1, '0');
  const whole = all.slice(0, all.length - scale);
  const fraction = all.slice(all.length - scale).replace(/0+$/, '');
  return `${digits < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}
