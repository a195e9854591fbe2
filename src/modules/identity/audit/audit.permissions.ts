export const AuditPermission = { Read: 'read_audit' } as const;
