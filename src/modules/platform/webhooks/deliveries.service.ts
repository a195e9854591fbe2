import { Injectable } from '@nestjs/common';
import { Audit } from '../../../core/data/audit';
import { Conditions, Database, statement } from '../../../core/data/database';
import { newId } from '../../../core/kernel/runtime';
import type { Principal } from '../../../core/web/access';
import { Keyset, Page, pageOf } from '../../../core/web/dto';
import { DeliveryNudge } from './delivery-nudge';
import type {
  ReplayWebhookInput,
  WebhookDeliveryDto,
  WebhookDeliveryQuery,
  WebhookReplayDto,
  WebhookTestDto,
} from './dto/webhook-delivery.dto';
import { TEST_EVENT } from './public-events';
import type { WebhookRow } from './webhook-rows';
import { WebhookOff } from './webhooks.errors';
import { WebhooksService } from './webhooks.service';

const ORDER = new Keyset<WebhookDeliveryDto>('-event', [
  { column: 'd.event_id', type: 'uuid', of: ({ eventId }) => eventId },
]);
const COLUMNS = `d.event_id AS "eventId", e.type, d.state, d.attempts, CASE WHEN d.state = 'pending' THEN greatest(d.due_at, w.resume_at) END AS "nextAttemptAt",
  d.last_attempt_at AS "lastAttemptAt", d.last_status AS "responseStatus", d.last_error AS error, d.delivered_at AS "deliveredAt", e.created_at AS "createdAt"`;
const TEST = statement(
  'webhooks.test',
  `WITH event AS (
     INSERT INTO webhook_events (id, type, about, subject_id, path, actor_id, spread_at)
     VALUES ($2, '${TEST_EVENT.type}', '${TEST_EVENT.about}', $1, $3, $4, now())
   ) INSERT INTO webhook_deliveries (webhook_id, event_id) VALUES ($1, $2)`,
);
/** All at the same time, so that they are taken in the order of their events. What is being sent stays as it is. */
const REPLAY = (of: string) =>
  `UPDATE webhook_deliveries SET state = 'pending', attempts = 0, due_at = now(), delivered_at = NULL, last_error = NULL
   WHERE webhook_id = $1 AND event_id >= $2 AND lease IS NULL AND ${of}`;
const REPLAY_FAILED = statement('webhooks.replay-failed', REPLAY('last_error IS NOT NULL'));
const REPLAY_ALL = statement('webhooks.replay', REPLAY(`(state <> 'pending' OR last_error IS NOT NULL)`));
const RESUME = statement('webhooks.resume', 'UPDATE webhooks SET resume_at = now() WHERE id = $1');

/** What has become of the events that a webhook was to be told of. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly db: Database,
    private readonly webhooks: WebhooksService,
    private readonly nudge: DeliveryNudge,
    private readonly audit: Audit,
  ) {}

  /** The newest event first. @throws WebhookNotFound, Validation for a broken cursor */
  async list(
    user: Principal,
    id: string,
    { since, failedOnly, cursor, limit }: WebhookDeliveryQuery,
  ): Promise<Page<WebhookDeliveryDto>> {
    await this.webhooks.byId(user, id);
    const query = new Conditions().always('d.webhook_id = ?::uuid', id);
    query.andIf('since', 'd.event_id >= ?::uuid', since && firstIdAt(since));
    if (failedOnly) query.and('failed', 'd.last_error IS NOT NULL');
    ORDER.continue(query, cursor);
    const text = `SELECT ${COLUMNS} FROM webhook_deliveries d JOIN webhook_events e ON e.id = d.event_id JOIN webhooks w ON w.id = d.webhook_id
      WHERE ${query.where} ORDER BY ${ORDER.order} LIMIT ${query.bind(limit + 1, 'int')}`;
    const rows = await this.db.query<WebhookDeliveryDto & Record<string, unknown>>(
      query.statement('webhook-deliveries.page', text),
    );
    return pageOf(rows, limit, (row) => row, ORDER.cursorOf);
  }

  /** Sends an event `webhooks.test`. @throws WebhookNotFound, Forbidden for somebody else's, WebhookOff */
  test(user: Principal, id: string): Promise<WebhookTestDto> {
    const eventId = newId();
    return this.db.transaction(async () => {
      assertOn(await this.webhooks.holdOwn(user, id));
      await this.db.execute(TEST, [id, eventId, `/api/v1/webhooks/${id}`, user.userId]);
      await this.db.execute(RESUME, [id]);
      await this.audit.record({ action: 'webhooks.tested', target: `webhook:${id}` });
      this.db.afterCommit(() => this.nudge.events());
      return { eventId };
    });
  }

  /** Sends again, under the same ids and by a schedule that begins anew. @throws as `test` */
  replay(user: Principal, id: string, { since, failedOnly }: ReplayWebhookInput): Promise<WebhookReplayDto> {
    return this.db.transaction(async () => {
      assertOn(await this.webhooks.holdOwn(user, id));
      const count = await this.db.execute(failedOnly ? REPLAY_FAILED : REPLAY_ALL, [id, firstIdAt(since)]);
      await this.db.execute(RESUME, [id]);
      await this.audit.record({ action: 'webhooks.replayed', target: `webhook:${id}`, facts: { count, failedOnly } });
      this.db.afterCommit(() => this.nudge.events());
      return { count };
    });
  }
}

/** The least UUID v7 of a moment. */
function firstIdAt(at: Date): string {
  const time = Math.max(at.getTime(), 0).toString(16).padStart(12, '0').slice(-12);
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

/** @throws WebhookOff */
function assertOn({ disabledReason }: WebhookRow): void {
  if (disabledReason !== null) throw new WebhookOff();
}
