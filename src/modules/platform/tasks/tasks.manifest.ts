import { defineModule } from '../../../core/module';
import { MAIL_TEMPLATES } from '../../communication/mail';
import { NOTIFICATION_CATEGORIES } from '../../communication/notifications';
import { EmailKind } from './kinds/email.kind';
import { ProcessDataKind } from './kinds/process-data.kind';
import { MESSAGE } from './mails/message';
import { TASK_FAILED, TASK_FINISHED } from './task-notices';
import { TasksPersonalData } from './tasks-personal-data';
import { TASK_KINDS } from './tasks.extensions';
import { TASKS_INVARIANTS } from './tasks.invariants';
import { TasksModule } from './tasks.module';
import { TasksPermission } from './tasks.permissions';

export const tasksManifest = defineModule({
  name: 'tasks',
  group: 'platform',
  module: TasksModule,
  uses: ['files', 'mail', 'notifications', 'users'],
  permissions: { [TasksPermission.Manage]: [] },
  invariants: TASKS_INVARIANTS,
  personalData: [TasksPersonalData],
  extends: [
    MAIL_TEMPLATES.add(MESSAGE),
    TASK_KINDS.add(EmailKind, ProcessDataKind),
    NOTIFICATION_CATEGORIES.add(TASK_FINISHED, TASK_FAILED),
  ],
  housekeeping: [
    {
      name: 'tasks.finished',
      table: 'tasks',
      where: `finished_at < now() - $1 * interval '1 day'`,
      values: ({ tasksKeepDays }) => [tasksKeepDays],
      everyMs: 3_600_000,
      kept: '30 days after its end (`TASKS_KEEP_DAYS`)',
    },
    {
      name: 'tasks.schedule-ticks',
      table: 'schedule_ticks',
      where: `tick_at < now() - interval '2 days'`,
      everyMs: 3_600_000,
      kept: '2 days',
    },
  ],
});
