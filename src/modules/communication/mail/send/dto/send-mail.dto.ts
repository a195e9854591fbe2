import {
  DateField,
  EnumField,
  IdField,
  Input,
  ObjectListField,
  Output,
  StringField,
  StringListField,
} from '../../../../../core/web/dto';
import { CATEGORY } from '../../mail-categories';
import { DELIVERY_STATES } from '../../messages/entities/mail-delivery.entity';
import { MAX_RECIPIENTS } from '../recipients';

const MAX_TEXT = 500_000;
export const MAX_SUBJECT = 500;
/** Ten MiB in base64. */
const MAX_CONTENT = 14_000_000;

export const RecipientsField = (optional: boolean, example?: string[]): PropertyDecorator =>
  StringListField({
    optional,
    minItems: optional ? 0 : 1,
    maxItems: MAX_RECIPIENTS * 2,
    max: 320,
    as: 'typed',
    description: 'Plain addresses; at most 100 in all, doubles once.',
    example,
  });

export const CategoryField = (): PropertyDecorator =>
  StringField({
    optional: true,
    max: 50,
    pattern: CATEGORY,
    shape: 'a word such as news',
    description:
      '`transactional` where it is left out. Any other word is bulk: each recipient has a mail of their own, with a link to unsubscribe from this category. `security` is for the application alone.',
    example: 'transactional',
  });

@Input('MailAttachmentInput')
export class AttachmentInput {
  @IdField({ optional: true, description: 'A file that I may view; as it is when the mail is accepted.' })
  fileId?: string;

  @StringField({ optional: true, max: 255, as: 'name', example: 'report.pdf' })
  filename?: string;

  @StringField({ optional: true, max: 200, example: 'application/pdf' })
  contentType?: string;

  @StringField({ optional: true, max: MAX_CONTENT, description: 'Base64, in place of `file_id`.' })
  content?: string;
}

@Input('SendMailInput')
export class SendMailInput {
  @RecipientsField(false, ['ada@example.com'])
  to: string[];

  @RecipientsField(true)
  cc?: string[];

  @RecipientsField(true)
  bcc?: string[];

  @StringField({ max: MAX_SUBJECT, as: 'typed', description: 'One line.', example: 'The trip on Friday' })
  subject: string;

  @StringField({ max: MAX_TEXT, description: 'Plain text.', example: 'We meet at nine.' })
  body: string;

  @StringField({ optional: true, max: MAX_TEXT, description: 'The same as HTML.' })
  html?: string;

  @ObjectListField(() => AttachmentInput, {
    optional: true,
    maxItems: 10,
    description: 'At most 10, together 10 MiB as they are sent.',
  })
  attachments?: AttachmentInput[];

  @StringField({ optional: true, max: 320, as: 'typed', description: 'Instead of my own proven address.' })
  replyTo?: string;

  @DateField({ optional: true, description: 'Not before; at most 30 days from now.' })
  sendAt?: Date;

  @CategoryField()
  category?: string;
}

@Output('MailRecipient')
export class MailRecipientDto {
  @StringField({ max: 320, example: 'ada@example.com' })
  to: string;

  @EnumField(DELIVERY_STATES, {
    description:
      'queued: to be sent. deferred: refused for now, tried again. sent: taken by the mail server. delivered: it has told so. bounced: there is no such mailbox, or it takes nothing. failed: refused for another reason, or out of date. suppressed: the address gets no mail. cancelled: by its sender.',
  })
  status: string;
}

@Output('QueuedMail', 'A mail that is accepted.')
export class QueuedMailDto {
  @IdField()
  id: string;

  @EnumField(['queued'])
  status: string;

  @ObjectListField(() => MailRecipientDto)
  recipients: MailRecipientDto[];
}
