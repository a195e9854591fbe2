import { DateField, EnumField, IdField, Output, PageOf, PageQuery, StringField } from '../../../../core/web/dto';
import { Permission, PERMISSIONS } from '../levels';

export const OWNERS = ['me', 'others'] as const;

export class ResourceQuery extends PageQuery {
  @StringField({ optional: true, max: 40, pattern: /^[a-z][a-z_]*$/, shape: 'a word such as file', example: 'file' })
  type?: string;

  @EnumField(OWNERS, { optional: true, description: '`others`: what is shared with me.' })
  owner?: (typeof OWNERS)[number];

  @IdField({ optional: true, description: 'The folder it lies in.' })
  parentId?: string;
}

@Output('Resource', 'Something that a module keeps for its users.')
export class ResourceDto {
  @IdField()
  id: string;

  @StringField({ max: 40, example: 'file' })
  type: string;

  @IdField()
  ownerId: string;

  @IdField({ nullable: true })
  parentId: string | null;

  @StringField({ max: 500, example: 'invoice.pdf' })
  title: string;

  @StringField({ max: 500, example: '/api/v1/storage/files/0192…/metadata' })
  url: string;

  @EnumField(PERMISSIONS, { description: 'What I may do with it.' })
  permission: Permission;

  @DateField()
  createdAt: Date;

  @DateField()
  updatedAt: Date;
}

@Output('ResourcePage')
export class ResourcePage extends PageOf(ResourceDto) {}

@Output('TrashedResource')
export class TrashedResourceDto extends ResourceDto {
  @DateField()
  trashedAt: Date;

  @DateField({ description: 'When it is deleted for ever.' })
  purgedAt: Date;
}

@Output('TrashPage')
export class TrashPage extends PageOf(TrashedResourceDto) {}
