import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';

const STUCK = `SELECT 1 FROM notification_deliveries WHERE state = 'pending' AND due_at < now() - interval '2 minutes' LIMIT 1`;

/** Whether what is due is sent; that a push service is away is no fault of ours. */
@Injectable()
export class NotificationsHealth {
  constructor(private readonly db: Database) {}

  /** @throws Error when something has been due for two minutes */
  async check(): Promise<void> {
    if ((await this.db.query(STUCK)).length > 0) throw new Error('Notifications wait');
  }

  /** FCM has only ever been called at a stand-in, so there is nothing to ask for; its note says so. */
  fcm(): Promise<void> {
    return Promise.resolve();
  }
}
