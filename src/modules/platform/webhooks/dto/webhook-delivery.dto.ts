import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  Input,
  IntField,
  Output,
  PageOf,
  PageQuery,
  StringField,
} from '../../../../core/web/dto';
import { WEBHOOK_DELIVERY_STATES } from '../entities/webhook-delivery.entity';

const FAILED_ONLY = 'Those alone whose last attempt failed.';

export class WebhookDeliveryQuery extends PageQuery {
  @DateField({ optional: true, description: 'Of events since then.' })
  since?: Date;

  @BooleanField({ optional: true, default: false, description: FAILED_ONLY })
  failedOnly: boolean = false;
}

@Input('ReplayWebhookInput')
export class ReplayWebhookInput {
  @DateField({ description: 'Of events since then.' })
  since: Date;

  @BooleanField({ optional: true, default: false, description: FAILED_ONLY })
  failedOnly: boolean = false;
}

@Output('WebhookDelivery', 'An event on its way to a webhook.')
export class WebhookDeliveryDto {
  @IdField({ description: 'The `webhook-id` of every attempt.' })
  eventId: string;

  @StringField({ max: 100, example: 'orders.placed' })
  type: string;

  @EnumField(WEBHOOK_DELIVERY_STATES, {
    description:
      'pending: to be sent. delivered: answered by 2xx. failed: given up. skipped: its owner may not see it.',
  })
  state: string;

  @IntField({ min: 0, max: 2 ** 31 - 1 })
  attempts: number;

  @DateField({ nullable: true, description: 'While it is pending.' })
  nextAttemptAt: Date | null;

  @DateField({ nullable: true })
  lastAttemptAt: Date | null;

  @IntField({ min: 0, max: 999, nullable: true, description: 'Of the last answer.' })
  responseStatus: number | null;

  @StringField({ max: 60, nullable: true, example: 'http_500', description: 'Why the last attempt failed.' })
  error: string | null;

  @DateField({ nullable: true })
  deliveredAt: Date | null;

  @DateField({ description: 'When it happened.' })
  createdAt: Date;
}

@Output('WebhookDeliveryPage')
export class WebhookDeliveryPage extends PageOf(WebhookDeliveryDto) {}

@Output('WebhookTest')
export class WebhookTestDto {
  @IdField({ description: 'Of the event `webhooks.test` that is sent.' })
  eventId: string;
}

@Output('WebhookReplay')
export class WebhookReplayDto {
  @IntField({ min: 0, max: 2 ** 31 - 1, description: 'Deliveries that are sent again, the oldest event first.' })
  count: number;
}
