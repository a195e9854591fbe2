import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../../../core/data/database';
import { localeOfCaller } from '../../../../core/kernel/context/context';
import type { Locale } from '../../../../core/kernel/text';
import type { Principal } from '../../../../core/web/access';
import { becauseOf } from '../decision/because';
import type { Decision } from '../decision/decide';
import type { PreviewNotificationInput } from '../inbox/dto/notification.dto';
import { NotificationNotFound } from '../notifications.errors';
import { NotificationsPermission } from '../notifications.permissions';
import { NotificationsService } from '../notifications.service';
import {
  NotificationDeliveriesDto,
  NotificationDeliveryDto,
  NotificationReasonDto,
  NotificationWhyDto,
  WhyOutcome,
} from './dto/why.dto';
import type { NotificationDeliveryState } from './entities/notification-delivery.entity';

interface DeliveryRow extends NotificationDeliveryDto, Record<string, unknown> {
  readonly state: NotificationDeliveryState;
  readonly notBefore: Date | null;
}

const DECISIONS = statement(
  'notifications.decisions',
  `SELECT decisions FROM notifications WHERE id = $1 AND ($2::uuid IS NULL OR (user_id = $2 AND deleted_at IS NULL))`,
);
const DELIVERIES = statement(
  'notifications.deliveries',
  `SELECT id, channel, device_id AS "deviceId", state, reason, is_digest AS "isDigest", attempts, last_status AS "responseStatus",
     CASE WHEN state = 'pending' THEN due_at END AS "nextAttemptAt", last_attempt_at AS "lastAttemptAt", sent_at AS "sentAt",
     message_id AS "messageId", not_before AS "notBefore"
   FROM notification_deliveries WHERE notification_id = $1 ORDER BY channel, created_at, id`,
);

/** Why somebody was told something, by which ways, and what became of it. */
@Injectable()
export class WhyService {
  constructor(
    private readonly db: Database,
    private readonly notifications: NotificationsService,
  ) {}

  /** Of the caller's; of anybody's with `manage_notifications`. @throws NotificationNotFound */
  async why(user: Principal, id: string): Promise<NotificationWhyDto> {
    const decisions = await this.decisionsOf(user, id);
    const rows = await this.db.query<DeliveryRow>(DELIVERIES, [id]);
    const locale = localeOfCaller();
    return {
      channels: decisions.map((decision) =>
        reasonOf(
          decision,
          rows.filter(({ channel }) => channel === decision.channel),
          locale,
        ),
      ),
    };
  }

  /** @throws NotificationNotFound as `why` */
  async deliveries(user: Principal, id: string): Promise<NotificationDeliveriesDto> {
    await this.decisionsOf(user, id);
    const rows = await this.db.query<DeliveryRow>(DELIVERIES, [id]);
    return { items: rows.map(({ notBefore: _, ...delivery }) => delivery) };
  }

  /** The same before it is sent. @throws Forbidden, Validation */
  async preview(user: Principal, input: PreviewNotificationInput): Promise<NotificationWhyDto> {
    const locale = localeOfCaller();
    const decisions = await this.notifications.preview(user, input);
    return { channels: decisions.map((decision) => reasonOf(decision, [], locale)) };
  }

  private async decisionsOf({ userId, permissions }: Principal, id: string): Promise<readonly Decision[]> {
    const owner = permissions.has(NotificationsPermission.Manage) ? null : userId;
    const [row] = await this.db.query<{ decisions: Decision[] }>(DECISIONS, [id, owner]);
    if (!row) throw new NotificationNotFound();
    return row.decisions;
  }
}

/** @param rows of the channel; none before it is sent */
function reasonOf(decision: Decision, rows: readonly DeliveryRow[], locale: Locale): NotificationReasonDto {
  const waits = rows
    .map(({ state, notBefore }) => (state === 'pending' ? notBefore : null))
    .find((one) => one !== null);
  const planned = decision.notBefore === null ? null : new Date(decision.notBefore);
  return {
    channel: decision.channel,
    outcome: outcomeOf(decision, rows),
    rule: decision.rule,
    because: becauseOf(decision, locale),
    notBefore: waits ?? planned,
    attempts: rows.reduce((sum, { attempts }) => sum + attempts, 0),
  };
}

/** Of several devices the best: one that has it outweighs one that failed. */
function outcomeOf({ channel, outcome }: Decision, rows: readonly DeliveryRow[]): WhyOutcome {
  if (outcome === 'off') return 'off';
  if (channel === 'in_app') return 'shown';
  const has = (wanted: NotificationDeliveryState): boolean => rows.some(({ state }) => state === wanted);
  if (has('sent')) return 'sent';
  if (has('pending')) return rows.some(isWaiting) ? 'waiting' : 'pending';
  if (has('failed')) return 'failed';
  if (has('skipped')) return 'skipped';
  return outcome === 'now' ? 'pending' : 'waiting';
}

const isWaiting = ({ state, notBefore, attempts }: DeliveryRow): boolean =>
  state === 'pending' && notBefore !== null && attempts === 0;
