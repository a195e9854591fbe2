import { Invariant, noDuplicates } from '../../../core/data/invariants';

const TWICE_ENROLLED = `SELECT 'classroom:' || classroom_id AS subject,
    format('Student %s is in it %s times.', student_id, count(*)) AS detail
  FROM enrollments WHERE withdrawn_on IS NULL GROUP BY classroom_id, student_id HAVING count(*) > 1`;
const OVER_CAPACITY = `SELECT 'classroom:' || c.id AS subject,
    format('%s students in %s places.', count(*), c.capacity) AS detail
  FROM classrooms c JOIN enrollments e ON e.classroom_id = c.id AND e.withdrawn_on IS NULL
  GROUP BY c.id HAVING count(*) > c.capacity`;
const FORGOTTEN = `SELECT 'grade:' || g.id AS subject,
    format('Version %s is %s, its history ends with %s: %s.', g.version, g.score_hundredths, v.version, v.score_hundredths) AS detail
  FROM grades g LEFT JOIN LATERAL (
    SELECT * FROM grade_versions WHERE grade_id = g.id ORDER BY version DESC LIMIT 1
  ) v ON true
  WHERE (v.version, v.created_at, v.subject, v.assessment, v.score_hundredths, v.weight_hundredths, v.comments, v.deleted)
    IS DISTINCT FROM (g.version, g.updated_at, g.subject, g.assessment, g.score_hundredths, g.weight_hundredths,
      g.comments, g.deleted_at IS NOT NULL)`;
const GAPS = `SELECT 'grade:' || grade_id AS subject, format('%s versions up to number %s.', count(*), max(version)) AS detail
  FROM grade_versions GROUP BY grade_id HAVING count(*) <> max(version)`;
const AFTER_CLOSING = `SELECT 'grade:' || g.id AS subject, format('Written at %s, the term was closed at %s.', g.updated_at, t.closed_at)
    AS detail
  FROM grades g JOIN school_terms t ON t.id = g.term_id WHERE g.updated_at > t.closed_at`;
const FORGED = `SELECT 'transcript:' || id AS subject, 'Says something else than what was signed.' AS detail
  FROM school_transcripts WHERE content <> '' AND encode(sha256(convert_to(content, 'UTF8')), 'hex') <> content_hash`;

/** What must hold of classrooms, enrolments, grades and transcripts at any time. */
export const SCHOOL_INVARIANTS: Record<string, Invariant> = {
  grades: { table: 'grades', violations: FORGOTTEN },
  'grade-history': { table: 'grade_versions', violations: GAPS },
  'closed-terms': { table: 'grades', violations: AFTER_CLOSING },
  'enrolled-once': { table: 'enrollments', violations: TWICE_ENROLLED },
  transcripts: { table: 'school_transcripts', violations: FORGED },
  'term-names': noDuplicates('term', 'school_terms', 'name'),
  'classroom-names': noDuplicates('classroom', 'classrooms', 'name'),
  capacity: { table: 'classrooms', violations: OVER_CAPACITY },
};
