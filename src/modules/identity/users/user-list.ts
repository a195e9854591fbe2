import { orderById } from '../../../core/web/dto';
import { BoundStatement, Conditions, containing } from '../../../core/data/database';
import type { UserQuery } from './dto/manage-users.dto';
import type { User } from './entities/user.entity';

export const USER_COLUMNS = `id, kind, email, username, full_name AS "fullName", roles, permissions, locale, time_zone AS "timeZone", is_active AS "isActive", email_verified_at AS "emailVerifiedAt",
  card_brand AS "cardBrand", card_last4 AS "cardLast4", created_at AS "createdAt", updated_at AS "updatedAt"`;

/** Ids are made in the order of creation. */
export const USER_ORDER = orderById<User>('-created_at');

/** The statement of a page, newest first, one more row than asked for. @throws Validation for a broken cursor */
export function userPageQuery({ kind, role, isActive, q, cursor, limit }: UserQuery): BoundStatement {
  const query = new Conditions().always('deleted_at IS NULL');
  if (kind !== 'all') query.and(kind, `kind = '${kind}'`);
  if (role) query.and('role', 'roles @> ?::text[]', [role]);
  query.andIf('active', 'is_active = ?::boolean', isActive);
  if (q) {
    const part = query.bind(containing(q), 'text');
    const text = query.bind(q, 'text');
    // Names without their accents, as they are typed: `jose` finds José.
    const name = `(trim(search_text(${text})) <> '' AND search_text(full_name) LIKE '%' || trim(search_text(${text})) || '%')`;
    query.and('q', `(email ILIKE ${part} OR username ILIKE ${part} OR full_name ILIKE ${part} OR ${name})`);
  }
  USER_ORDER.continue(query, cursor);
  const text = `SELECT ${USER_COLUMNS} FROM users WHERE ${query.where} ORDER BY ${USER_ORDER.order} LIMIT ${query.bind(limit + 1, 'int')}`;
  return query.statement('users.page', text);
}
