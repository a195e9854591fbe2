import { DateField, IdField, JsonField, Output, PageOf, PageQuery, StringField } from '../../../../core/web/dto';

export class ActivityQuery extends PageQuery {
  @IdField({ optional: true, description: 'Id of a resource.' })
  resource?: string;

  @IdField({ optional: true, description: 'Id of who did it.' })
  actorId?: string;
}

@Output('ActivityEntry', 'Something that was done to a resource.')
export class ActivityEntryDto {
  @IdField()
  id: string;

  @StringField({
    max: 40,
    example: 'changed',
    description:
      '`created`, `changed`, `moved`, `trashed`, `restored`, `shared`, `unshared`, `commented`, or a word of a module.',
  })
  act: string;

  @StringField({ max: 40, example: 'file' })
  resourceType: string;

  @IdField()
  resourceId: string;

  @StringField({ max: 500, example: 'invoice.pdf', description: 'As it was then.' })
  title: string;

  @StringField({ max: 500, example: '/api/v1/storage/files/0192…/metadata' })
  url: string;

  @IdField({ nullable: true, description: 'Null for the application, a visitor by link, and an erased account.' })
  actorId: string | null;

  @StringField({ max: 200, nullable: true, example: 'Ada Lovelace' })
  actorName: string | null;

  @JsonField({ description: 'What else is known of it.', example: { parent_id: null } })
  facts: Record<string, unknown>;

  @DateField()
  createdAt: Date;
}

@Output('ActivityPage')
export class ActivityPage extends PageOf(ActivityEntryDto) {}
