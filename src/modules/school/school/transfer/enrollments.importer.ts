import { Injectable } from '@nestjs/common';
import { Database, onConstraint } from '../../../../core/data/database';
import { newId } from '../../../../core/kernel/runtime';
import { UserDto, UsersInBulk } from '../../../identity/users';
import { EnrollmentImportRow } from './dto/transfer.dto';
import { TermClosed } from '../school.errors';
import { SchoolHooks } from '../school.hooks';
import { TermsService } from '../terms/terms.service';
import { ClosedDays, KnownEnrollment, planEnrollment } from './enrollment-plan';
import type { Importer, ImportRun, Placed } from './import-run';

const BATCH = 1000;

interface Place {
  key: string;
  id: string;
  capacity: number | null;
  /** How many are in it; counted on as the batch is planned. */
  enrolled: number;
}

type Opened = KnownEnrollment & { classroomId: string; studentId: string };

/** What one statement reads of many rows, and what another will write of them. */
interface Batch {
  readonly run: ImportRun;
  readonly places: ReadonlyMap<string, Place>;
  readonly students: ReadonlyMap<string, UserDto>;
  /** By classroom and student. */
  readonly known: Map<string, readonly KnownEnrollment[]>;
  readonly closed: readonly ClosedDays[];
  readonly today: string;
  readonly opened: Opened[];
  readonly ended: Pick<KnownEnrollment, 'id' | 'withdrawnOn'>[];
}

interface Stored extends Opened {
  classroom: string;
}

const LOCK = `SELECT given AS key, c.id, c.capacity,
    (SELECT count(*)::int FROM enrollments e WHERE e.classroom_id = c.id AND e.withdrawn_on IS NULL) AS enrolled
  FROM unnest($1::text[]) AS given JOIN classrooms c ON text_key(c.name) = text_key(given) AND c.duplicate_no = 0 ORDER BY c.id FOR UPDATE OF c`;
/** The open ones too are locked: none is closed until the transaction ends. */
const CLOSED = `WITH held AS (SELECT starts_on, ends_on, closed_at FROM school_terms ORDER BY id FOR SHARE)
  SELECT starts_on::text AS "startsOn", ends_on::text AS "endsOn" FROM held WHERE closed_at IS NOT NULL`;
const COLUMNS = `e.id, e.classroom_id AS "classroomId", e.student_id AS "studentId", e.enrolled_on::text AS "enrolledOn",
  e.withdrawn_on::text AS "withdrawnOn"`;
const KNOWN = `SELECT ${COLUMNS} FROM enrollments e WHERE e.student_id = ANY ($1::uuid[]) AND e.classroom_id = ANY ($2::uuid[])`;
const ROWS = `jsonb_to_recordset($1::jsonb)
  AS row (id uuid, "classroomId" uuid, "studentId" uuid, "enrolledOn" date, "withdrawnOn" date)`;
const INSERT = `INSERT INTO enrollments (id, classroom_id, student_id, enrolled_on, withdrawn_on)
  SELECT id, "classroomId", "studentId", "enrolledOn", "withdrawnOn" FROM ${ROWS}`;
const END = `UPDATE enrollments SET withdrawn_on = row."withdrawnOn", updated_at = now() FROM ${ROWS}
  WHERE enrollments.id = row.id`;
const PAGE = `SELECT ${COLUMNS}, c.name AS classroom FROM enrollments e JOIN classrooms c ON c.id = e.classroom_id
  WHERE $1::uuid IS NULL OR e.id > $1 ORDER BY e.id LIMIT ${BATCH}`;

const onClosed = onConstraint('ck_enrollments_term_open', TermClosed);

/** Enrolments, past and present. Capacity and closed terms hold as they do everywhere. */
@Injectable()
export class EnrollmentsImporter implements Importer<EnrollmentImportRow> {
  readonly row = EnrollmentImportRow;

  constructor(
    private readonly db: Database,
    private readonly terms: TermsService,
    private readonly users: UsersInBulk,
    private readonly hooks: SchoolHooks,
  ) {}

  async write(rows: readonly Placed<EnrollmentImportRow>[], run: ImportRun): Promise<void> {
    const places = await this.lock(rows);
    const students = await this.users.byEmails(rows.map(({ value }) => value.studentEmail));
    const known = await this.known(students, places);
    const closed = await this.db.query<ClosedDays>(CLOSED);
    const batch: Batch = { run, places, students, known, closed, today: this.terms.today(), opened: [], ended: [] };
    for (const row of rows) plan(row, batch);
    const { opened, ended } = batch;
    if (opened.length > 0) await this.db.execute(INSERT, [JSON.stringify(opened)]).catch(onClosed);
    if (ended.length > 0) await this.db.execute(END, [JSON.stringify(ended)]).catch(onClosed);
    if (opened.length + ended.length > 0)
      await this.hooks.classroomsChanged(...[...places.values()].map(({ id }) => id));
    run.created += opened.length;
    run.updated += ended.length;
  }

  async *read(): AsyncGenerator<EnrollmentImportRow[]> {
    let last: string | null = null;
    for (;;) {
      const page: Stored[] = await this.db.query<Stored>(PAGE, [last]);
      if (page.length === 0) return;
      last = page[page.length - 1].id;
      const emails = await this.users.emailsOf(page.map(({ studentId }) => studentId));
      yield page.map(({ classroom, studentId, enrolledOn, withdrawnOn }) => {
        return {
          classroom,
          studentEmail: emails.get(studentId) ?? '',
          enrolledOn,
          withdrawnOn: withdrawnOn ?? undefined,
        };
      });
    }
  }

  private async lock(rows: readonly Placed<EnrollmentImportRow>[]): Promise<Map<string, Place>> {
    const found = await this.db.query<Place>(LOCK, [[...new Set(rows.map(({ value }) => value.classroom))]]);
    const byId = new Map(found.map((place) => [place.id, place])); // one for all spellings of its name
    return new Map(found.map(({ key, id }) => [key, byId.get(id) as Place]));
  }

  private async known(students: ReadonlyMap<string, UserDto>, places: ReadonlyMap<string, Place>) {
    const ids = [students, places].map((map) => [...map.values()].map(({ id }) => id));
    const known = new Map<string, KnownEnrollment[]>();
    for (const one of await this.db.query<Opened>(KNOWN, ids)) {
      const key = keyOf(one.classroomId, one.studentId);
      known.set(key, [...(known.get(key) ?? []), one]);
    }
    return known;
  }
}

const keyOf = (classroomId: string, studentId: string): string => `${classroomId} ${studentId}`;

/** Decides about one row, as those before it will have left things. */
function plan({ line, value }: Placed<EnrollmentImportRow>, batch: Batch): void {
  const place = batch.places.get(value.classroom);
  const student = batch.students.get(value.studentEmail);
  if (!place) batch.run.refuse(line, 'classroom', 'classroom_not_found', 'there is no such classroom');
  if (!student?.roles.includes('student')) {
    return batch.run.refuse(line, 'student_email', 'student', 'must be the address of a student');
  }
  if (!place) return;
  const key = keyOf(place.id, student.id);
  const known = batch.known.get(key) ?? [];
  const planned = planEnrollment(value, known, batch.closed, batch.today);
  switch (planned.kind) {
    case 'keep':
      return;
    case 'refuse':
      return batch.run.refuse(line, planned.column, planned.code, planned.message);
    case 'end':
      batch.ended.push(planned);
      place.enrolled -= 1;
      return void batch.known.set(
        key,
        known.map((one) => (one.id === planned.id ? { ...one, withdrawnOn: planned.withdrawnOn } : one)),
      );
    case 'open': {
      const { enrolledOn, withdrawnOn } = planned;
      const isNow = withdrawnOn === null;
      if (isNow && !student.isActive) return batch.run.refuse(line, 'student_email', 'student', 'is deactivated');
      if (isNow && place.capacity !== null && place.enrolled >= place.capacity) {
        return batch.run.refuse(line, 'classroom', 'classroom_full', `has no more than ${place.capacity} places`);
      }
      const one = { id: newId(), classroomId: place.id, studentId: student.id, enrolledOn, withdrawnOn };
      batch.opened.push(one);
      batch.known.set(key, [...known, one]);
      if (isNow) place.enrolled += 1;
    }
  }
}
