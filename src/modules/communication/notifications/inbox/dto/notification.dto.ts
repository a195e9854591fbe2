import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  Input,
  IntField,
  ObjectField,
  Output,
  PageOf,
  PageQuery,
  StringField,
} from '../../../../../core/web/dto';
import { Priority, PRIORITIES } from '../../decision/priority';

const MAX_INT = 2 ** 31 - 1;
const TITLE = { max: 200, as: 'name', example: 'Your order is on its way' } as const;
const BODY = { max: 4000, as: 'text', example: 'Order 1042 left our house today.' } as const;
const ACTION = {
  max: 2000,
  example: '/orders',
  description: 'Where it leads: a path of ours, or an address of `ACTION_ORIGINS`.',
};
const CATEGORY = { max: 60, pattern: /^[a-z][a-z0-9_.-]*$/, shape: 'a word such as orders.placed', example: 'general' };
const TYPE = {
  max: 50,
  pattern: /^[A-Za-z][\w.-]*$/,
  shape: 'a word such as info',
  example: 'info',
  description: 'A word of the sender’s, for clients.',
};
const KEY = { max: 200, as: 'name' } as const;

@Input('NotificationResourceInput')
export class NotificationResourceInput {
  @StringField({ max: 40, pattern: /^[a-z][a-z_]*$/, shape: 'a word such as file', example: 'file' })
  type: string;

  @IdField()
  id: string;
}

@Input('SendNotificationInput')
export class SendNotificationInput {
  @StringField({
    optional: true,
    max: 64,
    example: '0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a',
    description: 'Whom it is for: oneself unless given; anybody else with `send_notifications`.',
  })
  userId?: string;

  @StringField(TITLE)
  title: string;

  @StringField(BODY)
  body: string;

  @StringField({ ...TYPE, optional: true })
  type?: string;

  @StringField({ ...ACTION, optional: true, nullable: true })
  actionUrl?: string | null;

  @StringField({ ...CATEGORY, optional: true, description: 'What people switch on and off; `general` unless given.' })
  category?: string;

  @EnumField(PRIORITIES, { optional: true, description: '`critical` passes quiet hours and needs `send_critical`.' })
  priority?: Priority;

  @StringField({
    ...KEY,
    optional: true,
    description: 'The same key again within 24 hours is the first notification, and 200.',
  })
  dedupeKey?: string;

  @StringField({
    ...KEY,
    optional: true,
    description: 'Takes the place of an unread one with this key, and counts it.',
  })
  collapseKey?: string;

  @ObjectField(() => NotificationResourceInput, {
    optional: true,
    nullable: true,
    description: 'What it is about: who may not view it is not told.',
  })
  resource?: NotificationResourceInput | null;
}

@Input('PreviewNotificationInput')
export class PreviewNotificationInput extends SendNotificationInput {
  @DateField({ optional: true, description: 'When it would be sent; now unless given.' })
  at?: Date;
}

@Output('NotificationResource')
export class NotificationResourceDto {
  @StringField({ max: 40, example: 'file' })
  type: string;

  @IdField()
  id: string;
}

@Output('Notification', 'Something that somebody is told.')
export class NotificationDto {
  @IdField()
  id: string;

  @IdField({ description: 'Whom it is for.' })
  userId: string;

  @IdField({ nullable: true, description: 'Who sent it; null for the application.' })
  senderId: string | null;

  @IntField({
    min: 1,
    max: MAX_INT,
    nullable: true,
    description: 'Number of the change that made it, or last collapsed it; null where the inbox does not show it.',
  })
  seq: number | null;

  @StringField(CATEGORY)
  category: string;

  @StringField({ ...TYPE, nullable: true })
  type: string | null;

  @StringField(TITLE)
  title: string;

  @StringField(BODY)
  body: string;

  @StringField({ ...ACTION, nullable: true })
  actionUrl: string | null;

  @EnumField(PRIORITIES)
  priority: Priority;

  @ObjectField(() => NotificationResourceDto, { nullable: true })
  resource: NotificationResourceDto | null;

  @IntField({ min: 1, max: MAX_INT, description: 'How many have collapsed into it.' })
  count: number;

  @DateField({ nullable: true })
  readAt: Date | null;

  @DateField()
  createdAt: Date;

  @DateField({ description: 'When it was made, or last collapsed.' })
  updatedAt: Date;
}

@Output('NotificationPage')
export class NotificationPage extends PageOf(NotificationDto) {}

export class NotificationQuery extends PageQuery {
  @BooleanField({ optional: true, default: false, description: 'Those alone that are not read.' })
  unread: boolean = false;

  @StringField({ ...CATEGORY, optional: true })
  category?: string;
}

@Input('ReadNotificationsInput')
export class ReadNotificationsInput {
  @IntField({
    optional: true,
    min: 0,
    max: MAX_INT,
    description: 'Up to this `seq`: later ones stay unread. All unless given.',
  })
  upToSeq?: number;
}

@Output('ReadNotifications')
export class ReadNotificationsDto {
  @IntField({ min: 0, max: MAX_INT, description: 'Notifications that were unread and are read now.' })
  count: number;
}

@Output('UnreadNotifications')
export class UnreadNotificationsDto {
  @IntField({ min: 0, max: MAX_INT })
  count: number;

  @IntField({ min: 0, max: MAX_INT, description: 'Number of the last change: from where a stream goes on.' })
  lastSeq: number;
}
