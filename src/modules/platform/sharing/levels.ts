/** What somebody may do with a resource; each includes those before it. */
export const PERMISSIONS = ['view', 'comment', 'edit', 'manage'] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** 1 for view to 4 for manage, as `shares.level` has it. */
export const levelOf = (permission: Permission): number => PERMISSIONS.indexOf(permission) + 1;

/** @param level 1 to 4 */
export const permissionOf = (level: number): Permission => PERMISSIONS[level - 1];

/** The most that a link may give. */
export const LINK_MAX: Permission = 'edit';
