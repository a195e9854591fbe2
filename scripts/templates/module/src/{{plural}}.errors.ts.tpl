import { defineError } from '../../../core/kernel/errors';

export const {{Singular}}NotFound = defineError('{{singularSnake}}_not_found', 404, 'There is no such {{singularWords}}.');
export const {{Singular}}TitleTooLong = defineError<{ max: number }>(
  '{{singularSnake}}_title_too_long',
  422,
  ({ max }) => `The title may have at most ${max} characters.`,
);
