import type { ApiBodyOptions } from '@nestjs/swagger';
import { FieldIssue, Validation } from '../../../../core/kernel/errors';

const MAX_ITEMS = 100_000;
const NAMED = 10;

export const VALUES_BODY: ApiBodyOptions = {
  required: true,
  schema: {
    type: 'array',
    maxItems: MAX_ITEMS,
    items: { type: 'object', properties: { value: { type: 'number' } }, additionalProperties: false },
    example: [{ value: 1.5 }, { value: 2 }, {}],
  },
};

/**
 * The numbers of `[{"value": 1.5}, …]`; a missing value is 0. By hand, and not by a DTO, since there may be a hundred
 * thousand. @throws Validation naming the first ten that are unacceptable
 */
export function readValues(items: unknown): number[] {
  if (!Array.isArray(items)) throw refused([{ field: '', code: 'array', message: 'must be a list' }]);
  if (items.length > MAX_ITEMS) {
    throw refused([{ field: '', code: 'max_items', message: `at most ${MAX_ITEMS} items` }]);
  }
  const issues: FieldIssue[] = [];
  const values = items.map((item: unknown, index) => {
    const issue = issues.length < NAMED ? issueOf(item, index) : null;
    if (issue) issues.push(issue);
    return (item as { value?: number } | null)?.value ?? 0;
  });
  if (issues.length > 0) throw refused(issues);
  return values;
}

function issueOf(item: unknown, index: number): FieldIssue | null {
  if (item === null || typeof item !== 'object' || Array.isArray(item)) {
    return { field: String(index), code: 'object', message: 'must be an object' };
  }
  for (const name of Object.keys(item)) {
    if (name !== 'value') return { field: `${index}.${name}`, code: 'unknown', message: 'there is no such field' };
  }
  const { value } = item as { value?: unknown };
  if (value === undefined || (typeof value === 'number' && Number.isFinite(value))) return null;
  return { field: `${index}.value`, code: 'number', message: 'must be a number' };
}

const refused = (errors: FieldIssue[]): Error => new Validation({ errors });
