import {
  DateField,
  EnumField,
  IdField,
  Input,
  ObjectField,
  Output,
  PageOf,
  PageQuery,
  StringField,
} from '../../../../core/web/dto';
import { Permission, PERMISSIONS } from '../levels';

const WORD = /^[a-z][a-z_]*$/;
const SHAREABLE = ['user', 'group', 'link'] as const;

export const ResourceTypeField = (): PropertyDecorator =>
  StringField({ max: 40, pattern: WORD, shape: 'a word such as file', example: 'file' });

@Input('SharePrincipalInput')
export class SharePrincipalInput {
  @EnumField(SHAREABLE)
  type: (typeof SHAREABLE)[number];

  @StringField({
    optional: true,
    max: 80,
    example: 'role:teacher',
    description: 'A user’s id or a group’s (a UUID, `everyone`, `role:…`, `classroom:…`); none for a link.',
  })
  id?: string;
}

@Input('CreateShareInput')
export class CreateShareInput {
  @ResourceTypeField()
  resourceType: string;

  @IdField()
  resourceId: string;

  @ObjectField(() => SharePrincipalInput)
  principal: SharePrincipalInput;

  @EnumField(PERMISSIONS)
  permission: Permission;

  @DateField({ optional: true, nullable: true })
  expiresAt?: Date | null;

  @StringField({ optional: true, min: 1, max: 128, secret: true, description: 'Of a link alone.' })
  password?: string;
}

@Input('UpdateShareInput')
export class UpdateShareInput {
  @EnumField(PERMISSIONS, { optional: true })
  permission?: Permission;

  @DateField({ optional: true, nullable: true })
  expiresAt?: Date | null;

  @StringField({
    optional: true,
    nullable: true,
    max: 128,
    secret: true,
    description: 'Of a link alone; null takes it away. Who has opened the link asks for it again.',
  })
  password?: string | null;
}

export class ShareQuery extends PageQuery {
  @ResourceTypeField()
  resourceType: string;

  @IdField()
  resourceId: string;
}

@Output('SharePrincipal')
export class SharePrincipalDto {
  @EnumField(SHAREABLE)
  type: string;

  @StringField({ max: 80, nullable: true, example: 'role:teacher' })
  id: string | null;

  @StringField({ max: 200, nullable: true, example: 'Role: teacher' })
  name: string | null;
}

@Output('ResourceShare', 'A right to a resource, and to all that lies in it.')
export class ResourceShareDto {
  @IdField()
  id: string;

  @StringField({ max: 40, example: 'file' })
  resourceType: string;

  @IdField()
  resourceId: string;

  @ObjectField(() => SharePrincipalDto)
  principal: SharePrincipalDto;

  @EnumField(PERMISSIONS)
  permission: Permission;

  @DateField({ nullable: true })
  expiresAt: Date | null;

  @EnumField(['none', 'set'], { description: 'Whether a link asks for a password.' })
  password: 'none' | 'set';

  @StringField({
    max: 500,
    nullable: true,
    example: 'http://localhost:8000/s/…',
    description: 'Of a link, when it is made and never again.',
  })
  url: string | null;

  @IdField({ nullable: true })
  grantedBy: string | null;

  @DateField()
  createdAt: Date;

  @DateField()
  updatedAt: Date;
}

@Output('ResourceSharePage')
export class ResourceSharePage extends PageOf(ResourceShareDto) {}
