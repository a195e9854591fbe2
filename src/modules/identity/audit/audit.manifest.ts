import { defineModule, keep } from '../../../core/module';
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
  housekeeping: [
    keep(['audit_entries', 'audit_chain', 'audit_checkpoints'], 'for ever: the chain proves that nothing is missing'),
  ],
});
