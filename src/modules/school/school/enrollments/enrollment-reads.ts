import type { Principal } from '../../../../core/web/access';
import { BoundStatement, Conditions, statement } from '../../../../core/data/database';
import { Keyset, orderById } from '../../../../core/web/dto';
import type { EnrollmentQuery, EnrollmentRow, TaughtStudentDto } from './dto/enrollment.dto';
import { onlyVisible } from '../visibility';

export type TaughtRow = Omit<TaughtStudentDto, 'fullName'>;

const COLUMNS = `e.id, e.classroom_id AS "classroomId", e.student_id AS "studentId", e.enrolled_on::text AS "enrolledOn",
  e.withdrawn_on::text AS "withdrawnOn", e.created_at AS "createdAt", e.updated_at AS "updatedAt"`;

export const INSERT = statement(
  'enrollments.insert',
  `INSERT INTO enrollments AS e (id, classroom_id, student_id, enrolled_on) VALUES ($1, $2, $3, $4) RETURNING ${COLUMNS}`,
);
export const ENROLLED_AMONG = statement(
  'enrollments.enrolled-among',
  `SELECT student_id AS "studentId" FROM enrollments
   WHERE classroom_id = $1 AND student_id = ANY ($2::uuid[]) AND withdrawn_on IS NULL`,
);
export const STUDENTS_OF = statement(
  'enrollments.students-of',
  `SELECT student_id AS "studentId" FROM enrollments WHERE classroom_id = $1 AND withdrawn_on IS NULL ORDER BY id`,
);
export const WITHDRAW = statement(
  'enrollments.withdraw',
  `UPDATE enrollments SET withdrawn_on = greatest($3::date, enrolled_on), updated_at = now()
   WHERE classroom_id = $1 AND student_id = $2 AND withdrawn_on IS NULL`,
);
export const WITHDRAW_EVERYWHERE = `UPDATE enrollments SET withdrawn_on = greatest($2::date, enrolled_on), updated_at = now()
  WHERE student_id = $1 AND withdrawn_on IS NULL RETURNING classroom_id AS "classroomId"`;
export const STUDENTS_OF_TEACHER = statement(
  'enrollments.students-of-teacher',
  `SELECT s.student_id AS "studentId",
     (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) ORDER BY c.name), '[]')
      FROM classrooms c JOIN enrollments e ON e.classroom_id = c.id AND e.withdrawn_on IS NULL
      WHERE c.teacher_id = $1 AND e.student_id = s.student_id) AS classrooms,
     EXISTS (SELECT FROM tutorships t
       WHERE t.teacher_id = $1 AND t.student_id = s.student_id AND t.ended_on IS NULL) AS tutored
   FROM (
     SELECT e.student_id FROM classrooms c JOIN enrollments e ON e.classroom_id = c.id AND e.withdrawn_on IS NULL
     WHERE c.teacher_id = $1 AND ($2::uuid IS NULL OR e.student_id > $2)
     UNION
     SELECT student_id FROM tutorships
     WHERE teacher_id = $1 AND ended_on IS NULL AND ($2::uuid IS NULL OR student_id > $2)
     ORDER BY student_id LIMIT $3
   ) s ORDER BY s.student_id`,
);

export const ENROLLMENT_ORDER = orderById<EnrollmentRow>('-id', 'e.id');
export const TAUGHT_ORDER = new Keyset<TaughtRow>('student_id', [
  { column: 'student_id', type: 'uuid', of: ({ studentId }) => studentId },
]);

/** One row where the caller has something to see in the classroom, or would have if somebody were in it. */
export function accessQuery(user: Principal, classroomId: string): BoundStatement {
  const query = new Conditions();
  const classroom = query.bind(classroomId, 'uuid');
  const view = onlyVisible(query, user, 'e');
  const isTeacher = view === 'classrooms' ? `OR c.teacher_id = ${query.bind(user.userId, 'uuid')}` : '';
  const text =
    view === 'all'
      ? `SELECT 1 FROM classrooms WHERE id = ${classroom}`
      : `SELECT 1 FROM classrooms c WHERE c.id = ${classroom} AND (
           EXISTS (SELECT 1 FROM enrollments e WHERE e.classroom_id = c.id AND ${query.where}) ${isTeacher})`;
  return query.statement('enrollments.access', text);
}

/** The statement of a page, the newest first, one more row than asked for. @throws Validation for a broken cursor */
export function enrollmentPageQuery(user: Principal, classroomId: string, asked: EnrollmentQuery): BoundStatement {
  const query = new Conditions().always('e.classroom_id = ?::uuid', classroomId);
  onlyVisible(query, user, 'e');
  if (asked.active !== undefined)
    query.and(`active-${asked.active}`, `e.withdrawn_on IS ${asked.active ? '' : 'NOT '}NULL`);
  ENROLLMENT_ORDER.continue(query, asked.cursor);
  const end = `ORDER BY ${ENROLLMENT_ORDER.order} LIMIT ${query.bind(asked.limit + 1, 'int')}`;
  return query.statement('enrollments.page', `SELECT ${COLUMNS} FROM enrollments e WHERE ${query.where} ${end}`);
}

/** The newest of each of these classrooms who are enrolled now, as far as the caller may see them. @param limit per classroom */
export function newestOfClassroomsQuery(user: Principal, ids: readonly string[], limit: number): BoundStatement {
  const query = new Conditions().always('classroom_id = wanted.id AND withdrawn_on IS NULL');
  onlyVisible(query, user, 'e');
  const text = `SELECT ${COLUMNS} FROM unnest(${query.bind(ids, 'uuid[]')}) AS wanted (id) CROSS JOIN LATERAL (
      SELECT * FROM enrollments e WHERE ${query.where} ORDER BY e.id DESC LIMIT ${query.bind(limit, 'int')}
    ) e ORDER BY e.id DESC`;
  return query.statement('enrollments.of-classrooms', text);
}
