import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentUser, Principal, Public, Require } from '../../../../core/web/access';
import { GraphqlContext, loaderOf } from '../../../../core/web/graphql';
import { ClassroomsService } from '../classrooms/classrooms.service';
import { ClassroomDto } from '../classrooms/dto/classroom.dto';
import { GradeDto, GradeQuery } from './dto/grade.dto';
import { PersonDto } from '../dto/person.dto';
import { SchoolMembers } from '../school-members';
import { GradesService } from './grades.service';

@Resolver(() => GradeDto)
export class GradesResolver {
  constructor(
    private readonly service: GradesService,
    private readonly classrooms: ClassroomsService,
    private readonly people: SchoolMembers,
  ) {}

  @Query(() => [GradeDto], { description: 'Those the caller may see, the newest first.' })
  @Require()
  async grades(@CurrentUser() user: Principal, @Args() query: GradeQuery): Promise<GradeDto[]> {
    return (await this.service.list(user, query)).items;
  }

  @ResolveField(() => PersonDto)
  @Public()
  student(@Parent() grade: GradeDto, @Context() context: GraphqlContext): Promise<PersonDto> {
    return this.people.load(context, grade.studentId);
  }

  @ResolveField(() => ClassroomDto)
  @Public()
  classroom(@Parent() grade: GradeDto, @Context() context: GraphqlContext): Promise<ClassroomDto | null> {
    const load = (ids: readonly string[]) => this.classrooms.byIds(ids);
    return loaderOf(context, 'grade.classroom', load).load(grade.classroomId);
  }
}
