import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { Audit } from '../../../../core/data/audit';
import { Database, statement } from '../../../../core/data/database';
import { Page, pageOf, PageQuery, orderById } from '../../../../core/web/dto';
import { isId, newId, newSecret, sha256 } from '../../../../core/kernel/runtime';
import { ServiceClientNotFound } from '../auth.errors';
import {
  CreateServiceClientInput,
  NewServiceClientDto,
  ServiceClientDto,
  toServiceClientDto,
} from './dto/service-client.dto';
import { ServiceClient } from './entities/service-client.entity';

const ORDER = orderById<ServiceClient>();
const PAGE = statement(
  'service-clients.page',
  `SELECT id, name, created_at AS "createdAt" FROM service_clients
   WHERE revoked_at IS NULL AND ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`,
);
const SECRET = statement(
  'service-clients.secret',
  'SELECT secret_hash AS "secretHash" FROM service_clients WHERE id = $1 AND revoked_at IS NULL',
);

/** Other services and their credentials: made by an admin, kept as a hash. */
@Injectable()
export class ServiceClientsService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
  ) {}

  /** The secret is in this answer and nowhere else. */
  create(user: Principal, input: CreateServiceClientInput): Promise<NewServiceClientDto> {
    const clientSecret = newSecret();
    return this.db.transaction(async () => {
      const repo = this.db.repo(ServiceClient);
      const client = repo.create({
        id: newId(),
        name: input.name,
        secretHash: sha256(clientSecret),
        createdBy: user.userId,
      });
      await repo.insert(client);
      await this.audit.record({ action: 'auth.service-client-created', target: `service-client:${client.id}` });
      return { ...toServiceClientDto(client), clientSecret };
    });
  }

  /** The newest first. @throws Validation for a broken cursor */
  async list({ limit, cursor }: PageQuery): Promise<Page<ServiceClientDto>> {
    const rows = await this.db.query<ServiceClient>(PAGE, [...ORDER.read(cursor), limit + 1]);
    return pageOf(rows, limit, toServiceClientDto, ORDER.cursorOf);
  }

  /** Its credentials are refused from now on. @throws ServiceClientNotFound */
  revoke(id: string): Promise<void> {
    return this.db.transaction(async () => {
      const revoked = await this.db.execute(
        'UPDATE service_clients SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL',
        [id],
      );
      if (revoked === 0) throw new ServiceClientNotFound();
      await this.audit.record({ action: 'auth.service-client-revoked', target: `service-client:${id}` });
    });
  }

  /** Whether these are the credentials of a service. */
  async knows(id: string, secret: string): Promise<boolean> {
    const [row] = isId(id) ? await this.db.query<ServiceClient>(SECRET, [id]) : [];
    // Compared in any case, so that an unknown id takes as long.
    return timingSafeEqual(row?.secretHash ?? sha256(''), sha256(secret)) && row !== undefined;
  }
}
