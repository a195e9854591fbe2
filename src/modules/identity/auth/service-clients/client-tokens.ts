import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../../../../core/data/audit';
import { Database } from '../../../../core/data/database';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { InvalidClient, InvalidScope } from '../auth.errors';
import type { OAuthTokenDto, TokenForm } from '../dto/auth.dto';
import { AccessTokens } from '../sessions/access-tokens';
import { SessionsService } from '../sessions/sessions.service';
import { ServiceClientsService } from './service-clients.service';

/** Access tokens of services, for their own account (RFC 6749 section 4.4). */
@Injectable()
export class ClientTokens {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly clients: ServiceClientsService,
    private readonly sessions: SessionsService,
    private readonly tokens: AccessTokens,
  ) {}

  /**
   * A token whose rights are the client's scopes, or those of them that it asks for; no refresh token goes with it (section 4.4.3).
   * @throws InvalidClient, InvalidScope
   */
  async issue(authorization: string | undefined, form: TokenForm): Promise<OAuthTokenDto> {
    const clientId = await this.clients.authenticate(authorization, form);
    return this.db.transaction(async () => {
      const account = await this.clients.accountOf(clientId);
      if (!account?.isActive) throw new InvalidClient();
      const scopes = scopesOf(form.scope, account.permissions);
      const sessionId = await this.sessions.beginForClient(account.id, scopes);
      const target = `service-client:${clientId}`;
      await this.audit.record({ action: 'auth.client-token', actorId: account.id, target, facts: { scopes } });
      return {
        accessToken: this.tokens.issue(account.id, sessionId),
        tokenType: 'bearer',
        expiresIn: this.config.accessTokenTtlS,
        scope: scopes.join(' '),
      };
    });
  }
}

/** What is asked for, each word once; all there is when nothing is. @throws InvalidScope for a word that the client does not have */
function scopesOf(asked: string | undefined, permissions: readonly string[]): string[] {
  const words = [...new Set((asked ?? '').split(' ').filter(Boolean))];
  if (!words.every((word) => permissions.includes(word))) throw new InvalidScope();
  return words.length > 0 ? words : [...permissions];
}
