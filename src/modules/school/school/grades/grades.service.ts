import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { Audit } from '../../../../core/data/audit';
import { Database, statement } from '../../../../core/data/database';
import { Page, pageOf, PageQuery, Keyset } from '../../../../core/web/dto';
import { Events } from '../../../../core/data/events';
import { assertMatch } from '../../../../core/web/http';
import { UsersService } from '../../../identity/users';
import { ClassroomsService } from '../classrooms/classrooms.service';
import {
  AsOfQuery,
  CreateGradeInput,
  GradeDto,
  GradeQuery,
  GradeRow,
  GradeVersionDto,
  hundredths,
  ReplaceGradeInput,
  toGradeDto,
  toGradeVersionDto,
  UpdateGradeInput,
} from './dto/grade.dto';
import type { GradeVersion } from './entities/grade-version.entity';
import { EnrollmentsService } from '../enrollments/enrollments.service';
import { GradeNotFound, StudentNotEnrolled } from '../school.errors';
import { GradesRecorded } from '../school.events';
import { TermsService } from '../terms/terms.service';
import { writerOf } from '../visibility';
import { GradeBook, GradeValue } from './grade-book';
import { GRADE_COLUMNS, GRADE_ORDER, gradePageQuery, gradeQuery, historyQuery } from './grade-reads';

const HISTORY = new Keyset<GradeVersion>('version', [
  { column: 'v.version', type: 'int', of: ({ version }) => version },
]);
/** The classroom before the grade, as whoever grades a whole classroom does. */
const HOLD_CLASSROOM = statement(
  'grades.hold-classroom',
  `SELECT c.id FROM classrooms c WHERE c.id = (SELECT classroom_id FROM grades WHERE id = $1 AND deleted_at IS NULL)
     AND ($2::uuid IS NULL OR c.teacher_id = $2) FOR SHARE`,
);
const LOCK = statement(
  'grades.lock',
  `SELECT ${GRADE_COLUMNS} FROM grades g WHERE id = $1 AND deleted_at IS NULL FOR UPDATE`,
);

/** Grades, each with every value it ever had. Reading is a matter of `visibility`, writing of the classroom's teacher. */
@Injectable()
export class GradesService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly users: UsersService,
    private readonly classrooms: ClassroomsService,
    private readonly enrollments: EnrollmentsService,
    private readonly terms: TermsService,
    private readonly book: GradeBook,
  ) {}

  /** The newest first, now or as they were; whose, `visibility` says. @throws Validation for a broken cursor */
  async list(user: Principal, query: GradeQuery): Promise<Page<GradeDto>> {
    const sql = gradePageQuery(user, query);
    const rows = await this.db.query<GradeRow>(sql);
    return pageOf(rows, query.limit, toGradeDto, GRADE_ORDER.cursorOf);
  }

  /** @throws GradeNotFound also for a stranger's, and for an instant at which it was not there */
  async byId(user: Principal, id: string, { asOf }: AsOfQuery): Promise<GradeDto> {
    const sql = gradeQuery(user, id, asOf);
    const [row] = await this.db.query<GradeRow>(sql);
    if (!row) throw new GradeNotFound();
    return toGradeDto(row);
  }

  /** Every value, the first first, its deletion too. @throws GradeNotFound, Validation for a broken cursor */
  async history(user: Principal, id: string, { limit, cursor }: PageQuery): Promise<Page<GradeVersionDto>> {
    const sql = historyQuery(user, id, Number(HISTORY.read(cursor)[0]), limit);
    const rows = await this.db.query<GradeVersion>(sql);
    if (rows.length === 0) throw new GradeNotFound();
    const names = await this.users.namesOf(rows.flatMap(({ actorId }) => actorId ?? []));
    const toDto = (row: GradeVersion): GradeVersionDto => toGradeVersionDto(row, names);
    return pageOf(rows, limit, toDto, HISTORY.cursorOf);
  }

  /**
   * For a student who is in the classroom now.
   * @throws Forbidden, ClassroomNotFound also for another teacher's, StudentNotEnrolled, TermNotFound, NoOpenTerm, TermClosed,
   * AlreadyGraded
   */
  create(user: Principal, input: CreateGradeInput): Promise<GradeDto> {
    const { studentId, classroomId, subject, score, comments = '', assessment = null, weight = 1 } = input;
    return this.db.transaction(async () => {
      await this.classrooms.holdFor(user, classroomId);
      await this.needEnrolled(classroomId, studentId);
      const { id: termId } = await this.terms.holdOpen(input.termId);
      const value = { subject, assessment, comments, ...inHundredths(score, weight) };
      const [row] = await this.book.add([{ studentId, classroomId, termId, ...value }], { actorId: user.userId });
      await this.record('created', row.id, { student_id: studentId, new: told(value) });
      await this.events.emit(new GradesRecorded(classroomId, [{ gradeId: row.id, studentId }]));
      return toGradeDto(row);
    });
  }

  /** Replaces all that may change; what is left out gets its default. @throws as `update` */
  replace(user: Principal, id: string, input: ReplaceGradeInput, ifMatch?: string): Promise<GradeDto> {
    return this.update(user, id, { comments: '', assessment: null, weight: 1, ...given(input) }, ifMatch);
  }

  /**
   * Changes what is given; what makes no difference makes no version. Of a student who has left, only `manage_school` may.
   * @throws Forbidden, GradeNotFound also for a stranger's, StudentNotEnrolled, TermClosed, AlreadyGraded, PreconditionFailed
   */
  update(user: Principal, id: string, input: UpdateGradeInput, ifMatch?: string): Promise<GradeDto> {
    return this.db.transaction(async () => {
      const row = await this.lockFor(user, id);
      assertMatch(ifMatch, GradeDto, toGradeDto(row));
      const { score, weight, reason, ...rest } = given(input);
      const now = toGradeDto(row);
      const before = valueOf(row);
      const value = { ...before, ...rest, ...inHundredths(score ?? now.score, weight ?? now.weight) };
      if (isDeepStrictEqual(value, before)) return now;
      const [changed] = await this.book.change([{ id, ...value }], { actorId: user.userId, reason });
      await this.record('updated', id, { old: told(before), new: told(value) });
      await this.events.emit(new GradesRecorded(row.classroomId, [{ gradeId: id, studentId: row.studentId }]));
      return toGradeDto(changed);
    });
  }

  /** It counts no more; its history stays. @throws as `update` */
  remove(user: Principal, id: string, reason?: string): Promise<void> {
    return this.db.transaction(async () => {
      const row = await this.lockFor(user, id);
      await this.book.remove(id, { actorId: user.userId, reason });
      await this.record('deleted', id, { old: told(valueOf(row)) });
    });
  }

  private async lockFor(user: Principal, id: string): Promise<GradeRow> {
    const teacherId = writerOf(user);
    const [classroom] = await this.db.query<{ id: string }>(HOLD_CLASSROOM, [id, teacherId]);
    const [row] = classroom ? await this.db.query<GradeRow>(LOCK, [id]) : [];
    if (!row) throw new GradeNotFound();
    await this.terms.holdOpen(row.termId);
    if (teacherId !== null) await this.needEnrolled(classroom.id, row.studentId);
    return row;
  }

  private async needEnrolled(classroomId: string, studentId: string): Promise<void> {
    const enrolled = await this.enrollments.enrolledAmong(classroomId, [studentId]);
    if (!enrolled.has(studentId)) throw new StudentNotEnrolled();
  }

  private record(what: string, id: string, facts: Record<string, unknown>): Promise<void> {
    return this.audit.record({ action: `school.grade-${what}`, target: `grade:${id}`, facts });
  }
}

const given = <T extends object>(input: T): T =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as T;

const inHundredths = (score: number, weight: number): Pick<GradeValue, 'scoreHundredths' | 'weightHundredths'> => {
  return { scoreHundredths: hundredths(score), weightHundredths: hundredths(weight) };
};

function valueOf({ subject, assessment, scoreHundredths, weightHundredths, comments }: GradeRow): GradeValue {
  return { subject, assessment, comments, scoreHundredths, weightHundredths };
}

/** What the trail tells; comments stay in the books alone. */
const told = ({ subject, assessment, scoreHundredths, weightHundredths }: GradeValue) => {
  return { subject, assessment, score: scoreHundredths / 100, weight: weightHundredths / 100 };
};
