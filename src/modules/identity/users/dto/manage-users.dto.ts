import {
  BooleanField,
  DateField,
  EnumField,
  Input,
  JsonField,
  ObjectField,
  Output,
  PageOf,
  PageQuery,
  StringField,
  StringListField,
  TimeZoneField,
} from '../../../../core/web/dto';
import { Locale, LOCALES } from '../../../../core/kernel/text';
import { USER_KINDS, UserKind } from '../entities/user.entity';
import { UserDto } from './user.dto';

export class UserPage extends PageOf(UserDto) {}

export class UserQuery extends PageQuery {
  @EnumField([...USER_KINDS, 'all'], {
    optional: true,
    default: 'person',
    description: 'Services are listed when asked for.',
  })
  kind: UserKind | 'all' = 'person';

  @StringField({ optional: true, max: 50, description: 'Those who have this role.' })
  role?: string;

  @BooleanField({ optional: true })
  isActive?: boolean;

  @StringField({ optional: true, max: 200, description: 'Part of the e-mail address, username or full name.' })
  q?: string;
}

@Input('UpdateMeInput', 'What I may change of my account.')
export class UpdateMeInput {
  @StringField({ optional: true, max: 200, as: 'name', example: 'Ada Lovelace' })
  fullName?: string;

  @StringField({
    optional: true,
    min: 3,
    max: 50,
    as: 'typed',
    pattern: /^[A-Za-z0-9]+$/,
    shape: 'letters and digits only',
    example: 'ada',
  })
  username?: string;

  @EnumField(LOCALES, { optional: true, description: 'The language of mails and pages.', example: 'es' })
  locale?: Locale;

  @TimeZoneField({ optional: true, description: 'By whose clock times are told.' })
  timeZone?: string;
}

@Input('UpdateUserInput', 'What an administrator may change of an account; what is left out stays.')
export class UpdateUserInput {
  @StringListField({ optional: true, max: 50, minItems: 1, maxItems: 20, example: ['teacher'] })
  roles?: string[];

  @StringListField({
    optional: true,
    max: 100,
    maxItems: 100,
    description: 'Given one by one, beyond those of the roles.',
    example: ['read_audit'],
  })
  permissions?: string[];

  @BooleanField({ optional: true })
  isActive?: boolean;
}

@Output('UserExport', 'Everything kept about me.')
export class UserExportDto {
  @DateField()
  exportedAt: Date;

  @ObjectField(() => UserDto)
  account: UserDto;

  @JsonField({ description: 'What each part of the application keeps, by its name.', example: { sessions: [] } })
  sections: Record<string, unknown>;
}
