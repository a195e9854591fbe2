import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { assertRecentAuth, Principal, Roles } from '../../../core/web/access';
import { Audit } from '../../../core/data/audit';
import { Database, defineLock, onConstraint, onConstraints, statement } from '../../../core/data/database';
import { Page, pageOf, toSnake } from '../../../core/web/dto';
import { Forbidden, Validation } from '../../../core/kernel/errors';
import { PersonalData } from '../../../core/data/personal-data';
import { Events } from '../../../core/data/events';
import { assertMatch } from '../../../core/web/http';
import { Idempotency } from '../../../core/web/idempotency';
import { Clock, newId } from '../../../core/kernel/runtime';
import { cleanEmail, DEFAULT_READER, Locale } from '../../../core/kernel/text';
import { UpdateMeInput, UpdateUserInput, UserExportDto, UserQuery } from './dto/manage-users.dto';
import { toUserDto, UserDto } from './dto/user.dto';
import { User } from './entities/user.entity';
import { USER_COLUMNS, USER_ORDER, userPageQuery } from './user-list';
import { changedRights, checkReach, checkScopes, checkWords, isActiveAdmin, servicesHaveNoRoles } from './user-rights';
import { EmailTaken, LastAdmin, UsernameTaken, UserNotFound } from './users.errors';
import { UserRegistered } from './users.events';
import { UserHooks } from './users.hooks';

/** What an account starts with. */
export interface NewUser {
  /** Made here when absent; the demo gives its own. */
  readonly id?: string;
  readonly email: string;
  readonly username: string | null;
  readonly fullName: string;
  readonly roles: readonly string[];
  readonly card?: { brand: string; last4: string } | null;
  /** English unless given. */
  readonly locale?: Locale;
  /** UTC unless given. */
  readonly timeZone?: string;
  /** Where whoever runs the installation vouches for the address. */
  readonly emailVerified?: boolean;
}

/** What the account of a service starts with. */
export interface NewService {
  readonly fullName: string;
  /** Permissions. */
  readonly scopes: readonly string[];
}

const BY_ID = statement('users.by-id', `SELECT ${USER_COLUMNS} FROM users WHERE id = $1 AND deleted_at IS NULL`);
const BY_IDS = statement('users.by-ids', `SELECT ${USER_COLUMNS} FROM users WHERE id = ANY ($1::uuid[])`);
const NAMES = statement('users.names', 'SELECT id, full_name AS "fullName" FROM users WHERE id = ANY ($1::uuid[])');
const BY_LOGIN = statement(
  'users.by-login',
  `SELECT ${USER_COLUMNS} FROM users WHERE (text_key(email) = text_key($1) OR lower(username) = lower($1)) AND deleted_at IS NULL AND kind = 'person'
   ORDER BY text_key(email) = text_key($1) DESC, email = $1 DESC, duplicate_no LIMIT 1`,
);
const VERIFY_EMAIL = statement(
  'users.verify-email',
  `UPDATE users SET email_verified_at = coalesce(email_verified_at, now()),
     updated_at = CASE WHEN email_verified_at IS NULL THEN now() ELSE updated_at END
   WHERE id = $1 AND text_key(email) = text_key($2)`,
);
const CHANGE_EMAIL = statement(
  'users.change-email',
  'UPDATE users SET email = $2, email_verified_at = now(), updated_at = now() WHERE id = $1',
);
const LOCK_ROW = `SELECT ${USER_COLUMNS} FROM users WHERE id = $1 AND deleted_at IS NULL FOR UPDATE`;
const OTHER_ADMIN = `SELECT 1 FROM users WHERE roles @> '{admin}' AND is_active AND id <> $1 LIMIT 1`;
/** Who changes rights does so alone, so that two admins cannot demote each other at once. */
const RIGHTS_LOCK = defineLock('users.rights');
/** An address nobody can have (RFC 2606), so that the column stays unique. */
const ERASE = `UPDATE users SET email = id || '@deleted.invalid', username = NULL, full_name = 'Deleted user',
  roles = '{}', permissions = '{}', is_active = false, email_verified_at = NULL, card_brand = NULL, card_last4 = NULL,
  locale = 'en', time_zone = 'UTC', deleted_at = now(), updated_at = now() WHERE id = $1`;
const ADMIN_EXISTS = `SELECT 1 FROM users WHERE roles @> '{admin}' AND is_active LIMIT 1`;

const onTaken = onConstraints({ uq_users_email: EmailTaken, uq_users_username: UsernameTaken });

/** Accounts. Who may sign in, and how, is the auth module's affair. */
@Injectable()
export class UsersService extends UserHooks {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly roles: Roles,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly personalData: PersonalData,
  ) {
    super();
  }

  /** Makes an account. @throws EmailTaken, UsernameTaken */
  create(input: NewUser): Promise<UserDto> {
    return this.db.transaction(async () => {
      const user = this.newUser(input);
      await this.db.repo(User).insert(user).catch(onTaken);
      await this.events.emit(new UserRegistered(user.id));
      return toUserDto(user);
    });
  }

  /** Makes many accounts by one statement and publishes nothing: for the demo and for imports. @throws as `create` */
  async createMany(inputs: readonly NewUser[]): Promise<void> {
    const users = inputs.map((input) => this.newUser(input));
    await this.db.repo(User).insert(users).catch(onTaken);
  }

  /** @throws UserNotFound */
  async byId(id: string): Promise<UserDto> {
    const user = await this.findById(id);
    if (!user) throw new UserNotFound();
    return user;
  }

  /** null when there is no such account, or it is erased. */
  async findById(id: string): Promise<UserDto | null> {
    const [user] = await this.db.query<User>(BY_ID, [id]);
    return user ? toUserDto(user) : null;
  }

  /** Accounts by id, also those that are erased. */
  async byIds(ids: readonly string[]): Promise<ReadonlyMap<string, UserDto>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.query<User>(BY_IDS, [[...new Set(ids)]]);
    return new Map(rows.map((row) => [row.id, toUserDto(row)]));
  }

  /** Full names by id, also of erased accounts; for showing beside what refers to them. */
  async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.query<Pick<User, 'id' | 'fullName'>>(NAMES, [[...new Set(ids)]]);
    return new Map(rows.map(({ id, fullName }) => [id, fullName]));
  }

  /** The person of an e-mail address or a username, as somebody types it; null when there is none. Never a service. */
  async findByLogin(login: string): Promise<UserDto | null> {
    const [user] = await this.db.query<User>(BY_LOGIN, [cleanEmail(login)]);
    return user ? toUserDto(user) : null;
  }

  /** Remembers that this address is proven; without effect when it was. @returns whether it is the account's address */
  async markEmailVerified(id: string, email: string): Promise<boolean> {
    return (await this.db.execute(VERIFY_EMAIL, [id, email])) === 1;
  }

  /** Gives the account another address, which is proven. @returns the account as it was @throws UserNotFound, EmailTaken */
  changeEmail(id: string, email: string): Promise<UserDto> {
    return this.db.transaction(async () => {
      const user = await this.lock(id);
      await this.db.execute(CHANGE_EMAIL, [id, email]).catch(onConstraint('uq_users_email', EmailTaken));
      await this.rightsChanged(id);
      return toUserDto(user);
    });
  }

  /** Whether there is an active admin. */
  async hasAdmin(): Promise<boolean> {
    return (await this.db.query(ADMIN_EXISTS)).length > 0;
  }

  /** Newest first. @throws Validation for a broken cursor or an unknown role */
  async list(query: UserQuery): Promise<Page<UserDto>> {
    if (query.role !== undefined && !this.roles.names().includes(query.role)) {
      throw new Validation({ errors: [{ field: 'role', code: 'unknown', message: 'there is no such role' }] });
    }
    const sql = userPageQuery(query);
    const rows = await this.db.query<User>(sql);
    return pageOf(rows, query.limit, toUserDto, USER_ORDER.cursorOf);
  }

  /** Changes what I am called. @throws UsernameTaken, PreconditionFailed */
  updateMe({ userId }: Principal, input: UpdateMeInput, ifMatch?: string): Promise<UserDto> {
    return this.db.transaction(async () => this.change(await this.lock(userId, ifMatch), { ...input }));
  }

  /**
   * Changes what somebody may do; felt within a second on every instance.
   * @throws UserNotFound, Validation, Forbidden for rights the caller does not have, LastAdmin,
   * FreshFactorRequired where roles or permissions are among the input, PreconditionFailed
   */
  update(caller: Principal, id: string, input: UpdateUserInput, ifMatch?: string): Promise<UserDto> {
    checkWords(input, this.roles);
    if (input.roles ?? input.permissions) assertRecentAuth(caller, this.clock);
    return this.db.transaction(async () => {
      await RIGHTS_LOCK.acquire(this.db);
      const user = await this.lock(id, ifMatch);
      if (user.kind === 'service' && input.roles) throw servicesHaveNoRoles();
      const rights = changedRights(user, input);
      checkReach(caller, this.roles, user, rights);
      if (isActiveAdmin(user) && !isActiveAdmin(rights)) await this.needOtherAdmin(id);
      return this.change(user, { ...rights });
    });
  }

  /**
   * An account for a service, whose permissions are its scopes; within the open transaction. @param caller null where no scope is given
   * @throws Validation naming each scope that is no permission, Forbidden for one the caller does not have
   */
  async createService(caller: Principal | null, { fullName, scopes }: NewService): Promise<UserDto> {
    const permissions = [...new Set(scopes)];
    checkScopes(permissions, this.roles);
    if (caller) checkReach(caller, this.roles, { roles: [], permissions, isActive: true });
    else if (permissions.length > 0) throw new Forbidden();
    const id = newId();
    const named = { id, email: `${id}@service.invalid`, username: null, fullName, roles: [] };
    const user = this.db.repo(User).create({ ...this.newUser(named), kind: 'service', permissions });
    await this.db.repo(User).insert(user);
    return toUserDto(user);
  }

  /**
   * Another name, other scopes; what is left out stays. Within the open transaction.
   * @throws UserNotFound, Validation, Forbidden for rights the caller does not have
   */
  async updateService(caller: Principal, id: string, { fullName, scopes }: Partial<NewService>): Promise<UserDto> {
    const permissions = scopes && [...new Set(scopes)];
    checkScopes(permissions ?? [], this.roles);
    const user = await this.lock(id);
    if (permissions) checkReach(caller, this.roles, user, { roles: [], permissions, isActive: true });
    return this.change(user, { fullName, permissions });
  }

  /** The service acts no longer; what it has made stays its own. Within the open transaction; without effect once it is erased. */
  async retireService(id: string): Promise<void> {
    if (await this.findById(id)) await this.change(await this.lock(id), { isActive: false });
  }

  /**
   * Erases the person and keeps the row, which the books refer to.
   * @throws UserNotFound, Forbidden for rights the caller does not have, LastAdmin, whatever speaks against it elsewhere
   */
  erase(caller: Principal, id: string): Promise<void> {
    return this.db.transaction(async () => {
      await RIGHTS_LOCK.acquire(this.db);
      const user = await this.lock(id);
      checkReach(caller, this.roles, user);
      if (isActiveAdmin(user)) await this.needOtherAdmin(id);
      await this.personalData.erase(id);
      await this.db.execute(ERASE, [id]);
      await this.idempotency.forget(id);
      await this.rightsChanged(id);
      await this.audit.record({ action: 'users.erased', target: `user:${id}` });
    });
  }

  /** Everything kept about me. */
  async export({ userId }: Principal): Promise<UserExportDto> {
    const account = await this.byId(userId);
    return {
      exportedAt: this.clock.now(),
      account,
      sections: await this.personalData.export(userId),
    };
  }

  private newUser(input: NewUser): User {
    return this.db.repo(User).create({
      id: input.id ?? newId(),
      kind: 'person',
      email: input.email,
      username: input.username,
      fullName: input.fullName,
      roles: [...input.roles],
      permissions: [],
      locale: input.locale ?? DEFAULT_READER.locale,
      timeZone: input.timeZone ?? DEFAULT_READER.timeZone,
      isActive: true,
      emailVerifiedAt: input.emailVerified ? this.clock.now() : null,
      cardBrand: input.card?.brand ?? null,
      cardLast4: input.card?.last4 ?? null,
    });
  }

  private async change(user: User, wanted: Partial<User>): Promise<UserDto> {
    const fields = (Object.keys(wanted) as (keyof User)[]).filter(
      (field) => wanted[field] !== undefined && !isDeepStrictEqual(wanted[field], user[field]),
    );
    if (fields.length === 0) return toUserDto(user);
    const told = fields.filter((field) => TOLD.includes(field));
    const facts = {
      fields: fields.map(toSnake),
      old: Object.fromEntries(told.map((field) => [toSnake(field), user[field]])),
      new: Object.fromEntries(told.map((field) => [toSnake(field), wanted[field]])),
    };
    Object.assign(user, Object.fromEntries(fields.map((field) => [field, wanted[field]])));
    const saved = await this.db.repo(User).save(user).catch(onConstraint('uq_users_username', UsernameTaken));
    await this.rightsChanged(user.id);
    await this.audit.record({ action: 'users.updated', target: `user:${user.id}`, facts });
    return toUserDto(saved);
  }

  private async lock(id: string, ifMatch?: string): Promise<User> {
    const [row] = await this.db.query<User>(LOCK_ROW, [id]);
    if (!row) throw new UserNotFound();
    assertMatch(ifMatch, UserDto, toUserDto(row));
    return this.db.repo(User).create(row);
  }

  private async needOtherAdmin(id: string): Promise<void> {
    if ((await this.db.query(OTHER_ADMIN, [id])).length === 0) throw new LastAdmin();
  }
}

/** Fields whose values the trail may tell; the others are personal. */
const TOLD: readonly (keyof User)[] = ['roles', 'permissions', 'isActive'];
