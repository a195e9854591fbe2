export { defineCategory, NOTIFICATION_CATEGORIES, NotificationCategory, NoticeText } from './categories/category';
export { notificationsManifest } from './notifications.manifest';
export { NotificationsModule } from './notifications.module';
export { NotificationsPermission } from './notifications.permissions';
export { Notice, NotificationsService } from './notifications.service';
