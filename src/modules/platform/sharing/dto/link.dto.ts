import { EnumField, IdField, Input, IntField, Output, StringField } from '../../../../core/web/dto';
import { Permission, PERMISSIONS } from '../levels';

@Input('OpenLinkInput')
export class OpenLinkInput {
  @StringField({ optional: true, max: 128, secret: true })
  password?: string;
}

@Output('OpenedLink', 'What a link leads to.')
export class OpenedLinkDto {
  @StringField({ max: 500, description: 'Send it as `Link-Token`, or as `?link_token=`.' })
  linkToken: string;

  @IntField({ min: 1, max: 900, example: 900, description: 'Seconds.' })
  expiresIn: number;

  @StringField({ max: 40, example: 'file' })
  resourceType: string;

  @IdField()
  resourceId: string;

  @StringField({ max: 500 })
  title: string;

  @EnumField(PERMISSIONS)
  permission: Permission;
}
