import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import type { PersonalDataKeeper } from '../../../core/data/personal-data';
import { OidcLogins } from './oidc/oidc-logins';
import { OneTimeTokens } from './recovery/one-time-tokens';
import { Passwords } from './passwords/passwords';
import { SessionsService } from './sessions/sessions.service';

const ERASE_IDENTITIES = 'DELETE FROM external_identities WHERE user_id = $1';
const SESSIONS = `SELECT id, assurance, user_agent, client_ip, created_at, last_used_at, expires_at, ended_at, end_reason
  FROM sessions WHERE user_id = $1 AND kind = 'login' ORDER BY id DESC`;
const APP_PASSWORDS = `SELECT id, name, scopes, created_at, nullif(last_used_at, 'epoch') AS last_used_at, ended_at
  FROM sessions WHERE user_id = $1 AND kind = 'app_password' ORDER BY id DESC`;
const IDENTITIES = `SELECT id, provider, issuer, subject, email, created_at, last_used_at FROM external_identities
  WHERE user_id = $1 ORDER BY id`;

/** How somebody signs in, their sessions and app passwords. */
@Injectable()
export class AuthPersonalData implements PersonalDataKeeper {
  constructor(
    private readonly db: Database,
    private readonly sessions: SessionsService,
    private readonly passwords: Passwords,
    private readonly tokens: OneTimeTokens,
    private readonly logins: OidcLogins,
  ) {}

  async erase(userId: string): Promise<void> {
    await this.sessions.erase(userId);
    await this.passwords.delete(userId);
    await this.tokens.erase(userId);
    await this.logins.erase(userId);
    await this.db.execute(ERASE_IDENTITIES, [userId]);
  }

  async export(userId: string): Promise<Record<string, unknown>> {
    return {
      sessions: await this.db.query(SESSIONS, [userId]),
      app_passwords: await this.db.query(APP_PASSWORDS, [userId]),
      identities: await this.db.query(IDENTITIES, [userId]),
    };
  }
}
