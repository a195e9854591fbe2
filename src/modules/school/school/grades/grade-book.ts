import { Injectable } from '@nestjs/common';
import { Database, onConstraints, statement } from '../../../../core/data/database';
import { newId } from '../../../../core/kernel/runtime';
import type { GradeRow } from './dto/grade.dto';
import type { Grade } from './entities/grade.entity';
import { AlreadyGraded, TermClosed } from '../school.errors';
import { GRADE_COLUMNS } from './grade-reads';

/** What of a grade may change. */
export type GradeValue = Pick<Grade, 'subject' | 'assessment' | 'scoreHundredths' | 'weightHundredths' | 'comments'>;
export type NewGrade = GradeValue & Pick<Grade, 'studentId' | 'classroomId' | 'termId'>;

/** Who writes, and why. */
export interface Authorship {
  readonly actorId: string | null;
  readonly reason?: string;
}

const REMEMBER = `remembered AS (
    INSERT INTO grade_versions (grade_id, version, created_at, subject, assessment, score_hundredths,
      weight_hundredths, comments, deleted, actor_id, reason)
    SELECT id, version, updated_at, subject, assessment, score_hundredths, weight_hundredths, comments,
      deleted_at IS NOT NULL, $1::uuid, $2::text
    FROM g
  )
  SELECT ${GRADE_COLUMNS} FROM g`;
const NOW = `(SELECT date_trunc('milliseconds', clock_timestamp()) AS at) AS moment`;
const ADD = statement(
  'grades.add',
  `WITH g AS (
     INSERT INTO grades (id, student_id, classroom_id, term_id, version, subject, assessment, score_hundredths,
       weight_hundredths, comments, created_at, updated_at)
     SELECT n.id, n.student_id, n.classroom_id, n.term_id, 1, n.subject, n.assessment, n.score, n.weight, n.comments,
       moment.at, moment.at
     FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::int[], $10::int[], $11::text[])
       AS n (id, student_id, classroom_id, term_id, subject, assessment, score, weight, comments), ${NOW}
     RETURNING *
   ), ${REMEMBER}`,
);
const CHANGE = statement(
  'grades.change',
  `WITH g AS (
     UPDATE grades SET version = version + 1, subject = n.subject, assessment = n.assessment,
       score_hundredths = n.score, weight_hundredths = n.weight, comments = n.comments,
       updated_at = greatest(updated_at, moment.at)
     FROM unnest($3::uuid[], $4::text[], $5::text[], $6::int[], $7::int[], $8::text[])
       AS n (id, subject, assessment, score, weight, comments), ${NOW}
     WHERE grades.id = n.id RETURNING grades.*
   ), ${REMEMBER}`,
);
const REMOVE = statement(
  'grades.remove',
  `WITH g AS (
     UPDATE grades SET version = version + 1, deleted_at = greatest(updated_at, moment.at),
       updated_at = greatest(updated_at, moment.at)
     FROM ${NOW} WHERE id = $3 RETURNING grades.*
   ), ${REMEMBER}`,
);

const onRefused = onConstraints({ uq_grades_assessment: AlreadyGraded, ck_grades_term_open: TermClosed });

/**
 * Writes grades and, by the same statement, the versions that remember them. Who may, and whether the student is enrolled, is
 * the caller's to know, who has also locked the grades and holds their term.
 */
@Injectable()
export class GradeBook {
  constructor(private readonly db: Database) {}

  /** In the order of the input. @throws AlreadyGraded, TermClosed */
  async add(grades: readonly NewGrade[], { actorId, reason = '' }: Authorship): Promise<GradeRow[]> {
    const ids = grades.map(() => newId());
    const rows = await this.db
      .query<GradeRow>(ADD, [
        actorId,
        reason,
        ids,
        grades.map(({ studentId }) => studentId),
        grades.map(({ classroomId }) => classroomId),
        grades.map(({ termId }) => termId),
        ...columns(grades),
      ])
      .catch(onRefused);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) as GradeRow);
  }

  /** Each becomes another version. @throws AlreadyGraded, TermClosed */
  async change(
    grades: readonly (GradeValue & Pick<Grade, 'id'>)[],
    { actorId, reason = '' }: Authorship,
  ): Promise<GradeRow[]> {
    const ids = grades.map(({ id }) => id);
    return this.db.query<GradeRow>(CHANGE, [actorId, reason, ids, ...columns(grades)]).catch(onRefused);
  }

  /** It counts no more; its history stays. @throws TermClosed */
  async remove(id: string, { actorId, reason = '' }: Authorship): Promise<void> {
    await this.db.execute(REMOVE, [actorId, reason, id]).catch(onRefused);
  }
}

const columns = (grades: readonly GradeValue[]): unknown[][] => [
  grades.map(({ subject }) => subject),
  grades.map(({ assessment }) => assessment),
  grades.map(({ scoreHundredths }) => scoreHundredths),
  grades.map(({ weightHundredths }) => weightHundredths),
  grades.map(({ comments }) => comments),
];
