import { Module } from '@nestjs/common';
import { MailModule } from '../../communication/mail';
import { FilesModule } from '../../content/files';
import { UsersModule } from '../../identity/users';
import { TasksModule } from '../tasks';
import { ReportKind } from './report.kind';
import { ReportSources } from './report-sources';
import { ReportsController } from './reports.controller';
import { ReportsService } from './reports.service';

/** Reports as files, made by tasks of what other modules register. */
@Module({
  imports: [FilesModule, MailModule, TasksModule, UsersModule],
  controllers: [ReportsController],
  providers: [ReportKind, ReportSources, ReportsService],
})
export class ReportsModule {}
