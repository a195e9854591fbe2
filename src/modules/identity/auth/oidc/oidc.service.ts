import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { Audit } from '../../../../core/data/audit';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { addAnswerCookie, currentContext } from '../../../../core/kernel/context/context';
import { Database } from '../../../../core/data/database';
import { Page } from '../../../../core/web/dto';
import { AppError, InactiveUser, Unauthenticated } from '../../../../core/kernel/errors';
import { MfaService } from '../../mfa';
import { EmailTaken, UsersService } from '../../users';
import { BrowserSessions } from '../sessions/browser-sessions';
import { isDomainAllowed } from '../email-domains';
import { SessionCache } from '../sessions/session-cache';
import { basePathOf } from '../../../../core/web/http';
import { ACCOUNT, localPath } from './addresses';
import { BeginLoginQuery, IdentityProviderDto, LinkBegunDto } from './dto/oidc.dto';
import { IdentitiesService } from './identities.service';
import type { Identity, ProviderAnswer } from './identity';
import { IdentityProviders } from './identity-providers';
import { loginCookie, readLoginCookie, spentLoginCookie } from './login-cookie';
import { AccountExists, EmailDomainNotAllowed, EmailNotVerifiedByProvider, InvalidLoginState } from './oidc.errors';
import { newLoginSecrets, OidcLogins, UsedLogin } from './oidc-logins';

/** Where a browser goes next. */
export interface Redirection {
  readonly url: string;
}

/** Logging in through OpenID Connect providers. */
@Injectable()
export class OidcService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly users: UsersService,
    private readonly mfa: MfaService,
    private readonly live: SessionCache,
    private readonly browsers: BrowserSessions,
    private readonly providers: IdentityProviders,
    private readonly identities: IdentitiesService,
    private readonly logins: OidcLogins,
  ) {}

  /** All that are configured. */
  list(): Page<IdentityProviderDto> {
    const items = this.providers.all().map(({ settings: { name, label } }) => ({ name, label }));
    return { items, count: items.length, nextCursor: null };
  }

  /** Sends the browser to the provider. @throws IdentityProviderNotFound, IdentityProviderUnavailable */
  begin(provider: string, { next }: BeginLoginQuery): Promise<Redirection> {
    return this.sendTo(provider, localPath(next), null);
  }

  /** The same to add an identity to my account. @throws IdentityProviderNotFound, IdentityProviderUnavailable */
  link(user: Principal, provider: string): Promise<LinkBegunDto> {
    return this.sendTo(provider, ACCOUNT, user);
  }

  /**
   * Ends what was begun, by the query and the `Cookie` header of the browser that comes back. Whatever goes wrong is
   * told by its code to the page it goes to. @throws IdentityProviderNotFound
   */
  async end(providerName: string, answer: ProviderAnswer, cookies: string | undefined): Promise<Redirection> {
    const provider = this.providers.get(providerName);
    const login = await this.find(providerName, answer, cookies);
    try {
      if (!login) throw new InvalidLoginState();
      const identity = await provider.identityOf(answer, login.secrets);
      return this.to(await this.enter(providerName, identity, login));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return await this.failed(providerName, login, error);
    } finally {
      if (login) addAnswerCookie(spentLoginCookie(this.config.publicUrl, login.secrets.state));
    }
  }

  private async sendTo(providerName: string, next: string, linking: Principal | null): Promise<Redirection> {
    const provider = this.providers.get(providerName);
    const { publicUrl } = this.config;
    const secrets = newLoginSecrets();
    const url = await provider.authorizationUrl(secrets); // may ask the provider, so before anything is written
    const browser = await this.logins.begin(providerName, secrets, next, linking);
    addAnswerCookie(loginCookie(publicUrl, secrets.state, browser));
    return { url };
  }

  private async find(
    provider: string,
    { state }: ProviderAnswer,
    cookies: string | undefined,
  ): Promise<UsedLogin | null> {
    if (typeof state !== 'string') return null;
    const browser = readLoginCookie(this.config.publicUrl, state, cookies);
    return browser === null ? null : this.logins.use(provider, state, browser);
  }

  /** @returns the path to go on with */
  private async enter(provider: string, identity: Identity, { linking, next }: UsedLogin): Promise<string> {
    if (linking) {
      await this.needSession(linking);
      await this.db.transaction(() => this.identities.add(linking.userId, provider, identity));
      return next;
    }
    const assurance = await this.db.transaction(async () => {
      const userId = (await this.identities.use(identity)) ?? (await this.register(provider, identity));
      if (!(await this.users.findById(userId))?.isActive) throw new InactiveUser();
      await this.audit.record({ action: 'auth.login', actorId: userId, target: `user:${userId}`, facts: { provider } });
      const owed = await this.mfa.assuranceAtLogin(userId);
      await this.browsers.open(userId, owed);
      return owed;
    });
    return assurance === 'pending_mfa' ? `/mfa?next=${encodeURIComponent(next)}` : next;
  }

  /** Still the session that began, and nobody else in this browser. @throws Unauthenticated */
  private async needSession({ userId, sessionId }: { userId: string; sessionId: string }): Promise<void> {
    const session = await this.live.find(sessionId);
    const present = currentContext().principal;
    const isSame = session?.principal.userId === userId && (present === null || present.userId === userId);
    if (!isSame || session.principal.inactive || session.principal.missingFactor) throw new Unauthenticated();
  }

  /** An account for who is new here; never one that is here already, whatever address the provider names. */
  private async register(provider: string, identity: Identity): Promise<string> {
    const { email, emailVerified, fullName } = identity;
    if (email === null || !emailVerified) throw new EmailNotVerifiedByProvider();
    if (!isDomainAllowed(email, this.config.emailDomains)) throw new EmailDomainNotAllowed();
    const user = await this.users
      .create({
        email,
        username: null,
        fullName: fullName ?? email.slice(0, email.lastIndexOf('@')),
        roles: ['user'],
        emailVerified,
      })
      .catch((error: unknown) => {
        throw error instanceof EmailTaken ? new AccountExists() : error;
      });
    await this.audit.record({
      action: 'auth.registered',
      actorId: user.id,
      target: `user:${user.id}`,
      facts: { provider },
    });
    await this.identities.add(user.id, provider, identity);
    await this.identities.use(identity);
    return user.id;
  }

  private async failed(provider: string, login: UsedLogin | null, { code }: AppError): Promise<Redirection> {
    const linking = login?.linking;
    await this.audit.recordFailure({
      action: linking ? 'auth.identity-linked' : 'auth.login',
      facts: { provider, code },
      ...(linking && { actorId: linking.userId, target: `user:${linking.userId}` }),
    });
    return this.to(`${linking ? ACCOUNT : '/login'}?error=${code}`);
  }

  private to(path: string): Redirection {
    return { url: `${basePathOf(this.config.publicUrl)}${path}` };
  }
}
