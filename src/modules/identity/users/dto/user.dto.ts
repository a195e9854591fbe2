import {
  BooleanField,
  DateField,
  EmailField,
  EnumField,
  IdField,
  ObjectField,
  Output,
  StringField,
  StringListField,
  TimeZoneField,
} from '../../../../core/web/dto';
import { Locale, LOCALES } from '../../../../core/kernel/text';
import { User, USER_KINDS, UserKind } from '../entities/user.entity';

@Output('Card', 'What is kept of a credit card.')
export class CardDto {
  @StringField({ max: 20, example: 'visa' })
  brand: string;

  @StringField({ max: 4, example: '1111' })
  last4: string;
}

@Output('User', 'A person with an account, without secrets.')
export class UserDto {
  @IdField()
  id: string;

  @EnumField(USER_KINDS, { description: 'To the account of a service nobody logs in.', example: 'person' })
  kind: UserKind;

  @EmailField({ example: 'ada@example.com' })
  email: string;

  @BooleanField({ description: 'Whether the address is proven to be theirs.', example: true })
  emailVerified: boolean;

  @StringField({ max: 50, nullable: true, example: 'ada' })
  username: string | null;

  @StringField({ max: 200, example: 'Ada Lovelace' })
  fullName: string;

  @StringListField({ max: 50, example: ['user'] })
  roles: string[];

  @StringListField({ max: 100, description: 'Given one by one, beyond those of the roles.', example: [] })
  permissions: string[];

  @EnumField(LOCALES, { description: 'The language of mails and pages.', example: 'en' })
  locale: Locale;

  @TimeZoneField({ description: 'By whose clock times are told.' })
  timeZone: string;

  @BooleanField({ example: true })
  isActive: boolean;

  @ObjectField(() => CardDto, { nullable: true })
  card: CardDto | null;

  @DateField()
  createdAt: Date;

  @DateField()
  updatedAt: Date;
}

export function toUserDto(user: User): UserDto {
  const { id, kind, email, username, fullName, roles, permissions, locale, timeZone, isActive, createdAt, updatedAt } =
    user;
  const card = user.cardBrand && user.cardLast4 ? { brand: user.cardBrand, last4: user.cardLast4 } : null;
  const emailVerified = user.emailVerifiedAt !== null;
  return {
    id,
    kind,
    email,
    emailVerified,
    username,
    fullName,
    roles,
    permissions,
    locale,
    timeZone,
    isActive,
    card,
    createdAt,
    updatedAt,
  };
}
