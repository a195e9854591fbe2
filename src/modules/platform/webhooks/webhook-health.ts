import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';

const STUCK = `SELECT 1 FROM webhook_events WHERE spread_at IS NULL AND created_at < now() - interval '1 minute' LIMIT 1`;

/** Whether events become deliveries; that a receiver is away is no fault of ours. */
@Injectable()
export class WebhookHealth {
  constructor(private readonly db: Database) {}

  /** @throws Error when an event has waited for a minute */
  async check(): Promise<void> {
    if ((await this.db.query(STUCK)).length > 0) throw new Error('Events for webhooks wait');
  }
}
