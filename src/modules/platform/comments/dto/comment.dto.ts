import { DateField, IdField, Input, JsonField, Output, PageOf, PageQuery, StringField } from '../../../../core/web/dto';

const ResourceTypeField = (): PropertyDecorator =>
  StringField({ max: 40, pattern: /^[a-z][a-z_]*$/, shape: 'a word such as file', example: 'file' });

const BODY = {
  max: 10_000,
  as: 'text',
  example: 'Is this the newest one, @[0192f0a0-5f3e-7c1d-9b1a-3f2e4d5c6b7a]?',
} as const;
const ANCHOR = { example: { page: 3 }, description: 'Where in the resource it belongs; at most 4 kB.' };

@Input('CreateCommentInput')
export class CreateCommentInput {
  @ResourceTypeField()
  resourceType: string;

  @IdField()
  resourceId: string;

  @StringField({
    ...BODY,
    description: '`@[user_id]` mentions somebody, who learns of it if they may view the resource.',
  })
  body: string;

  @IdField({ optional: true, nullable: true, description: 'The first comment of a thread, which this answers.' })
  parentId?: string | null;

  @JsonField({ ...ANCHOR, optional: true, nullable: true })
  anchor?: Record<string, unknown> | null;

  @StringField({
    optional: true,
    max: 100,
    as: 'name',
    description: 'Of a visitor by link, who must give one; of nobody else.',
  })
  authorName?: string;
}

@Input('UpdateCommentInput')
export class UpdateCommentInput {
  @StringField({ ...BODY, optional: true })
  body?: string;

  @JsonField({ ...ANCHOR, optional: true, nullable: true })
  anchor?: Record<string, unknown> | null;
}

export class CommentQuery extends PageQuery {
  @ResourceTypeField()
  resourceType: string;

  @IdField()
  resourceId: string;
}

@Output('Comment', 'Something said of a resource, or an answer to that.')
export class CommentDto {
  @IdField()
  id: string;

  @StringField({ max: 40, example: 'file' })
  resourceType: string;

  @IdField()
  resourceId: string;

  @IdField({ nullable: true, description: 'The comment that this answers.' })
  parentId: string | null;

  @IdField({ nullable: true, description: 'Null for a visitor by link, an erased account and a deleted comment.' })
  authorId: string | null;

  @StringField({
    max: 200,
    nullable: true,
    example: 'Ada Lovelace',
    description: 'Of a visitor by link, as they gave it.',
  })
  authorName: string | null;

  @StringField({ max: 10_000, nullable: true, example: BODY.example, description: 'Null once it is deleted.' })
  body: string | null;

  @JsonField({ ...ANCHOR, nullable: true })
  anchor: Record<string, unknown> | null;

  @DateField({ nullable: true })
  editedAt: Date | null;

  @DateField({ nullable: true, description: 'A deleted comment keeps its place while it has answers.' })
  deletedAt: Date | null;

  @DateField({ nullable: true, description: 'Of the first comment of a thread.' })
  resolvedAt: Date | null;

  @IdField({ nullable: true })
  resolvedBy: string | null;

  @DateField()
  createdAt: Date;

  @DateField()
  updatedAt: Date;
}

@Output('CommentPage')
export class CommentPage extends PageOf(CommentDto) {}
