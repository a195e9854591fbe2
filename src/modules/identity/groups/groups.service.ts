import { Injectable, OnModuleInit } from '@nestjs/common';
import { Audit } from '../../../core/data/audit';
import { Conditions, containing, Database, onConstraint, statement } from '../../../core/data/database';
import { isId, newId } from '../../../core/kernel/runtime';
import { ModuleRegistry } from '../../../core/module';
import { Principal, Roles } from '../../../core/web/access';
import { Keyset, Page, pageOf, PageQuery } from '../../../core/web/dto';
import { UserNotFound, UsersService } from '../users';
import { GroupDto, GroupInput, GroupMemberDto, GroupQuery } from './dto/group.dto';
import { Group } from './entities/group.entity';
import { EVERYONE, GROUP_RULES, GroupRule, principalsOf, roleOf, ruleKey } from './group-rules';
import { GroupByRule, GroupNameTaken, GroupNotFound } from './groups.errors';
import { GroupsPermission } from './groups.permissions';

/** A group as others refer to it. */
export interface FoundGroup {
  /** As the API has it: a UUID, `everyone`, `role:teacher`, `classroom:0192…`. */
  readonly id: string;
  /** What rights are given to: a UUID of its own. */
  readonly key: string;
  readonly name: string;
}

interface GroupRow extends GroupDto {
  readonly key: string;
}

interface Member extends GroupMemberDto {
  readonly id: string;
}

const ORDER = new Keyset<GroupRow>('name', [
  { column: 'name', type: 'text', of: ({ name }) => name },
  { column: 'key', type: 'uuid', of: ({ key }) => key },
]);
const MEMBER_ORDER = new Keyset<Member>('full_name', [
  { column: 'full_name', type: 'text', of: ({ fullName }) => fullName },
  { column: 'id', type: 'uuid', of: ({ id }) => id },
]);
const COLUMNS = `key, id, name, owner_id AS "ownerId", created_at AS "createdAt", updated_at AS "updatedAt"`;
const OWN = `SELECT id AS key, id::text AS id, name, owner_id, created_at, updated_at FROM groups`;
const LOCK = statement(
  'groups.lock',
  `SELECT id FROM groups WHERE id = $1 AND ($2::uuid IS NULL OR owner_id = $2) FOR UPDATE`,
);
const IS_SEEN = statement(
  'groups.is-seen',
  `SELECT 1 FROM groups WHERE id = $1 AND (owner_id = $2 OR EXISTS (SELECT FROM group_members WHERE group_id = $1 AND user_id = $2))`,
);
const ADD = statement(
  'groups.add-member',
  `INSERT INTO group_members (id, group_id, user_id) VALUES ($1, $2, $3) ON CONFLICT (group_id, user_id) DO NOTHING`,
);
const MEMBER_IDS = statement(
  'groups.member-ids',
  'SELECT user_id AS "userId" FROM group_members WHERE group_id = $1 LIMIT $2',
);
const REMOVE = statement('groups.remove-member', 'DELETE FROM group_members WHERE group_id = $1 AND user_id = $2');

/** Groups of people: those that somebody makes, and those whose members follow from a rule. */
@Injectable()
export class GroupsService implements OnModuleInit {
  private rules: readonly GroupRule[] = [];
  private readonly removals: ((key: string) => Promise<unknown>)[] = [];

  constructor(
    private readonly db: Database,
    private readonly registry: ModuleRegistry,
    private readonly users: UsersService,
    private readonly roles: Roles,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.rules = this.registry.extensionsOf(GROUP_RULES);
  }

  /** SQL of everything a right may be given to that stands for a user. @param user SQL of their id @see principalsOf */
  principalsOf(user: string): string {
    return principalsOf(user, this.rules);
  }

  /** A group by rule is no more: what was shared with it is not any longer. In the caller's transaction. */
  async deleted(key: string): Promise<void> {
    for (const removed of this.removals) await removed(key);
  }

  /** Ids of the members of a group that somebody has made; none of one by rule, which may be everybody. */
  async memberIds(key: string, limit: number): Promise<string[]> {
    return (await this.db.query<{ userId: string }>(MEMBER_IDS, [key, limit])).map(({ userId }) => userId);
  }

  /** What must happen in the transaction that deletes a group. */
  onDelete(listener: (key: string) => Promise<unknown>): void {
    this.removals.push(listener);
  }

  /** By name: the groups that the caller made or belongs to; all with `manage_groups`. @throws Validation for a broken cursor */
  async list(user: Principal, { q, cursor, limit }: GroupQuery): Promise<Page<GroupDto>> {
    const query = new Conditions();
    const me = query.bind(user.userId, 'uuid');
    if (q !== undefined) {
      const text = query.bind(q, 'text');
      query.and(
        'q',
        `(name ILIKE ? OR trim(search_text(${text})) <> '' AND search_text(name) LIKE '%' || trim(search_text(${text})) || '%')`,
        containing(q),
      );
    }
    if (!mayManage(user)) query.and('mine', `(owner_id = ${me} OR key = ANY (${this.principalsOf(me)}))`);
    ORDER.continue(query, cursor);
    const text = `SELECT ${COLUMNS}, ${this.memberCount()} AS "memberCount" FROM (${this.all()}) AS g
      WHERE ${query.where} AND ${me} IS NOT NULL ORDER BY ${ORDER.order} LIMIT ${query.bind(limit + 1, 'int')}`;
    const rows = await this.db.query<GroupRow>(query.statement('groups.page', text));
    return pageOf(rows, limit, toGroupDto, ORDER.cursorOf);
  }

  /** @throws GroupNotFound also for one that the caller is not in */
  async byId(user: Principal, id: string): Promise<GroupDto> {
    const group = await this.find(user, id);
    const query = new Conditions().always('key = ?::uuid', group.key);
    const text = `SELECT ${COLUMNS}, ${this.memberCount()} AS "memberCount" FROM (${this.all()}) AS g WHERE ${query.where}`;
    const [row] = await this.db.query<GroupRow>(query.statement('groups.by-id', text));
    return toGroupDto(row);
  }

  /** A group that the caller may refer to. @throws GroupNotFound */
  async find(user: Principal, id: string): Promise<FoundGroup> {
    const key = this.keyOf(id);
    const query = new Conditions().always('key = ?::uuid', key);
    const me = query.bind(user.userId, 'uuid');
    if (!mayManage(user)) query.and('mine', `(owner_id = ${me} OR key = ANY (${this.principalsOf(me)}))`);
    const text = `SELECT id, key, name FROM (${this.all()}) AS g WHERE ${query.where} AND ${me} IS NOT NULL`;
    const [found] = await this.db.query<FoundGroup & Record<string, unknown>>(query.statement('groups.find', text));
    if (!found) throw new GroupNotFound();
    return found;
  }

  /** Names of groups by their keys, for showing what refers to them. */
  async byKeys(keys: readonly string[]): Promise<ReadonlyMap<string, FoundGroup>> {
    if (keys.length === 0) return new Map();
    const query = new Conditions().always('key = ANY (?::uuid[])', keys);
    const text = `SELECT id, key, name FROM (${this.all()}) AS g WHERE ${query.where}`;
    const rows = await this.db.query<FoundGroup & Record<string, unknown>>(query.statement('groups.by-keys', text));
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** Whose members are the answer to "who is this shared with". @throws GroupNotFound, Validation for a broken cursor */
  async members(user: Principal, id: string, { cursor, limit }: PageQuery): Promise<Page<GroupMemberDto>> {
    const { key } = await this.find(user, id);
    const query = new Conditions();
    const of = this.membersSql(id, query.bind(key, 'uuid'));
    query.mark(this.kindOf(id)).always(`id IN (${of})`).always('deleted_at IS NULL');
    MEMBER_ORDER.continue(query, cursor);
    const text = `SELECT id, id AS "userId", full_name AS "fullName" FROM users WHERE ${query.where}
      ORDER BY ${MEMBER_ORDER.order} LIMIT ${query.bind(limit + 1, 'int')}`;
    const rows = await this.db.query<Member & Record<string, unknown>>(query.statement('groups.members', text));
    return pageOf(rows, limit, ({ userId, fullName }) => ({ userId, fullName }), MEMBER_ORDER.cursorOf);
  }

  /** The caller owns it, and is its first member. @throws GroupNameTaken */
  create(user: Principal, { name }: GroupInput): Promise<GroupDto> {
    return this.db.transaction(async () => {
      const group = this.db.repo(Group).create({ id: newId(), name, ownerId: user.userId });
      await this.db.repo(Group).insert(group).catch(onNameTaken);
      await this.db.execute(ADD, [newId(), group.id, user.userId]);
      await this.audit.record({ action: 'groups.created', target: `group:${group.id}` });
      return this.byId(user, group.id);
    });
  }

  /** @throws GroupNotFound also for who only belongs to it, GroupByRule, GroupNameTaken */
  rename(user: Principal, id: string, { name }: GroupInput): Promise<GroupDto> {
    return this.db.transaction(async () => {
      await this.lock(user, id);
      await this.db.repo(Group).update({ id }, { name }).catch(onNameTaken);
      await this.audit.record({ action: 'groups.renamed', target: `group:${id}` });
      return this.byId(user, id);
    });
  }

  /** What was shared with it is no longer. @throws GroupNotFound, GroupByRule */
  remove(user: Principal, id: string): Promise<void> {
    return this.db.transaction(async () => {
      await this.lock(user, id);
      await this.deleted(id);
      await this.db.repo(Group).delete({ id });
      await this.audit.record({ action: 'groups.deleted', target: `group:${id}` });
    });
  }

  /** Without effect on a member. @throws GroupNotFound, GroupByRule, UserNotFound */
  addMember(user: Principal, id: string, userId: string): Promise<void> {
    return this.db.transaction(async () => {
      await this.lock(user, id);
      if (!(await this.users.findById(userId))) throw new UserNotFound();
      if ((await this.db.execute(ADD, [newId(), id, userId])) === 0) return;
      await this.audit.record({ action: 'groups.member-added', target: `group:${id}`, facts: { userId } });
    });
  }

  /** Also oneself. @throws GroupNotFound, GroupByRule, UserNotFound for who is no member */
  removeMember(user: Principal, id: string, userId: string): Promise<void> {
    return this.db.transaction(async () => {
      if (userId === user.userId && isId(id)) await this.assertSeen(user, id);
      else await this.lock(user, id);
      if ((await this.db.execute(REMOVE, [id, userId])) === 0) throw new UserNotFound();
      await this.audit.record({ action: 'groups.member-removed', target: `group:${id}`, facts: { userId } });
    });
  }

  private async lock(user: Principal, id: string): Promise<void> {
    if (!isId(id)) {
      await this.find(user, id);
      throw new GroupByRule();
    }
    const owner = mayManage(user) ? null : user.userId;
    if ((await this.db.query(LOCK, [id, owner])).length === 0) throw new GroupNotFound();
  }

  private async assertSeen(user: Principal, id: string): Promise<void> {
    if ((await this.db.query(IS_SEEN, [id, user.userId])).length === 0) throw new GroupNotFound();
  }

  /** @throws GroupNotFound for what is no id of a group */
  private keyOf(id: string): string {
    if (isId(id)) return id;
    if (id === EVERYONE || this.roles.names().includes(roleOf(id) ?? '')) return ruleKey(id);
    const [kind, rest] = [this.kindOf(id), id.slice(id.indexOf(':') + 1)];
    if (!this.rules.some((rule) => rule.kind === kind) || !isId(rest)) throw new GroupNotFound();
    return rest;
  }

  private kindOf(id: string): string {
    return id.includes(':') ? id.slice(0, id.indexOf(':')) : isId(id) ? 'own' : id;
  }

  /** SQL of every group: its key, id and name. */
  private all(): string {
    const none = 'NULL::uuid AS owner_id, NULL::timestamptz AS created_at, NULL::timestamptz AS updated_at';
    const fixed = [EVERYONE, ...this.roles.names().map((role) => `role:${role}`)];
    return [
      OWN,
      ...fixed.map((id) => `SELECT '${ruleKey(id)}'::uuid AS key, '${id}' AS id, '${titleOf(id)}' AS name, ${none}`),
      ...this.rules.map(
        ({ kind, groups }) => `SELECT id AS key, '${kind}:' || id AS id, name, ${none} FROM (${groups}) AS ${kind}`,
      ),
    ].join(' UNION ALL ');
  }

  private memberCount(): string {
    const counted = (members: string): string => `(SELECT count(*) FROM (${members}) AS m)::int`;
    const byRule = this.rules.map(
      ({ kind, membersOf }) => `WHEN id LIKE '${kind}:%' THEN ${counted(membersOf('g.key'))}`,
    );
    return `CASE WHEN id = '${EVERYONE}' THEN ${counted(EVERYBODY)}
      WHEN id LIKE 'role:%' THEN ${counted(`${EVERYBODY} AND roles @> ARRAY[substr(g.id, 6)]`)}
      ${byRule.join(' ')} ELSE ${counted('SELECT user_id FROM group_members WHERE group_id = g.key')} END`;
  }

  private membersSql(id: string, key: string): string {
    if (id === EVERYONE) return `${EVERYBODY} AND ${key} IS NOT NULL`;
    if (roleOf(id) !== null)
      return `${EVERYBODY} AND ${key} IN (SELECT md5('role:' || role)::uuid FROM unnest(roles) AS role)`;
    const rule = this.rules.find(({ kind }) => kind === this.kindOf(id));
    return rule ? rule.membersOf(key) : `SELECT user_id FROM group_members WHERE group_id = ${key}`;
  }
}

const EVERYBODY = `SELECT id FROM users WHERE is_active AND deleted_at IS NULL AND kind <> 'service'`;
const onNameTaken = onConstraint('uq_groups_name', GroupNameTaken);
const mayManage = (user: Principal): boolean => user.permissions.has(GroupsPermission.Manage);
const titleOf = (id: string): string => (id === EVERYONE ? 'Everyone' : `Role: ${roleOf(id)}`);

function toGroupDto({ id, name, ownerId, memberCount, createdAt, updatedAt }: GroupRow): GroupDto {
  return { id, name, ownerId, memberCount, createdAt, updatedAt };
}
