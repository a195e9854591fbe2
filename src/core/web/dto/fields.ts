import type { Type } from '@nestjs/common';
import { Float, ID, Int } from '@nestjs/graphql';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import {
  IsBoolean,
  IsDate,
  IsDefined,
  IsEmail,
  IsIn,
  IsInt,
  IsObject,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { DateTimeScalar, DecimalScalar, JsonScalar } from '../graphql/scalars';
import { cleanEmail, cleanText, cleanTimeZone } from '../../kernel/text';
import { build, Common, ListOptions, Shape } from './build-field';
import { IsDay, IsDecimal, IsId, IsMoney, IsOneLine, IsText, IsTimeZone, IsVisible } from './validators';

interface TextOptions extends Common {
  min?: number;
  max: number;
  pattern?: RegExp;
  /** The pattern in the words of a person. */
  shape?: string;
  format?: string;
  /**
   * What it is to a person. `typed` loses outer blanks, which keyboards add; `text` shows something, too; a `name` is also one
   * line. All are composed (NFC).
   */
  as?: 'typed' | 'text' | 'name';
  /** Another form in place of that of `as`; `max` and `pattern` are of what it gives, so the documents do not tell of them. */
  clean?: (text: string) => string;
}

function textShape(options: TextOptions): Shape {
  const { min = 1, max, pattern, shape, as } = options;
  const isShown = min > 0 && (as === 'text' || as === 'name');
  return {
    kind: 'string',
    graphql: () => String,
    clean: options.clean ?? (as && cleanText),
    openapi: {
      type: 'string',
      minLength: min || undefined,
      maxLength: options.clean ? undefined : max,
      pattern: options.clean ? undefined : (pattern ?? (isShown ? /\S/ : undefined))?.source,
      format: options.format ?? (options.secret ? 'password' : undefined),
    },
    checks: (each) => [
      IsText({ ...each, message: 'must be text' }),
      ...(min > 0 ? [MinLength(min, { ...each, message: `at least ${min} characters` })] : []),
      MaxLength(max, { ...each, message: `at most ${max} characters` }),
      ...(pattern ? [Matches(pattern, { ...each, message: shape ?? 'has the wrong form' })] : []),
      ...(isShown ? [IsVisible(each)] : []),
      ...(as === 'name' ? [IsOneLine(each)] : []),
    ],
  };
}

/** Text of `min` (1) to `max` UTF-16 units, without NUL. */
export const StringField = (options: TextOptions): PropertyDecorator => build(options, textShape(options), false);

export const StringListField = (options: TextOptions & ListOptions): PropertyDecorator =>
  build(options, textShape(options), true);

/** One of a few words. */
export const EnumField = (of: readonly string[], options: Common = {}): PropertyDecorator =>
  build(options, enumShape(of), false);

export const EnumListField = (of: readonly string[], options: ListOptions = {}): PropertyDecorator =>
  build(options, enumShape(of), true);

function enumShape(of: readonly string[]): Shape {
  return {
    kind: 'string',
    graphql: () => String,
    openapi: { type: 'string', enum: [...of] },
    checks: (each) => [IsIn([...of], { ...each, message: `one of ${of.join(', ')}` })],
  };
}

/** An address as RFC 5321 has it, at most 254 characters, in the form of `cleanEmail`. */
export const EmailField = (options: Common = {}): PropertyDecorator =>
  build(
    options,
    {
      ...textShape({ max: 254 }),
      clean: cleanEmail,
      openapi: { type: 'string', format: 'email', maxLength: 254 },
      checks: () => [IsEmail({}, { message: 'must be an e-mail address' })],
    },
    false,
  );

/** A time zone by its name in the IANA database. */
export const TimeZoneField = (options: Common = {}): PropertyDecorator =>
  build(
    { example: 'Europe/Madrid', ...options },
    {
      ...textShape({ max: 64 }),
      clean: cleanTimeZone,
      openapi: { type: 'string', maxLength: 64 },
      checks: () => [IsTimeZone({ message: 'must be a time zone such as Europe/Madrid' })],
    },
    false,
  );

const ID_SHAPE: Shape = {
  kind: 'id',
  graphql: () => ID,
  openapi: { type: 'string', format: 'uuid', example: '0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a' },
  checks: (each) => [IsId({ ...each, message: 'must be a UUID' })],
};

/** A UUID, in the code always in small letters. */
export const IdField = (options: Common = {}): PropertyDecorator => build(options, ID_SHAPE, false);

/** At most `maxItems` (1000) UUIDs. */
export const IdListField = (options: ListOptions = {}): PropertyDecorator => build(options, ID_SHAPE, true);

/** A whole number of at most 32 bits. */
export const IntField = (options: Common & { min: number; max: number }): PropertyDecorator =>
  build(
    options,
    {
      kind: 'int',
      graphql: () => Int,
      openapi: { type: 'integer', minimum: options.min, maximum: options.max },
      checks: (each) => [
        IsInt({ ...each, message: 'must be a whole number' }),
        Min(options.min, { ...each, message: `at least ${options.min}` }),
        Max(options.max, { ...each, message: `at most ${options.max}` }),
      ],
    },
    false,
  );

export const BooleanField = (options: Common = {}): PropertyDecorator =>
  build(
    options,
    {
      kind: 'boolean',
      graphql: () => Boolean,
      openapi: { type: 'boolean' },
      checks: (each) => [IsBoolean({ ...each, message: 'must be true or false' })],
    },
    false,
  );

/** An exact amount as a decimal string; an input may also be a JSON number. Never a binary float in the code. */
export const MoneyField = (options: Common = {}): PropertyDecorator =>
  build(
    options,
    {
      kind: 'money',
      graphql: () => DecimalScalar,
      openapi: { type: 'string', pattern: '^\\d{1,12}(\\.\\d{1,4})?$' },
      checks: (each) => [IsMoney({ ...each, message: 'must be an amount such as 999.99' })],
    },
    false,
  );

/**
 * A number of at most `digits` (2) digits after the point, exactly as written; an input may also be its text. For amounts far
 * below 2^53 / 10^digits: multiply, round, and keep the whole number.
 */
export const DecimalField = (options: Common & { min: number; max: number; digits?: number }): PropertyDecorator => {
  const { min, max, digits = 2 } = options;
  return build(
    options,
    {
      kind: 'number',
      graphql: () => Float,
      openapi: { type: 'number', minimum: min, maximum: max },
      checks: (each) => [
        IsDecimal(digits, { ...each, message: `must be a number of at most ${digits} digits after the point` }),
        Min(min, { ...each, message: `at least ${min}` }),
        Max(max, { ...each, message: `at most ${max}` }),
      ],
    },
    false,
  );
};

/** A day of the calendar without a time, `2026-01-31`; text in the code too. */
export const DayField = (options: Common = {}): PropertyDecorator =>
  build(
    options,
    {
      kind: 'string',
      graphql: () => String,
      openapi: { type: 'string', format: 'date', example: '2026-01-31' },
      checks: (each) => [IsDay({ ...each, message: 'must be a day such as 2026-01-31' })],
    },
    false,
  );

/** An instant: `Date` in the code, ISO 8601 in UTC with `Z` on the wire. */
export const DateField = (options: Common = {}): PropertyDecorator =>
  build(
    options,
    {
      kind: 'date',
      graphql: () => DateTimeScalar,
      openapi: { type: 'string', format: 'date-time', example: '2026-01-31T12:00:00.000Z' },
      checks: (each) => [IsDate({ ...each, message: 'must be a time such as 2026-01-31T12:00:00Z' })],
    },
    false,
  );

/**
 * An object of any JSON, with the names of the wire; in an input it is for somebody else to check.
 * @param options `openapi` describes it more closely
 */
export const JsonField = (options: Common & { openapi?: ApiPropertyOptions } = {}): PropertyDecorator =>
  build(
    options,
    {
      kind: 'json',
      graphql: () => JsonScalar,
      openapi: options.openapi ?? { type: 'object', additionalProperties: true },
      checks: (each) => [IsObject({ ...each, message: 'must be an object' })],
    },
    false,
  );

function objectShape(type: () => Type): Shape {
  return {
    kind: 'object',
    graphql: type,
    openapi: {},
    nested: type,
    checks: (each) => [
      // `ValidateNested` lets an absent object pass.
      ...(each.each ? [] : [IsDefined({ message: 'must be an object' })]),
      ValidateNested({ ...each, message: 'must be an object' }),
    ],
  };
}

/** Another DTO within this one. */
export const ObjectField = (type: () => Type, options: Common = {}): PropertyDecorator =>
  build(options, objectShape(type), false);

export const ObjectListField = (type: () => Type, options: ListOptions = {}): PropertyDecorator =>
  build(options, objectShape(type), true);
