export const GroupsPermission = { Manage: 'manage_groups' } as const;
