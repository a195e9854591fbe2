import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../core/web/access';
import { Responds, Summary } from '../../../core/web/dto';
import { TaskStartedDto } from '../tasks';
import { ReportSourcesDto, ReportTaskInput } from './dto/report.dto';
import { ReportsService } from './reports.service';

@ApiTags('tasks')
@Controller(`${API_PREFIX}/tasks/report`)
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Post()
  @Summary('Makes a report of what its asker may see: a file of theirs, and a link to it by mail.')
  @Require()
  @Responds(202, TaskStartedDto)
  start(@CurrentUser() user: Principal, @Body() input: ReportTaskInput): Promise<TaskStartedDto> {
    return this.reports.start(user, input);
  }

  @Get('sources')
  @Summary('What reports can be made of.')
  @Require()
  @Responds(200, ReportSourcesDto)
  sources(): ReportSourcesDto {
    return this.reports.describeSources();
  }
}
