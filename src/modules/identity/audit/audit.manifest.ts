import { defineModule } from '../../../core/module';
import { AuditModule } from './audit.module';
import { AuditPermission } from './audit.permissions';
import { AuditService } from './audit.service';

export const auditManifest = defineModule({
  name: 'audit',
  group: 'identity',
  module: AuditModule,
  uses: ['users'],
  permissions: { [AuditPermission.Read]: [] },
  personalData: [AuditService],
});
