import {
  DateField,
  EmailField,
  EnumField,
  IdField,
  IntField,
  ObjectListField,
  Output,
  PageOf,
  PageQuery,
  StringField,
  StringListField,
} from '../../../../../core/web/dto';
import { DELIVERY_STATES, FIELDS } from '../../messages/entities/mail-delivery.entity';
import { STEP_KINDS } from '../../messages/entities/mail-step.entity';
import { MAIL_KINDS } from '../../messages/entities/mail-message.entity';

export class SentMailQuery extends PageQuery {
  @EnumField(DELIVERY_STATES, { optional: true, description: 'Those with a recipient of this status.' })
  status?: string;

  @EmailField({ optional: true, description: 'Those to this address.' })
  to?: string;

  @DateField({ optional: true, description: 'Accepted since then.' })
  since?: Date;
}

@Output('SentMailRecipient')
export class SentMailRecipientDto {
  @StringField({
    max: 320,
    nullable: true,
    description: 'null where nobody can read it any more.',
    example: 'ada@example.com',
  })
  to: string | null;

  @EnumField(FIELDS)
  field: string;

  @EnumField(DELIVERY_STATES)
  status: string;

  @DateField({ description: 'Since when it has this status.' })
  statusAt: Date;

  @IntField({ min: 0, max: 2 ** 31 - 1, description: 'Of the mail server on this mail.' })
  attempts: number;

  @DateField({ nullable: true, description: 'While it is queued or deferred.' })
  nextAttemptAt: Date | null;

  @IntField({ min: 0, max: 999, nullable: true, description: 'Of the last reply (RFC 5321).' })
  code: number | null;

  @StringField({ max: 20, nullable: true, description: 'Of the last reply (RFC 3463).', example: '5.1.1' })
  enhancedStatus: string | null;

  @StringField({ max: 60, nullable: true, example: 'unknown_address' })
  reason: string | null;
}

@Output('SentMailAttachment')
export class SentMailAttachmentDto {
  @StringField({ max: 255 })
  filename: string;

  @StringField({ max: 200 })
  contentType: string;

  @IntField({ min: 0, max: 2 ** 31 - 1, description: 'Bytes.' })
  size: number;
}

@Output('SentMail', 'A mail, and what has become of it.')
export class SentMailDto {
  @IdField()
  id: string;

  @EnumField(MAIL_KINDS, { description: 'system: a letter of the application. submission: by SMTP.' })
  kind: string;

  @IdField({ nullable: true, description: 'null for a letter of the application.' })
  senderId: string | null;

  @StringField({ max: 500, nullable: true, description: 'null for a letter of the application.' })
  subject: string | null;

  @StringField({ max: 50, example: 'transactional' })
  category: string;

  @StringField({ max: 100, nullable: true })
  template: string | null;

  @EnumField(DELIVERY_STATES, { description: 'Of the recipients the one that has got least far.' })
  status: string;

  @ObjectListField(() => SentMailRecipientDto)
  recipients: SentMailRecipientDto[];

  @DateField({ nullable: true })
  sendAt: Date | null;

  @DateField()
  createdAt: Date;
}

@Output('SentMailPage')
export class SentMailPage extends PageOf(SentMailDto) {}

@Output('SentMailDetail', 'A mail with its text; of a letter of the application, without.')
export class SentMailDetailDto extends SentMailDto {
  @StringField({ max: 500_000, nullable: true })
  body: string | null;

  @StringField({ max: 500_000, nullable: true })
  html: string | null;

  @StringField({ max: 320, nullable: true })
  replyTo: string | null;

  @ObjectListField(() => SentMailAttachmentDto)
  attachments: SentMailAttachmentDto[];
}

@Output('MailTraceStep')
export class MailTraceStepDto {
  @DateField()
  at: Date;

  @EnumField(['accepted', ...STEP_KINDS])
  step: string;

  @StringField({ max: 320, nullable: true, description: 'The recipient; null for all.' })
  to: string | null;

  @EnumField(DELIVERY_STATES, { description: 'What came of it.' })
  status: string;

  @IntField({ min: 0, max: 999, nullable: true })
  code: number | null;

  @StringField({ max: 20, nullable: true })
  enhancedStatus: string | null;

  @StringField({ max: 60, nullable: true })
  reason: string | null;

  @StringField({
    max: 20,
    nullable: true,
    description: 'null where the connection was not encrypted.',
    example: 'TLSv1.3',
  })
  tls: string | null;

  @IntField({ min: 0, max: 2 ** 31 - 1, nullable: true })
  ms: number | null;
}

@Output('MailTrace', 'From the call or event that asked for a mail to the last report.')
export class MailTraceDto {
  @IdField()
  id: string;

  @StringField({ max: 300, description: 'The header by which a mailbox finds it.' })
  messageId: string;

  @StringField({ max: 200, nullable: true, description: 'Of the call or job that has asked for it.' })
  requestId: string | null;

  @StringField({ max: 100, nullable: true })
  template: string | null;

  @IntField({ min: 0, max: 2 ** 31 - 1, nullable: true })
  templateVersion: number | null;

  @StringField({ max: 30, description: 'The rule by which it was let through.', example: 'send_mail' })
  gate: string;

  @StringListField({ max: 120, description: 'Domains and selectors that have signed it.' })
  signatures: string[];

  @ObjectListField(() => MailTraceStepDto, { description: 'The earliest first.' })
  steps: MailTraceStepDto[];
}
