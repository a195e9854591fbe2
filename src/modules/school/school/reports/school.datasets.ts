import { Injectable } from '@nestjs/common';
import { batches, BoundStatement, Conditions, Database } from '../../../../core/data/database';
import { BooleanField, IdField, StringField } from '../../../../core/web/dto';
import type { Locale } from '../../../../core/kernel/text';
import {
  Actor,
  dataset,
  DatasetColumn,
  DatasetRow,
  Period,
  PeriodFilters,
  periodOf,
  ReportSource,
  Section,
  SectionBuilder,
} from '../../../platform/reports';
import { UsersService } from '../../../identity/users';
import { onlyVisible } from '../visibility';
import { REPORT_WORDS } from './report-words';

/** Of grades, by when they were recorded. */
export class GradeFilters extends PeriodFilters {
  @IdField({ optional: true })
  studentId?: string;

  @IdField({ optional: true })
  classroomId?: string;

  @IdField({ optional: true })
  termId?: string;

  @StringField({ optional: true, max: 100 })
  subject?: string;
}

/** Of enrolments, by their first day. */
export class EnrollmentFilters extends PeriodFilters {
  @IdField({ optional: true })
  studentId?: string;

  @IdField({ optional: true })
  classroomId?: string;

  @BooleanField({ optional: true })
  active?: boolean;
}

const GRADES_REPORT = 'school.report-grades';
const ENROLLMENTS_REPORT = 'school.report-enrollments';

/** What a row of each dataset begins with. */
const OF_STUDENT: readonly DatasetColumn[] = [
  { name: 'id', title: { en: 'Id', es: 'Id' }, kind: 'id' },
  { name: 'student_id', title: { en: 'Student’s id', es: 'Id del estudiante' }, kind: 'id' },
  { name: 'student', title: { en: 'Student', es: 'Estudiante' }, kind: 'text' },
  { name: 'classroom', title: { en: 'Classroom', es: 'Clase' }, kind: 'word' },
];
const GRADES: readonly DatasetColumn[] = [
  ...OF_STUDENT,
  { name: 'term', title: { en: 'Term', es: 'Periodo' }, kind: 'word' },
  { name: 'subject', title: { en: 'Subject', es: 'Asignatura' }, kind: 'word' },
  { name: 'assessment', title: { en: 'Assessment', es: 'Evaluación' }, kind: 'text' },
  { name: 'score', title: { en: 'Score', es: 'Nota' }, kind: 'decimal' },
  { name: 'weight', title: { en: 'Weight', es: 'Peso' }, kind: 'decimal' },
  { name: 'comments', title: { en: 'Comments', es: 'Comentarios' }, kind: 'text' },
  { name: 'created_at', title: { en: 'Recorded', es: 'Registrada' }, kind: 'time' },
  { name: 'updated_at', title: { en: 'Changed', es: 'Cambiada' }, kind: 'time' },
];
const ENROLLMENTS: readonly DatasetColumn[] = [
  ...OF_STUDENT,
  { name: 'enrolled_on', title: { en: 'First day', es: 'Primer día' }, kind: 'day' },
  { name: 'withdrawn_on', title: { en: 'First day not in it', es: 'Primer día fuera' }, kind: 'day' },
];

const GRADE_ROWS = `SELECT g.id, g.student_id AS "studentId", c.name AS classroom, t.name AS term, g.subject, g.assessment,
    g.score_hundredths AS score, g.weight_hundredths AS weight, g.comments, g.created_at AS "createdAt",
    g.updated_at AS "updatedAt"
  FROM grades g JOIN classrooms c ON c.id = g.classroom_id JOIN school_terms t ON t.id = g.term_id`;
const ENROLLMENT_ROWS = `SELECT e.id, e.student_id AS "studentId", c.name AS classroom, e.enrolled_on::text AS "enrolledOn",
    e.withdrawn_on::text AS "withdrawnOn"
  FROM enrollments e JOIN classrooms c ON c.id = e.classroom_id`;
const FIGURES = `SELECT count(*)::int AS grades, count(DISTINCT student_id)::int AS students,
    count(DISTINCT classroom_id)::int AS classrooms,
    round(sum(score_hundredths::bigint * weight_hundredths)::numeric / sum(weight_hundredths) / 100, 2)::float8 AS mean,
    ARRAY(SELECT count(s.score_hundredths)::int FROM generate_series(0, 9) AS bucket
      LEFT JOIN seen s ON least(s.score_hundredths / 1000, 9) = bucket GROUP BY bucket ORDER BY bucket) AS buckets,
    coalesce((SELECT json_agg(json_build_object('name', subject, 'count', count, 'mean', mean) ORDER BY subject) FROM (
      SELECT subject, count(*)::int AS count,
        round(sum(score_hundredths::bigint * weight_hundredths)::numeric / sum(weight_hundredths) / 100, 2)::float8 AS mean
      FROM seen GROUP BY subject) x), '[]') AS subjects
  FROM seen`;

interface Figures {
  readonly grades: number;
  readonly students: number;
  readonly classrooms: number;
  readonly mean: number | null;
  readonly buckets: readonly number[];
  readonly subjects: readonly { readonly name: string; readonly count: number; readonly mean: number }[];
}

interface GradeLine {
  readonly id: string;
  readonly studentId: string;
  readonly classroom: string;
  readonly term: string;
  readonly subject: string;
  readonly assessment: string | null;
  readonly score: number;
  readonly weight: number;
  readonly comments: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

interface EnrollmentLine {
  readonly id: string;
  readonly studentId: string;
  readonly classroom: string;
  readonly enrolledOn: string;
  readonly withdrawnOn: string | null;
}

/** What the school gives to reports. Whose grades and enrolments, `visibility` says. */
@Injectable()
export class SchoolDatasets implements ReportSource {
  readonly datasets = [
    dataset<GradeFilters>({
      name: 'grades',
      title: { en: 'Grades', es: 'Notas' },
      columns: GRADES,
      filters: GradeFilters,
      count: (asker, filters) => this.count(countOf(GRADES_REPORT, GRADE_ROWS, gradeQuery(asker, filters))),
      rows: (asker, filters) => this.gradeRows(asker, filters),
    }),
    dataset<EnrollmentFilters>({
      name: 'enrollments',
      title: { en: 'Enrolments', es: 'Matrículas' },
      columns: ENROLLMENTS,
      filters: EnrollmentFilters,
      count: (asker, filters) =>
        this.count(countOf(ENROLLMENTS_REPORT, ENROLLMENT_ROWS, enrollmentQuery(asker, filters))),
      rows: (asker, filters) => this.enrollmentRows(asker, filters),
    }),
  ];

  readonly sections: readonly SectionBuilder[] = [
    { name: 'school', build: (asker, period, locale) => this.section(asker, period, locale) },
  ];

  constructor(
    private readonly db: Database,
    private readonly users: UsersService,
  ) {}

  private async count(sql: BoundStatement): Promise<number> {
    return (await this.db.query<{ count: number }>(sql))[0].count;
  }

  private async *gradeRows(asker: Actor, filters: GradeFilters): AsyncGenerator<DatasetRow[]> {
    const rows = batches((after, limit) => {
      const sql = nextOf(GRADES_REPORT, GRADE_ROWS, 'g', gradeQuery(asker, filters), after, limit);
      return this.db.query<GradeLine & Record<string, unknown>>(sql);
    });
    for await (const batch of rows) {
      const names = await this.users.namesOf(batch.map(({ studentId }) => studentId));
      yield batch.map(({ studentId, score, weight, createdAt, updatedAt, ...row }) => ({
        ...row,
        student_id: studentId,
        student: names.get(studentId) ?? '',
        score: score / 100,
        weight: weight / 100,
        created_at: createdAt,
        updated_at: updatedAt,
      }));
    }
  }

  private async *enrollmentRows(asker: Actor, filters: EnrollmentFilters): AsyncGenerator<DatasetRow[]> {
    const rows = batches((after, limit) => {
      const sql = nextOf(ENROLLMENTS_REPORT, ENROLLMENT_ROWS, 'e', enrollmentQuery(asker, filters), after, limit);
      return this.db.query<EnrollmentLine & Record<string, unknown>>(sql);
    });
    for await (const batch of rows) {
      const names = await this.users.namesOf(batch.map(({ studentId }) => studentId));
      yield batch.map(({ studentId, enrolledOn, withdrawnOn, ...row }) => ({
        ...row,
        student_id: studentId,
        student: names.get(studentId) ?? '',
        enrolled_on: enrolledOn,
        withdrawn_on: withdrawnOn,
      }));
    }
  }

  private async section(asker: Actor, period: Period, locale: Locale): Promise<Section> {
    const sql = figuresQuery(asker, period);
    const [found] = await this.db.query<Figures & Record<string, unknown>>(sql);
    const words = REPORT_WORDS[locale];
    return {
      title: words.section,
      facts: [
        [words.grades, found.grades],
        [words.studentsGraded, found.students],
        [words.classrooms, found.classrooms],
        [words.mean, found.mean],
      ],
      charts: [
        {
          title: words.byPoints,
          bars: found.buckets.map((value, index) => ({ label: `${index * 10}–${index * 10 + 10}`, value })),
        },
      ],
      tables: [
        {
          title: words.subjects,
          head: [words.subject, words.grades, words.mean],
          lines: found.subjects.map(({ name, count, mean }) => [name, count, mean]),
          numbers: 2,
        },
      ],
    };
  }
}

function gradeQuery(asker: Actor, filters: GradeFilters): Conditions {
  const query = new Conditions();
  onlyVisible(query, asker, 'g');
  const { since, before } = periodOf(filters);
  return query
    .always('g.deleted_at IS NULL')
    .andIf('student', 'g.student_id = ?::uuid', filters.studentId)
    .andIf('classroom', 'g.classroom_id = ?::uuid', filters.classroomId)
    .andIf('term', 'g.term_id = ?::uuid', filters.termId)
    .andIf('subject', 'g.subject = ?::text', filters.subject)
    .andIf('since', 'g.created_at >= ?::timestamptz', since)
    .andIf('before', 'g.created_at < ?::timestamptz', before);
}

function enrollmentQuery(asker: Actor, filters: EnrollmentFilters): Conditions {
  const query = new Conditions();
  onlyVisible(query, asker, 'e');
  return query
    .andIf('student', 'e.student_id = ?::uuid', filters.studentId)
    .andIf('classroom', 'e.classroom_id = ?::uuid', filters.classroomId)
    .andIf('since', 'e.enrolled_on >= ?::date', filters.from)
    .andIf('until', 'e.enrolled_on <= ?::date', filters.to)
    .andIf('active', '(e.withdrawn_on IS NULL) = ?::boolean', filters.active);
}

const countOf = (name: string, rows: string, query: Conditions): BoundStatement =>
  query.statement(`${name}-count`, `SELECT count(*)::int AS count FROM (${rows} WHERE ${query.where}) x`);

/** The next rows in the order of their ids. @param table the alias of the table that has them */
function nextOf(
  name: string,
  rows: string,
  table: string,
  query: Conditions,
  after: string | null,
  limit: number,
): BoundStatement {
  query.andIf('after', `${table}.id > ?::uuid`, after);
  const text = `${rows} WHERE ${query.where} ORDER BY ${table}.id LIMIT ${query.bind(limit, 'int')}`;
  return query.statement(`${name}-rows`, text);
}

function figuresQuery(asker: Actor, { since, before }: Period): BoundStatement {
  const query = new Conditions().always('g.deleted_at IS NULL');
  onlyVisible(query, asker, 'g');
  query
    .andIf('since', 'g.created_at >= ?::timestamptz', since)
    .andIf('before', 'g.created_at < ?::timestamptz', before);
  const text = `WITH seen AS MATERIALIZED (SELECT g.* FROM grades g WHERE ${query.where}) ${FIGURES}`;
  return query.statement('school.report-figures', text);
}
