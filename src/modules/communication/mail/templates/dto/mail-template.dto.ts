import {
  DateField,
  EnumField,
  IdField,
  Input,
  IntField,
  JsonField,
  Output,
  PageOf,
  StringField,
  StringListField,
} from '../../../../../core/web/dto';
import { LOCALES, Locale } from '../../../../../core/kernel/text';
import { CategoryField, RecipientsField } from '../../send/dto/send-mail.dto';

const MAX_SOURCE = 200_000;
const KEY = /^[a-z][a-z0-9-]{0,79}$/;

export const KeyField = (): PropertyDecorator =>
  StringField({ max: 80, pattern: KEY, shape: 'a word such as parents-evening', example: 'parents-evening' });

@Input('MailTemplateVersionInput')
export class TemplateVersionInput {
  @EnumField(LOCALES)
  locale: Locale;

  @StringField({ max: 2000, description: 'Liquid.', example: 'Parents’ evening on {{ day }}' })
  subject: string;

  @StringField({
    max: MAX_SOURCE,
    description: 'Liquid; what is put in is escaped.',
    example: '<p>Dear {{ name }},</p>',
  })
  html: string;

  @StringField({ optional: true, max: MAX_SOURCE, description: 'Liquid; made from the HTML where it is left out.' })
  text?: string;
}

@Input('CreateMailTemplateInput')
export class CreateTemplateInput extends TemplateVersionInput {
  @KeyField()
  key: string;
}

@Input('PublishMailTemplateInput')
export class PublishTemplateInput {
  @EnumField(LOCALES)
  locale: Locale;

  @IntField({ min: 1, max: 2 ** 31 - 1 })
  version: number;
}

@Input('PreviewMailTemplateInput')
export class PreviewTemplateInput {
  @EnumField(LOCALES)
  locale: Locale;

  @IntField({ optional: true, min: 1, max: 2 ** 31 - 1, description: 'The newest where it is left out.' })
  version?: number;

  @JsonField({ optional: true, example: { name: 'Ada' } })
  data?: Record<string, unknown>;
}

@Input('SendTemplateInput')
export class SendTemplateInput {
  @RecipientsField(false, ['ada@example.com'])
  to: string[];

  @StringField({ max: 80, example: 'welcome' })
  template: string;

  @JsonField({ description: 'The variables by name.', example: { name: 'Ada' } })
  data: Record<string, unknown>;

  @EnumField(LOCALES, { optional: true, description: 'English where it is left out.' })
  locale?: Locale;

  @CategoryField()
  category?: string;

  @DateField({ optional: true, description: 'Not before; at most 30 days from now.' })
  sendAt?: Date;
}

@Output('MailTemplateVersion', 'A version of a template in one language. It never changes.')
export class TemplateVersionDto {
  @IdField()
  id: string;

  @KeyField()
  key: string;

  @EnumField(LOCALES)
  locale: string;

  @IntField({ min: 1, max: 2 ** 31 - 1 })
  version: number;

  @StringField({ max: 2000 })
  subject: string;

  @StringField({ max: MAX_SOURCE })
  html: string;

  @StringField({ max: MAX_SOURCE, nullable: true })
  text: string | null;

  @IdField()
  creatorId: string;

  @DateField()
  createdAt: Date;

  @DateField({ nullable: true, description: 'When it was last published; the one published last is sent.' })
  publishedAt: Date | null;
}

@Output('MailTemplateVersionPage')
export class TemplateVersionPage extends PageOf(TemplateVersionDto) {}

@Output('MailTemplatePreview')
export class TemplatePreviewDto {
  @StringField({ min: 0, max: 500 })
  subject: string;

  @StringField({ min: 0, max: 600_000 })
  text: string;

  @StringField({ min: 0, max: 600_000 })
  html: string;

  @StringListField({ max: 200, description: 'Variables that the data does not have.' })
  missing: string[];
}
