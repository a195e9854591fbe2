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
export const TemplateNotFound = defineError('template_not_found', 404, 'There is no such template.');
export const TemplateTaken = defineError(
  'template_taken',
  409,
  'There is a template of this key: add a version to it.',
);
export const TemplateInvalid = defineError<{ reason: string; message: string }>(
  'template_invalid',
  422,
  ({ message }) => `The template cannot be rendered: ${message}.`,
);
export const TemplateData = defineError<{ reason: string; message: string; missing: string[] }>(
  'template_data',
  422,
  ({ message }) => `The template cannot be rendered with this data. ${message}.`,
);
export const SuppressionNotFound = defineError('suppression_not_found', 404, 'There is no such entry on the list.');
export const UnsubscribeLinkInvalid = defineError('unsubscribe_link_invalid', 404, 'This link is none of ours.');
export const DomainNotReady = defineError<{ domain: string }>(
  'domain_not_ready',
  409,
  ({ domain }) => `Bulk needs an address of https and a signing key that the DNS of ${domain} shows.`,
);
export const MailDomainNotFound = defineError('mail_domain_not_found', 404, 'There is no such domain.');
export const MailDomainTaken = defineError('mail_domain_taken', 409, 'This domain is there already.');
export const InboundRouteNotFound = defineHidden('inbound_route_not_found', 'There is no such route.');
export const InboundMailNotFound = defineHidden('inbound_mail_not_found', 'There is no such mail.');
export const TooManyInboundRoutes = defineError<{ max: number }>(
  'too_many_inbound_routes',
  409,
  ({ max }) => `An account has at most ${max} routes.`,
);
