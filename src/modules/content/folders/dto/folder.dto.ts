import { DateField, EnumField, IdField, Input, Output, PageOf, PageQuery, StringField } from '../../../../core/web/dto';
import { Permission, PERMISSIONS } from '../../../platform/sharing';

/** One name of a path. */
const NAME = /^(?!\.{1,2}$)[\p{L}\p{M}\p{N} ._()-]+$/u;
const NAME_MAX = 100;
/** Of 32 folders with names of 100 characters. */
export const PATH_MAX = 3300;

const NameField = (): PropertyDecorator =>
  StringField({
    max: NAME_MAX,
    as: 'name',
    pattern: NAME,
    shape: 'letters, digits, blanks and . _ - ( )',
    example: 'Invoices',
  });

@Input('CreateFolderInput')
export class CreateFolderInput {
  @NameField()
  name: string;

  @IdField({ optional: true, nullable: true, description: 'The folder it lies in; the root when left out.' })
  parentId?: string | null;
}

@Input('RenameFolderInput')
export class RenameFolderInput {
  @NameField()
  name: string;
}

@Input('MoveFolderInput')
export class MoveFolderInput {
  @IdField({ nullable: true, description: 'null for the root.' })
  parentId: string | null;
}

export class FolderQuery extends PageQuery {
  @IdField({ optional: true, description: 'The folder they lie in; all that I may see when left out.' })
  parentId?: string;
}

@Output('Folder')
export class FolderDto {
  @IdField()
  id: string;

  @IdField()
  ownerId: string;

  @IdField({ nullable: true, description: 'null at the root, and where I may not see the folder it lies in.' })
  parentId: string | null;

  @StringField({ max: NAME_MAX, example: 'Invoices' })
  name: string;

  @StringField({ max: PATH_MAX, example: 'Office/Invoices', description: 'From the first folder that I may see.' })
  path: string;

  @EnumField(PERMISSIONS, { description: 'What I may do with it and all that lies in it.' })
  permission: Permission;

  @DateField()
  createdAt: Date;

  @DateField()
  updatedAt: Date;
}

@Output('FolderPage')
export class FolderPage extends PageOf(FolderDto) {}
