/** The roles that modules give permissions to. */
export const ROLES = ['user', 'student', 'teacher', 'finance', 'admin'] as const;
