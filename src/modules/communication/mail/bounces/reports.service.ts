import { Injectable } from '@nestjs/common';
import { Audit } from '../../../../core/data/audit';
import { Database, statement } from '../../../../core/data/database';
import { Events } from '../../../../core/data/events';
import { newId } from '../../../../core/kernel/runtime';
import { classify } from '../deliveries/classify';
import { MailBounced, MailDelivered, MailFailed } from '../mail.events';
import type { DeliveryState } from '../messages/entities/mail-delivery.entity';
import { SuppressionList } from '../suppressions/suppression-list';
import type { DeliveryReport } from './delivery-report';

interface Reported {
  readonly messageId: string;
  readonly senderId: string | null;
  readonly template: string | null;
  readonly address: Buffer;
  readonly state: DeliveryState;
  readonly isTaken: boolean;
}

const HOLD = statement(
  'mail.hold-reported',
  `SELECT d.message_id AS "messageId", m.sender_id AS "senderId", m.template, d.address, d.state, d.lease IS NOT NULL AS "isTaken"
   FROM mail_deliveries d JOIN mail_messages m ON m.id = d.message_id WHERE d.id = $1 FOR UPDATE OF d`,
);
const MOVE = statement(
  'mail.move-reported',
  `UPDATE mail_deliveries SET state = $2, reason = $3, last_code = coalesce($4, last_code), last_status = coalesce($5, last_status), state_at = now()
   WHERE id = $1`,
);
const TRACE = statement(
  'mail.trace-report',
  `INSERT INTO mail_steps (id, delivery_id, at, kind, state, code, status, reason) VALUES ($1, $2, clock_timestamp(), 'report', $3, $4, $5, $6)`,
);

/** What delivery reports change. Each moves the delivery that it came back to, and once. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly db: Database,
    private readonly suppressions: SuppressionList,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** @returns false where it comes too early: the attempt is not written down yet */
  take(deliveryId: string, report: DeliveryReport): Promise<boolean> {
    return this.db.transaction(async () => {
      const [found] = await this.db.query<Reported & Record<string, unknown>>(HOLD, [deliveryId]);
      if (!found) return true; // out of the books by now
      if (found.isTaken) return false;
      const { code, status, action } = report;
      if (found.state !== 'sent') return true;
      if (action !== 'failed' && action !== 'delivered') {
        await this.db.execute(TRACE, [newId(), deliveryId, found.state, code, status, action]);
        return true;
      }
      const failure = action === 'failed' ? classify(status) : null;
      const state: DeliveryState = failure?.state ?? 'delivered';
      const reason = failure?.reason ?? null;
      await this.db.execute(MOVE, [deliveryId, state, reason, code, status]);
      await this.db.execute(TRACE, [newId(), deliveryId, state, code, status, reason ?? action]);
      if (failure) {
        await this.suppressions.follow(failure.kind, deliveryId, found.address);
        const facts = { reason: 'reported', template: found.template, status };
        await this.audit.record({ action: 'mail.sent', outcome: 'failure', target: `mail:${deliveryId}`, facts });
      }
      if (found.senderId !== null) await this.tell(state, found.messageId, deliveryId);
      return true;
    });
  }

  private async tell(state: DeliveryState, messageId: string, deliveryId: string): Promise<void> {
    if (state === 'delivered') await this.events.emit(new MailDelivered(messageId, deliveryId));
    if (state === 'bounced') await this.events.emit(new MailBounced(messageId, deliveryId));
    if (state === 'failed') await this.events.emit(new MailFailed(messageId, deliveryId));
  }
}
