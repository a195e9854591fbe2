import { Inject, Injectable, OnModuleInit } from '@nestjs/common';
import { Authentication, Principal } from '../../core/access';
import { Audit } from '../../core/audit';
import { Config, CONFIG } from '../../core/config';
import { Database } from '../../core/database';
import { FieldIssue, InactiveUser, Unauthenticated, Validation } from '../../core/errors';
import { UserDto, UsersService } from '../users';
import { AccessClaims, AccessTokens } from './access-tokens';
import { InvalidCredentials, RoleNotAllowed, UnsupportedGrantType } from './auth.errors';
import { readCard } from './card';
import { LoginInput, RegisterInput, TokenForm, TokenPairDto, ValidationDto } from './dto/auth.dto';
import { LiveSession, LiveSessions } from './live-sessions';
import { passwordIssue } from './password-policy';
import { Passwords } from './passwords';
import { SessionsService } from './sessions.service';

const OPEN_ROLES = new Set(['user', 'student']);

/** Registering, logging in and out, and what a bearer token stands for. */
@Injectable()
export class AuthService implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly users: UsersService,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
    private readonly live: LiveSessions,
    private readonly tokens: AccessTokens,
    private readonly authentication: Authentication,
  ) {}

  onModuleInit(): void {
    this.authentication.use((token) => this.identify(token));
    this.users.onErase((userId) => this.passwords.drop(userId));
  }

  /** @throws Validation, RoleNotAllowed, EmailTaken, UsernameTaken */
  async register(input: RegisterInput): Promise<UserDto> {
    const { email, username, fullName, password } = input;
    const role = input.role ?? 'user';
    if (!OPEN_ROLES.has(role)) throw new RoleNotAllowed();
    const card = input.creditCard === undefined ? null : readCard(input.creditCard);
    this.checkDomain(email);
    this.checkPassword(password, [email, email.split('@')[0], username ?? '', ...fullName.split(/\s+/)]);
    const hash = await this.passwords.hash(password);
    return this.db.transaction(async () => {
      const user = await this.users.create({ email, username: username ?? null, fullName, roles: [role], card });
      await this.passwords.keep(user.id, hash);
      await this.audit.record({ action: 'auth.registered', actorId: user.id, target: `user:${user.id}` });
      return user;
    });
  }

  /** @throws Validation, InvalidCredentials, InactiveUser */
  login(input: LoginInput): Promise<TokenPairDto> {
    const login = input.email ?? input.username;
    if (login === undefined) throw required('email', 'or username is needed');
    return this.byPassword(login, input.password);
  }

  /** The OAuth2 form of the same. @throws Validation, UnsupportedGrantType, InvalidCredentials, InvalidRefreshToken */
  token(form: TokenForm): Promise<TokenPairDto> {
    switch (form.grantType ?? 'password') {
      case 'password':
        if (form.username === undefined) throw required('username', 'is needed');
        if (form.password === undefined) throw required('password', 'is needed');
        return this.byPassword(form.username, form.password);
      case 'refresh_token':
        if (form.refreshToken === undefined) throw required('refresh_token', 'is needed');
        return this.sessions.refresh(form.refreshToken);
      default:
        throw new UnsupportedGrantType();
    }
  }

  /** Who bears this token, for other services. @throws Unauthenticated */
  async validate(principal: Principal): Promise<ValidationDto> {
    const session = await this.live.find(principal.sessionId);
    if (!session) throw new Unauthenticated();
    const { userId, username, roles, permissions, sessionId, assurance } = session.principal;
    return {
      success: true,
      authorized: true,
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
    const claims = this.tokens.read(token);
    return claims instanceof Promise ? claims.then((found) => this.principalOf(found)) : this.principalOf(claims);
  }

  private principalOf(claims: AccessClaims | null): Principal | null | Promise<Principal | null> {
    if (!claims) return null;
    const session = this.live.find(claims.sid);
    return session instanceof Promise ? session.then((found) => callerOf(found, claims)) : callerOf(session, claims);
  }

  private async byPassword(login: string, password: string): Promise<TokenPairDto> {
    const user = await this.users.findByLogin(login);
    const good = await this.passwords.matches(user?.id ?? null, password);
    if (!user || !good || !user.isActive) {
      const target = user ? `user:${user.id}` : undefined;
      await this.audit.recordFailure({ action: 'auth.login', target, facts: { inactive: good } });
      throw user && good ? new InactiveUser() : new InvalidCredentials();
    }
    return this.db.transaction(async () => {
      await this.audit.record({ action: 'auth.login', actorId: user.id, target: `user:${user.id}` });
      return this.sessions.open(user.id, 'password');
    });
  }

  private checkDomain(email: string): void {
    const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
    const { emailDomains } = this.config;
    if (emailDomains.length > 0 && !emailDomains.some((one) => one.toLowerCase() === domain)) {
      throw invalid({ field: 'email', code: 'email_domain', message: 'addresses of this domain cannot register' });
    }
  }

  private checkPassword(password: string, personal: string[]): void {
    const issue = passwordIssue(password, { policy: this.config.passwordPolicy, personal });
    if (issue) throw invalid(issue);
  }
}

function callerOf(session: LiveSession | null, claims: AccessClaims): Principal | null {
  return session?.principal.userId === claims.sub ? session.principal : null;
}

function required(field: string, message: string): Error {
  return invalid({ field, code: 'required', message });
}

function invalid(issue: FieldIssue): Error {
  return new Validation({ errors: [issue] });
}
