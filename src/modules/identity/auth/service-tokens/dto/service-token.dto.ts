import { DateField, IdField, Input, Output, PageOf, StringField, StringListField } from '../../../../../core/web/dto';
import { Credential, usedAt } from '../../sessions/credentials';

const NAME = { max: 100, as: 'name' as const, example: 'Library' };
const SCOPES = { max: 100, maxItems: 100, example: ['manage_catalog'] };

@Input('CreateServiceTokenInput')
export class CreateServiceTokenInput {
  @StringField(NAME)
  name: string;

  @StringListField({ ...SCOPES, description: 'Permissions, of which whoever makes the token has every one.' })
  scopes: string[];
}

@Output('ServiceToken', 'A token by which a service acts, as an account of its own.')
export class ServiceTokenDto {
  @IdField()
  id: string;

  @StringField(NAME)
  name: string;

  @StringListField(SCOPES)
  scopes: string[];

  @IdField({ description: 'The account that owns what the service makes.' })
  userId: string;

  @DateField()
  createdAt: Date;

  @DateField({ nullable: true, description: 'To the minute; null when it never was.' })
  lastUsedAt: Date | null;
}

@Output('NewServiceToken', 'With the token, which is shown this once.')
export class NewServiceTokenDto extends ServiceTokenDto {
  @StringField({ max: 100, secret: true, description: 'For `Authorization: Bearer`, on every route.' })
  token: string;
}

@Output('ServiceTokenPage')
export class ServiceTokenPage extends PageOf(ServiceTokenDto) {}

/** @param scopes the permissions of its account */
export function toServiceTokenDto(credential: Credential, scopes: readonly string[]): ServiceTokenDto {
  const { id, name, userId, createdAt } = credential;
  return { id, name, scopes: [...scopes], userId, createdAt, lastUsedAt: usedAt(credential) };
}
