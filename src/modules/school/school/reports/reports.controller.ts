import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../../core/web/access';
import { IdParam, Responds, Summary } from '../../../../core/web/dto';
import { Forbidden, NotAcceptable } from '../../../../core/kernel/errors';
import { Formats } from '../../../../core/web/http';
import { TaskStartedDto } from '../../../platform/tasks';
import { PrintReportInput } from './dto/print.dto';
import { ClassroomReportDto, OverviewDto, ReportQuery, TranscriptDto } from './dto/report.dto';
import { ClassroomNotFound, StudentNotFound, TermNotFound } from '../school.errors';
import { SchoolPermission } from '../school.permissions';
import { TranscriptsService } from '../transcripts/transcripts.service';
import { PdfReportTask } from './pdf-report.task';
import { classroomCsv, overviewCsv, transcriptCsv } from './report-csv';
import { classroomPdf, overviewPdf, transcriptPdf } from './report-pdf';
import { ReportsService } from './reports.service';

@ApiTags('school')
@Controller(`${API_PREFIX}/school/reports`)
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly transcripts: TranscriptsService,
    private readonly printing: PdfReportTask,
  ) {}

  @Post('print')
  @Summary('Prints a report too big to be waited for: a task whose result is a PDF among the files of who asks.')
  @Require()
  @Responds(202, TaskStartedDto, [Forbidden, ClassroomNotFound, TermNotFound])
  print(@CurrentUser() user: Principal, @Body() input: PrintReportInput): Promise<TaskStartedDto> {
    return this.printing.start(user, input);
  }

  @Get('classrooms/:id')
  @Formats('classroom', { csv: classroomCsv, pdf: classroomPdf })
  @Summary('What a classroom’s grades come to: to its teacher, and with `manage_school`.')
  @Require()
  @Responds(200, ClassroomReportDto, [ClassroomNotFound, TermNotFound, NotAcceptable])
  classroom(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Query() query: ReportQuery,
  ): Promise<ClassroomReportDto> {
    return this.reports.classroom(user, id, query);
  }

  @Get('students/:id')
  @Formats('transcript', { csv: transcriptCsv, pdf: transcriptPdf })
  @Summary('A student’s transcript: their own, a teacher’s part of it, all with `manage_school`.')
  @Require()
  @Responds(200, TranscriptDto, [StudentNotFound, TermNotFound, NotAcceptable])
  transcript(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Query() query: ReportQuery,
  ): Promise<TranscriptDto> {
    return this.transcripts.read(user, id, query);
  }

  @Get('overview')
  @Formats('overview', { csv: overviewCsv, pdf: overviewPdf })
  @Summary('The whole school.')
  @Require(SchoolPermission.Manage)
  @Responds(200, OverviewDto, [TermNotFound, NotAcceptable])
  overview(@Query() query: ReportQuery): Promise<OverviewDto> {
    return this.reports.overview(query);
  }
}
