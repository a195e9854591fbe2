export const UsersPermission = { Manage: 'manage_users' } as const;
