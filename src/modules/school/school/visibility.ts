import type { Conditions } from '../../../core/data/database';
import type { Principal } from '../../../core/web/access';
import { Forbidden } from '../../../core/kernel/errors';
import { SchoolPermission } from './school.permissions';

/** Who looks, as far as it decides about what is seen. */
export type Actor = Pick<Principal, 'userId' | 'roles' | 'permissions'>;

const mayManage = (user: Actor): boolean => user.permissions.has(SchoolPermission.Manage);
const teaches = (user: Actor): boolean => user.roles.includes('teacher');

/**
 * Leaves of a table with `student_id` and `classroom_id` what the caller may read: all with `manage_school`, a teacher those of
 * the classrooms that are theirs now and of the students they are tutor of, anybody what is their own. REST and GraphQL both ask here, and always in the query.
 * @param alias of the table @returns whose view it is
 */
export function onlyVisible(query: Conditions, user: Actor, alias: string): 'all' | 'classrooms' | 'own' {
  if (mayManage(user)) {
    query.mark('all');
    return 'all';
  }
  const me = query.bind(user.userId, 'uuid');
  const own = `${alias}.student_id = ${me}`;
  if (!teaches(user)) {
    query.and('own', own);
    return 'own';
  }
  // As an array, which is looked up once and lets indexes answer both halves.
  const theirs = `ARRAY(SELECT id FROM classrooms WHERE teacher_id = ${me})`;
  const tutored = `ARRAY(SELECT student_id FROM tutorships WHERE teacher_id = ${me} AND ended_on IS NULL)`;
  query.and(
    'classrooms',
    `(${own} OR ${alias}.classroom_id = ANY (${theirs}) OR ${alias}.student_id = ANY (${tutored}))`,
  );
  return 'classrooms';
}

/**
 * SQL of the same rule for somebody without `manage_school`, for statements about many people at once.
 * @param alias of a table with `student_id` and `classroom_id` @param user SQL of their id
 */
export function seesGrade(alias: string, user: string): string {
  return `(${alias}.student_id = ${user} OR EXISTS (SELECT FROM users t WHERE t.id = ${user} AND t.roles @> '{teacher}' AND (
    EXISTS (SELECT FROM classrooms c WHERE c.id = ${alias}.classroom_id AND c.teacher_id = ${user})
    OR EXISTS (SELECT FROM tutorships s WHERE s.student_id = ${alias}.student_id AND s.teacher_id = ${user} AND s.ended_on IS NULL))))`;
}

/**
 * Whose classrooms the caller may write in: a teacher's id, or null for everybody's.
 * @throws Forbidden for who is neither a teacher nor has `manage_school`
 */
export function writerOf(user: Principal): string | null {
  if (mayManage(user)) return null;
  if (!teaches(user)) throw new Forbidden();
  return user.userId;
}

/** Whether what concerns this teacher alone may be shown: to themselves, and with `manage_school`. */
export function mayActAs(user: Actor, teacherId: string): boolean {
  return mayManage(user) || (teaches(user) && user.userId === teacherId);
}

/**
 * Whose transcripts the caller may have whole, and so issued: a student's id, or null for everybody's. A teacher's part of one
 * is never issued.
 */
export function transcriptsOf(user: Actor): string | null {
  return mayManage(user) ? null : user.userId;
}

/** So many others stand behind every figure of a group that its members are told. */
export const MIN_OTHERS = 5;

/**
 * Whether figures of a group may be told to one of its members, as a condition over the group's rows, one for each student
 * with their mean: enough others are in it, and they are not all alike. Whatever the figure, it is of a closed term alone and
 * counts each student once: what does not move cannot be subtracted from what it was, and no heavy grade outweighs the rest.
 * @param member SQL of the member's id
 */
export function tellable(member: string): string {
  const others = `FILTER (WHERE student_id <> ${member})`;
  return `count(*) ${others} >= ${MIN_OTHERS} AND min(mean) ${others} < max(mean) ${others}`;
}
