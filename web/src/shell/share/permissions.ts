import { t } from '../text';

export const PERMISSIONS = ['view', 'comment', 'edit', 'manage'] as const;
export type Permission = (typeof PERMISSIONS)[number];
/** The most that a link gives. */
export const OF_LINKS = PERMISSIONS.slice(0, 3);

const NAMES: Record<Permission, () => string> = {
  view: () => t('May view'),
  comment: () => t('May comment'),
  edit: () => t('May edit'),
  manage: () => t('May manage'),
};

export const permissionName = (permission: Permission): string => NAMES[permission]();
export const permissionChoices = (of: readonly Permission[]): { value: Permission; label: string }[] =>
  of.map((value) => ({ value, label: permissionName(value) }));
