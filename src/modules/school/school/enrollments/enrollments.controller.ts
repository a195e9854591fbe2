import { Body, Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../../core/web/access';
import { IdParam, Page, PageQuery, Responds, Summary } from '../../../../core/web/dto';
import { Forbidden } from '../../../../core/kernel/errors';
import {
  EnrollInput,
  EnrollmentDto,
  EnrollmentPage,
  EnrollmentQuery,
  TaughtStudentDto,
  TaughtStudentPage,
  TransferInput,
} from './dto/enrollment.dto';
import {
  AlreadyEnrolled,
  ClassroomFull,
  ClassroomNotFound,
  EnrollmentNotFound,
  TeacherNotFound,
  TermClosed,
} from '../school.errors';
import { EnrollmentsService } from './enrollments.service';

@ApiTags('school')
@Controller(API_PREFIX)
export class EnrollmentsController {
  constructor(private readonly enrollments: EnrollmentsService) {}

  @Get('classrooms/:id/enrollments')
  @Summary('Who is and was in a classroom, the newest first; a student sees their own.')
  @Require()
  @Responds(200, EnrollmentPage, [ClassroomNotFound])
  list(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Query() query: EnrollmentQuery,
  ): Promise<Page<EnrollmentDto>> {
    return this.enrollments.list(user, id, query);
  }

  @Post('classrooms/:id/enrollments')
  @Summary('Takes a student in: the classroom’s teacher, or with `manage_school`.')
  @Require()
  @Responds(201, EnrollmentDto, [Forbidden, ClassroomNotFound, AlreadyEnrolled, ClassroomFull, TermClosed])
  enroll(@CurrentUser() user: Principal, @IdParam() id: string, @Body() input: EnrollInput): Promise<EnrollmentDto> {
    return this.enrollments.enroll(user, id, input);
  }

  @Delete('classrooms/:id/enrollments/:student_id')
  @Summary('Withdraws a student; from when to when they were in it is kept.')
  @Require()
  @Responds(204, null, [Forbidden, ClassroomNotFound, EnrollmentNotFound, TermClosed])
  withdraw(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @IdParam('student_id') studentId: string,
  ): Promise<void> {
    return this.enrollments.withdraw(user, id, studentId);
  }

  @Post('classrooms/:id/enrollments/:student_id/transfer')
  @Summary('Moves a student to another classroom, where the caller may take them in too.')
  @Require()
  @Responds(201, EnrollmentDto, [
    Forbidden,
    ClassroomNotFound,
    EnrollmentNotFound,
    AlreadyEnrolled,
    ClassroomFull,
    TermClosed,
  ])
  transfer(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @IdParam('student_id') studentId: string,
    @Body() input: TransferInput,
  ): Promise<EnrollmentDto> {
    return this.enrollments.transfer(user, id, studentId, input);
  }

  @Get('teachers/:id/students')
  @Summary('Who is now in a teacher’s classrooms, or has them for a tutor: for the teacher, or with `manage_school`.')
  @Require()
  @Responds(200, TaughtStudentPage, [TeacherNotFound])
  studentsOf(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<TaughtStudentDto>> {
    return this.enrollments.studentsOf(user, id, query);
  }
}
