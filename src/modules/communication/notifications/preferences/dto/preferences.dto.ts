import {
  BooleanField,
  EnumField,
  Input,
  IntField,
  ObjectField,
  ObjectListField,
  Output,
  StringField,
} from '../../../../../core/web/dto';
import { Channel, CHANNELS } from '../../decision/channels';
import { Source, SOURCES } from '../../decision/decide';
import { FREQUENCIES } from '../../decision/digest-time';

const CATEGORY = {
  max: 60,
  pattern: /^[a-z][a-z0-9_.-]*$/,
  shape: 'a word such as orders.placed',
  example: 'orders.placed',
};
const TIME = { max: 5, pattern: /^([01]\d|2[0-3]):[0-5]\d$/, shape: 'a time of day such as 22:00', example: '22:00' };
/** More than there could be. */
const MANY = 2000;

@Input('NotificationCellInput')
export class NotificationCellInput {
  @StringField(CATEGORY)
  category: string;

  @EnumField(CHANNELS)
  channel: Channel;

  @BooleanField()
  enabled: boolean;
}

@Input('NotificationCategoryInput')
export class NotificationCategoryInput {
  @StringField(CATEGORY)
  category: string;

  @BooleanField()
  enabled: boolean;
}

@Input('NotificationChannelInput')
export class NotificationChannelInput {
  @EnumField(CHANNELS)
  channel: Channel;

  @BooleanField()
  enabled: boolean;
}

@Input('QuietHoursInput')
export class QuietHoursInput {
  @StringField({ ...TIME, description: 'By my own clock.' })
  start: string;

  @StringField({
    ...TIME,
    example: '07:00',
    description: 'By my own clock; the next day where it is earlier than the start.',
  })
  end: string;
}

@Input('DigestInput')
export class DigestInput {
  @EnumField(FREQUENCIES)
  frequency: (typeof FREQUENCIES)[number];

  @IntField({ optional: true, default: 8, min: 0, max: 23, description: 'By my own clock; of `daily` and `weekly`.' })
  hour: number = 8;

  @IntField({ optional: true, default: 1, min: 1, max: 7, description: '1 for Monday; of `weekly`.' })
  weekday: number = 1;
}

@Input('NotificationPreferencesInput')
export class NotificationPreferencesInput {
  @ObjectListField(() => NotificationCellInput, {
    optional: true,
    maxItems: MANY,
    description: 'Of a category by a channel: the strongest.',
  })
  cells?: NotificationCellInput[];

  @ObjectListField(() => NotificationCategoryInput, {
    optional: true,
    maxItems: MANY,
    description: 'Of a category by every channel.',
  })
  categories?: NotificationCategoryInput[];

  @ObjectListField(() => NotificationChannelInput, {
    optional: true,
    maxItems: 5,
    description: 'Of a channel for every category.',
  })
  channels?: NotificationChannelInput[];

  @ObjectField(() => QuietHoursInput, {
    optional: true,
    nullable: true,
    description: 'Pushes and mails wait for their end; `critical` does not.',
  })
  quietHours?: QuietHoursInput | null;

  @ObjectField(() => DigestInput, {
    optional: true,
    nullable: true,
    description:
      'Mails of notifications together; null for one by one. What nobody can switch off, and `high`, goes at once.',
  })
  digest?: DigestInput | null;
}

@Output('NotificationCell')
export class NotificationCellDto {
  @EnumField(CHANNELS)
  channel: Channel;

  @BooleanField()
  enabled: boolean;

  @EnumField(SOURCES, { description: 'What says so, the strongest first.' })
  source: Source;
}

@Output('NotificationCategory', 'What people switch on and off.')
export class NotificationCategoryDto {
  @StringField(CATEGORY)
  key: string;

  @StringField({ max: 300, example: 'An order of mine is placed.', description: 'In the language of who asks.' })
  sentence: string;

  @ObjectListField(() => NotificationCellDto)
  cells: NotificationCellDto[];
}

@Output('QuietHours')
export class QuietHoursDto {
  @StringField(TIME)
  start: string;

  @StringField(TIME)
  end: string;
}

@Output('NotificationDigest')
export class DigestDto {
  @EnumField(FREQUENCIES)
  frequency: (typeof FREQUENCIES)[number];

  @IntField({ min: 0, max: 23 })
  hour: number;

  @IntField({ min: 1, max: 7 })
  weekday: number;
}

@Output('NotificationPreferences')
export class NotificationPreferencesDto {
  @ObjectListField(() => NotificationCategoryDto)
  categories: NotificationCategoryDto[];

  @ObjectField(() => QuietHoursDto, { nullable: true })
  quietHours: QuietHoursDto | null;

  @ObjectField(() => DigestDto, { nullable: true })
  digest: DigestDto | null;

  @StringField({ max: 100, example: 'Europe/Madrid', description: 'By whose clock; `PATCH /users/me` changes it.' })
  timeZone: string;
}
