import { Body, Controller, Delete, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../../core/web/access';
import { IdParam, Page, Responds, Summary } from '../../../../core/web/dto';
import { PreconditionFailed } from '../../../../core/kernel/errors';
import { IfMatch } from '../../../../core/web/http';
import {
  ClassroomDto,
  ClassroomPage,
  ClassroomQuery,
  CreateClassroomInput,
  UpdateClassroomInput,
} from './dto/classroom.dto';
import { CapacityTooSmall, ClassroomNameTaken, ClassroomNotEmpty, ClassroomNotFound } from '../school.errors';
import { SchoolPermission } from '../school.permissions';
import { ClassroomsService } from './classrooms.service';

const CHANGE_ERRORS = [ClassroomNotFound, ClassroomNameTaken, CapacityTooSmall, PreconditionFailed];

@ApiTags('school')
@Controller(`${API_PREFIX}/classrooms`)
export class ClassroomsController {
  constructor(private readonly classrooms: ClassroomsService) {}

  @Get()
  @Summary('Classrooms that I may see, by name.')
  @Require()
  @Responds(200, ClassroomPage)
  list(@CurrentUser() user: Principal, @Query() query: ClassroomQuery): Promise<Page<ClassroomDto>> {
    return this.classrooms.list(user, query);
  }

  @Get(':id')
  @Summary('One classroom.')
  @Require()
  @Responds(200, ClassroomDto, [ClassroomNotFound])
  byId(@CurrentUser() user: Principal, @IdParam() id: string): Promise<ClassroomDto> {
    return this.classrooms.seenById(user, id);
  }

  @Post()
  @Summary('Makes a classroom.')
  @Require(SchoolPermission.Manage)
  @Responds(201, ClassroomDto, [ClassroomNameTaken])
  create(@Body() input: CreateClassroomInput): Promise<ClassroomDto> {
    return this.classrooms.create(input);
  }

  @Put(':id')
  @Summary('Replaces a classroom; without `capacity` it takes any number.')
  @Require(SchoolPermission.Manage)
  @Responds(200, ClassroomDto, CHANGE_ERRORS)
  replace(
    @IdParam() id: string,
    @Body() input: CreateClassroomInput,
    @IfMatch() ifMatch?: string,
  ): Promise<ClassroomDto> {
    return this.classrooms.replace(id, input, ifMatch);
  }

  @Patch(':id')
  @Summary('Changes what is given.')
  @Require(SchoolPermission.Manage)
  @Responds(200, ClassroomDto, CHANGE_ERRORS)
  update(
    @IdParam() id: string,
    @Body() input: UpdateClassroomInput,
    @IfMatch() ifMatch?: string,
  ): Promise<ClassroomDto> {
    return this.classrooms.update(id, input, ifMatch);
  }

  @Delete(':id')
  @Summary('Deletes a classroom that nobody was ever in.')
  @Require(SchoolPermission.Manage)
  @Responds(204, null, [ClassroomNotFound, ClassroomNotEmpty])
  remove(@IdParam() id: string): Promise<void> {
    return this.classrooms.remove(id);
  }
}
