import { Injectable } from '@nestjs/common';
import { Database, defineLock, statement } from '../../../../core/data/database';
import { newId, newSecret, sha256 } from '../../../../core/kernel/runtime';
import type { Purpose } from './entities/one-time-token.entity';

/** A user gets no more mails of one purpose an hour, whoever asks for them. */
const AN_HOUR = 5;

const LOCK = defineLock('one-time');
const COUNT = statement(
  'one-time.count',
  `SELECT count(*)::int AS n FROM one_time_tokens
   WHERE user_id = $1 AND purpose = $2 AND created_at > now() - interval '1 hour'`,
);
const KILL = statement(
  'one-time.kill',
  'UPDATE one_time_tokens SET used_at = now(), updated_at = now() WHERE user_id = $1 AND purpose = $2 AND used_at IS NULL',
);
const ADD = statement(
  'one-time.add',
  `INSERT INTO one_time_tokens (id, user_id, purpose, token_hash, expires_at, email)
   VALUES ($1, $2, $3, $4, now() + $5 * interval '1 second', $6)`,
);
const FIND = statement(
  'one-time.find',
  `SELECT user_id AS "userId" FROM one_time_tokens
   WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > now()`,
);
const USE = statement(
  'one-time.use',
  `UPDATE one_time_tokens SET used_at = now(), updated_at = now()
   WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > now()
   RETURNING user_id AS "userId", email`,
);

/** What a token proves: whose it is, and for which address it was made, where it was made for one. */
export interface Proven {
  readonly userId: string;
  readonly email: string | null;
}

/** Secrets of mailed links: stored hashed, good once and for a while. */
@Injectable()
export class OneTimeTokens {
  constructor(private readonly db: Database) {}

  /**
   * A new token, in whose favour older ones die; null when there were too many within the hour.
   * @param ttlS seconds @param email the address that it proves
   */
  issue(userId: string, purpose: Purpose, ttlS: number, email: string | null = null): Promise<string | null> {
    return this.db.transaction(async () => {
      await LOCK.acquire(this.db, `${purpose} ${userId}`);
      const [{ n }] = await this.db.query<{ n: number }>(COUNT, [userId, purpose]);
      if (n >= AN_HOUR) return null;
      await this.kill(userId, purpose);
      const token = newSecret();
      await this.db.execute(ADD, [newId(), userId, purpose, sha256(token), ttlS, email]);
      return token;
    });
  }

  /** Whose it is, without using it; null when it is not, or no longer, good. */
  async find(token: string, purpose: Purpose): Promise<string | null> {
    const [row] = await this.db.query<{ userId: string }>(FIND, [sha256(token), purpose]);
    return row?.userId ?? null;
  }

  /** Uses it up within the open transaction: of any number at once, one learns what it proves, the others null. */
  async use(token: string, purpose: Purpose): Promise<Proven | null> {
    const [row] = await this.db.query<Proven>(USE, [sha256(token), purpose]);
    return row ?? null;
  }

  /** Ends what is still live. */
  async kill(userId: string, purpose: Purpose): Promise<void> {
    await this.db.execute(KILL, [userId, purpose]);
  }

  /** Nothing of them outlives its account. */
  async erase(userId: string): Promise<void> {
    await this.db.execute('DELETE FROM one_time_tokens WHERE user_id = $1', [userId]);
  }
}
