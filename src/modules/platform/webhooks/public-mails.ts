import {
  MailBounced,
  MailDelivered,
  MailFailed,
  MailPermission,
  MailReceived,
  MailSent,
} from '../../communication/mail';
import { defineWebhookEvent, WebhookSubject } from './webhook-events';

/** Mails, which that module cannot tell of itself: it is used here. */
const MAIL: WebhookSubject = {
  word: 'mail',
  path: (id) => `/api/v1/mail/sent/${id}`,
  permission: MailPermission.Manage,
  seenBy: (id, user) => `EXISTS (SELECT FROM mail_messages m WHERE m.id = ${id} AND m.sender_id = ${user})`,
};
const INBOUND: WebhookSubject = {
  word: 'inbound_mail',
  path: (id) => `/api/v1/mail/inbound-messages/${id}`,
  seenBy: (id, user) =>
    `EXISTS (SELECT FROM mail_inbound_messages i JOIN mail_inbound_routes r ON r.id = i.route_id WHERE i.id = ${id} AND r.owner_id = ${user})`,
};

export const MAIL_EVENTS = [
  defineWebhookEvent('mail.sent', MAIL, MailSent, ({ messageId }) => [messageId]),
  defineWebhookEvent('mail.delivered', MAIL, MailDelivered, ({ messageId }) => [messageId]),
  defineWebhookEvent('mail.bounced', MAIL, MailBounced, ({ messageId }) => [messageId]),
  defineWebhookEvent('mail.failed', MAIL, MailFailed, ({ messageId }) => [messageId]),
  defineWebhookEvent('mail.received', INBOUND, MailReceived, ({ inboundId }) => [inboundId]),
];
