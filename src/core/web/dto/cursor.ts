import { Validation } from '../../kernel/errors/common.errors';

/** Where a page ended: the sort it was made for and the sort values of its last row. */
export function encodeCursor(sort: string, values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([sort, ...values])).toString('base64url');
}

/**
 * Reads a cursor back. @param checks one per value, in order
 * @throws Validation when it is broken or was made for another sort
 */
export function decodeCursor(
  cursor: string,
  sort: string,
  checks: readonly ((value: unknown) => boolean)[],
): (string | number)[] {
  try {
    const [of, ...values] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (of === sort && values.length === checks.length && checks.every((check, index) => check(values[index]))) {
      return values as (string | number)[];
    }
  } catch {
    // Not ours, as any other that fails above.
  }
  throw new Validation({ errors: [{ field: 'cursor', code: 'cursor', message: 'is not a cursor of this list' }] });
}
