import { ArgsType } from '@nestjs/graphql';
import {
  BooleanField,
  DateField,
  DayField,
  IdField,
  Input,
  IntField,
  MAX_LIMIT,
  ObjectListField,
  Output,
  PageOf,
  PageQuery,
  StringField,
} from '../../../../../core/web/dto';

@Output('Enrollment', 'From when to when a student was in a classroom.')
export class EnrollmentDto {
  @IdField()
  id: string;

  @IdField()
  classroomId: string;

  @IdField()
  studentId: string;

  @StringField({ max: 200, example: 'Sana Malik' })
  studentName: string;

  @DayField({ description: 'First day.' })
  enrolledOn: string;

  @DayField({ nullable: true, description: 'First day not enrolled any more; null while enrolled.' })
  withdrawnOn: string | null;

  @DateField()
  createdAt: Date;

  @DateField()
  updatedAt: Date;
}

@Output('EnrollmentPage')
export class EnrollmentPage extends PageOf(EnrollmentDto) {}

export class EnrollmentQuery extends PageQuery {
  @BooleanField({ optional: true, description: 'Only those enrolled now, or only those withdrawn.' })
  active?: boolean;
}

/** Arguments of GraphQL's `Classroom.enrollments`. */
@ArgsType()
export class ClassroomEnrollmentsArgs {
  @IntField({ optional: true, default: 20, min: 1, max: MAX_LIMIT })
  limit: number = 20;
}

@Input('EnrollInput')
export class EnrollInput {
  @IdField({ description: 'An active user with the role `student`.' })
  studentId: string;
}

@Input('TransferInput')
export class TransferInput {
  @IdField({ description: 'Where to.' })
  classroomId: string;
}

@Output('TaughtClassroom', 'What a classroom is called.')
export class TaughtClassroomDto {
  @IdField()
  id: string;

  @StringField({ max: 120, example: '7b' })
  name: string;
}

@Output('TaughtStudent', 'A student of a teacher: by classrooms they are in now, by tutorship, or both.')
export class TaughtStudentDto {
  @IdField()
  studentId: string;

  @StringField({ max: 200, example: 'Sana Malik' })
  fullName: string;

  @ObjectListField(() => TaughtClassroomDto)
  classrooms: TaughtClassroomDto[];

  @BooleanField({ description: 'Whether the teacher is the student’s tutor.' })
  tutored: boolean;
}

@Output('TaughtStudentPage')
export class TaughtStudentPage extends PageOf(TaughtStudentDto) {}

/** An enrolment as statements read it. */
export type EnrollmentRow = Omit<EnrollmentDto, 'studentName'>;

/** @param names full names by user id */
export function toEnrollmentDto(row: EnrollmentRow, names: ReadonlyMap<string, string>): EnrollmentDto {
  const { id, classroomId, studentId, enrolledOn, withdrawnOn, createdAt, updatedAt } = row;
  const studentName = names.get(studentId) ?? '';
  return { id, classroomId, studentId, studentName, enrolledOn, withdrawnOn, createdAt, updatedAt };
}
