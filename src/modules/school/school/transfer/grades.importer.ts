import { Injectable } from '@nestjs/common';
import { Database } from '../../../../core/data/database';
import { textKey } from '../../../../core/kernel/text';
import { UsersInBulk } from '../../../identity/users';
import { hundredths, GradeRow } from '../grades/dto/grade.dto';
import { GradeImportRow } from './dto/transfer.dto';
import { GradeBook, GradeValue, NewGrade } from '../grades/grade-book';
import { GRADE_COLUMNS } from '../grades/grade-reads';
import { TermsService } from '../terms/terms.service';
import type { Importer, ImportRun, Placed } from './import-run';

const BATCH = 1000;
const REASON = 'Imported.';

interface Named {
  key: string;
  id: string;
}

type Changed = GradeValue & { id: string };

const CLASSROOMS = `SELECT given AS key, c.id FROM unnest($1::text[]) AS given
  JOIN classrooms c ON text_key(c.name) = text_key(given) AND c.duplicate_no = 0 ORDER BY c.id FOR UPDATE OF c`;
/** Kept from being closed until the transaction ends. */
const TERMS = `WITH held AS (SELECT id, name, starts_on, ends_on, closed_at FROM school_terms ORDER BY id FOR SHARE)
  SELECT id, text_key(name) AS name, closed_at IS NOT NULL AS closed, $1::date BETWEEN starts_on AND ends_on AS now FROM held`;
/** In the classroom now, or on a day of the term. */
const ENROLLED = `SELECT DISTINCT concat_ws(' ', e.classroom_id, e.student_id, t.id) AS key
  FROM enrollments e JOIN school_terms t ON e.withdrawn_on IS NULL
    OR daterange(e.enrolled_on, e.withdrawn_on) && daterange(t.starts_on, t.ends_on, '[]')
  WHERE e.classroom_id = ANY ($1::uuid[]) AND e.student_id = ANY ($2::uuid[])`;
/** Those the rows speak of, and no others of theirs. */
const KNOWN = `SELECT ${GRADE_COLUMNS} FROM grades g WHERE g.id = ANY (ARRAY(
    SELECT o.id FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[]) AS k (classroom_id, student_id, term_id, subject, assessment)
    JOIN grades o ON o.student_id = k.student_id AND o.classroom_id = k.classroom_id AND o.term_id = k.term_id
      AND o.subject = k.subject AND o.assessment IS NOT DISTINCT FROM k.assessment
  )) AND g.deleted_at IS NULL ORDER BY g.id FOR UPDATE`;
const PAGE = `SELECT ${GRADE_COLUMNS}, c.name AS classroom, t.name AS term
  FROM grades g JOIN classrooms c ON c.id = g.classroom_id JOIN school_terms t ON t.id = g.term_id
  WHERE g.deleted_at IS NULL AND ($1::uuid IS NULL OR g.id > $1) ORDER BY g.id LIMIT ${BATCH}`;

interface Term {
  id: string;
  name: string;
  closed: boolean;
  now: boolean;
}

/** What is read of many rows by a few statements, and what will be written of them. */
interface Batch {
  readonly run: ImportRun;
  readonly classrooms: ReadonlyMap<string, string>;
  readonly students: ReadonlyMap<string, string>;
  readonly terms: readonly Term[];
  /** Classroom, student and term. */
  readonly enrolled: ReadonlySet<string>;
  /** By all that tells a grade from another. */
  readonly known: ReadonlyMap<string, readonly GradeRow[]>;
  readonly made: NewGrade[];
  readonly changed: Changed[];
}

/**
 * Grades by student, classroom, term, subject and assessment. Of several without the name of an assessment, the rows of the
 * file are held against those that are there, one by one. New values go through the book, so the old ones are remembered;
 * nobody is sent a notice of what is moved from one book to another.
 */
@Injectable()
export class GradesImporter implements Importer<GradeImportRow> {
  readonly row = GradeImportRow;

  constructor(
    private readonly db: Database,
    private readonly terms: TermsService,
    private readonly users: UsersInBulk,
    private readonly book: GradeBook,
  ) {}

  async write(rows: readonly Placed<GradeImportRow>[], run: ImportRun): Promise<void> {
    const batch = await this.prepare(rows, run);
    for (const row of rows) plan(row, batch);
    const hand = { actorId: run.user.userId, reason: REASON };
    if (batch.made.length > 0) await this.book.add(batch.made, hand);
    if (batch.changed.length > 0) await this.book.change(batch.changed, hand);
    run.created += batch.made.length;
    run.updated += batch.changed.length;
  }

  async *read(): AsyncGenerator<GradeImportRow[]> {
    let last: string | null = null;
    for (;;) {
      const page: (GradeRow & { classroom: string; term: string })[] = await this.db.query(PAGE, [last]);
      if (page.length === 0) return;
      last = page[page.length - 1].id;
      const emails = await this.users.emailsOf(page.map(({ studentId }) => studentId));
      yield page.map((row) => ({
        studentEmail: emails.get(row.studentId) ?? '',
        classroom: row.classroom,
        term: row.term,
        subject: row.subject,
        assessment: row.assessment ?? undefined,
        score: row.scoreHundredths / 100,
        weight: row.weightHundredths / 100,
        comments: row.comments || undefined,
      }));
    }
  }

  private async prepare(rows: readonly Placed<GradeImportRow>[], run: ImportRun): Promise<Batch> {
    const names = [...new Set(rows.map(({ value }) => value.classroom))];
    const classrooms = new Map((await this.db.query<Named>(CLASSROOMS, [names])).map(({ key, id }) => [key, id]));
    const users = await this.users.byEmails(rows.map(({ value }) => value.studentEmail));
    const students = new Map([...users].map(([email, { id }]) => [email, id]));
    const ids = [[...classrooms.values()], [...students.values()]];
    const terms = await this.db.query<Term>(TERMS, [this.terms.today()]);
    const enrolled = new Set((await this.db.query<{ key: string }>(ENROLLED, ids)).map(({ key }) => key));
    const keys = rows.flatMap(({ value }) => keyIn({ classrooms, students, terms }, value) ?? []);
    const known = new Map<string, GradeRow[]>();
    for (const grade of await this.db.query<GradeRow>(KNOWN, columnsOf(keys))) {
      known.set(keyOf(grade), [...(known.get(keyOf(grade)) ?? []), grade]);
    }
    return { run, classrooms, students, terms, enrolled, known, made: [], changed: [] };
  }
}

type Key = Pick<GradeRow, 'classroomId' | 'studentId' | 'termId' | 'subject' | 'assessment'>;

const keyOf = ({ classroomId, studentId, termId, subject, assessment }: Key): string =>
  JSON.stringify([classroomId, studentId, termId, subject, assessment]);

const columnsOf = (keys: readonly Key[]): unknown[][] =>
  (['classroomId', 'studentId', 'termId', 'subject', 'assessment'] as const).map((name) =>
    keys.map((key) => key[name]),
  );

/** What the row speaks of; null where one of its names is nobody's. */
function keyIn(
  { classrooms, students, terms }: Pick<Batch, 'classrooms' | 'students' | 'terms'>,
  value: GradeImportRow,
): Key | null {
  const classroomId = classrooms.get(value.classroom);
  const studentId = students.get(value.studentEmail);
  const termId = termOf(value, terms)?.id;
  if (!classroomId || !studentId || !termId) return null;
  return { classroomId, studentId, termId, subject: value.subject, assessment: value.assessment ?? null };
}

/** Decides about one row. */
function plan({ line, value }: Placed<GradeImportRow>, batch: Batch): void {
  const { run } = batch;
  const classroomId = batch.classrooms.get(value.classroom);
  const studentId = batch.students.get(value.studentEmail);
  const term = termOf(value, batch.terms);
  if (!classroomId) run.refuse(line, 'classroom', 'classroom_not_found', 'there is no such classroom');
  if (!studentId) run.refuse(line, 'student_email', 'student', 'must be the address of a student');
  if (!term) run.refuse(line, 'term', 'term_not_found', value.term ? 'there is no such term' : 'today is in no term');
  if (!classroomId || !studentId || !term) return;
  const { subject, assessment = null, comments = '', score, weight = 1 } = value;
  const key = { classroomId, studentId, termId: term.id, subject, assessment };
  const now = {
    subject,
    assessment,
    comments,
    scoreHundredths: hundredths(score),
    weightHundredths: hundredths(weight),
  };
  const known = run.nextOf(keyOf(key), batch.known.get(keyOf(key)) ?? []);
  if (assessment !== null && !run.isFirst(line, 'assessment', `grade:${keyOf(key)}`)) return;
  if (known && isSame(known, now)) return;
  if (term.closed) return run.refuse(line, 'term', 'term_closed', 'the term is closed: its grades stay');
  if (known) batch.changed.push({ id: known.id, ...now });
  else if (batch.enrolled.has(`${classroomId} ${studentId} ${term.id}`)) batch.made.push({ ...key, ...now });
  else run.refuse(line, 'student_email', 'student_not_enrolled', 'is not in the classroom, and was not in that term');
}

/** By its name, or the one of today. */
function termOf({ term }: GradeImportRow, terms: readonly Term[]): Term | undefined {
  return terms.find(({ name, now }) => (term === undefined ? now : name === textKey(term)));
}

function isSame(known: GradeValue, now: GradeValue): boolean {
  return (['scoreHundredths', 'weightHundredths', 'comments'] as const).every((field) => known[field] === now[field]);
}
