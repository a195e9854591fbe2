import { Statement, statement } from '../../../../core/data/database';
import { decodeCursor, encodeCursor } from '../../../../core/web/dto';
import { isId } from '../../../../core/kernel/runtime';
import type { ClassroomQuery } from './dto/classroom.dto';
import type { Classroom } from './entities/classroom.entity';

export const CLASSROOM_COLUMNS = `id, name, grade_level AS "gradeLevel", teacher_id AS "teacherId", capacity,
  created_at AS "createdAt", updated_at AS "updatedAt"`;

const SORT = 'name';
const isText = (value: unknown): boolean => typeof value === 'string' && !value.includes('\0');
const isUuid = (value: unknown): boolean => typeof value === 'string' && isId(value);

/** Where a page of classrooms ended. */
export const classroomCursor = ({ name, id }: Classroom): string => encodeCursor(SORT, [name, id]);

/** The statement of a page by name, one more row than asked for. @throws Validation for a broken cursor */
export function classroomPageQuery(query: ClassroomQuery): { statement: Statement; values: unknown[] } {
  const values: unknown[] = [query.limit + 1];
  const conditions: string[] = [];
  const shape: string[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const add = (name: string, condition: string): void => {
    shape.push(name);
    conditions.push(condition);
  };
  if (query.teacherId) add('teacher', `teacher_id = ${bind(query.teacherId)}::uuid`);
  if (query.gradeLevel !== undefined) add('level', `grade_level = ${bind(query.gradeLevel)}::int`);
  if (query.q) add('q', `name ILIKE ${bind(`%${query.q.replace(/[\\%_]/g, '\\$&')}%`)}`);
  if (query.cursor) {
    const [name, id] = decodeCursor(query.cursor, SORT, [isText, isUuid]);
    add('after', `(name, id) > (${bind(name)}, ${bind(id)}::uuid)`);
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  const text = `SELECT ${CLASSROOM_COLUMNS} FROM classrooms ${where} ORDER BY name, id LIMIT $1`;
  return { statement: statement(`classrooms.page ${shape.join(' ')}`, text), values };
}
