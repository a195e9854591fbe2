import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  IntField,
  ObjectListField,
  Output,
  StringField,
} from '../../../../../core/web/dto';
import { Channel, CHANNELS } from '../../decision/channels';
import { OBSTACLES, Rule, SOURCES } from '../../decision/decide';
import { NOTIFICATION_DELIVERY_STATES } from '../entities/notification-delivery.entity';

const MAX_INT = 2 ** 31 - 1;
export const WHY_OUTCOMES = ['shown', 'off', 'waiting', 'pending', 'sent', 'failed', 'skipped'] as const;
export type WhyOutcome = (typeof WHY_OUTCOMES)[number];
const RULES = [...SOURCES, ...OBSTACLES, 'deactivated', 'resource_hidden'] as const;

@Output('NotificationReason', 'What becomes of a notification by one channel, and why.')
export class NotificationReasonDto {
  @EnumField(CHANNELS)
  channel: Channel;

  @EnumField(WHY_OUTCOMES, {
    description:
      'shown: in the inbox. off: not by this channel. waiting: until `not_before`. pending: about to be sent. sent, failed. skipped: no longer wanted when it was due.',
  })
  outcome: WhyOutcome;

  @EnumField(RULES, { description: 'What has decided it.' })
  rule: Rule;

  @StringField({ max: 300, description: 'The same in a sentence, in the language of who asks.' })
  because: string;

  @DateField({ nullable: true, description: 'It is not sent before.' })
  notBefore: Date | null;

  @IntField({ min: 0, max: MAX_INT, description: 'Attempts to send it so far, to all devices.' })
  attempts: number;
}

@Output('NotificationWhy')
export class NotificationWhyDto {
  @ObjectListField(() => NotificationReasonDto)
  channels: NotificationReasonDto[];
}

@Output(
  'NotificationDelivery',
  'A notification on its way by one channel, to one device where the channel has devices.',
)
export class NotificationDeliveryDto {
  @IdField()
  id: string;

  @EnumField(CHANNELS)
  channel: Channel;

  @IdField({ nullable: true, description: 'Of a push, while the device is registered.' })
  deviceId: string | null;

  @EnumField(NOTIFICATION_DELIVERY_STATES)
  state: string;

  @StringField({
    max: 100,
    nullable: true,
    example: 'http_503',
    description: 'Why it is skipped, or why the last attempt failed.',
  })
  reason: string | null;

  @BooleanField({ description: 'It goes with others, in one mail.' })
  isDigest: boolean;

  @IntField({ min: 0, max: MAX_INT })
  attempts: number;

  @IntField({ min: 0, max: 999, nullable: true, description: 'Of the last answer.' })
  responseStatus: number | null;

  @DateField({ nullable: true, description: 'While it is pending.' })
  nextAttemptAt: Date | null;

  @DateField({ nullable: true })
  lastAttemptAt: Date | null;

  @DateField({ nullable: true })
  sentAt: Date | null;

  @IdField({
    nullable: true,
    description: 'Of a mail: what its Message-ID begins with. A digest has one for all its notifications.',
  })
  messageId: string | null;
}

@Output('NotificationDeliveries')
export class NotificationDeliveriesDto {
  @ObjectListField(() => NotificationDeliveryDto)
  items: NotificationDeliveryDto[];
}
