import type { Principal } from '../../../core/access';
import { Statement, statement } from '../../../core/database';
import type { ReportQuery } from '../dto/report.dto';
import { sightOf } from '../visibility';

interface Sql {
  readonly statement: Statement;
  readonly values: unknown[];
}

type Slice = Pick<ReportQuery, 'termId' | 'asOf'>;

/** The value each grade had at an instant; INSTANT stands for its place. */
const THEN = `SELECT g.student_id, g.classroom_id, g.term_id, v.subject, v.score_hundredths, v.weight_hundredths
  FROM grades g JOIN LATERAL (
    SELECT * FROM grade_versions WHERE grade_id = g.id AND created_at <= INSTANT ORDER BY version DESC LIMIT 1
  ) v ON NOT v.deleted`;
const NOW = `SELECT g.student_id, g.classroom_id, g.term_id, g.subject, g.score_hundredths, g.weight_hundredths
  FROM grades g`;

/** Hundredths to points; `numeric` rounds half away from zero, which is half up here. */
const points = (hundredths: string): string => `round((${hundredths})::numeric / 100, 2)::float8`;
const MEAN = points('sum(score_hundredths::bigint * weight_hundredths)::numeric / sum(weight_hundredths)');
const groups = (name: string, id: string, by: string, from: string): string => `coalesce((SELECT
  json_agg(json_build_object('name', name, 'id', id, 'count', count, 'mean', mean) ORDER BY name, id)
  FROM (SELECT ${name} AS name, ${id} AS id, count(*)::int AS count, ${MEAN} AS mean FROM ${from} GROUP BY ${by}) x), '[]')`;

const CLASSROOM = `SELECT count(*)::int AS count, ${MEAN} AS mean,
    ${points('percentile_cont(0.5) WITHIN GROUP (ORDER BY score_hundredths)')} AS median,
    ${points('stddev_pop(score_hundredths)')} AS stddev,
    ${points('min(score_hundredths)')} AS min, ${points('max(score_hundredths)')} AS max,
    ARRAY(SELECT count(s.score_hundredths)::int FROM generate_series(0, 9) AS bucket
      LEFT JOIN scores s ON least(s.score_hundredths / 1000, 9) = bucket GROUP BY bucket ORDER BY bucket) AS buckets,
    ${groups('subject', 'NULL::uuid', 'subject', 'scores')} AS "bySubject",
    ${groups("''", 'student_id', 'student_id', 'scores')} AS "byStudent"
  FROM scores`;
const TRANSCRIPT = `SELECT count(*)::int AS count, ${MEAN} AS mean,
    coalesce((SELECT json_agg(json_build_object('term', term, 'classroom', classroom, 'subject', subject,
        'count', count, 'mean', mean) ORDER BY starts_on, classroom, subject)
      FROM (SELECT t.name AS term, t.starts_on, c.name AS classroom, s.subject, count(*)::int AS count, ${MEAN} AS mean
        FROM scores s JOIN school_terms t ON t.id = s.term_id JOIN classrooms c ON c.id = s.classroom_id
        GROUP BY t.id, c.id, s.subject) x), '[]') AS lines
  FROM scores`;
const OVERVIEW = `SELECT (SELECT count(DISTINCT student_id)::int FROM enrollments WHERE withdrawn_on IS NULL) AS students,
    (SELECT count(*)::int FROM classrooms) AS classrooms, coalesce(sum(count), 0)::int AS grades,
    ${points('sum(weighted) / sum(weight)')} AS mean,
    coalesce(json_agg(json_build_object('name', c.name, 'id', c.id, 'count', count,
      'mean', ${points('weighted / weight')}) ORDER BY c.name), '[]') AS "byClassroom"
  FROM (SELECT classroom_id, count(*) AS count, sum(score_hundredths::bigint * weight_hundredths)::numeric AS weighted,
      sum(weight_hundredths) AS weight FROM scores GROUP BY classroom_id) x JOIN classrooms c ON c.id = x.classroom_id`;

/** @param user null where the handler has asked for `manage_school` */
function over(name: string, text: string, user: Principal | null, slice: Slice, of: [string, string] | null): Sql {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const source = slice.asOf ? THEN.replace('INSTANT', `${bind(slice.asOf)}::timestamptz`) : NOW;
  const sight = user ? sightOf(user, 'g', bind) : { shape: 'all', condition: 'true' };
  const conditions = [sight.condition];
  if (!slice.asOf) conditions.push('g.deleted_at IS NULL');
  if (of) conditions.push(`g.${of[0]} = ${bind(of[1])}::uuid`);
  if (slice.termId) conditions.push(`g.term_id = ${bind(slice.termId)}::uuid`);
  const shape = [sight.shape, slice.asOf ? 'then' : 'now', slice.termId ? 'term' : 'ever'].join(' ');
  const scores = `WITH scores AS MATERIALIZED (${source} WHERE ${conditions.join(' AND ')})`;
  return { statement: statement(`${name} ${shape}`, `${scores} ${text}`), values };
}

/** One row, also of nothing: the grades of a classroom that the caller may see. */
export const classroomReportQuery = (user: Principal, id: string, slice: Slice): Sql =>
  over('reports.classroom', CLASSROOM, user, slice, ['classroom_id', id]);

/** One row, also of nothing: those of a student that the caller may see. */
export const transcriptQuery = (user: Principal, id: string, slice: Slice): Sql =>
  over('reports.transcript', TRANSCRIPT, user, slice, ['student_id', id]);

/** One row: all there are. */
export const overviewQuery = (slice: Slice): Sql => over('reports.overview', OVERVIEW, null, slice, null);
