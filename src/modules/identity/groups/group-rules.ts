import { createHash } from 'node:crypto';
import { ExtensionPoint } from '../../../core/module';

/** Groups whose members follow from other data: nobody adds or removes them by hand. */
export interface GroupRule {
  /** What the ids of its groups begin with: `classroom` of `classroom:0192…`. */
  readonly kind: string;
  /** SQL of the ids of the groups that a user belongs to. @param user SQL of their id */
  readonly groupsOf: (user: string) => string;
  /** SQL of the ids of a group's members. @param group SQL of its id, a uuid */
  readonly membersOf: (group: string) => string;
  /** SQL of `id` and `name` of all its groups. */
  readonly groups: string;
}

/** Rules of other modules. The id of one of their groups is a row's of theirs. */
export const GROUP_RULES = new ExtensionPoint<GroupRule>('groups.rules');

export const EVERYONE = 'everyone';
const ROLE = /^role:([a-z][a-z_]*)$/;

/** The key of `everyone` or `role:teacher`: a uuid made of its name, the same in SQL as `md5(…)::uuid`. */
export function ruleKey(name: string): string {
  const hex = createHash('md5').update(name).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The role of `role:teacher`; null for anything else. */
export const roleOf = (id: string): string | null => ROLE.exec(id)?.[1] ?? null;

/**
 * SQL of everything a right may be given to that stands for this user: themselves, everyone, their roles, their groups. As an
 * array it is read once a statement. @param user SQL of their id, a uuid
 */
export function principalsOf(user: string, rules: readonly GroupRule[]): string {
  const parts = [
    `SELECT ${user}`,
    `SELECT '${ruleKey(EVERYONE)}'::uuid FROM users WHERE id = ${user} AND is_active AND kind <> 'service'`,
    `SELECT md5('role:' || role)::uuid FROM users, unnest(roles) AS role WHERE id = ${user}`,
    `SELECT group_id FROM group_members WHERE user_id = ${user}`,
    ...rules.map(({ groupsOf }) => groupsOf(user)),
  ];
  return `ARRAY(${parts.join(' UNION ALL ')})`;
}
