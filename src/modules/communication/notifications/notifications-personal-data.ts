import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import type { PersonalDataKeeper } from '../../../core/data/personal-data';

const ERASE = [
  'DELETE FROM notifications WHERE user_id = $1',
  'DELETE FROM notification_inboxes WHERE user_id = $1',
  'DELETE FROM notification_preferences WHERE user_id = $1',
  'DELETE FROM notification_devices WHERE user_id = $1',
  'UPDATE notifications SET sender_id = NULL WHERE sender_id = $1',
];
const EXPORT = `SELECT id, seq, category, type, title, body, action_url, priority, resource_type, resource_id, count, read_at, created_at
  FROM notifications WHERE user_id = $1 AND deleted_at IS NULL ORDER BY id DESC`;
const EXPORT_PREFERENCES = 'SELECT switches, quiet_hours, digest FROM notification_preferences WHERE user_id = $1';
const EXPORT_DEVICES =
  'SELECT channel, type, host, created_at, registered_at FROM notification_devices WHERE user_id = $1 ORDER BY id';
const EXPORT_DELIVERIES = `SELECT notification_id, channel, state, reason, sent_at FROM notification_deliveries WHERE user_id = $1 ORDER BY id`;

/** What somebody was told, by which ways, and what they want to be told. All of it goes with the account. */
@Injectable()
export class NotificationsPersonalData implements PersonalDataKeeper {
  constructor(private readonly db: Database) {}

  async erase(userId: string): Promise<void> {
    for (const sql of ERASE) await this.db.execute(sql, [userId]);
  }

  async export(userId: string): Promise<Record<string, unknown>> {
    const [preferences = null] = await this.db.query(EXPORT_PREFERENCES, [userId]);
    return {
      notifications: await this.db.query(EXPORT, [userId]),
      notification_deliveries: await this.db.query(EXPORT_DELIVERIES, [userId]),
      notification_devices: await this.db.query(EXPORT_DEVICES, [userId]),
      notification_preferences: preferences,
    };
  }
}
