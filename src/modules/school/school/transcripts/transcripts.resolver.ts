import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentUser, Principal, Require } from '../../../../core/web/access';
import { TranscriptArgs, TranscriptDto } from '../reports/dto/report.dto';
import { TranscriptsService } from './transcripts.service';

@Resolver(() => TranscriptDto)
export class TranscriptsResolver {
  constructor(private readonly transcripts: TranscriptsService) {}

  @Query(() => TranscriptDto, {
    description: 'A student’s: their own, a teacher’s part of it, all with `manage_school`.',
  })
  @Require()
  transcript(@CurrentUser() user: Principal, @Args() { studentId, ...slice }: TranscriptArgs): Promise<TranscriptDto> {
    return this.transcripts.read(user, studentId, slice);
  }
}
