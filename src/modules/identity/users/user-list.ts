import { decodeCursor } from '../../../core/web/dto';
import { Statement, statement } from '../../../core/data/database';
import { isId } from '../../../core/kernel/runtime';
import type { UserQuery } from './dto/manage-users.dto';

export const USER_COLUMNS = `id, email, username, full_name AS "fullName", roles, permissions, is_active AS "isActive", email_verified_at AS "emailVerifiedAt",
  card_brand AS "cardBrand", card_last4 AS "cardLast4", created_at AS "createdAt", updated_at AS "updatedAt"`;

/** Ids are made in the order of creation. */
export const USER_SORT = '-created_at';

const isUuid = (value: unknown): boolean => typeof value === 'string' && isId(value);

/** The statement of a page, newest first, one more row than asked for. @throws Validation for a broken cursor */
export function userPageQuery(query: UserQuery): { statement: Statement; values: unknown[] } {
  const values: unknown[] = [];
  const conditions = ['deleted_at IS NULL'];
  const shape: string[] = [];
  const add = (name: string, value: unknown, condition: (place: string) => string): void => {
    shape.push(name);
    conditions.push(condition(`$${values.push(value)}`));
  };
  if (query.role) add('role', [query.role], (place) => `roles @> ${place}::text[]`);
  if (query.isActive !== undefined) add('active', query.isActive, (place) => `is_active = ${place}::boolean`);
  if (query.q) {
    const text = `$${values.push(query.q)}::text`;
    // Names without their accents, as they are typed: `jose` finds José.
    const name = `(trim(search_text(${text})) <> '' AND search_text(full_name) LIKE '%' || trim(search_text(${text})) || '%')`;
    add(
      'q',
      `%${query.q.replace(/[\\%_]/g, '\\$&')}%`,
      (place) => `(email ILIKE ${place} OR username ILIKE ${place} OR full_name ILIKE ${place} OR ${name})`,
    );
  }
  if (query.cursor) {
    const [id] = decodeCursor(query.cursor, USER_SORT, [isUuid]);
    add('after', id, (place) => `id < ${place}::uuid`);
  }
  const limit = `$${values.push(query.limit + 1)}::int`;
  const text = `SELECT ${USER_COLUMNS} FROM users WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ${limit}`;
  return { statement: statement(`users.page ${shape.join(' ')}`, text), values };
}
