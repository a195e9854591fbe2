import { defineModule, keep } from '../../../core/module';
import { AuditModule } from './audit.module';
import { AuditPermission } from './audit.permissions';

export const auditManifest = defineModule({
  name: 'audit',
  group: 'identity',
  module: AuditModule,
  uses: ['users'],
  permissions: { [AuditPermission.Read]: [] },
  housekeeping: [
    keep(['audit_entries', 'audit_chain', 'audit_checkpoints'], 'for ever: the chain proves that nothing is missing'),
  ],
});
