import { BoundStatement, Conditions } from '../../../../core/data/database';
import type { ReportSlice } from './dto/report.dto';
import { onlyVisible, tellable, Actor } from '../visibility';

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
/** What the classes of a student's scores come to, in terms that are closed. */
const classesOf = (student: string): string => `SELECT term_id, classroom_id, subject, round(avg(mean))::int AS mean,
    round(percentile_cont(0.5) WITHIN GROUP (ORDER BY mean))::int AS median
  FROM (SELECT g.term_id, g.classroom_id, g.subject, g.student_id, ${MEAN} AS mean
    FROM (SELECT DISTINCT term_id, classroom_id, subject FROM scores) s JOIN school_terms t ON t.id = s.term_id
    JOIN grades g ON (g.term_id, g.classroom_id, g.subject) = (s.term_id, s.classroom_id, s.subject)
    WHERE t.closed_at IS NOT NULL AND g.deleted_at IS NULL GROUP BY 1, 2, 3, 4) x
  GROUP BY 1, 2, 3 HAVING ${tellable(student)}`;
const NO_CLASSES = `SELECT NULL::uuid AS term_id, NULL::uuid AS classroom_id, NULL AS subject, NULL::int AS mean, NULL::int AS median
  WHERE false`;
const TRANSCRIPT = `SELECT count(*)::int AS count, ${MEAN} AS mean,
    coalesce((SELECT json_agg(json_build_object('termId', term_id, 'term', term, 'classroomId', classroom_id,
        'classroom', classroom, 'subject', subject, 'count', count, 'mean', mean, 'classMean', class_mean,
        'classMedian', class_median) ORDER BY starts_on, classroom, subject)
      FROM (SELECT x.*, t.name AS term, t.starts_on, c.name AS classroom, class.mean AS class_mean,
          class.median AS class_median
        FROM (SELECT term_id, classroom_id, subject, count(*)::int AS count, ${MEAN} AS mean FROM scores
          GROUP BY term_id, classroom_id, subject) x
        JOIN school_terms t ON t.id = x.term_id JOIN classrooms c ON c.id = x.classroom_id
        LEFT JOIN classes class ON (class.term_id, class.classroom_id, class.subject) = (x.term_id, x.classroom_id, x.subject)
      ) y), '[]') AS lines
  FROM scores`;
const OVERVIEW = `SELECT (SELECT count(DISTINCT student_id)::int FROM enrollments WHERE ENROLLED) AS students,
    (SELECT count(*)::int FROM classrooms WHERE THERE) AS classrooms, coalesce(sum(count), 0)::int AS grades,
    ${points('sum(weighted) / sum(weight)')} AS mean,
    coalesce(json_agg(json_build_object('name', c.name, 'id', c.id, 'count', count,
      'mean', ${points('weighted / weight')}) ORDER BY c.name), '[]') AS "byClassroom"
  FROM (SELECT classroom_id, count(*) AS count, sum(score_hundredths::bigint * weight_hundredths)::numeric AS weighted,
      sum(weight_hundredths) AS weight FROM scores GROUP BY classroom_id) x JOIN classrooms c ON c.id = x.classroom_id`;

interface Of {
  readonly column: 'classroom_id' | 'student_id';
  readonly id: string;
}

interface Places {
  /** Of the instant; null for now. */
  readonly instant: string | null;
  /** Of whom or what the report is; empty for all. */
  readonly id: string;
}

/** @param user null where it has been asked already what they may see @param text of a report over `scores` */
function over(
  name: string,
  user: Actor | null,
  { asOf, termId }: ReportSlice,
  of: Of | null,
  text: (places: Places) => string,
): BoundStatement {
  const query = new Conditions();
  if (user) onlyVisible(query, user, 'g');
  else query.mark('all');
  const instant = asOf ? query.bind(asOf, 'timestamptz') : null;
  query.mark(instant ? 'then' : 'now');
  if (!instant) query.always('g.deleted_at IS NULL');
  const id = of ? query.bind(of.id, 'uuid') : '';
  if (of) query.always(`g.${of.column} = ${id}`);
  query.andIf('term', 'g.term_id = ?::uuid', termId);
  const source = instant ? THEN.replace('INSTANT', instant) : NOW;
  const scores = `WITH scores AS MATERIALIZED (${source} WHERE ${query.where})`;
  return query.statement(name, `${scores}${text({ instant, id })}`);
}

/** One row, also of nothing: the grades of a classroom that the caller may see. */
export const classroomReportQuery = (user: Actor, id: string, slice: ReportSlice): BoundStatement =>
  over('reports.classroom', user, slice, { column: 'classroom_id', id }, () => ` ${CLASSROOM}`);

/** One row, also of nothing: those of a student that the caller may see. @param user null for all of them */
export const transcriptQuery = (user: Actor | null, id: string, slice: ReportSlice): BoundStatement =>
  over('reports.transcript', user, slice, { column: 'student_id', id }, (places) => {
    const classes = places.instant ? NO_CLASSES : classesOf(places.id);
    return `, classes AS (${classes}) ${TRANSCRIPT}`;
  });

/** One row: all there are. Who was a student at an instant is a matter of its day. */
export const overviewQuery = (slice: ReportSlice): BoundStatement =>
  over('reports.overview', null, slice, null, ({ instant }) => {
    const day = `(${instant} AT TIME ZONE 'UTC')::date`;
    const enrolled = `enrolled_on <= ${day} AND (withdrawn_on IS NULL OR withdrawn_on > ${day})`;
    return ` ${OVERVIEW}`
      .replace('ENROLLED', instant ? enrolled : 'withdrawn_on IS NULL')
      .replace('THERE', instant ? `created_at <= ${instant}` : 'true');
  });
