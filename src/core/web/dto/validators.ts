import { ValidateBy, ValidationOptions } from 'class-validator';
import { isId } from '../../kernel/runtime';
import { isOneLine, isTimeZone, isVisible } from '../../kernel/text';

const DAY = /^(19|20|21)\d{2}-\d{2}-\d{2}$/;
const MONEY = /^\d{1,12}(\.\d{1,4})?$/;

/** Well-formed Unicode without NUL, which PostgreSQL cannot hold. */
export const IsText = (options: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'text',
      validator: { validate: (value) => typeof value === 'string' && !value.includes('\0') && value.isWellFormed() },
    },
    options,
  );

/** Shows something. */
export const IsVisible = (options: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    { name: 'visible', validator: { validate: (value) => typeof value === 'string' && isVisible(value) } },
    { ...options, message: 'must not be blank' },
  );

/** One line, without signs that turn the direction of what follows. */
export const IsOneLine = (options: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    { name: 'oneLine', validator: { validate: (value) => typeof value === 'string' && isOneLine(value) } },
    { ...options, message: 'must be one line of text, without signs that change its direction' },
  );

export const IsId = (options: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'uuid', validator: { validate: (value) => typeof value === 'string' && isId(value) } }, options);

/** A name of the IANA time zone database. */
export const IsTimeZone = (options: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    { name: 'timeZone', validator: { validate: (value) => typeof value === 'string' && isTimeZone(value) } },
    options,
  );

/** A decimal string of at most 12 digits before and 4 after the point; the currency decides how many it allows. */
export const IsMoney = (options: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    { name: 'money', validator: { validate: (value) => typeof value === 'string' && MONEY.test(value) } },
    options,
  );

/** A day of the calendar from 1900 to 2199, `2026-01-31`. */
export const IsDay = (options: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'day', validator: { validate: (value) => typeof value === 'string' && isDay(value) } }, options);

export function isDay(text: string): boolean {
  const start = new Date(`${text}T00:00:00Z`);
  return DAY.test(text) && !Number.isNaN(start.getTime()) && start.toISOString().startsWith(text); // no 30 February
}

/** A number of at most so many digits after the point, as its shortest text has them. */
export const IsDecimal = (digits: number, options: ValidationOptions): PropertyDecorator => {
  const form = new RegExp(`^-?\\d+(\\.\\d{1,${digits}})?$`);
  return ValidateBy(
    { name: 'decimal', validator: { validate: (value) => typeof value === 'number' && form.test(String(value)) } },
    options,
  );
};
