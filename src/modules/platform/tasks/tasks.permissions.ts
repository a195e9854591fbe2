export const TasksPermission = { Manage: 'manage_tasks' } as const;
