import { Body, Controller, Delete, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, Require } from '../../../../core/web/access';
import { IdParam, Responds, Summary } from '../../../../core/web/dto';
import { TutorInput, TutorshipDto } from './dto/tutorship.dto';
import { AlreadyTutored, TeacherNotFound, TutorshipNotFound } from '../school.errors';
import { SchoolPermission } from '../school.permissions';
import { TutorshipsService } from './tutorships.service';

@ApiTags('school')
@Controller(`${API_PREFIX}/teachers/:id/students`)
export class TutorshipsController {
  constructor(private readonly tutorships: TutorshipsService) {}

  @Post()
  @Summary('Gives a student a tutor, who from now on reads their grades and enrolments.')
  @Require(SchoolPermission.Manage)
  @Responds(201, TutorshipDto, [TeacherNotFound, AlreadyTutored])
  begin(@IdParam() id: string, @Body() input: TutorInput): Promise<TutorshipDto> {
    return this.tutorships.begin(id, input);
  }

  @Delete(':student_id')
  @Summary('Ends it; from when to when it lasted is kept.')
  @Require(SchoolPermission.Manage)
  @Responds(204, null, [TutorshipNotFound])
  end(@IdParam() id: string, @IdParam('student_id') studentId: string): Promise<void> {
    return this.tutorships.end(id, studentId);
  }
}
