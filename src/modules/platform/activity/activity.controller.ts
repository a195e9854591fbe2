import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../core/web/access';
import { Page, Responds, Summary } from '../../../core/web/dto';
import { ActivityService } from './activity.service';
import { ActivityEntryDto, ActivityPage, ActivityQuery } from './dto/activity.dto';

@ApiTags('activity')
@Controller(`${API_PREFIX}/activity`)
export class ActivityController {
  constructor(private readonly activity: ActivityService) {}

  @Get()
  @Summary('What was done to the resources that I may view now, the newest first.')
  @Require()
  @Responds(200, ActivityPage)
  list(@CurrentUser() user: Principal, @Query() query: ActivityQuery): Promise<Page<ActivityEntryDto>> {
    return this.activity.list(user, query);
  }
}
