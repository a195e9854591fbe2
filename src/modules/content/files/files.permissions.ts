/** Sees, downloads and removes everybody's files, and compares rows and store. */
export const FilesPermission = { Manage: 'manage_files' } as const;
