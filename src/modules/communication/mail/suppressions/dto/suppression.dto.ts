import {
  DateField,
  EmailField,
  EnumField,
  IdField,
  Input,
  Output,
  PageOf,
  PageQuery,
  StringField,
} from '../../../../../core/web/dto';
import { CATEGORY } from '../../mail-categories';
import { SUPPRESSION_REASONS } from '../entities/mail-suppression.entity';

export class SuppressionQuery extends PageQuery {
  @EmailField({ optional: true })
  address?: string;

  @EnumField(SUPPRESSION_REASONS, { optional: true })
  reason?: string;
}

@Input('CreateSuppressionInput')
export class CreateSuppressionInput {
  @EmailField({ example: 'ada@example.com' })
  address: string;

  @StringField({
    optional: true,
    max: 50,
    pattern: CATEGORY,
    shape: 'a word such as news',
    description: 'All where it is left out.',
  })
  category?: string;
}

@Output('MailSuppression', 'An address that gets no mail, or none of a category.')
export class SuppressionDto {
  @IdField()
  id: string;

  @StringField({
    max: 320,
    nullable: true,
    description: 'null where nobody can read it any more.',
    example: 'ada@example.com',
  })
  address: string | null;

  @StringField({ max: 50, nullable: true, description: 'null for all.' })
  category: string | null;

  @EnumField(SUPPRESSION_REASONS, {
    description:
      'bounce: there is no such mailbox, or it is full. unsubscribe: its owner has asked. manual: by an administrator.',
  })
  reason: string;

  @DateField({ nullable: true, description: 'null: for good.' })
  until: Date | null;

  @DateField()
  createdAt: Date;
}

@Output('MailSuppressionPage')
export class SuppressionPage extends PageOf(SuppressionDto) {}
