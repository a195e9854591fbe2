import {
  BooleanField,
  DateField,
  EmailField,
  EnumField,
  IdField,
  Input,
  IntField,
  ObjectField,
  Output,
  StringField,
  StringListField,
  TimeZoneField,
} from '../../../../core/web/dto';
import { Locale, LOCALES } from '../../../../core/kernel/text';
import { codeAsMade } from '../../mfa';
import { USER_KINDS, UserKind } from '../../users';

const PASSWORD_MAX = 128;
const LOGIN = { max: 254, as: 'typed' as const, example: 'ada@example.com' };

@Input('RegisterInput')
export class RegisterInput {
  @EmailField({ example: 'ada@example.com' })
  email: string;

  @StringField({ min: 1, max: PASSWORD_MAX, secret: true, example: 'Sunny-Day-42' })
  password: string;

  @StringField({ max: 200, as: 'name', example: 'Ada Lovelace' })
  fullName: string;

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

  @StringField({ optional: true, max: 50, description: 'user (default) or student.', example: 'user' })
  role?: string;

  @EnumField(LOCALES, {
    optional: true,
    description: 'The language of mails and pages; en unless given.',
    example: 'es',
  })
  locale?: Locale;

  @TimeZoneField({ optional: true, description: 'By whose clock times are told; UTC unless given.' })
  timeZone?: string;

  @StringField({
    optional: true,
    max: 40,
    secret: true,
    description: 'Only brand and last four digits are kept.',
    example: '4111 1111 1111 1111',
  })
  creditCard?: string;
}

@Input('LoginInput', 'E-mail address or username, and the password.')
export class LoginInput {
  @StringField({ optional: true, ...LOGIN })
  email?: string;

  @StringField({ ...LOGIN, optional: true, example: 'ada' })
  username?: string;

  @StringField({ max: 1000, secret: true, example: 'Sunny-Day-42' })
  password: string;
}

@Input('TokenForm', 'OAuth2 token request (RFC 6749); client fields count for client_credentials alone.')
export class TokenForm {
  @StringField({ optional: true, max: 100, example: 'password' })
  grantType?: string;

  @StringField({ optional: true, ...LOGIN })
  username?: string;

  @StringField({ optional: true, max: 1000, secret: true })
  password?: string;

  @StringField({ optional: true, max: 500, secret: true })
  refreshToken?: string;

  @StringField({
    optional: true,
    min: 0,
    max: 1000,
    description: 'Of client_credentials: some of the scopes of the client.',
  })
  scope?: string;

  @StringField({ optional: true, min: 0, max: 200 })
  clientId?: string;

  @StringField({ optional: true, min: 0, max: 500, secret: true })
  clientSecret?: string;
}

@Input('RefreshInput')
export class RefreshInput {
  @StringField({ max: 500, secret: true })
  refreshToken: string;
}

@Output('TokenPair')
export class TokenPairDto {
  @StringField({ max: 4000, description: 'JWT (ES256) for `Authorization: Bearer`.' })
  accessToken: string;

  @StringField({ max: 500, description: 'Good once, for the next pair.' })
  refreshToken: string;

  @EnumField(['bearer'])
  tokenType: 'bearer';

  @IntField({ min: 0, max: 600, description: 'Life of the access token, seconds.', example: 600 })
  expiresIn: number;

  @BooleanField({ description: 'Whether the code of the second factor is still to come.', example: false })
  requiresMfa: boolean;
}

@Output('OAuthToken', 'RFC 6749 section 5.1; a client that asks for itself gets no refresh token.')
export class OAuthTokenDto {
  @StringField({ max: 4000, description: 'JWT (ES256) for `Authorization: Bearer`.' })
  accessToken: string;

  @StringField({ optional: true, max: 500, description: 'Good once, for the next pair.' })
  refreshToken?: string;

  @EnumField(['bearer'])
  tokenType: 'bearer';

  @IntField({ min: 0, max: 600, description: 'Life of the access token, seconds.', example: 600 })
  expiresIn: number;

  @BooleanField({
    optional: true,
    description: 'Whether the code of the second factor is still to come.',
    example: false,
  })
  requiresMfa?: boolean;

  @StringField({
    optional: true,
    min: 0,
    max: 10_000,
    description: 'What a client may do by it: permissions, separated by spaces.',
  })
  scope?: string;
}

const SIX_DIGITS = '[0-9]{6}';
const RECOVERY_CODES = { max: 11, description: 'Each good once, for a login without the device. Shown this once.' };

@Input('MfaEnableInput')
export class MfaEnableInput {
  @StringField({
    max: 6,
    pattern: new RegExp(`^${SIX_DIGITS}$`),
    shape: 'six digits',
    clean: codeAsMade,
    secret: true,
    example: '287082',
  })
  code: string;
}

const CODE = {
  max: 11,
  pattern: new RegExp(`^(${SIX_DIGITS}|[0-9A-Za-z]{5}-[0-9A-Za-z]{5})$`),
  shape: 'six digits, or a recovery code such as 7k2m9-x4q8d',
  clean: codeAsMade,
  secret: true,
  description: 'Of the authenticator app, or one of the recovery codes; blanks, dashes and case do not matter.',
  example: '287082',
};

@Input('MfaCodeInput')
export class MfaCodeInput {
  @StringField(CODE)
  code: string;
}

@Input('StepUpInput', 'The code for who has a second factor, the password for everybody else.')
export class StepUpInput {
  @StringField({ ...CODE, optional: true })
  code?: string;

  @StringField({ optional: true, max: 1000, secret: true, example: 'Sunny-Day-42' })
  password?: string;
}

@Output('RecoveryCodes')
export class RecoveryCodesDto {
  @StringListField(RECOVERY_CODES)
  recoveryCodes: string[];
}

@Output('MfaEnabled')
export class MfaEnabledDto extends TokenPairDto {
  @StringListField(RECOVERY_CODES)
  recoveryCodes: string[];
}

@Output('SessionInfo')
export class SessionInfoDto {
  @IdField()
  id: string;

  @StringField({ max: 50, nullable: true })
  username: string | null;

  @StringListField({ max: 50 })
  roles: string[];

  @BooleanField()
  active: boolean;

  @DateField()
  expiresAt: Date;

  @BooleanField()
  mfaVerified: boolean;
}

@Output('Validation', 'What another service learns of the bearer of a token.')
export class ValidationDto {
  @BooleanField()
  success: boolean;

  @BooleanField()
  authorized: boolean;

  @EnumField(USER_KINDS, { description: 'Whether a person acts, or a service.', example: 'person' })
  kind: UserKind;

  @IdField()
  userId: string;

  @StringField({ max: 50, nullable: true })
  username: string | null;

  @StringListField({ max: 50 })
  roles: string[];

  @StringListField({ max: 100 })
  permissions: string[];

  @ObjectField(() => SessionInfoDto)
  session: SessionInfoDto;
}
