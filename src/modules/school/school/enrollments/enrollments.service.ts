import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { Audit } from '../../../../core/data/audit';
import { Events } from '../../../../core/data/events';
import { Database, onConstraint } from '../../../../core/data/database';
import { Page, pageOf, PageQuery } from '../../../../core/web/dto';
import { newId } from '../../../../core/kernel/runtime';
import { UsersService } from '../../../identity/users';
import { ClassroomsService } from '../classrooms/classrooms.service';
import {
  EnrollmentDto,
  EnrollmentQuery,
  EnrollmentRow,
  EnrollInput,
  TaughtStudentDto,
  toEnrollmentDto,
  TransferInput,
} from './dto/enrollment.dto';
import type { Classroom } from '../classrooms/entities/classroom.entity';
import {
  AlreadyEnrolled,
  ClassroomFull,
  ClassroomNotFound,
  EnrollmentNotFound,
  TeacherNotFound,
  TermClosed,
} from '../school.errors';
import { StudentsEnrolled } from '../school.events';
import { SchoolHooks } from '../school.hooks';
import { TermsService } from '../terms/terms.service';
import { SchoolMembers } from '../school-members';
import { mayActAs } from '../visibility';
import {
  accessQuery,
  ENROLLED_AMONG,
  ENROLLMENT_ORDER,
  enrollmentPageQuery,
  INSERT,
  newestOfClassroomsQuery,
  TAUGHT_ORDER,
  STUDENTS_OF,
  STUDENTS_OF_TEACHER,
  TaughtRow,
  WITHDRAW,
  WITHDRAW_EVERYWHERE,
} from './enrollment-reads';

const onClosed = onConstraint('ck_enrollments_term_open', TermClosed);

/**
 * Who is in which classroom, from when to when. The classroom's row is the lock: of any number at once the capacity admits
 * just so many, and each student once.
 */
@Injectable()
export class EnrollmentsService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly users: UsersService,
    private readonly people: SchoolMembers,
    private readonly classrooms: ClassroomsService,
    private readonly terms: TermsService,
    private readonly hooks: SchoolHooks,
    private readonly events: Events,
  ) {}

  /**
   * From today.
   * @throws ClassroomNotFound also for another teacher's, Validation for who is no student, AlreadyEnrolled, ClassroomFull,
   * TermClosed, Forbidden
   */
  enroll(user: Principal, classroomId: string, { studentId }: EnrollInput): Promise<EnrollmentDto> {
    return this.db.transaction(async () => {
      const classroom = await this.classrooms.lockFor(user, classroomId);
      await this.people.needStudent(studentId);
      await this.terms.holdToday();
      const row = await this.open(classroom, studentId);
      await this.people.needStudent(studentId); // again: whoever erases or deactivates the account has been waited for
      await this.record('enrolled', classroomId, { student_id: studentId });
      await this.events.emit(new StudentsEnrolled(classroomId, [studentId]));
      await this.hooks.classroomsChanged(classroomId);
      return this.named(row);
    });
  }

  /** Today is the first day without; history is kept. @throws ClassroomNotFound, EnrollmentNotFound, TermClosed, Forbidden */
  withdraw(user: Principal, classroomId: string, studentId: string): Promise<void> {
    return this.db.transaction(async () => {
      await this.classrooms.lockFor(user, classroomId);
      await this.terms.holdToday();
      await this.end(classroomId, studentId);
      await this.record('withdrawn', classroomId, { student_id: studentId });
      await this.hooks.classroomsChanged(classroomId);
    });
  }

  /**
   * Out of one classroom and into another, or neither; the caller may write in both. Grades stay where they were given.
   * @throws ClassroomNotFound, EnrollmentNotFound, AlreadyEnrolled, ClassroomFull, TermClosed, Forbidden
   */
  transfer(
    user: Principal,
    fromId: string,
    studentId: string,
    { classroomId: toId }: TransferInput,
  ): Promise<EnrollmentDto> {
    return this.db.transaction(async () => {
      const locked = new Map<string, Classroom>();
      for (const id of [fromId, toId].sort()) locked.set(id, await this.classrooms.lockFor(user, id));
      if (fromId === toId) throw new AlreadyEnrolled();
      await this.terms.holdToday();
      await this.end(fromId, studentId);
      const row = await this.open(locked.get(toId) as Classroom, studentId);
      await this.record('transferred', fromId, { student_id: studentId, to: toId });
      await this.events.emit(new StudentsEnrolled(toId, [studentId]));
      await this.hooks.classroomsChanged(fromId, toId);
      return this.named(row);
    });
  }

  /**
   * The newest first: all for its teacher and with `manage_school`, a student their own.
   * @throws ClassroomNotFound also where the caller has nothing to see, Validation for a broken cursor
   */
  async list(user: Principal, classroomId: string, query: EnrollmentQuery): Promise<Page<EnrollmentDto>> {
    const sql = enrollmentPageQuery(user, classroomId, query);
    const access = accessQuery(user, classroomId);
    if ((await this.db.query(access)).length === 0) throw new ClassroomNotFound();
    const rows = await this.db.query<EnrollmentRow>(sql);
    const names = await this.users.namesOf(rows.map(({ studentId }) => studentId));
    return pageOf(rows, query.limit, (row) => toEnrollmentDto(row, names), ENROLLMENT_ORDER.cursorOf);
  }

  /** Those enrolled now of each classroom, as far as the caller may see them, in the order of the ids. @param limit per classroom */
  async ofClassrooms(user: Principal, ids: readonly string[], limit: number): Promise<EnrollmentDto[][]> {
    const rows = await this.db.query<EnrollmentRow>(newestOfClassroomsQuery(user, ids, limit));
    const names = await this.users.namesOf(rows.map(({ studentId }) => studentId));
    const enrollments = rows.map((row) => toEnrollmentDto(row, names));
    return ids.map((id) => enrollments.filter(({ classroomId }) => classroomId === id));
  }

  /**
   * Who is now in the teacher's classrooms, or has them for a tutor, each once: to the teacher, and with `manage_school`.
   * @throws TeacherNotFound also for another teacher, Validation for a broken cursor
   */
  async studentsOf(user: Principal, teacherId: string, page: PageQuery): Promise<Page<TaughtStudentDto>> {
    const [after] = TAUGHT_ORDER.read(page.cursor);
    if (!mayActAs(user, teacherId) || !(await this.people.isTeacher(teacherId))) throw new TeacherNotFound();
    const rows = await this.db.query<TaughtRow>(STUDENTS_OF_TEACHER, [teacherId, after, page.limit + 1]);
    const names = await this.users.namesOf(rows.map(({ studentId }) => studentId));
    const toDto = ({ studentId, classrooms, tutored }: TaughtRow): TaughtStudentDto => {
      return { studentId, fullName: names.get(studentId) ?? '', classrooms, tutored };
    };
    return pageOf(rows, page.limit, toDto, TAUGHT_ORDER.cursorOf);
  }

  /** Those of the students who are in the classroom now. */
  async enrolledAmong(classroomId: string, studentIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.db.query<{ studentId: string }>(ENROLLED_AMONG, [classroomId, studentIds]);
    return new Set(rows.map(({ studentId }) => studentId));
  }

  /** Who is in the classroom now. */
  async idsIn(classroomId: string): Promise<string[]> {
    const rows = await this.db.query<{ studentId: string }>(STUDENTS_OF, [classroomId]);
    return rows.map(({ studentId }) => studentId);
  }

  /** Ends all of a student, whose account goes. @throws TermClosed */
  async withdrawEverywhere(studentId: string): Promise<void> {
    const ended = await this.db
      .query<{ classroomId: string }>(WITHDRAW_EVERYWHERE, [studentId, this.terms.today()])
      .catch(onClosed);
    await this.hooks.classroomsChanged(...ended.map(({ classroomId }) => classroomId));
  }

  private async open({ id: classroomId, capacity }: Classroom, studentId: string): Promise<EnrollmentRow> {
    if ((await this.enrolledAmong(classroomId, [studentId])).size > 0) throw new AlreadyEnrolled();
    if (capacity !== null && (await this.classrooms.enrolled(classroomId)) >= capacity) {
      throw new ClassroomFull({ capacity });
    }
    const values = [newId(), classroomId, studentId, this.terms.today()];
    const [row] = await this.db.query<EnrollmentRow>(INSERT, values).catch(onClosed);
    return row;
  }

  private async end(classroomId: string, studentId: string): Promise<void> {
    const ended = await this.db.execute(WITHDRAW, [classroomId, studentId, this.terms.today()]).catch(onClosed);
    if (ended === 0) throw new EnrollmentNotFound();
  }

  private async named(row: EnrollmentRow): Promise<EnrollmentDto> {
    return toEnrollmentDto(row, await this.users.namesOf([row.studentId]));
  }

  private record(what: string, classroomId: string, facts: Record<string, unknown>): Promise<void> {
    return this.audit.record({ action: `school.student-${what}`, target: `classroom:${classroomId}`, facts });
  }
}
