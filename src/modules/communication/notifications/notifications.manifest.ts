import { check, consume, defineModule } from '../../../core/module';
import { NewDeviceUsed, PasswordChanged } from '../../identity/auth';
import { RESOURCE_LISTENERS } from '../../platform/sharing';
import { WEBHOOK_EVENTS } from '../../platform/webhooks';
import { MAIL_TEMPLATES } from '../mail';
import { NOTIFICATION_CATEGORIES } from './categories/category';
import { GENERAL } from './categories/own-categories';
import { NEW_DEVICE, PASSWORD_CHANGED, SecurityNotices } from './listeners/security-notices';
import { SHARED, ShareNotices } from './listeners/share-notices';
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
  uses: ['auth', 'groups', 'mail', 'sharing', 'users', 'webhooks'],
  settings: notificationsSettings,
  permissions: {
    [NotificationsPermission.Send]: ['teacher'],
    [NotificationsPermission.SendCritical]: [],
    [NotificationsPermission.Manage]: [],
  },
  extends: [
    MAIL_TEMPLATES.add(NOTIFICATION_MAIL, NOTIFICATION_DIGEST),
    NOTIFICATION_CATEGORIES.add(GENERAL, NEW_DEVICE, PASSWORD_CHANGED, SHARED),
    RESOURCE_LISTENERS.add(ShareNotices),
    WEBHOOK_EVENTS.add(NOTIFICATION_CREATED),
  ],
  events: [
    consume(NewDeviceUsed, 'notifications.new-device', SecurityNotices, (notices, event) => notices.newDevice(event)),
    consume(PasswordChanged, 'notifications.password-changed', SecurityNotices, (notices, event) =>
      notices.passwordChanged(event),
    ),
  ],
  invariants: NOTIFICATIONS_INVARIANTS,
  personalData: [NotificationsPersonalData],
  health: {
    notifications: check(NotificationsHealth, (health) => health.check()),
    fcm: check(NotificationsHealth, (health) => health.fcm(), { everyMs: 60_000, note: 'unverified' }),
  },
  housekeeping: NOTIFICATIONS_HOUSEKEEPING,
});
