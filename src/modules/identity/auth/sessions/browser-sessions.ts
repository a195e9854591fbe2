import { createHmac } from 'node:crypto';
import { Inject, Injectable, OnModuleInit } from '@nestjs/common';
import { Assurance, Authentication, CookieScheme, Principal } from '../../../../core/web/access';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { findContext, setAnswerHeader } from '../../../../core/kernel/context/context';
import { Database, statement } from '../../../../core/data/database';
import { setCookie } from '../../../../core/web/http';
import { isId, Keys, newSecret, same, sha256 } from '../../../../core/kernel/runtime';
import { BrowserSessionDto } from './dto/browser.dto';
import { SessionCache } from './session-cache';
import { SessionsService } from './sessions.service';

const CARRY = statement('sessions.carry', 'UPDATE sessions SET cookie_hash = $2 WHERE id = $1');
const NAME = 'atrium';

/**
 * Sessions that a browser carries as a cookie no script can read: `<session id>.<secret>`, of which only the hash is
 * stored. A second cookie, which our own pages read, holds the first one's MAC: what changes something must repeat it in
 * `X-CSRF-Token`, which no other site can (signed double submit).
 */
@Injectable()
export class BrowserSessions implements CookieScheme, OnModuleInit {
  readonly name: string;
  private readonly csrfName: string;
  private readonly secure: boolean;
  private readonly csrfKey: Buffer;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly sessions: SessionsService,
    private readonly live: SessionCache,
    private readonly authentication: Authentication,
    keys: Keys,
  ) {
    this.secure = config.publicUrl.startsWith('https:');
    const prefix = this.secure ? '__Host-' : ''; // browsers take that prefix over https alone
    this.name = `${prefix}${NAME}`;
    this.csrfName = `${prefix}${NAME}_csrf`;
    this.csrfKey = keys.derive('csrf token');
  }

  onModuleInit(): void {
    this.authentication.useCookie(this);
  }

  /** Opens a session in the browser that asks, in place of the one it carries. */
  open(userId: string, assurance: Assurance): Promise<BrowserSessionDto> {
    return this.db.transaction(async () => {
      const context = findContext();
      if (context?.byCookie && context.principal) await this.sessions.end(context.principal.sessionId, 'replaced');
      const sessionId = await this.sessions.begin(userId, assurance);
      await this.carry(sessionId);
      return { requiresMfa: assurance === 'pending_mfa' };
    });
  }

  /** Raises the caller's session and changes its cookie. @throws Unauthenticated when the session is over */
  elevate(user: Principal): Promise<BrowserSessionDto> {
    return this.db.transaction(async () => {
      await this.sessions.elevate(user);
      await this.carry(user.sessionId);
      return { requiresMfa: false };
    });
  }

  /** Takes the cookies away from a browser that has just ended its session. */
  drop(): void {
    if (findContext()?.byCookie) this.give('', '', 0);
  }

  /** The caller a cookie's value stands for. */
  identify(value: string): Principal | null | Promise<Principal | null> {
    const [id] = value.split('.', 1);
    if (!isId(id)) return null;
    const found = this.live.find(id);
    const check = (session: Awaited<typeof found>): Principal | null =>
      session?.cookieHash?.equals(sha256(value)) ? session.principal : null;
    return found instanceof Promise ? found.then(check) : check(found);
  }

  /** Whether it is the token that was given with this cookie. */
  isPaired(value: string, csrfToken: string): boolean {
    return same(csrfToken, this.csrfTokenOf(value));
  }

  private async carry(sessionId: string): Promise<void> {
    const value = `${sessionId}.${newSecret()}`;
    await this.db.execute(CARRY, [sessionId, sha256(value)]);
    this.give(value, this.csrfTokenOf(value), this.config.sessionMaxS);
  }

  private give(value: string, csrfToken: string, maxAgeS: number): void {
    const { secure } = this;
    setAnswerHeader('set-cookie', [
      setCookie(this.name, value, { secure, httpOnly: true, maxAgeS }),
      setCookie(this.csrfName, csrfToken, { secure, httpOnly: false, maxAgeS }),
    ]);
  }

  private csrfTokenOf(value: string): string {
    return createHmac('sha256', this.csrfKey).update(value).digest('base64url');
  }
}
