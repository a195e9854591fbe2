export const InvariantsPermission = { Read: 'read_invariants' } as const;
