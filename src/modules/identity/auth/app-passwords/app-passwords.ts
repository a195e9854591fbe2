import { Injectable } from '@nestjs/common';
import { AppPasswordScope, basicOf, DoorCaller, DoorRequest, Principal } from '../../../../core/web/access';
import { Audit } from '../../../../core/data/audit';
import { Database, statement } from '../../../../core/data/database';
import { orderById, Page, pageOf, PageQuery } from '../../../../core/web/dto';
import { cleanEmail, textKey } from '../../../../core/kernel/text';
import { AppPasswordNotFound } from '../auth.errors';
import { Credential, Credentials } from '../sessions/credentials';
import { IS_LIVE } from '../sessions/live';
import type { LiveSession } from '../sessions/session-cache';
import { SessionsService } from '../sessions/sessions.service';
import { asMade, newAppPassword } from './app-password-secret';
import { AppPasswordDto, CreateAppPasswordInput, NewAppPasswordDto, toAppPasswordDto } from './dto/app-password.dto';

const ORDER = orderById<Credential>();
const LIST = statement(
  'app-passwords.list',
  `SELECT id, name, scopes, created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM sessions
   WHERE user_id = $1 AND kind = 'app_password' AND ${IS_LIVE} AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
);

/** Passwords of programs that cannot log in. Each counts where a route names one of its scopes, and nowhere else (ADR 48). */
@Injectable()
export class AppPasswords {
  /** The name that was last given with the password of a session, and was its owner's. */
  private readonly names = new WeakMap<LiveSession, string>();

  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly credentials: Credentials,
    private readonly sessions: SessionsService,
  ) {}

  /** The password is in this answer and nowhere else. */
  create({ userId }: Principal, { name, scopes }: CreateAppPasswordInput): Promise<NewAppPasswordDto> {
    const password = newAppPassword();
    return this.db.transaction(async () => {
      const secret = asMade(password);
      const unique = [...new Set(scopes)];
      const added = await this.credentials.add({ userId, kind: 'app_password', name, scopes: unique, secret });
      await this.audit.record({
        action: 'auth.app-password-created',
        target: `app-password:${added.id}`,
        facts: { scopes: unique },
      });
      return { ...toAppPasswordDto(added), password };
    });
  }

  /** The newest first. @throws Validation for a broken cursor */
  async list({ userId }: Principal, { limit, cursor }: PageQuery): Promise<Page<AppPasswordDto>> {
    const rows = await this.db.query<Credential & Record<string, unknown>>(LIST, [
      userId,
      ...ORDER.read(cursor),
      limit + 1,
    ]);
    return pageOf(rows, limit, toAppPasswordDto, ORDER.cursorOf);
  }

  /** It is refused within a second, on every instance. @throws AppPasswordNotFound also for somebody else's */
  delete({ userId }: Principal, id: string): Promise<void> {
    return this.db.transaction(async () => {
      if (!(await this.sessions.endCredential(id, userId, 'app_password'))) throw new AppPasswordNotFound();
      await this.audit.record({ action: 'auth.app-password-deleted', target: `app-password:${id}` });
    });
  }

  /**
   * Who asks at a door by HTTP Basic. @param scope what the route names, or the door for all of its routes
   * @returns undefined where the route names no scope or there is no Basic, null for what is no good there
   * @example
   * defineDoor({ path: '/dav', challenge: 'Basic realm="Atrium", charset="UTF-8"', failuresIn: APP_PASSWORD_FAILURES }, AppPasswords,
   *   (passwords, request) => passwords.identify(request))
   */
  identify(
    request: DoorRequest,
    scope: AppPasswordScope | undefined = request.scope,
  ): DoorCaller | Promise<DoorCaller> {
    const basic = basicOf(request.headers.authorization);
    return basic && scope ? this.verify(basic.name, basic.password, scope) : undefined;
  }

  /** The same of a name and a password, for what speaks no HTTP. @param name e-mail address or username */
  verify(name: string, password: string, scope: AppPasswordScope): Principal | null | Promise<Principal | null> {
    const found = this.credentials.find(asMade(password), 'app_password');
    return found instanceof Promise
      ? found.then((session) => this.callerOf(session, name, scope))
      : this.callerOf(found, name, scope);
  }

  private callerOf(session: LiveSession | null, name: string, scope: AppPasswordScope): Principal | null {
    if (!session?.scopes?.includes(scope) || session.principal.inactive) return null;
    if (this.names.get(session) === name) return session.principal;
    if (!isNamed(session, name)) return null;
    this.names.set(session, name);
    return session.principal;
  }
}

/** By the address or the username, as at a login. */
function isNamed({ email, principal: { username } }: LiveSession, name: string): boolean {
  const given = cleanEmail(name);
  return textKey(given) === textKey(email) || (username !== null && given.toLowerCase() === username.toLowerCase());
}
