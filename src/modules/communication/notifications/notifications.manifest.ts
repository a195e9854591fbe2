import { check, defineModule } from '../../../core/module';
import { WEBHOOK_EVENTS } from '../../platform/webhooks';
import { MAIL_TEMPLATES } from '../mail';
import { NOTIFICATION_CATEGORIES, NotificationCategory } from './categories/category';
import { GENERAL } from './categories/own-categories';
import { NOTIFICATION_DIGEST, NOTIFICATION_MAIL } from './mails/notification-mails';
import { NotificationsHealth } from './notifications-health';
import { NotificationsPersonalData } from './notifications-personal-data';
import { NOTIFICATIONS_HOUSEKEEPING } from './notifications.housekeeping';
import { NOTIFICATIONS_INVARIANTS } from './notifications.invariants';
import { NotificationsModule } from './notifications.module';
import { NotificationsPermission } from './notifications.permissions';
import { notificationsSettings } from './notifications.settings';
import { NOTIFICATION_CREATED } from './public-notifications';

export const notificationsManifest = defineModule({
  name: 'notifications',
  group: 'communication',
  module: NotificationsModule,
  uses: ['auth', 'mail', 'sharing', 'users', 'webhooks'],
  settings: notificationsSettings,
  permissions: {
    [NotificationsPermission.Send]: ['teacher'],
    [NotificationsPermission.SendCritical]: [],
    [NotificationsPermission.Manage]: [],
  },
  extends: [
    MAIL_TEMPLATES.add(NOTIFICATION_MAIL, NOTIFICATION_DIGEST),
    NOTIFICATION_CATEGORIES.add(GENERAL as NotificationCategory),
    WEBHOOK_EVENTS.add(NOTIFICATION_CREATED),
  ],
  invariants: NOTIFICATIONS_INVARIANTS,
  personalData: [NotificationsPersonalData],
  health: {
    notifications: check(NotificationsHealth, (health) => health.check()),
    fcm: check(NotificationsHealth, (health) => health.fcm(), { everyMs: 60_000, note: 'unverified' }),
  },
  housekeeping: NOTIFICATIONS_HOUSEKEEPING,
});
