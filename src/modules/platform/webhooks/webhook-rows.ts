import type { WebhookDto } from './dto/webhook.dto';
import type { OffReason } from './entities/webhook.entity';

/** A webhook as it is read. */
export interface WebhookRow extends Record<string, unknown> {
  readonly id: string;
  readonly ownerId: string;
  readonly url: string;
  readonly events: string[];
  readonly previousUntil: Date | null;
  readonly disabledReason: OffReason | null;
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const WEBHOOK_COLUMNS = `id, owner_id AS "ownerId", url, events, CASE WHEN previous_until > now() THEN previous_until END AS "previousUntil",
  disabled_reason AS "disabledReason", failures, failing_since AS "failingSince", created_at AS "createdAt", updated_at AS "updatedAt"`;

/** @param secret where it is new */
export function toWebhookDto(row: WebhookRow, secret: string | null = null): WebhookDto {
  const { id, ownerId, url, events, previousUntil, disabledReason, failures, failingSince, createdAt, updatedAt } = row;
  return {
    id,
    ownerId,
    url,
    events,
    secret,
    previousUntil,
    isActive: disabledReason === null,
    disabledReason,
    failures,
    failingSince,
    createdAt,
    updatedAt,
  };
}
