import { defineError } from '../../../core/kernel/errors';

export const FolderNotFound = defineError('folder_not_found', 404, 'There is no such folder.');
export const FolderExists = defineError('folder_exists', 409, 'There is a folder of this name already.');
