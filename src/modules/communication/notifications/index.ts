export { defineCategory, NOTIFICATION_CATEGORIES, NotificationCategory, NoticeText } from './categories/category';
export { SharedFacts } from './listeners/share-notices';
export { notificationsManifest } from './notifications.manifest';
export { NotificationsModule } from './notifications.module';
export { NotificationsPermission } from './notifications.permissions';
export { Notice, noticeOf, NotificationsService, PreparedNotice } from './notifications.service';
