import { DateField, IdField, Input, Output, PageOf, StringField } from '../../../../../core/web/dto';
import type { ServiceClient } from '../entities/service-client.entity';

@Input('CreateServiceClientInput')
export class CreateServiceClientInput {
  @StringField({ max: 100, as: 'name', example: 'Library kiosk' })
  name: string;
}

@Output('ServiceClient', 'Another service that asks whether a token is good.')
export class ServiceClientDto {
  @IdField({ description: 'Also its client_id.' })
  id: string;

  @StringField({ max: 100, example: 'Library kiosk' })
  name: string;

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

export function toServiceClientDto({ id, name, createdAt }: ServiceClient): ServiceClientDto {
  return { id, name, createdAt };
}
