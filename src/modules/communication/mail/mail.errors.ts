import { defineError, defineHidden } from '../../../core/kernel/errors';

export const MailNotAllowed = defineError(
  'mail_not_allowed',
  403,
  'You may send mail to your own proven address alone.',
);
export const MailQuota = defineError<{ max: number; retryAfterS: number }>(
  'mail_quota',
  429,
  ({ max }) => `You may mail ${max} recipients an hour.`,
);
export const AttachmentsTooLarge = defineError(
  'attachments_too_large',
  413,
  'The attachments come to more than 10 MiB as they are sent.',
);
export const MailNotFound = defineHidden('mail_not_found', 'There is no such mail.');
export const MailStarted = defineError('mail_started', 409, 'This mail is being sent already.');
