import { defineError } from '../../../core/kernel/errors';
import type { Permission } from './levels';

export const ResourceNotFound = defineError('resource_not_found', 404, 'There is no such thing.');
export const ShareNotFound = defineError('sharing_share_not_found', 404, 'There is no such share.');
export const ShareExceedsOwn = defineError<{ permission: Permission }>(
  'share_exceeds_own',
  403,
  ({ permission }) => `You cannot give more than you have: ${permission}.`,
);
export const ShareWithOwner = defineError('share_with_owner', 409, 'It is theirs already.');
export const LinkTooStrong = defineError('link_too_strong', 422, 'A link gives at most the right to edit.');
export const LinkNotFound = defineError('link_not_found', 404, 'There is no such link, or it has ended.');
export const LinkPassword = defineError('link_password', 403, 'This link asks for its password.');
export const PermissionMissing = defineError<{ permission: Permission; needed: Permission }>(
  'permission_missing',
  403,
  ({ permission, needed }) => `This needs the right to ${needed}; you may only ${permission}.`,
);
export const FolderCycle = defineError(
  'folder_cycle',
  409,
  'A folder cannot lie in itself, or in one that lies in it.',
);
export const FolderTooDeep = defineError<{ max: number }>(
  'folder_too_deep',
  422,
  ({ max }) => `At most ${max} folders may lie in each other.`,
);
