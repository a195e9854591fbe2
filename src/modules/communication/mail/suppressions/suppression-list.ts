import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../../../core/data/database';
import { newId } from '../../../../core/kernel/runtime';
import type { FailureKind } from '../deliveries/classify';

/** Reports of a full mailbox in a week, from which on it gets nothing for a week. */
const FULL = 3;

/** For good, where it was for a time; a reason that somebody has given stays. */
const ADD = statement(
  'mail-suppressions.bounced',
  `INSERT INTO mail_suppressions AS s (id, address, address_key, reason, until)
   SELECT $1::uuid, $3::bytea, d.address_key, 'bounce', now() + $4::float8 * interval '1 day' FROM mail_deliveries d WHERE d.id = $2::uuid
   ON CONFLICT (address_key, category) DO UPDATE SET until = CASE WHEN excluded.until IS NULL THEN NULL ELSE greatest(s.until, excluded.until) END
   WHERE s.until IS NOT NULL`,
);
const FULL_THIS_WEEK = statement(
  'mail-suppressions.full',
  `SELECT count(DISTINCT s.delivery_id)::int AS count FROM mail_deliveries own JOIN mail_deliveries d ON d.address_key = own.address_key
     JOIN mail_steps s ON s.delivery_id = d.id
   WHERE own.id = $1 AND s.status = '5.2.2' AND s.at > now() - interval '7 days'`,
);

/** What failures teach of addresses. */
@Injectable()
export class SuppressionList {
  constructor(private readonly db: Database) {}

  /**
   * Within the open transaction, after the step is written. A dead address gets nothing more; one that has been full three times in a week
   * gets nothing for a week. @param address sealed
   */
  async follow(failure: FailureKind, deliveryId: string, address: Buffer): Promise<void> {
    if (failure === 'dead') await this.db.execute(ADD, [newId(), deliveryId, address, null]);
    if (failure !== 'full') return;
    const [{ count }] = await this.db.query<{ count: number }>(FULL_THIS_WEEK, [deliveryId]);
    if (count >= FULL) await this.db.execute(ADD, [newId(), deliveryId, address, 7]);
  }
}
