import { Injectable } from '@nestjs/common';
import { DEFAULT_IPV6_SUBNET_PREFIX, normalizeIp } from '@nestjs/throttler';
import { findContext } from '../../../../core/kernel/context/context';
import { Database, statement } from '../../../../core/data/database';
import { fingerprint, Keys } from '../../../../core/kernel/runtime';
import { cleanEmail, textKey } from '../../../../core/kernel/text';
import { LoginSlowed } from '../auth.errors';

/** Failures without consequence; after them each one doubles the wait, from one second to so many. */
interface Patience {
  readonly free: number;
  readonly longestS: number;
}

/** Of one account from one network. */
const NETWORK: Patience = { free: 9, longestS: 900 };
/** Of one account from all networks together, but for those its owner has lately logged in from. */
const WHOLE: Patience = { free: 99, longestS: 60 };
/** The network of a row that counts for all. */
const EVERYWHERE = '';
/** After so long without a failure the count begins anew. Longer than any wait. */
const QUIET = '1 hour';
const KNOWN_FOR = '90 days';

const WAIT = statement(
  'login-failures.wait',
  `SELECT coalesce(ceil(extract(epoch FROM max(open_at) - clock_timestamp())), 0)::int AS "waitS" FROM login_failures f
   WHERE account = $1 AND open_at > clock_timestamp() AND (network = $2 OR network = '' AND NOT EXISTS (
     SELECT 1 FROM login_failures known WHERE known.account = $1 AND known.network = $2
       AND known.succeeded_at > now() - interval '${KNOWN_FOR}'))`,
);
/** One statement for each count, so that failures at once on any instance all count. */
const FAIL = statement(
  'login-failures.fail',
  `INSERT INTO login_failures AS f (account, network, failures, last_at, open_at)
   VALUES ($1, $2, 1, clock_timestamp(), clock_timestamp())
   ON CONFLICT (account, network) DO UPDATE SET
     failures = CASE WHEN f.last_at < now() - interval '${QUIET}' THEN 1 ELSE f.failures + 1 END,
     last_at = clock_timestamp(),
     open_at = CASE WHEN f.last_at < now() - interval '${QUIET}' OR f.failures < $3::int THEN clock_timestamp()
       ELSE clock_timestamp() + least(2 ^ least(f.failures - $3::int, 30), $4::int) * interval '1 second' END`,
);
/** Written once a day at most while there is nothing to forgive. */
const SUCCEED = statement(
  'login-failures.succeed',
  `INSERT INTO login_failures AS f (account, network, failures, last_at, open_at, succeeded_at)
   VALUES ($1, $2, 0, now(), now(), now())
   ON CONFLICT (account, network) DO UPDATE SET failures = 0, succeeded_at = now()
   WHERE f.failures > 0 OR f.succeeded_at IS NULL OR f.succeeded_at < now() - interval '1 day'`,
);
const FORGIVE = statement(
  'login-failures.forgive',
  'UPDATE login_failures SET failures = 0, open_at = now() WHERE account = $1 AND failures > 0',
);

/**
 * Makes guessing passwords slow. Counted in Postgres, so for all instances together and also without Redis. The tenth
 * failure in a row from one network makes that network wait, one second and then twice as long each time up to 15
 * minutes; elsewhere the right password is taken at once. A hundred failures from anywhere make unknown networks wait up
 * to a minute; those where the right password came from within 90 days never wait for strangers. An unknown account is
 * slowed as a known one.
 */
@Injectable()
export class LoginThrottle {
  private readonly key: Buffer;

  constructor(
    private readonly db: Database,
    keys: Keys,
  ) {
    this.key = keys.derive('login failures');
  }

  /** @throws LoginSlowed while the caller has to wait with this account */
  async check(account: string): Promise<void> {
    const [{ waitS }] = await this.db.query<{ waitS: number }>(WAIT, [this.print(account), networkOfCaller()]);
    if (waitS > 0) throw new LoginSlowed({ retryAfterS: waitS });
  }

  /** Counts a wrong password, whatever becomes of the open transaction. */
  async failed(account: string): Promise<void> {
    const print = this.print(account);
    await this.db.inNewTransaction(async () => {
      await this.db.execute(FAIL, [print, networkOfCaller(), NETWORK.free, NETWORK.longestS]);
      await this.db.execute(FAIL, [print, EVERYWHERE, WHOLE.free, WHOLE.longestS]);
    });
  }

  /**
   * The password was right: this network's count begins anew.
   * @throws LoginSlowed when meanwhile so many others were wrong that it would not have been looked at
   */
  async succeeded(account: string): Promise<void> {
    await this.check(account);
    await this.db.inNewTransaction(() => this.db.execute(SUCCEED, [this.print(account), networkOfCaller()]));
  }

  /** Every network's count begins anew, with the open transaction. */
  async forgive(account: string): Promise<void> {
    await this.db.execute(FORGIVE, [this.print(account)]);
  }

  private print(account: string): Buffer {
    return fingerprint(this.key, account);
  }
}

/** What `LoginThrottle` calls the account of a login: of a known user the id, so that address and username count together. */
export function accountOf(login: string, userId: string | undefined): string {
  return userId ? `user:${userId}` : `login:${textKey(cleanEmail(login))}`;
}

/** The address; of IPv6 the /64, as the rate limits have it. */
function networkOfCaller(): string {
  const ip = findContext()?.clientIp;
  return ip ? normalizeIp(ip, DEFAULT_IPV6_SUBNET_PREFIX) : 'none';
}
