import { defineModule } from '../../../core/module';
import { AuditModule } from './audit.module';
import { AuditPermission } from './audit.permissions';

export const auditManifest = defineModule({
  name: 'audit',
  group: 'identity',
  module: AuditModule,
  uses: ['users'],
  permissions: { [AuditPermission.Read]: [] },
});
