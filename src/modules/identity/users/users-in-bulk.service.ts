import { Injectable } from '@nestjs/common';
import { Database, onConstraints, statement } from '../../../core/data/database';
import { newId } from '../../../core/kernel/runtime';
import { toUserDto, UserDto } from './dto/user.dto';
import type { User } from './entities/user.entity';
import { USER_COLUMNS } from './user-list';
import { EmailTaken, UsernameTaken } from './users.errors';
import type { NewUser } from './users.service';

/** What one is called. */
export interface UserNames {
  readonly id: string;
  readonly fullName: string;
  readonly username: string | null;
}

const PREFIXED = USER_COLUMNS.replace(/(^|,)(\s*)/g, '$1$2u.');
const BY_EMAILS = `SELECT given AS key, ${PREFIXED} FROM unnest($1::text[]) AS given
  JOIN users u ON text_key(u.email) = text_key(given) AND u.deleted_at IS NULL
  ORDER BY u.email = given, u.duplicate_no DESC`;
const BY_USERNAMES = `SELECT given AS key, u.id FROM unnest($1::text[]) AS given
  JOIN users u ON lower(u.username) = lower(given)`;
const EMAILS = 'SELECT id, email FROM users WHERE id = ANY ($1::uuid[])';
const OF_ROLE = statement(
  'users.of-role',
  `SELECT ${USER_COLUMNS} FROM users WHERE roles @> ARRAY[$1::text] AND deleted_at IS NULL AND ($2::uuid IS NULL OR id > $2)
   ORDER BY id LIMIT $3`,
);
const INSERT = `INSERT INTO users (id, email, username, full_name, roles)
  SELECT id, email, username, full_name, ARRAY(SELECT jsonb_array_elements_text(roles))
  FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, email text, username text, full_name text, roles jsonb)`;
const RENAME = `UPDATE users SET full_name = row.full_name, username = row.username, updated_at = now()
  FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, full_name text, username text) WHERE users.id = row.id`;

const onTaken = onConstraints({ uq_users_email: EmailTaken, uq_users_username: UsernameTaken });

/** Accounts by the thousand, for imports and exports: one statement each, within the caller's transaction. */
@Injectable()
export class UsersInBulk {
  constructor(private readonly db: Database) {}

  /** The accounts of these addresses, compared without case, by the address as it was given. */
  async byEmails(emails: readonly string[]): Promise<ReadonlyMap<string, UserDto>> {
    const rows = await this.db.query<User & { key: string }>(BY_EMAILS, [[...new Set(emails)]]);
    return new Map(rows.map((row) => [row.key, toUserDto(row)]));
  }

  /** Whose these usernames are, compared without case, by the name as it was given. */
  async idsByUsernames(usernames: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.query<{ key: string; id: string }>(BY_USERNAMES, [[...new Set(usernames)]]);
    return new Map(rows.map(({ key, id }) => [key, id]));
  }

  /** Addresses by id, also of erased accounts. */
  async emailsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.query<{ id: string; email: string }>(EMAILS, [[...new Set(ids)]]);
    return new Map(rows.map(({ id, email }) => [id, email]));
  }

  /** Those with the role, the oldest first. @param after id the part before ended with; null for the first */
  async ofRole(role: string, after: string | null, limit: number): Promise<UserDto[]> {
    return (await this.db.query<User>(OF_ROLE, [role, after, limit])).map(toUserDto);
  }

  /** Accounts without a password, which the mail of a reset lets their owners set; nobody registered. @throws EmailTaken, UsernameTaken */
  async create(users: readonly NewUser[]): Promise<void> {
    const rows = users.map(({ id, email, username, fullName, roles }) => {
      return { id: id ?? newId(), email, username, full_name: fullName, roles };
    });
    await this.db.execute(INSERT, [JSON.stringify(rows)]).catch(onTaken);
  }

  /** @throws UsernameTaken */
  async rename(users: readonly UserNames[]): Promise<void> {
    const rows = users.map(({ id, fullName, username }) => ({ id, full_name: fullName, username }));
    await this.db.execute(RENAME, [JSON.stringify(rows)]).catch(onTaken);
  }
}
