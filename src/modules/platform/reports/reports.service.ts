import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../core/web/access';
import { TasksService, TaskStartedDto } from '../tasks';
import type { ReportSourcesDto, ReportTaskInput } from './dto/report.dto';
import { ReportSources } from './report-sources';
import { toReportSourcesDto } from './report-sources.mapper';
import { REPORT } from './report.kind';

/** Reports that people ask for; each is made by a task. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly tasks: TasksService,
    private readonly sources: ReportSources,
  ) {}

  /** A report as a file. @throws Validation for parameters that no source has */
  start(user: Principal, { reportType, parameters = {}, email }: ReportTaskInput): Promise<TaskStartedDto> {
    return this.tasks.start(user, REPORT, { report_type: reportType, parameters, email: email ?? null });
  }

  /** What reports can be made of. */
  describeSources(): ReportSourcesDto {
    return toReportSourcesDto(this.sources);
  }
}
