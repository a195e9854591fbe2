import { DateField, IdField, Input, Output, PageOf, StringField, StringListField } from '../../../../../core/web/dto';
import type { UserDto } from '../../../users';
import type { ServiceClient } from '../entities/service-client.entity';

const SCOPES = { max: 100, maxItems: 100, example: ['read_audit'] };
const GRANTED = 'Permissions of its own tokens, of which whoever gives them has every one.';

/** By which a client presents itself, where it does not by HTTP Basic. */
export interface ClientCredentials {
  readonly clientId?: string;
  readonly clientSecret?: string;
}

@Input('CreateServiceClientInput')
export class CreateServiceClientInput {
  @StringField({ max: 100, as: 'name', example: 'Library kiosk' })
  name: string;

  @StringListField({ ...SCOPES, optional: true, description: `${GRANTED} None unless given.` })
  scopes?: string[];
}

@Input('UpdateServiceClientInput', 'What is left out stays.')
export class UpdateServiceClientInput {
  @StringField({ optional: true, max: 100, as: 'name', example: 'Library kiosk' })
  name?: string;

  @StringListField({ ...SCOPES, optional: true, description: GRANTED })
  scopes?: string[];
}

@Output('ServiceClient', 'Another service, which asks whether a token is good, and may get tokens for itself.')
export class ServiceClientDto {
  @IdField({ description: 'Also its client_id.' })
  id: string;

  @StringField({ max: 100, example: 'Library kiosk' })
  name: string;

  @StringListField({ ...SCOPES, description: 'What tokens may do that it gets for itself.' })
  scopes: string[];

  @IdField({ nullable: true, description: 'The account that these tokens act as.' })
  userId: string | null;

  @DateField()
  createdAt: Date;
}

@Output('NewServiceClient', 'With its secret, which is shown this once.')
export class NewServiceClientDto extends ServiceClientDto {
  @StringField({ max: 100, secret: true })
  clientSecret: string;
}

@Output('ServiceClientPage')
export class ServiceClientPage extends PageOf(ServiceClientDto) {}

/** @param account null where it has none yet */
export function toServiceClientDto(
  client: Pick<ServiceClient, 'id' | 'name' | 'createdAt'>,
  account: UserDto | null,
): ServiceClientDto {
  const { id, name, createdAt } = client;
  return { id, name, scopes: account?.permissions ?? [], userId: account?.id ?? null, createdAt };
}
