import { Injectable, OnModuleInit } from '@nestjs/common';
import { Audit } from '../../../core/data/audit';
import { BoundStatement, Conditions, Database, statement } from '../../../core/data/database';
import { Validation } from '../../../core/kernel/errors';
import { Clock, isId, newId, newSecret, sha256 } from '../../../core/kernel/runtime';
import type { Principal } from '../../../core/web/access';
import { orderById, Page, pageOf } from '../../../core/web/dto';
import { PublicAddress } from '../../../core/web/http';
import { PasswordHashes } from '../../identity/auth';
import { GroupsService } from '../../identity/groups';
import { UserNotFound, UsersService } from '../../identity/users';
import { CreateShareInput, ResourceShareDto, SharePrincipalInput, ShareQuery, UpdateShareInput } from './dto/share.dto';
import { levelOf, LINK_MAX, Permission, permissionOf } from './levels';
import { ResourceKinds } from './resource-kinds';
import { ResourceListeners, RESOURCE_ACTS } from './resource-listeners';
import { FoundResource, Resources } from './resources.service';
import { SHARE_COLUMNS, ShareRow, toShareDto } from './share-rows';
import { LinkTooStrong, ShareExceedsOwn, ShareNotFound, ShareWithOwner } from './sharing.errors';

const ORDER = orderById<ShareRow>('-id', 's.id');
const FROM = `shares s JOIN resources r ON r.id = s.resource_id`;
const BY_ID = statement(
  'shares.by-id',
  `SELECT ${SHARE_COLUMNS} FROM ${FROM} WHERE s.id = $1 AND s.principal_type <> 'owner'`,
);
const HOLD = statement(
  'shares.hold',
  `SELECT ${SHARE_COLUMNS} FROM ${FROM} WHERE s.id = $1 AND s.principal_type <> 'owner' FOR UPDATE OF s`,
);
/** Of the same principal once, whoever gives it; an owner has theirs, and nobody takes away more than they could give. */
const GRANT = statement(
  'shares.grant',
  `INSERT INTO shares AS s (id, resource_id, principal_type, principal_id, level, expires_at, granted_by, token_hash, password_hash, is_container)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $11)
   ON CONFLICT (resource_id, principal_id) DO UPDATE SET level = excluded.level, expires_at = excluded.expires_at, updated_at = now()
     WHERE s.principal_type <> 'owner' AND s.level <= $10
   RETURNING id`,
);
const IS_OWNER = statement(
  'shares.is-owner',
  `SELECT 1 FROM shares WHERE resource_id = $1 AND principal_id = $2 AND principal_type = 'owner'`,
);
const CHANGE = statement(
  'shares.change',
  `UPDATE shares SET level = $2, expires_at = $3, password_hash = CASE WHEN $4 THEN $5 ELSE password_hash END,
     principal_id = CASE WHEN $4 THEN $6 ELSE principal_id END, updated_at = now() WHERE id = $1`,
);
const REVOKE = statement('shares.revoke', 'DELETE FROM shares WHERE id = $1');
const REVOKE_FROM = statement('shares.revoke-from', 'DELETE FROM shares WHERE principal_id = $1');

/**
 * Who may do what with which resource. Whoever may do something may give just that to others; what was given is changed and taken back by
 * those who gave it, and by those who manage the resource.
 */
@Injectable()
export class SharesService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly resources: Resources,
    private readonly listeners: ResourceListeners,
    private readonly kinds: ResourceKinds,
    private readonly groups: GroupsService,
    private readonly users: UsersService,
    private readonly hashes: PasswordHashes,
    private readonly addresses: PublicAddress,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.groups.onDelete((key) => this.db.execute(REVOKE_FROM, [key]));
  }

  /**
   * The newest first: all for who may edit, the others those that they gave.
   * @throws ResourceNotFound, Validation for a broken cursor
   */
  async list(user: Principal, query: ShareQuery): Promise<Page<ResourceShareDto>> {
    const resource = await this.resources.get(user, query.resourceId, 'view', { type: query.resourceType });
    const rows = await this.db.query<ShareRow & Record<string, unknown>>(pageQuery(user, resource, query));
    const groups = await this.groups.byKeys(rows.map(({ principalId }) => principalId));
    return pageOf(rows, query.limit, (row) => toShareDto(row, groups), ORDER.cursorOf);
  }

  /** @throws ShareNotFound also for one that the caller neither gave nor manages */
  async byId(user: Principal, id: string): Promise<ResourceShareDto> {
    const [row] = await this.db.query<ShareRow & Record<string, unknown>>(BY_ID, [id]);
    await this.assertMayChange(user, row);
    return this.toDto(row);
  }

  /**
   * Gives a right, or another one to who has one already.
   * @returns whether it is new @throws ResourceNotFound, ShareExceedsOwn, LinkTooStrong, ShareWithOwner, GroupNotFound, UserNotFound, Validation
   */
  async share(user: Principal, input: CreateShareInput): Promise<{ share: ResourceShareDto; isNew: boolean }> {
    const { resourceId, resourceType, principal, permission, expiresAt = null, password } = input;
    this.assertFuture(expiresAt);
    if (password !== undefined && principal.type !== 'link') throw invalid('password', 'only a link has one');
    const passwordHash = password === undefined ? null : await this.hashes.hash(password);
    return this.db.transaction(async () => {
      const resource = await this.resources.get(user, resourceId, 'view', { type: resourceType });
      assertMayGive(resource, principal.type, permission);
      const { id: granteeId, name } = await this.grantee(user, principal);
      const token = principal.type === 'link' ? newSecret() : null;
      const values = [principal.type, granteeId, levelOf(permission), expiresAt, user.userId];
      const secrets = [token && sha256(token), passwordHash];
      const id = newId();
      const all = [
        id,
        resourceId,
        ...values,
        ...secrets,
        levelOf(resource.permission),
        this.kinds.isContainer(resourceType),
      ];
      const [row] = await this.db.query<{ id: string }>(GRANT, all);
      if (!row) throw await this.refusal(resource, granteeId);
      await this.tell('shared', user, resource, { share: row.id, to: name, permission });
      const url = token && this.addresses.urlOf(`/s/${token}`);
      const [made] = await this.db.query<ShareRow & Record<string, unknown>>(BY_ID, [row.id]);
      return { share: await this.toDto(made, url), isNew: row.id === id };
    });
  }

  /** What is left out stays. @throws ShareNotFound, ShareExceedsOwn, LinkTooStrong, Validation */
  async update(user: Principal, id: string, input: UpdateShareInput): Promise<ResourceShareDto> {
    const { permission, expiresAt, password } = input;
    this.assertFuture(expiresAt ?? null);
    const passwordHash = password ? await this.hashes.hash(password) : null;
    return this.db.transaction(async () => {
      const [row] = await this.db.query<ShareRow & Record<string, unknown>>(HOLD, [id]);
      const resource = await this.assertMayChange(user, row);
      if (password !== undefined && row.principalType !== 'link') throw invalid('password', 'only a link has one');
      const wanted = permission ?? permissionOf(row.level);
      if (permission !== undefined) assertMayGive(resource, row.principalType, permission);
      const until = expiresAt === undefined ? row.expiresAt : expiresAt;
      // Visitors are known by another id from now on, so that they open the link again.
      await this.db.execute(CHANGE, [id, levelOf(wanted), until, password !== undefined, passwordHash, newId()]);
      await this.tell('shared', user, resource, { share: id, permission: wanted });
      const [changed] = await this.db.query<ShareRow & Record<string, unknown>>(BY_ID, [id]);
      return this.toDto(changed);
    });
  }

  /** @throws ShareNotFound also the second time */
  revoke(user: Principal, id: string): Promise<void> {
    return this.db.transaction(async () => {
      const [row] = await this.db.query<ShareRow & Record<string, unknown>>(HOLD, [id]);
      const resource = await this.assertMayChange(user, row, true);
      await this.db.execute(REVOKE, [id]);
      await this.tell('unshared', user, resource, { share: id });
    });
  }

  /** @param own whether who the share is for may give it up @throws ShareNotFound */
  private async assertMayChange(user: Principal, row: ShareRow | undefined, own = false): Promise<FoundResource> {
    const resource = row && (await this.resources.find(user, row.resourceId));
    const isTheirs = row?.grantedBy === user.userId || (own && row?.principalId === user.userId);
    if (!resource || (!isTheirs && resource.permission !== 'manage')) throw new ShareNotFound();
    return resource;
  }

  /** Why a right could not take the place of the one that is there. */
  private async refusal(resource: FoundResource, granteeId: string): Promise<Error> {
    const isOwner = (await this.db.query(IS_OWNER, [resource.id, granteeId])).length > 0;
    return isOwner ? new ShareWithOwner() : new ShareExceedsOwn({ permission: resource.permission });
  }

  private async grantee(
    user: Principal,
    { type, id }: SharePrincipalInput,
  ): Promise<{ id: string; name: string | null }> {
    if (type === 'link') {
      if (id !== undefined) throw invalid('principal.id', 'a link has none');
      return { id: newId(), name: null };
    }
    if (id === undefined) throw invalid('principal.id', 'is needed');
    if (type === 'group') {
      const group = await this.groups.find(user, id);
      return { id: group.key, name: group.id };
    }
    const person = isId(id) ? await this.users.findById(id) : null;
    if (!person) throw new UserNotFound();
    return { id: person.id, name: person.id };
  }

  private async tell(
    act: Extract<(typeof RESOURCE_ACTS)[number], 'shared' | 'unshared'>,
    user: Principal,
    resource: FoundResource,
    facts: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.record({ action: `sharing.${act}`, target: `${resource.type}:${resource.id}`, facts });
    await this.listeners.notify({ act, ids: [resource.id], subjectId: resource.id, actorId: user.userId, facts });
  }

  private async toDto(row: ShareRow, url: string | null = null): Promise<ResourceShareDto> {
    return toShareDto(row, await this.groups.byKeys([row.principalId]), url);
  }

  private assertFuture(expiresAt: Date | null): void {
    if (expiresAt && expiresAt.getTime() <= this.clock.nowMs()) throw invalid('expires_at', 'must be in the future');
  }
}

/** @throws ShareExceedsOwn, LinkTooStrong */
function assertMayGive(resource: FoundResource, to: ShareRow['principalType'], permission: Permission): void {
  if (to === 'link' && levelOf(permission) > levelOf(LINK_MAX)) throw new LinkTooStrong();
  if (levelOf(permission) > levelOf(resource.permission)) {
    throw new ShareExceedsOwn({ permission: resource.permission });
  }
}

function pageQuery(user: Principal, resource: FoundResource, { cursor, limit }: ShareQuery): BoundStatement {
  const query = new Conditions().always(`s.resource_id = ?::uuid AND s.principal_type <> 'owner'`, resource.id);
  if (levelOf(resource.permission) < levelOf('edit')) query.and('given', 's.granted_by = ?::uuid', user.userId);
  ORDER.continue(query, cursor);
  const end = `ORDER BY ${ORDER.order} LIMIT ${query.bind(limit + 1, 'int')}`;
  return query.statement('shares.page', `SELECT ${SHARE_COLUMNS} FROM ${FROM} WHERE ${query.where} ${end}`);
}

function invalid(field: string, message: string): Error {
  return new Validation({ errors: [{ field, code: 'invalid', message }] });
}
