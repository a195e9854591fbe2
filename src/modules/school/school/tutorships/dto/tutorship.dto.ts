import { DayField, IdField, Input, Output } from '../../../../../core/web/dto';

@Output('Tutorship', 'From when to when a teacher looks after a student, whoever’s classroom they are in.')
export class TutorshipDto {
  @IdField()
  id: string;

  @IdField()
  teacherId: string;

  @IdField()
  studentId: string;

  @DayField({ description: 'First day.' })
  startedOn: string;

  @DayField({ nullable: true, description: 'First day without; null while it lasts.' })
  endedOn: string | null;
}

@Input('TutorInput')
export class TutorInput {
  @IdField({ description: 'An active user with the role `student`.' })
  studentId: string;
}
