import { DateField, EnumField, IdField, IntField, Output, PageOf, PageQuery, StringField } from '../dto';
import { DELIVERY_STATES } from '../../data/events/delivery.entity';

const INT_MAX = 2_147_483_647;

@Output('EventDelivery', 'A durable event on its way to one consumer.')
export class EventDeliveryDto {
  @IdField()
  id: string;

  @IdField()
  eventId: string;

  @StringField({ max: 200, example: 'orders.mail-confirmation' })
  consumer: string;

  @StringField({ max: 200, example: 'orders.placed' })
  type: string;

  @IntField({ min: 1, max: INT_MAX, description: 'Of the schema of the event.' })
  version: number;

  @StringField({ max: 300, nullable: true, description: 'What the event is about, where its order matters.' })
  subject: string | null;

  @EnumField(DELIVERY_STATES)
  state: string;

  @IntField({ min: 0, max: INT_MAX, description: 'Failed attempts so far.' })
  attempts: number;

  @DateField()
  createdAt: Date;

  @DateField({ description: 'When it is tried again, while it is pending.' })
  dueAt: Date;

  @StringField({ max: 1000, nullable: true })
  lastError: string | null;

  @DateField({ nullable: true })
  deliveredAt: Date | null;
}

export class EventDeliveryPage extends PageOf(EventDeliveryDto) {}

export class EventDeliveryQuery extends PageQuery {
  @EnumField(DELIVERY_STATES, { optional: true })
  state?: string;

  @StringField({ optional: true, max: 200, example: 'orders.mail-confirmation' })
  consumer?: string;

  @StringField({ optional: true, max: 200, example: 'orders.placed' })
  type?: string;
}

export class ReplayInput {
  @StringField({ max: 200, example: 'orders.mail-confirmation' })
  consumer: string;
}

@Output('EventReplay')
export class EventReplayDto {
  @IntField({
    min: 0,
    max: INT_MAX,
    description: 'Dead deliveries that are tried again; at most a thousand at a time.',
  })
  replayed: number;
}
