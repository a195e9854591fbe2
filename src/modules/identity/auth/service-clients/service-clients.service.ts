import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { Audit } from '../../../../core/data/audit';
import { Database, statement } from '../../../../core/data/database';
import { Page, pageOf, PageQuery, orderById } from '../../../../core/web/dto';
import { isId, newId, newSecret, sha256 } from '../../../../core/kernel/runtime';
import { UserDto, UsersService } from '../../users';
import { InvalidClient, ServiceClientNotFound } from '../auth.errors';
import { SessionsService } from '../sessions/sessions.service';
import {
  ClientCredentials,
  CreateServiceClientInput,
  NewServiceClientDto,
  ServiceClientDto,
  toServiceClientDto,
  UpdateServiceClientInput,
} from './dto/service-client.dto';
import { ServiceClient } from './entities/service-client.entity';

const ORDER = orderById<ServiceClient>();
const PAGE = statement(
  'service-clients.page',
  `SELECT id, name, user_id AS "userId", created_at AS "createdAt" FROM service_clients
   WHERE revoked_at IS NULL AND ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`,
);
const SECRET = statement(
  'service-clients.secret',
  'SELECT secret_hash AS "secretHash" FROM service_clients WHERE id = $1 AND revoked_at IS NULL',
);

const LOCK = statement(
  'service-clients.lock',
  `SELECT id, name, user_id AS "userId", created_at AS "createdAt" FROM service_clients
   WHERE id = $1 AND revoked_at IS NULL FOR UPDATE`,
);
const SET_ACCOUNT = 'UPDATE service_clients SET user_id = $2, updated_at = now() WHERE id = $1';
const RENAME = 'UPDATE service_clients SET name = $2, updated_at = now() WHERE id = $1';

/** Other services and their credentials: made by an admin, kept as a hash. */
@Injectable()
export class ServiceClientsService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
  ) {}

  /** The secret is in this answer and nowhere else. @throws Validation, Forbidden for a scope the caller does not have */
  create(user: Principal, input: CreateServiceClientInput): Promise<NewServiceClientDto> {
    const clientSecret = newSecret();
    return this.db.transaction(async () => {
      const { name, scopes = [] } = input;
      const account = await this.users.createService(user, { fullName: name, scopes });
      const repo = this.db.repo(ServiceClient);
      const client = repo.create({
        id: newId(),
        name,
        userId: account.id,
        secretHash: sha256(clientSecret),
        createdBy: user.userId,
      });
      await repo.insert(client);
      await this.audit.record({
        action: 'auth.service-client-created',
        target: `service-client:${client.id}`,
        facts: { scopes: account.permissions },
      });
      return { ...toServiceClientDto(client, account), clientSecret };
    });
  }

  /** The newest first. @throws Validation for a broken cursor */
  async list({ limit, cursor }: PageQuery): Promise<Page<ServiceClientDto>> {
    const rows = await this.db.query<ServiceClient>(PAGE, [...ORDER.read(cursor), limit + 1]);
    const accounts = await this.users.byIds(rows.flatMap(({ userId }) => userId ?? []));
    const toDto = (row: ServiceClient): ServiceClientDto =>
      toServiceClientDto(row, (row.userId && accounts.get(row.userId)) || null);
    return pageOf(rows, limit, toDto, ORDER.cursorOf);
  }

  /**
   * What its tokens may do is felt within a second, also by those that are out.
   * @throws ServiceClientNotFound, Validation, Forbidden for a scope the caller does not have
   */
  update(user: Principal, id: string, { name, scopes }: UpdateServiceClientInput): Promise<ServiceClientDto> {
    return this.db.transaction(async () => {
      const client = await this.lock(id);
      const account = await this.accountFor(client);
      if (!account) throw new ServiceClientNotFound();
      const changed = await this.users.updateService(user, account.id, { fullName: name, scopes });
      if (name !== undefined) await this.db.execute(RENAME, [id, name]);
      await this.audit.record({
        action: 'auth.service-client-updated',
        target: `service-client:${id}`,
        facts: { scopes: changed.permissions },
      });
      return toServiceClientDto({ ...client, name: name ?? client.name }, changed);
    });
  }

  /** Its credentials and its tokens are refused from now on. @throws ServiceClientNotFound */
  revoke(id: string): Promise<void> {
    return this.db.transaction(async () => {
      const { userId } = await this.lock(id);
      await this.db.execute('UPDATE service_clients SET revoked_at = now() WHERE id = $1', [id]);
      if (userId) {
        await this.users.retireService(userId);
        await this.sessions.endAll(userId, 'client_revoked');
      }
      await this.audit.record({ action: 'auth.service-client-revoked', target: `service-client:${id}` });
    });
  }

  /**
   * The client that presents itself, by HTTP Basic or in the form (RFC 6749 section 2.3.1). @returns its id
   * @throws InvalidClient
   */
  async authenticate(authorization: string | undefined, form: ClientCredentials): Promise<string> {
    const [id, secret] = basic(authorization) ?? [form.clientId ?? '', form.clientSecret ?? ''];
    if (await this.isRight(id, secret)) return id;
    await this.audit.recordFailure({ action: 'auth.service-client', facts: { clientId: id.slice(0, 100) } });
    throw new InvalidClient();
  }

  /** The account that its tokens act as, locked to the end of the open transaction; null when it is revoked or erased by now. */
  async accountOf(id: string): Promise<UserDto | null> {
    const [client] = await this.db.query<ServiceClient>(LOCK, [id]);
    return client ? this.accountFor(client) : null;
  }

  /** One made before there were accounts gets its own now, without scopes; null where it has been erased. */
  private async accountFor({ id, name, userId }: ServiceClient): Promise<UserDto | null> {
    if (userId !== null) return this.users.findById(userId);
    const account = await this.users.createService(null, { fullName: name, scopes: [] });
    await this.db.execute(SET_ACCOUNT, [id, account.id]);
    return account;
  }

  private async lock(id: string): Promise<ServiceClient> {
    const [client] = await this.db.query<ServiceClient>(LOCK, [id]);
    if (!client) throw new ServiceClientNotFound();
    return client;
  }

  private async isRight(id: string, secret: string): Promise<boolean> {
    const [row] = isId(id) ? await this.db.query<ServiceClient>(SECRET, [id]) : [];
    // Compared in any case, so that an unknown id takes as long.
    return timingSafeEqual(row?.secretHash ?? sha256(''), sha256(secret)) && row !== undefined;
  }
}

/** Id and secret, each form-encoded before the Base64 (RFC 6749 section 2.3.1); null for any other header. */
function basic(authorization: string | undefined): [string, string] | null {
  const encoded = /^basic ([A-Za-z0-9+/]+=*)$/i.exec(authorization ?? '')?.[1];
  if (!encoded) return null;
  const [id, ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  try {
    return [decodeURIComponent(id), decodeURIComponent(rest.join(':'))];
  } catch {
    return null;
  }
}
