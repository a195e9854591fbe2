import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../../../core/data/database';
import { newSecret } from '../../../../core/kernel/runtime';
import { cleanPassword } from '../../../../core/kernel/text';
import { needsRehash, PasswordHashes } from './password-hashes';

const FIND = statement('passwords.find', 'SELECT hash FROM password_credentials WHERE user_id = $1');
const KEEP = statement(
  'passwords.keep',
  `INSERT INTO password_credentials (user_id, hash) VALUES ($1, $2)
   ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash, updated_at = now()`,
);

const REPLACE = statement(
  'passwords.replace',
  'UPDATE password_credentials SET hash = $3, updated_at = now() WHERE user_id = $1 AND hash = $2',
);
/** Waits for who is changing it, and keeps it as it is until the transaction ends. */
const HOLD = statement('passwords.hold', 'SELECT hash FROM password_credentials WHERE user_id = $1 FOR SHARE');

/** The passwords of accounts. */
@Injectable()
export class Passwords {
  /** What an unknown account is compared with, so that it takes as long as a known one. */
  private readonly dummy: Promise<string>;

  constructor(
    private readonly db: Database,
    private readonly hashes: PasswordHashes,
  ) {
    this.dummy = hashes.hash(newSecret());
  }

  hash(password: string): Promise<string> {
    return this.hashes.hash(password);
  }

  /** Sets the password of an account, within the open transaction. */
  async save(userId: string, hashed: string): Promise<void> {
    await this.db.execute(KEEP, [userId, hashed]);
  }

  /** Removes the password of an account, within the open transaction. */
  async delete(userId: string): Promise<void> {
    await this.db.execute('DELETE FROM password_credentials WHERE user_id = $1', [userId]);
  }

  /** Sets another password where this hash is still the account's. @returns whether it was */
  async replace(userId: string, from: string, to: string): Promise<boolean> {
    return (await this.db.execute(REPLACE, [userId, from, to])) === 1;
  }

  /** Whether the account has a password, as one that came through a provider may not. */
  async has(userId: string): Promise<boolean> {
    return (await this.db.query(FIND, [userId])).length > 0;
  }

  /** Whether this hash is still the account's, and will be until the open transaction ends. */
  async matches(userId: string, hashed: string): Promise<boolean> {
    const [row] = await this.db.query<{ hash: string }>(HOLD, [userId]);
    return row?.hash === hashed;
  }

  /**
   * The hash this password has matched; null when it is not the account's. As slow for no account (null). A hash of
   * lower cost is renewed, as is one of the password as it was typed, in another form of Unicode.
   */
  async verify(userId: string | null, password: string): Promise<string | null> {
    const [row] = userId ? await this.db.query<{ hash: string }>(FIND, [userId]) : [];
    const against = row?.hash ?? (await this.dummy);
    const normal = cleanPassword(password);
    const isNormal = await this.hashes.verify(against, normal);
    const isGood = isNormal || (normal !== password && (await this.hashes.verify(against, password)));
    if (!userId || !row || !isGood) return null;
    if (isNormal && !needsRehash(row.hash)) return row.hash;
    const renewed = await this.hash(password);
    const isReplaced = await this.db.inNewTransaction(() => this.replace(userId, row.hash, renewed));
    return isReplaced ? renewed : row.hash;
  }
}
