import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { Database, statement } from '../../../../core/data/database';
import { Keys, newId, newSecret, seal, sha256, unseal } from '../../../../core/kernel/runtime';
import type { LoginSecrets } from './identity';

export const LOGIN_MINUTES = 10;

const ADD = statement(
  'oidc-logins.add',
  `INSERT INTO oidc_logins
     (id, provider, state_hash, browser_hash, secrets, user_id, session_id, next_path, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now() + interval '${LOGIN_MINUTES} minutes')`,
);
const USE = statement(
  'oidc-logins.use',
  `UPDATE oidc_logins SET used_at = now(), updated_at = now()
   WHERE state_hash = $1 AND browser_hash = $2 AND provider = $3 AND used_at IS NULL AND expires_at > now()
   RETURNING secrets, user_id AS "userId", session_id AS "sessionId", next_path AS "next"`,
);

/** Of a login that is about to begin. */
export const newLoginSecrets = (): LoginSecrets => ({
  state: newSecret(),
  nonce: newSecret(),
  verifier: newSecret(),
});

/** What a browser has begun, when its answer has come. */
export interface UsedLogin {
  readonly secrets: LoginSecrets;
  /** Who links, by which session; null when somebody logs in. */
  readonly linking: { readonly userId: string; readonly sessionId: string } | null;
  readonly next: string;
}

interface UsedRow {
  readonly secrets: Buffer;
  readonly userId: string | null;
  readonly sessionId: string | null;
  readonly next: string;
}

/** Logins under way: good for one answer, in the browser that began them, for ten minutes. */
@Injectable()
export class OidcLogins {
  private readonly sealKey: Buffer;

  constructor(
    private readonly db: Database,
    keys: Keys,
  ) {
    this.sealKey = keys.derive('oidc login');
  }

  /**
   * Writes down what a browser begins. @param linking who wants the identity added to their account; null for a login
   * @returns the secret that the browser alone has, in its cookie
   */
  async begin(provider: string, secrets: LoginSecrets, next: string, linking: Principal | null): Promise<string> {
    const browser = newSecret();
    await this.db.execute(ADD, [
      newId(),
      provider,
      sha256(secrets.state),
      sha256(browser),
      seal(this.sealKey, JSON.stringify(secrets)),
      linking?.userId ?? null,
      linking?.sessionId ?? null,
      next,
    ]);
    return browser;
  }

  /** Uses it up: of any number at once, one gets it, the others null, as for anything that is not, or no longer, good. */
  async use(provider: string, state: string, browser: string): Promise<UsedLogin | null> {
    const [row] = await this.db.query<UsedRow>(USE, [sha256(state), sha256(browser), provider]);
    if (!row) return null;
    const secrets = JSON.parse(unseal(this.sealKey, row.secrets)) as LoginSecrets;
    if (secrets.state !== state) throw new Error('The secrets of a login are sealed for another one');
    const { userId, sessionId, next } = row;
    return { secrets, linking: userId && sessionId ? { userId, sessionId } : null, next };
  }

  /** Nothing of them outlives its account. */
  async erase(userId: string): Promise<void> {
    await this.db.execute('DELETE FROM oidc_logins WHERE user_id = $1', [userId]);
  }
}
