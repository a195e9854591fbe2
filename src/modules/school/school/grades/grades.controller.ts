import { Body, Controller, Delete, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../../core/web/access';
import { IdParam, Page, PageQuery, Responds, Summary } from '../../../../core/web/dto';
import { Forbidden, PreconditionFailed } from '../../../../core/kernel/errors';
import { RouteOptions, IfMatch } from '../../../../core/web/http';
import {
  AsOfQuery,
  BulkGradesDto,
  BulkGradesInput,
  CreateGradeInput,
  DeleteGradeQuery,
  GradeDto,
  GradePage,
  GradeQuery,
  GradeVersionDto,
  GradeVersionPage,
  ReplaceGradeInput,
  UpdateGradeInput,
} from './dto/grade.dto';
import {
  AlreadyGraded,
  ClassroomNotFound,
  GradeNotFound,
  NoOpenTerm,
  StudentNotEnrolled,
  TermClosed,
  TermNotFound,
} from '../school.errors';
import { BulkGradesService } from './bulk-grades.service';
import { GradesService } from './grades.service';

const GRADES = { rateGroup: 'grades' };
const DELETE_ERRORS = [Forbidden, GradeNotFound, StudentNotEnrolled, TermClosed];
const CHANGE_ERRORS = [...DELETE_ERRORS, AlreadyGraded, PreconditionFailed];

@ApiTags('school')
@Controller(API_PREFIX)
export class GradesController {
  constructor(
    private readonly grades: GradesService,
    private readonly bulk: BulkGradesService,
  ) {}

  @Get('grades')
  @RouteOptions(GRADES)
  @Summary('Grades, the newest first: a student’s own, a teacher’s classrooms’, all with `manage_school`.')
  @Require()
  @Responds(200, GradePage)
  list(@CurrentUser() user: Principal, @Query() query: GradeQuery): Promise<Page<GradeDto>> {
    return this.grades.list(user, query);
  }

  @Get('grades/:id')
  @RouteOptions(GRADES)
  @Summary('One grade, now or as it was.')
  @Require()
  @Responds(200, GradeDto, [GradeNotFound])
  byId(@CurrentUser() user: Principal, @IdParam() id: string, @Query() query: AsOfQuery): Promise<GradeDto> {
    return this.grades.byId(user, id, query);
  }

  @Get('grades/:id/history')
  @RouteOptions(GRADES)
  @Summary('Every value a grade ever had, with who and why, the first first.')
  @Require()
  @Responds(200, GradeVersionPage, [GradeNotFound])
  history(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<GradeVersionDto>> {
    return this.grades.history(user, id, query);
  }

  @Post('grades')
  @RouteOptions(GRADES)
  @Summary('Grades a student who is in the classroom now: its teacher, or with `manage_school`.')
  @Require()
  @Responds(201, GradeDto, [
    Forbidden,
    ClassroomNotFound,
    StudentNotEnrolled,
    TermNotFound,
    NoOpenTerm,
    TermClosed,
    AlreadyGraded,
  ])
  create(@CurrentUser() user: Principal, @Body() input: CreateGradeInput): Promise<GradeDto> {
    return this.grades.create(user, input);
  }

  @Put('grades/:id')
  @RouteOptions(GRADES)
  @Summary('Replaces what may change of a grade; the values before are kept.')
  @Require()
  @Responds(200, GradeDto, CHANGE_ERRORS)
  replace(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Body() input: ReplaceGradeInput,
    @IfMatch() ifMatch?: string,
  ): Promise<GradeDto> {
    return this.grades.replace(user, id, input, ifMatch);
  }

  @Patch('grades/:id')
  @RouteOptions(GRADES)
  @Summary('Changes what is given; the values before are kept.')
  @Require()
  @Responds(200, GradeDto, CHANGE_ERRORS)
  update(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Body() input: UpdateGradeInput,
    @IfMatch() ifMatch?: string,
  ): Promise<GradeDto> {
    return this.grades.update(user, id, input, ifMatch);
  }

  @Delete('grades/:id')
  @RouteOptions(GRADES)
  @Summary('Takes a grade back; its history stays.')
  @Require()
  @Responds(204, null, DELETE_ERRORS)
  remove(@CurrentUser() user: Principal, @IdParam() id: string, @Query() query: DeleteGradeQuery): Promise<void> {
    return this.grades.remove(user, id, query.reason);
  }

  @Post('classrooms/:id/grades/bulk')
  @RouteOptions(GRADES)
  @Summary('Grades a classroom by one call, with a result for each row.')
  @Require()
  @Responds(200, BulkGradesDto, [Forbidden, ClassroomNotFound, TermNotFound, NoOpenTerm, TermClosed])
  record(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Body() input: BulkGradesInput,
  ): Promise<BulkGradesDto> {
    return this.bulk.record(user, id, input);
  }
}
