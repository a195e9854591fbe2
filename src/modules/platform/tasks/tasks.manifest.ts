import { defineModule } from '../../../core/module';
import { TasksModule } from './tasks.module';
import { TasksPermission } from './tasks.permissions';

export const tasksManifest = defineModule({
  name: 'tasks',
  group: 'platform',
  module: TasksModule,
  uses: ['files', 'mail', 'users'],
  permissions: { [TasksPermission.Manage]: [] },
});
