export { Audit, AuditRecord } from './audit';
export { AuditEntry } from './audit-entry.entity';
