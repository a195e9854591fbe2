import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../core/web/access';
import { Database, statement } from '../../../core/data/database';
import { newId } from '../../../core/kernel/runtime';
import type { FactorStatus } from './entities/mfa-factor.entity';
import { MfaAlreadyEnabled, MfaNotEnabled, MfaNotEnrolled, MfaRateLimited } from './mfa.errors';

const PER_CHALLENGE = 5;
const PER_USER = 10;
const WINDOW = `interval '10 minutes'`;

/** One user's tries queue up here, so that none of several at once goes uncounted. */
const LOCK = statement('mfa.lock', 'SELECT status FROM mfa_factors WHERE user_id = $1 FOR UPDATE');
/** A login that waits for its code has its tries for all its life; a session that is signed in, for the window. */
const COUNT = statement(
  'mfa.count-attempts',
  `SELECT count(*) FILTER (WHERE session_id = $2 AND ($3 OR at > clock_timestamp() - ${WINDOW}))::int AS challenge,
     count(*) FILTER (WHERE at > clock_timestamp() - ${WINDOW})::int AS recent,
     ceil(extract(epoch FROM min(at) FILTER (WHERE at > clock_timestamp() - ${WINDOW}) + ${WINDOW} - clock_timestamp()))::int
       AS "freeInS"
   FROM mfa_attempts WHERE user_id = $1`,
);
const ADD = statement('mfa.add-attempt', 'INSERT INTO mfa_attempts (id, user_id, session_id) VALUES ($1, $2, $3)');
const FORGET = statement('mfa.forget-attempt', 'DELETE FROM mfa_attempts WHERE id = $1');

/** Counts tries in Postgres, for all instances and whatever path they come by: each before its code is looked at. */
@Injectable()
export class Attempts {
  constructor(private readonly db: Database) {}

  /**
   * Takes one try of the caller, in a transaction of its own. @param expected status of the factor
   * @returns its id, to `release` within the transaction that found the code good
   * @throws MfaRateLimited, MfaNotEnrolled, MfaNotEnabled, MfaAlreadyEnabled
   */
  take(user: Principal, expected: FactorStatus): Promise<string> {
    return this.db.inNewTransaction(async () => {
      const [factor] = await this.db.query<{ status: FactorStatus }>(LOCK, [user.userId]);
      if (factor?.status !== expected) throw notAsExpected(factor?.status, expected);
      await this.check(user);
      const id = newId();
      await this.db.execute(ADD, [id, user.userId, user.sessionId]);
      return id;
    });
  }

  /** Only wrong codes count. */
  async release(id: string): Promise<void> {
    await this.db.execute(FORGET, [id]);
  }

  private async check({ userId, sessionId, assurance }: Principal): Promise<void> {
    const isPending = assurance === 'pending_mfa';
    const [{ challenge, recent, freeInS }] = await this.db.query<{
      challenge: number;
      recent: number;
      freeInS: number | null;
    }>(COUNT, [userId, sessionId, isPending]);
    if (challenge < PER_CHALLENGE && recent < PER_USER) return;
    throw new MfaRateLimited({
      retryAfterS: Math.max(1, freeInS ?? 1),
      loginAgain: isPending && challenge >= PER_CHALLENGE,
    });
  }
}

function notAsExpected(status: FactorStatus | undefined, expected: FactorStatus): Error {
  if (expected === 'enabled') return new MfaNotEnabled();
  return status === 'enabled' ? new MfaAlreadyEnabled() : new MfaNotEnrolled();
}
