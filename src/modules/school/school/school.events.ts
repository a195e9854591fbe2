import { DomainEvent } from '../../../core/data/events';

/** Grades of one classroom were given or changed, all by one call. */
export class GradesRecorded extends DomainEvent {
  static override readonly type = 'school.grade-recorded';
  static override readonly durable = true;

  constructor(
    readonly classroomId: string,
    readonly grades: readonly { readonly gradeId: string; readonly studentId: string }[],
  ) {
    super();
  }
}

/** Students are in a classroom from today, all by one call. */
export class StudentsEnrolled extends DomainEvent {
  static override readonly type = 'school.students-enrolled';
  static override readonly durable = true;

  constructor(
    readonly classroomId: string,
    readonly studentIds: readonly string[],
  ) {
    super();
  }
}

/** What lies in a term stays as it is from now on. */
export class SchoolTermClosed extends DomainEvent {
  static override readonly type = 'school.term-closed';
  static override readonly durable = true;

  constructor(readonly termId: string) {
    super();
  }
}
