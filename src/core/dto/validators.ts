import { ValidateBy, ValidationOptions } from 'class-validator';
import { isId } from '../runtime';

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

export const IsId = (options: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'uuid', validator: { validate: (value) => typeof value === 'string' && isId(value) } }, options);

/** A decimal string of at most 12 digits before and 4 after the point; the currency decides how many it allows. */
export const IsMoney = (options: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    { name: 'money', validator: { validate: (value) => typeof value === 'string' && MONEY.test(value) } },
    options,
  );
