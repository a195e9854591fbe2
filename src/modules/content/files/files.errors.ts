import { defineError, defineHidden } from '../../../core/kernel/errors';

export const FileNotFound = defineHidden('file_not_found', 'There is no such file.');
export const FileTypeRefused = defineError<{ allowed: readonly string[] }>(
  'file_type_refused',
  415,
  ({ allowed }) => `Its content is none of ${allowed.join(', ')}, or is not what its name says.`,
);
export const FileTooLarge = defineError<{ maxBytes: number }>(
  'file_too_large',
  413,
  ({ maxBytes }) => `A file has at most ${maxBytes} bytes.`,
);
export const QuotaExceeded = defineError<{ quotaBytes: number }>(
  'quota_exceeded',
  507,
  ({ quotaBytes }) => `All your files together have at most ${quotaBytes} bytes.`,
);
export const StorageFull = defineError('storage_full', 507, 'There is no room left to keep it.');
export const FileDamaged = defineError('file_damaged', 500, 'Its bytes are no longer those that were uploaded.');
export const ShareNotFound = defineError('share_not_found', 404, 'There is nothing behind this link, or no longer.');

// tus 1.0
export const TusVersionUnsupported = defineError('tus_version_unsupported', 412, 'Send Tus-Resumable: 1.0.0.');
export const UploadNotFound = defineHidden('upload_not_found', 'There is no such upload, or no longer.');
export const UploadOffsetMismatch = defineError<{ offset: number }>(
  'upload_offset_mismatch',
  409,
  ({ offset }) => `The next byte wanted is number ${offset}.`,
);
export const UploadLocked = defineError('upload_locked', 423, 'Another request is just writing to this upload.');
export const UploadChecksumMismatch = defineError(
  'upload_checksum_mismatch',
  460,
  'The bytes do not have the checksum that came with them; none of them was kept.',
);
