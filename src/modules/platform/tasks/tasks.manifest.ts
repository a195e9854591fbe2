import { defineModule } from '../../../core/module';
import { TasksModule } from './tasks.module';
import { TasksPermission } from './tasks.permissions';

export const tasksManifest = defineModule({
  name: 'tasks',
  group: 'platform',
  module: TasksModule,
  uses: ['files', 'mail', 'users'],
  permissions: { [TasksPermission.Manage]: [] },
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
