import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  Input,
  IntField,
  Output,
  PageOf,
  StringField,
  StringListField,
} from '../../../../core/web/dto';
import { OFF_REASONS } from '../entities/webhook.entity';
import { PATTERN } from '../event-patterns';

const MAX_URL = 2000;
const MAX_PATTERNS = 50;

const UrlField = (optional = false): PropertyDecorator =>
  StringField({ optional, max: MAX_URL, format: 'uri', example: 'https://shop.example.com/hooks/atrium' });

const EventsField = (optional = false): PropertyDecorator =>
  StringListField({
    optional,
    minItems: 1,
    maxItems: MAX_PATTERNS,
    max: 100,
    pattern: PATTERN,
    shape: 'a type of events such as orders.placed, all of a kind such as orders.*, or *',
    example: ['orders.*'],
  });

@Input('CreateWebhookInput')
export class CreateWebhookInput {
  @UrlField()
  url: string;

  @EventsField()
  events: string[];
}

@Input('UpdateWebhookInput')
export class UpdateWebhookInput {
  @UrlField(true)
  url?: string;

  @EventsField(true)
  events?: string[];

  @BooleanField({ optional: true, description: 'Switches it off or on. What waits for it is sent once it is on.' })
  isActive?: boolean;
}

@Output('Webhook', 'An address that is told of events.')
export class WebhookDto {
  @IdField()
  id: string;

  @IdField()
  ownerId: string;

  @StringField({ max: MAX_URL, example: 'https://shop.example.com/hooks/atrium' })
  url: string;

  @StringListField({ max: 100, example: ['orders.*'] })
  events: string[];

  @StringField({
    max: 60,
    nullable: true,
    example: 'whsec_…',
    description: 'What deliveries are signed with; when it is made, and never again.',
  })
  secret: string | null;

  @DateField({ nullable: true, description: 'Until when the secret before signs too.' })
  previousUntil: Date | null;

  @BooleanField()
  isActive: boolean;

  @EnumField(OFF_REASONS, { nullable: true, description: 'Why it is off.' })
  disabledReason: string | null;

  @IntField({ min: 0, max: 2 ** 31 - 1, description: 'Attempts that have failed since one succeeded.' })
  failures: number;

  @DateField({ nullable: true })
  failingSince: Date | null;

  @DateField()
  createdAt: Date;

  @DateField()
  updatedAt: Date;
}

@Output('WebhookPage')
export class WebhookPage extends PageOf(WebhookDto) {}
