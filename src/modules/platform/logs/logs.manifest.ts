import { defineModule } from '../../../core/module';
import { LogsModule } from './logs.module';
import { LogsPermission } from './logs.permissions';

export const logsManifest = defineModule({
  name: 'logs',
  group: 'platform',
  module: LogsModule,
  uses: [],
  permissions: { [LogsPermission.Read]: [] },
});
