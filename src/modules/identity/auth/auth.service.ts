import { Inject, Injectable, OnModuleInit } from '@nestjs/common';
import { assertPerson, Assurance, Authentication, Principal } from '../../../core/web/access';
import { Audit } from '../../../core/data/audit';
import { Config, CONFIG } from '../../../core/kernel/config';
import { Database } from '../../../core/data/database';
import { AppError, InactiveUser, Unauthenticated, Validation } from '../../../core/kernel/errors';
import { MfaService } from '../mfa';
import { UserDto, UsersService } from '../users';
import { AccessClaims, AccessTokens } from './sessions/access-tokens';
import { InvalidCredentials, RoleNotAllowed, UnsupportedGrantType } from './auth.errors';
import { BrowserSessions } from './sessions/browser-sessions';
import { readCard } from './card';
import { LoginInput, OAuthTokenDto, RegisterInput, TokenForm, TokenPairDto, ValidationDto } from './dto/auth.dto';
import type { BrowserSessionDto } from './sessions/dto/browser.dto';
import { assertDomain } from './email-domains';
import { ClientTokens } from './service-clients/client-tokens';
import { ServiceTokens } from './service-tokens/service-tokens';
import { LiveSession, SessionCache } from './sessions/session-cache';
import { assertPassword } from './passwords/password-policy';
import { Passwords } from './passwords/passwords';
import { SessionsService } from './sessions/sessions.service';
import { accountOf, LoginThrottle } from './passwords/login-throttle';
import { VerificationService } from './recovery/verification.service';

const OPEN_ROLES = new Set(['user', 'student']);

/** Registering, logging in and out, and what a bearer token stands for. */
@Injectable()
export class AuthService implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly users: UsersService,
    private readonly mfa: MfaService,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
    private readonly browsers: BrowserSessions,
    private readonly live: SessionCache,
    private readonly tokens: AccessTokens,
    private readonly serviceTokens: ServiceTokens,
    private readonly clientTokens: ClientTokens,
    private readonly authentication: Authentication,
    private readonly slowDown: LoginThrottle,
    private readonly verification: VerificationService,
  ) {}

  onModuleInit(): void {
    this.authentication.use((token) => this.identify(token));
  }

  /** @throws Validation, RoleNotAllowed, EmailTaken, UsernameTaken */
  async register(input: RegisterInput): Promise<UserDto> {
    const { email, username, fullName, password } = input;
    const role = input.role ?? 'user';
    if (!OPEN_ROLES.has(role)) throw new RoleNotAllowed();
    const card = input.creditCard === undefined ? null : readCard(input.creditCard);
    assertDomain(email, this.config.emailDomains);
    assertPassword(password, this.config.passwordPolicy, input);
    const hash = await this.passwords.hash(password);
    return this.db.transaction(async () => {
      const { locale, timeZone } = input;
      const user = await this.users.create({
        email,
        username: username ?? null,
        fullName,
        roles: [role],
        card,
        locale,
        timeZone,
      });
      await this.passwords.save(user.id, hash);
      await this.audit.record({ action: 'auth.registered', actorId: user.id, target: `user:${user.id}` });
      await this.verification.ask(user);
      return user;
    });
  }

  /** @throws Validation, InvalidCredentials, InactiveUser, LoginSlowed */
  login(input: LoginInput): Promise<TokenPairDto> {
    return this.byPassword(nameIn(input), input.password, (...of) => this.sessions.open(...of));
  }

  /** The same where a cookie is to carry the session. */
  loginInBrowser(input: LoginInput): Promise<BrowserSessionDto> {
    return this.byPassword(nameIn(input), input.password, (...of) => this.browsers.open(...of));
  }

  /** Ends the session that asks. @throws Forbidden for a service, whose token is taken back by whoever gave it */
  async logout(user: Principal): Promise<void> {
    assertPerson(user);
    await this.sessions.end(user.sessionId, 'logout');
    this.browsers.drop();
  }

  /** Ends every session of the user who asks. @throws Forbidden for a service */
  async logoutAll(user: Principal): Promise<void> {
    assertPerson(user);
    await this.sessions.endLogins(user.userId, 'logout_all');
    this.browsers.drop();
  }

  /**
   * The OAuth2 form of the same. @param authorization the header, by which a client may present itself
   * @throws Validation, UnsupportedGrantType, InvalidCredentials, InvalidRefreshToken, InvalidClient, InvalidScope
   */
  token(form: TokenForm, authorization: string | undefined): Promise<OAuthTokenDto> {
    switch (form.grantType ?? 'password') {
      case 'password':
        if (form.username === undefined) throw required('username', 'is needed');
        if (form.password === undefined) throw required('password', 'is needed');
        return this.byPassword(form.username, form.password, (...of) => this.sessions.open(...of));
      case 'refresh_token':
        if (form.refreshToken === undefined) throw required('refresh_token', 'is needed');
        return this.sessions.refresh(form.refreshToken);
      case 'client_credentials':
        return this.clientTokens.issue(authorization, form);
      default:
        throw new UnsupportedGrantType();
    }
  }

  /** Who bears this token, for other services. @throws Unauthenticated */
  async validate(principal: Principal): Promise<ValidationDto> {
    const session = await this.live.find(principal.sessionId);
    if (!session) throw new Unauthenticated();
    const { userId, username, roles, permissions, sessionId, assurance, kind } = session.principal;
    return {
      success: true,
      authorized: true,
      kind: kind === 'service' ? 'service' : 'person',
      userId,
      username,
      roles: [...roles],
      permissions: [...permissions],
      session: {
        id: sessionId,
        username,
        roles: [...roles],
        active: true,
        expiresAt: session.expiresAt,
        mfaVerified: assurance === 'mfa',
      },
    };
  }

  private identify(token: string): Principal | null | Promise<Principal | null> {
    const service = this.serviceTokens.find(token);
    if (service !== undefined) {
      return service instanceof Promise
        ? service.then((found) => found?.principal ?? null)
        : (service?.principal ?? null);
    }
    const claims = this.tokens.read(token);
    return claims instanceof Promise ? claims.then((found) => this.principalOf(found)) : this.principalOf(claims);
  }

  private principalOf(claims: AccessClaims | null): Principal | null | Promise<Principal | null> {
    if (!claims) return null;
    const session = this.live.find(claims.sid);
    return session instanceof Promise ? session.then((found) => callerOf(found, claims)) : callerOf(session, claims);
  }

  private async byPassword<T>(
    login: string,
    password: string,
    open: (userId: string, assurance: Assurance) => Promise<T>,
  ): Promise<T> {
    const user = await this.users.findByLogin(login);
    const account = accountOf(login, user?.id);
    await this.slowDown.check(account);
    const hash = await this.passwords.verify(user?.id ?? null, password);
    if (!user || hash === null) {
      await this.slowDown.failed(account);
      throw await this.refused(user, new InvalidCredentials());
    }
    await this.slowDown.succeeded(account);
    if (!user.isActive) throw await this.refused(user, new InactiveUser());
    return this.db.transaction(async () => {
      // Else a reset that has just ended all sessions would leave this one, opened by the password of before.
      if (!(await this.passwords.matches(user.id, hash))) throw await this.refused(user, new InvalidCredentials());
      await this.audit.record({ action: 'auth.login', actorId: user.id, target: `user:${user.id}` });
      return open(user.id, await this.mfa.assuranceAtLogin(user.id));
    });
  }

  private async refused(user: UserDto | null, error: AppError): Promise<AppError> {
    const target = user ? `user:${user.id}` : undefined;
    await this.audit.recordFailure({
      action: 'auth.login',
      target,
      facts: { inactive: error.code === InactiveUser.code },
    });
    return error;
  }
}

function callerOf(session: LiveSession | null, claims: AccessClaims): Principal | null {
  return session?.principal.userId === claims.sub ? session.principal : null;
}

function nameIn({ email, username }: LoginInput): string {
  const login = email ?? username;
  if (login === undefined) throw required('email', 'or username is needed');
  return login;
}

function required(field: string, message: string): Error {
  return new Validation({ errors: [{ field, code: 'required', message }] });
}
