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
