import {
  BooleanField,
  IdField,
  ObjectListField,
  Output,
  PageOf,
  PageQuery,
  StringField,
} from '../../../../core/web/dto';

export class SearchQuery extends PageQuery {
  @StringField({
    max: 200,
    as: 'text',
    example: 'annual report',
    description:
      'Words or their beginnings, all of which must be there. Accents, case and slips of the keyboard are forgiven.',
  })
  q: string;

  @StringField({
    optional: true,
    max: 400,
    pattern: /^[a-z][a-z_]*(,[a-z][a-z_]*)*$/,
    shape: 'words such as file,folder',
    example: 'file,folder',
    description: 'Of these types alone.',
  })
  types?: string;
}

@Output('SearchSnippetPart', 'A part of a text, in order. Plain text: whoever shows it on a page escapes it.')
export class SearchSnippetPartDto {
  @StringField({ max: 400, example: 'annual' })
  text: string;

  @BooleanField({ description: 'Whether it is a word that was looked for.' })
  isMatch: boolean;
}

@Output('SearchHit', 'A resource that was found.')
export class SearchHitDto {
  @StringField({ max: 40, example: 'file' })
  type: string;

  @IdField()
  id: string;

  @StringField({ max: 500, example: 'report.pdf' })
  title: string;

  @ObjectListField(() => SearchSnippetPartDto, {
    description: 'Of its text, around the first match; empty where it has none.',
  })
  snippet: SearchSnippetPartDto[];

  @StringField({ max: 500, example: '/api/v1/storage/files/0192…/metadata' })
  url: string;
}

@Output('SearchPage')
export class SearchPage extends PageOf(SearchHitDto) {}
