import { DateField, EnumListField, IdField, Input, Output, PageOf, StringField } from '../../../../../core/web/dto';
import { APP_PASSWORD_SCOPES, AppPasswordScope } from '../../../../../core/web/access';
import { Credential, usedAt } from '../../sessions/credentials';

const NAME = { max: 100, as: 'name' as const, example: 'Calendar on my phone' };
const SCOPES = { minItems: 1, maxItems: APP_PASSWORD_SCOPES.length, example: ['dav.calendars', 'dav.contacts'] };

@Input('CreateAppPasswordInput')
export class CreateAppPasswordInput {
  @StringField(NAME)
  name: string;

  @EnumListField(APP_PASSWORD_SCOPES, { ...SCOPES, description: 'Where it counts; nowhere else.' })
  scopes: AppPasswordScope[];
}

@Output('AppPassword', 'A password for one program that cannot log in: a calendar, a file manager, a mail program.')
export class AppPasswordDto {
  @IdField()
  id: string;

  @StringField(NAME)
  name: string;

  @EnumListField(APP_PASSWORD_SCOPES, SCOPES)
  scopes: AppPasswordScope[];

  @DateField()
  createdAt: Date;

  @DateField({ nullable: true, description: 'To the minute; null when it never was.' })
  lastUsedAt: Date | null;
}

@Output('NewAppPassword', 'With the password, which is shown this once.')
export class NewAppPasswordDto extends AppPasswordDto {
  @StringField({
    max: 29,
    secret: true,
    description: 'For HTTP Basic, with the e-mail address or the username; case, blanks and dashes do not matter.',
  })
  password: string;
}

@Output('AppPasswordPage')
export class AppPasswordPage extends PageOf(AppPasswordDto) {}

export function toAppPasswordDto(credential: Credential): AppPasswordDto {
  const { id, name, scopes, createdAt } = credential;
  return { id, name, scopes: (scopes ?? []) as AppPasswordScope[], createdAt, lastUsedAt: usedAt(credential) };
}
