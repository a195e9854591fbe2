import { HousekeepingRule, keep } from '../../../core/data/housekeeping';

const HOUR_MS = 3_600_000;

/** How long the tables of the notifications are kept. */
export const NOTIFICATIONS_HOUSEKEEPING: readonly HousekeepingRule[] = [
  keep(['notification_inboxes', 'notification_preferences'], 'as long as the account'),
  keep(['notification_changes'], 'the newest of each person: 2000'),
  keep(['notification_deliveries'], 'as long as the notification'),
  {
    name: 'notifications.deleted',
    table: 'notifications',
    where: `deleted_at < now() - interval '25 hours'`,
    everyMs: HOUR_MS,
    kept: 'the newest of each person: 1000; a deleted one a day, so that its key is known',
  },
  {
    name: 'notifications.unlisted',
    table: 'notifications',
    where: `seq IS NULL AND created_at < now() - interval '30 days'`,
    everyMs: HOUR_MS,
    kept: '30 days where the inbox does not show it',
  },
  {
    name: 'notifications.devices',
    table: 'notification_devices',
    where: `session_id IN (SELECT id FROM sessions WHERE ended_at IS NOT NULL OR expires_at < now())`,
    everyMs: HOUR_MS,
    kept: 'as long as the session that registered it',
  },
];
