import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { Audit } from '../../../../core/data/audit';
import { Database, statement } from '../../../../core/data/database';
import { orderById, Page, pageOf, PageQuery } from '../../../../core/web/dto';
import { newSecret } from '../../../../core/kernel/runtime';
import { UsersService } from '../../users';
import { ServiceTokenNotFound } from '../auth.errors';
import { Credential, Credentials } from '../sessions/credentials';
import { IS_LIVE } from '../sessions/live';
import type { LiveSession } from '../sessions/session-cache';
import { SessionsService } from '../sessions/sessions.service';
import {
  CreateServiceTokenInput,
  NewServiceTokenDto,
  ServiceTokenDto,
  toServiceTokenDto,
} from './dto/service-token.dto';

/** By which a token shows what it is, to people and to scanners of leaked secrets. */
const PREFIX = 'ats_';
const ORDER = orderById<Credential>();
const LIST = statement(
  'service-tokens.list',
  `SELECT id, name, user_id AS "userId", created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM sessions
   WHERE kind = 'service_token' AND ${IS_LIVE} AND ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`,
);
const OWNER = statement(
  'service-tokens.owner',
  `SELECT user_id AS "userId" FROM sessions WHERE id = $1 AND kind = 'service_token' AND ${IS_LIVE} FOR UPDATE`,
);

/** Tokens by which services act, each as an account of its own whose permissions are the token's scopes (ADR 48). */
@Injectable()
export class ServiceTokens {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly users: UsersService,
    private readonly credentials: Credentials,
    private readonly sessions: SessionsService,
  ) {}

  /** The token is in this answer and nowhere else. @throws Validation, Forbidden for a scope the caller does not have */
  create(user: Principal, { name, scopes }: CreateServiceTokenInput): Promise<NewServiceTokenDto> {
    const token = `${PREFIX}${newSecret()}`;
    return this.db.transaction(async () => {
      const service = await this.users.createService(user, { fullName: name, scopes });
      const added = await this.credentials.add({
        userId: service.id,
        kind: 'service_token',
        name,
        scopes: null,
        secret: token,
      });
      await this.audit.record({
        action: 'auth.service-token-created',
        target: `service-token:${added.id}`,
        facts: { userId: service.id, scopes: service.permissions },
      });
      return { ...toServiceTokenDto(added, service.permissions), token };
    });
  }

  /** The newest first. @throws Validation for a broken cursor */
  async list({ limit, cursor }: PageQuery): Promise<Page<ServiceTokenDto>> {
    const rows = await this.db.query<Credential & Record<string, unknown>>(LIST, [...ORDER.read(cursor), limit + 1]);
    const owners = await this.users.byIds(rows.map(({ userId }) => userId));
    const toDto = (row: Credential): ServiceTokenDto =>
      toServiceTokenDto(row, owners.get(row.userId)?.permissions ?? []);
    return pageOf(rows, limit, toDto, ORDER.cursorOf);
  }

  /** It is refused within a second, on every instance; its account is deactivated. @throws ServiceTokenNotFound */
  delete(id: string): Promise<void> {
    return this.db.transaction(async () => {
      const [row] = await this.db.query<{ userId: string }>(OWNER, [id]);
      if (!row) throw new ServiceTokenNotFound();
      await this.users.retireService(row.userId);
      await this.sessions.endCredential(id, row.userId, 'service_token');
      await this.audit.record({ action: 'auth.service-token-deleted', target: `service-token:${id}` });
    });
  }

  /** The session of a token; undefined for what is none of these, null for one that is not, or no longer, good. */
  find(token: string): LiveSession | null | undefined | Promise<LiveSession | null> {
    return token.startsWith(PREFIX) ? this.credentials.find(token, 'service_token') : undefined;
  }
}
