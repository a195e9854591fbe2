import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { Algorithm, hash, verify } from '@node-rs/argon2';
import { assertNoConnectionHeld, Database, statement } from '../../../../core/data/database';
import { newSecret } from '../../../../core/kernel/runtime';
import { cleanPassword } from '../../../../core/kernel/text';

/** OWASP's floor for Argon2id; `needsRehash` compares against it. */
const COST = { algorithm: 2 as Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

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

/** Hashes off the event loop, a few at a time so that logins leave a core to everybody else. */
@Injectable()
export class Passwords {
  private readonly slots = Math.max(1, availableParallelism() - 1);
  private running = 0;
  private readonly queue: (() => void)[] = [];
  /** What an unknown account is compared with, so that it takes as long as a known one. */
  private readonly dummy = hash(newSecret(), COST);

  constructor(private readonly db: Database) {}

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(cleanPassword(password), COST));
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
    const isNormal = await this.inTurn(() => verify(against, normal));
    const isGood = isNormal || (normal !== password && (await this.inTurn(() => verify(against, password))));
    if (!userId || !row || !isGood) return null;
    if (isNormal && !needsRehash(row.hash)) return row.hash;
    const renewed = await this.hash(password);
    const isReplaced = await this.db.inNewTransaction(() => this.replace(userId, row.hash, renewed));
    return isReplaced ? renewed : row.hash;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    assertNoConnectionHeld('Argon2');
    if (this.running >= this.slots) await new Promise<void>((resolve) => this.queue.push(resolve));
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next)
        next(); // hands its place on
      else this.running -= 1;
    }
  }
}

function needsRehash(phc: string): boolean {
  const match = /^\$argon2id\$v=\d+\$m=(\d+),t=(\d+),p=\d+\$/.exec(phc);
  return !match || Number(match[1]) < COST.memoryCost || Number(match[2]) < COST.timeCost;
}
