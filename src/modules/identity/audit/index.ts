export { AuditModule } from './audit.module';
export { AuditPermission } from './audit.permissions';
export { AuditVerdict, AuditVerifier } from './audit-verifier';
