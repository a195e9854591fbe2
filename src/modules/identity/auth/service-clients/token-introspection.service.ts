import { Inject, Injectable } from '@nestjs/common';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { Database, statement } from '../../../../core/data/database';
import { sha256 } from '../../../../core/kernel/runtime';
import { AccessTokens } from '../sessions/access-tokens';
import type { IntrospectionDto, TokenQuestionForm } from './dto/introspection.dto';
import { LiveSession, SessionCache } from '../sessions/session-cache';
import { ServiceTokens } from '../service-tokens/service-tokens';
import { ServiceClientsService } from './service-clients.service';
import { SessionsService } from '../sessions/sessions.service';

const INACTIVE: IntrospectionDto = { active: false };

const REFRESH_SESSION = statement(
  'refresh.session',
  'SELECT session_id AS "sessionId" FROM refresh_tokens WHERE token_hash = $1 AND used_at IS NULL',
);

/** What other services ask of a token: RFC 7662 (introspection) and RFC 7009 (revocation). */
@Injectable()
export class TokenIntrospectionService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly clients: ServiceClientsService,
    private readonly tokens: AccessTokens,
    private readonly serviceTokens: ServiceTokens,
    private readonly live: SessionCache,
    private readonly sessions: SessionsService,
  ) {}

  /** What the token stands for; `{active: false}` alone when it is unknown, expired or revoked. @throws InvalidClient */
  async introspect(authorization: string | undefined, form: TokenQuestionForm): Promise<IntrospectionDto> {
    await this.clients.authenticate(authorization, form);
    const claims = await this.tokens.read(form.token);
    if (claims) {
      const session = await this.live.find(claims.sid);
      if (session?.principal.userId !== claims.sub || session.principal.assurance === 'pending_mfa') return INACTIVE;
      if (session.kind === 'client' && !isActive(session)) return INACTIVE;
      return this.describe(session, 'access_token', claims.exp);
    }
    const service = await this.serviceTokens.find(form.token);
    if (service !== undefined) return isActive(service) ? this.describe(service, 'access_token') : INACTIVE;
    const session = await this.sessionOfRefresh(form.token);
    return session ? this.describe(session, 'refresh_token', toSeconds(session.expiresAt)) : INACTIVE;
  }

  /** Ends the session of the token; an unknown token is no error (RFC 7009 section 2.2). @throws InvalidClient */
  async revoke(authorization: string | undefined, form: TokenQuestionForm): Promise<void> {
    await this.clients.authenticate(authorization, form);
    const claims = await this.tokens.read(form.token);
    const session = claims
      ? await this.live.find(claims.sid)
      : ((await this.serviceTokens.find(form.token)) ?? (await this.sessionOfRefresh(form.token)));
    if (session) await this.sessions.end(session.principal.sessionId, 'revoked');
  }

  private async sessionOfRefresh(token: string): Promise<LiveSession | null> {
    const [row] = await this.db.query<{ sessionId: string }>(REFRESH_SESSION, [sha256(token)]);
    return row ? this.live.find(row.sessionId) : null;
  }

  private describe(session: LiveSession, tokenType: IntrospectionDto['tokenType'], exp?: number): IntrospectionDto {
    const { userId, username, sessionId, roles, permissions, assurance } = session.principal;
    return {
      active: true,
      tokenType,
      sub: userId,
      username: username ?? undefined,
      scope: [...permissions].join(' '),
      roles: roles.join(' '),
      sid: sessionId,
      exp,
      iss: this.config.publicUrl,
      mfaVerified: assurance === 'mfa',
    };
  }
}

/** The account of a service may be deactivated while its token is not taken back. */
const isActive = (session: LiveSession | null): session is LiveSession =>
  session !== null && !session.principal.inactive;

const toSeconds = (instant: Date): number => Math.floor(instant.getTime() / 1000);
