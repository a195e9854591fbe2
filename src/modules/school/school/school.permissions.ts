export const SchoolPermission = { Manage: 'manage_school' } as const;
