import type { Principal } from '../../../../core/web/access';
import { Statement, statement } from '../../../../core/data/database';
import { decodeCursor, encodeCursor } from '../../../../core/web/dto';
import { isId } from '../../../../core/kernel/runtime';
import type { EnrollmentQuery, EnrollmentRow, TaughtStudentDto } from './dto/enrollment.dto';
import { visibilityScope } from '../visibility';

export type TaughtRow = Omit<TaughtStudentDto, 'fullName'>;

interface Sql {
  readonly statement: Statement;
  readonly values: unknown[];
}

const SORT = '-id';
const STUDENT_SORT = 'student_id';
const isUuid = (value: unknown): boolean => typeof value === 'string' && isId(value);

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
/** SEEN stands for the condition of `visibility`. */
export const NEWEST_OF_CLASSROOMS = `SELECT ${COLUMNS} FROM unnest($1::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
    SELECT * FROM enrollments e WHERE classroom_id = wanted.id AND withdrawn_on IS NULL AND SEEN
    ORDER BY e.id DESC LIMIT $2
  ) e ORDER BY e.id DESC`;
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

export const enrollmentCursor = ({ id }: EnrollmentRow): string => encodeCursor(SORT, [id]);
export const studentCursor = ({ studentId }: TaughtRow): string => encodeCursor(STUDENT_SORT, [studentId]);

/** The student a page ended with; null for the first page. @throws Validation for a broken cursor */
export function readStudentCursor(cursor: string | undefined): string | number | null {
  return cursor === undefined ? null : decodeCursor(cursor, STUDENT_SORT, [isUuid])[0];
}

/** One row where the caller has something to see in the classroom, or would have if somebody were in it. */
export function accessQuery(user: Principal, classroomId: string): Sql {
  const values: unknown[] = [classroomId];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const { shape, condition } = visibilityScope(user, 'e', bind);
  const isTeacher = shape === 'classrooms' ? `OR c.teacher_id = ${bind(user.userId)}::uuid` : '';
  const text =
    shape === 'all'
      ? 'SELECT 1 FROM classrooms WHERE id = $1'
      : `SELECT 1 FROM classrooms c WHERE c.id = $1 AND (
           EXISTS (SELECT 1 FROM enrollments e WHERE e.classroom_id = c.id AND ${condition}) ${isTeacher})`;
  return { statement: statement(`enrollments.access ${shape}`, text), values };
}

/** The statement of a page, the newest first, one more row than asked for. @throws Validation for a broken cursor */
export function enrollmentPageQuery(user: Principal, classroomId: string, query: EnrollmentQuery): Sql {
  const values: unknown[] = [classroomId, query.limit + 1];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const { shape: sight, condition } = visibilityScope(user, 'e', bind);
  const conditions = ['e.classroom_id = $1', condition];
  const shape: string[] = [sight];
  if (query.active !== undefined) {
    shape.push(`active-${query.active}`);
    conditions.push(`e.withdrawn_on IS ${query.active ? '' : 'NOT '}NULL`);
  }
  if (query.cursor) {
    const [id] = decodeCursor(query.cursor, SORT, [isUuid]);
    shape.push('after');
    conditions.push(`e.id < ${bind(id)}::uuid`);
  }
  const text = `SELECT ${COLUMNS} FROM enrollments e WHERE ${conditions.join(' AND ')} ORDER BY e.id DESC LIMIT $2`;
  return { statement: statement(`enrollments.page ${shape.join(' ')}`, text), values };
}
