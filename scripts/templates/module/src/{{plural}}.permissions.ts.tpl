export const {{Plural}}Permission = { Manage: 'manage_{{table}}' } as const;
