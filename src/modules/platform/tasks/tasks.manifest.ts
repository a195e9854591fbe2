import { defineModule } from '../../../core/module';
import { EmailKind } from './kinds/email.kind';
import { ProcessDataKind } from './kinds/process-data.kind';
import { ReportKind } from './reports/report.kind';
import { TasksPersonalData } from './tasks-personal-data';
import { TASK_KINDS } from './tasks.extensions';
import { TASKS_INVARIANTS } from './tasks.invariants';
import { TasksModule } from './tasks.module';
import { TasksPermission } from './tasks.permissions';

export const tasksManifest = defineModule({
  name: 'tasks',
  group: 'platform',
  module: TasksModule,
  uses: ['files', 'mail', 'users'],
  permissions: { [TasksPermission.Manage]: [] },
  invariants: TASKS_INVARIANTS,
  personalData: [TasksPersonalData],
  extends: [TASK_KINDS.add(EmailKind, ProcessDataKind, ReportKind)],
});
