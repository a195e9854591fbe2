import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentUser, Principal, Public, Require } from '../../../../core/web/access';
import { GraphqlContext, IdArg, loaderOf } from '../../../../core/web/graphql';
import { ClassroomDto, ClassroomQuery } from './dto/classroom.dto';
import { ClassroomEnrollmentsArgs, EnrollmentDto } from '../enrollments/dto/enrollment.dto';
import { PersonDto } from '../dto/person.dto';
import { EnrollmentsService } from '../enrollments/enrollments.service';
import { SchoolMembers } from '../school-members';
import { ClassroomsService } from './classrooms.service';

@Resolver(() => ClassroomDto)
export class ClassroomsResolver {
  constructor(
    private readonly service: ClassroomsService,
    private readonly enrollmentsService: EnrollmentsService,
    private readonly people: SchoolMembers,
  ) {}

  @Query(() => ClassroomDto)
  @Require()
  classroom(@CurrentUser() user: Principal, @IdArg() id: string): Promise<ClassroomDto> {
    return this.service.seenById(user, id);
  }

  @Query(() => [ClassroomDto], { description: 'By name.' })
  @Require()
  async classrooms(@CurrentUser() user: Principal, @Args() query: ClassroomQuery): Promise<ClassroomDto[]> {
    return (await this.service.list(user, query)).items;
  }

  @ResolveField(() => PersonDto)
  @Public()
  teacher(@Parent() classroom: ClassroomDto, @Context() context: GraphqlContext): Promise<PersonDto> {
    return this.people.load(context, classroom.teacherId);
  }

  @ResolveField(() => [EnrollmentDto], {
    description: 'Who is in it now as far as the caller may see, the newest first.',
  })
  @Public()
  enrollments(
    @CurrentUser() user: Principal,
    @Parent() classroom: ClassroomDto,
    @Args() { limit }: ClassroomEnrollmentsArgs,
    @Context() context: GraphqlContext,
  ): Promise<EnrollmentDto[]> {
    const load = (ids: readonly string[]) => this.enrollmentsService.ofClassrooms(user, ids, limit);
    return loaderOf(context, `classroom.enrollments ${limit}`, load).load(classroom.id);
  }
}
