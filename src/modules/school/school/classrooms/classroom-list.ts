import { BoundStatement, Conditions, containing } from '../../../../core/data/database';
import { Keyset } from '../../../../core/web/dto';
import type { Actor, Rights } from '../../../platform/sharing';
import type { ClassroomQuery } from './dto/classroom.dto';
import type { Classroom } from './entities/classroom.entity';

export const CLASSROOM_COLUMNS = `id, name, grade_level AS "gradeLevel", teacher_id AS "teacherId", capacity,
  created_at AS "createdAt", updated_at AS "updatedAt"`;

export const CLASSROOM_ORDER = new Keyset<Classroom>('name', [
  { column: 'name', type: 'text', of: ({ name }) => name },
  { column: 'id', type: 'uuid', of: ({ id }) => id },
]);

/** The statement of a page by name, one more row than asked for. @throws Validation for a broken cursor */
export function classroomPageQuery(
  rights: Rights,
  user: Actor,
  { teacherId, gradeLevel, q, cursor, limit }: ClassroomQuery,
): BoundStatement {
  const query = new Conditions()
    .andIf('teacher', 'teacher_id = ?::uuid', teacherId)
    .andIf('level', 'grade_level = ?::int', gradeLevel);
  if (q) query.and('q', 'name ILIKE ?::text', containing(q));
  rights.restrict(query, user, 'view', { id: 'classrooms.id', type: 'classroom' });
  CLASSROOM_ORDER.continue(query, cursor);
  const end = `ORDER BY ${CLASSROOM_ORDER.order} LIMIT ${query.bind(limit + 1, 'int')}`;
  return query.statement('classrooms.page', `SELECT ${CLASSROOM_COLUMNS} FROM classrooms WHERE ${query.where} ${end}`);
}
