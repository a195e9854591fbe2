import { Injectable } from '@nestjs/common';
import { batches, Database, Statement, statement } from '../../../../core/data/database';
import { BooleanField, IdField, StringField } from '../../../../core/web/dto';
import type { Column } from '../../../../core/tabular';
import {
  Actor,
  dataset,
  DatasetRow,
  Period,
  PeriodFilters,
  periodOf,
  ReportSource,
  Section,
  SectionBuilder,
} from '../../../platform/reports';
import { UsersService } from '../../../identity/users';
import { visibilityScope } from '../visibility';

interface Sql {
  readonly statement: Statement;
  readonly values: unknown[];
}

type Bind = (value: unknown) => string;

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

const GRADES: readonly Column[] = [
  { name: 'id', title: 'Id', kind: 'id' },
  { name: 'student_id', title: 'Student’s id', kind: 'id' },
  { name: 'student', title: 'Student', kind: 'text' },
  { name: 'classroom', title: 'Classroom', kind: 'word' },
  { name: 'term', title: 'Term', kind: 'word' },
  { name: 'subject', title: 'Subject', kind: 'word' },
  { name: 'assessment', title: 'Assessment', kind: 'text' },
  { name: 'score', title: 'Score', kind: 'decimal' },
  { name: 'weight', title: 'Weight', kind: 'decimal' },
  { name: 'comments', title: 'Comments', kind: 'text' },
  { name: 'created_at', title: 'Recorded', kind: 'time' },
  { name: 'updated_at', title: 'Changed', kind: 'time' },
];
const ENROLLMENTS: readonly Column[] = [
  { name: 'id', title: 'Id', kind: 'id' },
  { name: 'student_id', title: 'Student’s id', kind: 'id' },
  { name: 'student', title: 'Student', kind: 'text' },
  { name: 'classroom', title: 'Classroom', kind: 'word' },
  { name: 'enrolled_on', title: 'First day', kind: 'day' },
  { name: 'withdrawn_on', title: 'First day not in it', kind: 'day' },
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
      title: 'Grades',
      columns: GRADES,
      filters: GradeFilters,
      count: (asker, filters) => this.count(gradeQuery(asker, filters, 'count')),
      rows: (asker, filters) => this.gradeRows(asker, filters),
    }),
    dataset<EnrollmentFilters>({
      name: 'enrollments',
      title: 'Enrolments',
      columns: ENROLLMENTS,
      filters: EnrollmentFilters,
      count: (asker, filters) => this.count(enrollmentQuery(asker, filters, 'count')),
      rows: (asker, filters) => this.enrollmentRows(asker, filters),
    }),
  ];

  readonly sections: readonly SectionBuilder[] = [
    { name: 'school', build: (asker, period) => this.section(asker, period) },
  ];

  constructor(
    private readonly db: Database,
    private readonly users: UsersService,
  ) {}

  private async count(sql: Sql): Promise<number> {
    return (await this.db.query<{ count: number }>(sql.statement, sql.values))[0].count;
  }

  private async *gradeRows(asker: Actor, filters: GradeFilters): AsyncGenerator<DatasetRow[]> {
    const rows = batches((after, limit) => {
      const sql = gradeQuery(asker, filters, 'rows', after, limit);
      return this.db.query<GradeLine & Record<string, unknown>>(sql.statement, sql.values);
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
      const sql = enrollmentQuery(asker, filters, 'rows', after, limit);
      return this.db.query<EnrollmentLine & Record<string, unknown>>(sql.statement, sql.values);
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

  private async section(asker: Actor, period: Period): Promise<Section> {
    const sql = figuresQuery(asker, period);
    const [found] = await this.db.query<Figures & Record<string, unknown>>(sql.statement, sql.values);
    return {
      title: 'School',
      facts: [
        ['Grades', found.grades],
        ['Students graded', found.students],
        ['Classrooms', found.classrooms],
        ['Mean', found.mean],
      ],
      charts: [
        {
          title: 'Grades by points',
          bars: found.buckets.map((value, index) => ({ label: `${index * 10}–${index * 10 + 10}`, value })),
        },
      ],
      tables: [
        {
          title: 'Subjects',
          head: ['Subject', 'Grades', 'Mean'],
          lines: found.subjects.map(({ name, count, mean }) => [name, count, mean]),
          numbers: 2,
        },
      ],
    };
  }
}

function gradeQuery(
  asker: Actor,
  filters: GradeFilters,
  what: 'count' | 'rows',
  after?: string | null,
  limit?: number,
) {
  return query(`school.report-grades-${what}`, GRADE_ROWS, 'g', asker, what, after, limit, (add) => {
    const { since, before } = periodOf(filters);
    add('present', 'g.deleted_at IS NULL');
    if (filters.studentId) add('student', 'g.student_id = ?::uuid', filters.studentId);
    if (filters.classroomId) add('classroom', 'g.classroom_id = ?::uuid', filters.classroomId);
    if (filters.termId) add('term', 'g.term_id = ?::uuid', filters.termId);
    if (filters.subject) add('subject', 'g.subject = ?::text', filters.subject);
    if (since) add('since', 'g.created_at >= ?::timestamptz', since);
    if (before) add('before', 'g.created_at < ?::timestamptz', before);
  });
}

function enrollmentQuery(
  asker: Actor,
  filters: EnrollmentFilters,
  what: 'count' | 'rows',
  after?: string | null,
  limit?: number,
): Sql {
  return query(`school.report-enrollments-${what}`, ENROLLMENT_ROWS, 'e', asker, what, after, limit, (add) => {
    if (filters.studentId) add('student', 'e.student_id = ?::uuid', filters.studentId);
    if (filters.classroomId) add('classroom', 'e.classroom_id = ?::uuid', filters.classroomId);
    if (filters.from) add('since', 'e.enrolled_on >= ?::date', filters.from);
    if (filters.to) add('until', 'e.enrolled_on <= ?::date', filters.to);
    if (filters.active !== undefined) add('active', '(e.withdrawn_on IS NULL) = ?::boolean', filters.active);
  });
}

type Add = (word: string, condition: string, value?: unknown) => void;

/** @param table whose rows `visibility` knows: its alias among the rows */
function query(
  name: string,
  rows: string,
  table: string,
  asker: Actor,
  what: 'count' | 'rows',
  after: string | null = null,
  limit: number | undefined,
  choose: (add: Add) => void,
): Sql {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const { shape: sight, condition } = visibilityScope(asker, table, bind);
  const conditions = [condition];
  const shape: string[] = [name, sight];
  const add: Add = (word, text, value) => {
    shape.push(word);
    conditions.push(value === undefined ? text : text.replace('?', bind(value)));
  };
  choose(add);
  if (after !== null) add('after', `${table}.id > ?::uuid`, after);
  const source = `${rows} WHERE ${conditions.join(' AND ')}`;
  const text =
    what === 'count'
      ? `SELECT count(*)::int AS count FROM (${source}) x`
      : `${source} ORDER BY ${table}.id LIMIT ${bind(limit)}`;
  return { statement: statement(shape.join(' '), text), values };
}

function figuresQuery(asker: Actor, { since, before }: Period): Sql {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const { shape, condition } = visibilityScope(asker, 'g', bind);
  const conditions = ['g.deleted_at IS NULL', condition];
  if (since) conditions.push(`g.created_at >= ${bind(since)}::timestamptz`);
  if (before) conditions.push(`g.created_at < ${bind(before)}::timestamptz`);
  const name = ['school.report-figures', shape, since ? 'since' : '', before ? 'before' : ''].join(' ');
  const text = `WITH seen AS MATERIALIZED (SELECT g.* FROM grades g WHERE ${conditions.join(' AND ')}) ${FIGURES}`;
  return { statement: statement(name, text), values };
}
