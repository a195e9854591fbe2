import { defineWebhookEvent, WebhookSubject } from '../../platform/webhooks';
import { NotificationCreated } from './notifications.events';

/** Webhooks are told of notices of their owner alone. */
const NOTIFICATION: WebhookSubject = {
  word: 'notification',
  path: (id) => `/api/v1/notifications/${id}`,
  seenBy: (id, user) =>
    `EXISTS (SELECT FROM notifications n WHERE n.id = ${id} AND n.user_id = ${user} AND n.deleted_at IS NULL)`,
};

export const NOTIFICATION_CREATED = defineWebhookEvent(
  'notifications.created',
  NOTIFICATION,
  NotificationCreated,
  ({ notificationId }) => [notificationId],
);
