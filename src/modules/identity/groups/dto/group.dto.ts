import { DateField, IdField, Input, IntField, Output, PageOf, PageQuery, StringField } from '../../../../core/web/dto';

@Output('Group')
export class GroupDto {
  @StringField({
    max: 80,
    example: '0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a',
    description: 'A UUID; `everyone`, `role:…` and `classroom:…` for groups whose members follow from a rule.',
  })
  id: string;

  @StringField({ max: 200, example: 'Science fair' })
  name: string;

  @IdField({ nullable: true, description: 'Who made it and changes it; null for a group by rule.' })
  ownerId: string | null;

  @IntField({ min: 0, max: 2 ** 31 - 1, example: 12 })
  memberCount: number;

  @DateField({ nullable: true })
  createdAt: Date | null;

  @DateField({ nullable: true })
  updatedAt: Date | null;
}

@Output('GroupPage')
export class GroupPage extends PageOf(GroupDto) {}

@Output('GroupMember')
export class GroupMemberDto {
  @IdField()
  userId: string;

  @StringField({ max: 200, example: 'Ada Lovelace' })
  fullName: string;
}

@Output('GroupMemberPage')
export class GroupMemberPage extends PageOf(GroupMemberDto) {}

@Input('GroupInput')
export class GroupInput {
  @StringField({ max: 200, as: 'name', example: 'Science fair' })
  name: string;
}

export class GroupQuery extends PageQuery {
  @StringField({ optional: true, max: 100, as: 'typed', description: 'Part of the name.' })
  q?: string;
}
