export const CatalogPermission = { Manage: 'manage_catalog' } as const;
