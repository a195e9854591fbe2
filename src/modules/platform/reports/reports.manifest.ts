import { defineModule } from '../../../core/module';
import { MAIL_TEMPLATES } from '../../communication/mail';
import { TASK_KINDS } from '../tasks';
import { REPORT_READY } from './mails/report-ready';
import { ReportKind } from './report.kind';
import { ReportsModule } from './reports.module';

export const reportsManifest = defineModule({
  name: 'reports',
  group: 'platform',
  module: ReportsModule,
  uses: ['files', 'mail', 'tasks', 'users'],
  extends: [MAIL_TEMPLATES.add(REPORT_READY), TASK_KINDS.add(ReportKind)],
});
