import type { Principal } from '../../../../core/web/access';
import { Statement, statement } from '../../../../core/data/database';
import { decodeCursor, encodeCursor } from '../../../../core/web/dto';
import { isId } from '../../../../core/kernel/runtime';
import type { GradeQuery, GradeRow } from './dto/grade.dto';
import { visibilityScope } from '../visibility';

interface Sql {
  readonly statement: Statement;
  readonly values: unknown[];
}

const SORT = '-id';
const isUuid = (value: unknown): boolean => typeof value === 'string' && isId(value);

const columnsOf = (value: string, since: string): string => `g.id, g.student_id AS "studentId",
  g.classroom_id AS "classroomId", g.term_id AS "termId", ${value}.version, ${value}.subject, ${value}.assessment,
  ${value}.score_hundredths AS "scoreHundredths", ${value}.weight_hundredths AS "weightHundredths", ${value}.comments,
  g.created_at AS "createdAt", ${since} AS "updatedAt"`;

/** Of `grades g`. */
export const GRADE_COLUMNS = columnsOf('g', 'g.updated_at');
const THEN_COLUMNS = columnsOf('v', 'v.created_at');
/** The value of each grade at an instant; INSTANT stands for its place. */
const THEN = `JOIN LATERAL (
    SELECT * FROM grade_versions WHERE grade_id = g.id AND created_at <= INSTANT ORDER BY version DESC LIMIT 1
  ) v ON NOT v.deleted`;

const VERSIONS = `SELECT v.grade_id AS "gradeId", v.version, v.subject, v.assessment,
    v.score_hundredths AS "scoreHundredths", v.weight_hundredths AS "weightHundredths", v.comments, v.deleted,
    v.actor_id AS "actorId", v.reason, v.created_at AS "createdAt"
  FROM grade_versions v JOIN grades g ON g.id = v.grade_id
  WHERE v.grade_id = $1 AND v.version > $2 AND SEEN ORDER BY v.version LIMIT $3`;

export const gradeCursor = ({ id }: GradeRow): string => encodeCursor(SORT, [id]);

/** One grade the caller may see, now or at an instant. */
export function gradeQuery(user: Principal, id: string, asOf?: Date): Sql {
  const { values, bind, source, shape, conditions } = start(user, asOf);
  const text = `${source} WHERE g.id = ${bind(id)}::uuid AND ${conditions.join(' AND ')}`;
  return { statement: statement(`grades.by-id ${shape.join(' ')}`, text), values };
}

/** The statement of a page, the newest first, one more row than asked for. @throws Validation for a broken cursor */
export function gradePageQuery(user: Principal, query: GradeQuery): Sql {
  const { values, bind, source, shape, conditions } = start(user, query.asOf);
  const value = query.asOf ? 'v' : 'g';
  const add = (name: string, column: string, given: unknown, compare = '='): void => {
    if (given === undefined) return;
    shape.push(name);
    conditions.push(`${column} ${compare} ${bind(given)}`);
  };
  add('student', 'g.student_id', query.studentId);
  add('classroom', 'g.classroom_id', query.classroomId);
  add('term', 'g.term_id', query.termId);
  add('subject', `${value}.subject`, query.subject);
  if (query.cursor) add('after', 'g.id', decodeCursor(query.cursor, SORT, [isUuid])[0], '<');
  const limit = bind(query.limit + 1);
  const text = `${source} WHERE ${conditions.join(' AND ')} ORDER BY g.id DESC LIMIT ${limit}`;
  return { statement: statement(`grades.page ${shape.join(' ')}`, text), values };
}

/** Every value of a grade the caller may see, deleted or not, the first first. @param after the version before */
export function historyQuery(user: Principal, id: string, after: number, limit: number): Sql {
  const values: unknown[] = [id, after, limit + 1];
  const { shape, condition } = visibilityScope(user, 'g', (value) => `$${values.push(value)}`);
  return { statement: statement(`grades.history ${shape}`, VERSIONS.replace('SEEN', condition)), values };
}

function start(user: Principal, asOf: Date | undefined) {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const then = asOf ? THEN.replace('INSTANT', `${bind(asOf)}::timestamptz`) : '';
  const source = `SELECT ${asOf ? THEN_COLUMNS : GRADE_COLUMNS} FROM grades g ${then}`;
  const { shape, condition } = visibilityScope(user, 'g', bind);
  const conditions = asOf ? [condition] : ['g.deleted_at IS NULL', condition];
  return { values, bind, source, shape: [shape as string, ...(asOf ? ['then'] : [])], conditions };
}
