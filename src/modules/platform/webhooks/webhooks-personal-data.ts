import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import type { PersonalDataKeeper } from '../../../core/data/personal-data';

const EXPORT = `SELECT id, url, events, disabled_reason IS NULL AS is_active, created_at FROM webhooks WHERE owner_id = $1 ORDER BY id`;

/** Somebody's webhooks, which go with their account. */
@Injectable()
export class WebhooksPersonalData implements PersonalDataKeeper {
  constructor(private readonly db: Database) {}

  async erase(userId: string): Promise<void> {
    await this.db.execute('DELETE FROM webhooks WHERE owner_id = $1', [userId]);
  }

  async export(userId: string): Promise<Record<string, unknown>> {
    return { webhooks: await this.db.query(EXPORT, [userId]) };
  }
}
