import { defineHidden } from '../../../core/kernel/errors';

export const NotificationNotFound = defineHidden('notification_not_found', 'There is no such notification.');
export const DeviceNotFound = defineHidden('device_not_found', 'There is no such device.');
