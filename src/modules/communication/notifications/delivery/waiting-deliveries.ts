import { Injectable, OnModuleInit } from '@nestjs/common';
import { Database, Statement, statement } from '../../../../core/data/database';
import { Clock } from '../../../../core/kernel/runtime';
import { UsersService } from '../../../identity/users';
import { Categories } from '../categories/categories';
import type { Channel } from '../decision/channels';
import { decide } from '../decision/decide';
import { RECIPIENT_COLUMNS, RecipientRow, Recipients } from '../decision/recipients';
import type { Priority } from '../decision/priority';
import { ResourceVisibility } from '../resource-visibility';
import { DeliveryNudge } from './delivery-nudge';

interface WaitingRow extends RecipientRow {
  readonly deliveryId: string;
  readonly channel: Channel;
  readonly category: string;
  readonly priority: Priority;
}

const MOVE = statement(
  'notifications.move-waiting',
  `UPDATE notification_deliveries d SET due_at = coalesce(g.not_before, now()), not_before = g.not_before, is_digest = g.is_digest,
     expires_at = coalesce(g.not_before, now()) + (d.expires_at - coalesce(d.not_before, d.created_at))
   FROM jsonb_to_recordset($1::jsonb) AS g (id uuid, not_before timestamptz, is_digest boolean)
   WHERE d.id = g.id AND d.state = 'pending' AND d.lease IS NULL`,
);

/** What waits for the end of quiet hours, or for a digest. */
@Injectable()
export class WaitingDeliveries implements OnModuleInit {
  private waiting: Statement;

  constructor(
    private readonly db: Database,
    private readonly users: UsersService,
    private readonly categories: Categories,
    private readonly recipients: Recipients,
    private readonly visibility: ResourceVisibility,
    private readonly clock: Clock,
    private readonly nudge: DeliveryNudge,
  ) {}

  onModuleInit(): void {
    this.waiting = this.visibility.statement(
      'notifications.waiting',
      `SELECT d.id AS "deliveryId", d.channel, n.category, n.priority, ${RECIPIENT_COLUMNS},
         ${this.visibility.of('u', 'n.resource_type', 'n.resource_id')} AS "maySee"
       FROM notification_deliveries d JOIN notifications n ON n.id = d.notification_id JOIN users u ON u.id = d.user_id
         LEFT JOIN notification_preferences p ON p.user_id = u.id
       WHERE d.user_id = $1 AND d.state = 'pending' AND d.not_before IS NOT NULL AND d.lease IS NULL`,
    );
    // Whoever moves to another zone has another night.
    this.users.onRightsChanged((userId) => this.move(userId));
  }

  /** Decides anew when each is sent, by the preferences and the clock of now; within the open transaction. */
  async move(userId: string): Promise<void> {
    const rows = await this.db.query<WaitingRow>(this.waiting, [userId]);
    if (rows.length === 0) return;
    const atMs = this.clock.nowMs();
    const moved = rows.map((row) => {
      const category = this.categories.find(row.category);
      const decisions = category
        ? decide({ ...this.recipients.recipientOf(row), category, priority: row.priority, atMs })
        : [];
      const decision = decisions.find(({ channel }) => channel === row.channel);
      // What is off now is due, and dropped when it is looked at.
      return {
        id: row.deliveryId,
        not_before: decision?.notBefore ?? null,
        is_digest: decision?.outcome === 'digest',
      };
    });
    await this.db.execute(MOVE, [JSON.stringify(moved)]);
    this.db.afterCommit(() => this.nudge.deliveries());
  }
}
