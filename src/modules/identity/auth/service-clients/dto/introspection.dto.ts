import { BooleanField, EnumField, IntField, Output, StringField } from '../../../../../core/web/dto';

/** Form of RFC 7662 and RFC 7009; the client may also present itself here instead of by HTTP Basic. */
export class TokenQuestionForm {
  @StringField({ max: 10_000, secret: true })
  token: string;

  @StringField({ optional: true, max: 100, example: 'access_token' })
  tokenTypeHint?: string;

  @StringField({ optional: true, max: 200 })
  clientId?: string;

  @StringField({ optional: true, max: 500, secret: true })
  clientSecret?: string;
}

@Output('Introspection', 'RFC 7662 section 2.2; nothing but `active` when it is not.')
export class IntrospectionDto {
  @BooleanField({ example: true })
  active: boolean;

  @EnumField(['access_token', 'refresh_token'], { optional: true })
  tokenType?: 'access_token' | 'refresh_token';

  @StringField({ optional: true, max: 36, description: 'User.' })
  sub?: string;

  @StringField({ optional: true, max: 50 })
  username?: string;

  @StringField({ optional: true, max: 2000, description: 'Permissions, separated by spaces.' })
  scope?: string;

  @StringField({ optional: true, max: 500, description: 'Roles, separated by spaces.' })
  roles?: string;

  @StringField({ optional: true, max: 36, description: 'Session.' })
  sid?: string;

  @IntField({ optional: true, min: 0, max: 2_147_483_647, description: 'End, seconds since 1970.' })
  exp?: number;

  @StringField({ optional: true, max: 500 })
  iss?: string;

  @BooleanField({ optional: true })
  mfaVerified?: boolean;
}
