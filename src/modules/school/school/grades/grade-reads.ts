import type { Principal } from '../../../../core/web/access';
import { BoundStatement, Conditions } from '../../../../core/data/database';
import { orderById } from '../../../../core/web/dto';
import type { GradeQuery, GradeRow } from './dto/grade.dto';
import { onlyVisible } from '../visibility';

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
  FROM grade_versions v JOIN grades g ON g.id = v.grade_id`;

export const GRADE_ORDER = orderById<GradeRow>('-id', 'g.id');

/** One grade the caller may see, now or at an instant. */
export function gradeQuery(user: Principal, id: string, asOf?: Date): BoundStatement {
  const { query, source } = visible(user, asOf);
  query.always('g.id = ?::uuid', id);
  return query.statement('grades.by-id', `${source} WHERE ${query.where}`);
}

/** The statement of a page, the newest first, one more row than asked for. @throws Validation for a broken cursor */
export function gradePageQuery(user: Principal, asked: GradeQuery): BoundStatement {
  const { query, source } = visible(user, asked.asOf);
  query
    .andIf('student', 'g.student_id = ?::uuid', asked.studentId)
    .andIf('classroom', 'g.classroom_id = ?::uuid', asked.classroomId)
    .andIf('term', 'g.term_id = ?::uuid', asked.termId)
    .andIf('subject', `${asked.asOf ? 'v' : 'g'}.subject = ?::text`, asked.subject);
  GRADE_ORDER.continue(query, asked.cursor);
  const limit = query.bind(asked.limit + 1, 'int');
  return query.statement('grades.page', `${source} WHERE ${query.where} ORDER BY ${GRADE_ORDER.order} LIMIT ${limit}`);
}

/** Every value of a grade the caller may see, deleted or not, the first first. @param after the version before */
export function historyQuery(user: Principal, id: string, after: number, limit: number): BoundStatement {
  const query = new Conditions().always('v.grade_id = ?::uuid AND v.version > ?::int', id, after);
  onlyVisible(query, user, 'g');
  const text = `${VERSIONS} WHERE ${query.where} ORDER BY v.version LIMIT ${query.bind(limit + 1, 'int')}`;
  return query.statement('grades.history', text);
}

function visible(user: Principal, asOf: Date | undefined): { query: Conditions; source: string } {
  const query = new Conditions();
  onlyVisible(query, user, 'g');
  if (!asOf) query.always('g.deleted_at IS NULL');
  const then = asOf ? THEN.replace('INSTANT', query.mark('then').bind(asOf, 'timestamptz')) : '';
  return { query, source: `SELECT ${asOf ? THEN_COLUMNS : GRADE_COLUMNS} FROM grades g ${then}` };
}
