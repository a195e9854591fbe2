import {
  DateField,
  EnumField,
  IdField,
  Input,
  IntField,
  ObjectListField,
  Output,
  PageOf,
  PageQuery,
  StringField,
} from '../../../../../core/web/dto';
import { INBOUND_TARGET_KINDS, InboundTargetKind } from '../entities/inbound-route.entity';

@Input('CreateInboundRouteInput')
export class CreateInboundRouteInput {
  @EnumField(INBOUND_TARGET_KINDS, { description: 'What its mails become. `webhook`: the event `mail.received`.' })
  target: InboundTargetKind;

  @IdField({ optional: true, description: 'Of the form, the board, … that gets them.' })
  targetId?: string;
}

@Output('InboundRoute', 'An address whose mail goes to a module.')
export class InboundRouteDto {
  @IdField()
  id: string;

  @StringField({ max: 320, example: 'r+k3v9…@example.com' })
  address: string;

  @EnumField(INBOUND_TARGET_KINDS)
  target: string;

  @IdField({ nullable: true })
  targetId: string | null;

  @DateField()
  createdAt: Date;
}

@Output('InboundRoutePage')
export class InboundRoutePage extends PageOf(InboundRouteDto) {}

export class InboundMailQuery extends PageQuery {
  @IdField({ optional: true, description: 'Of this route alone.' })
  routeId?: string;
}

@Output('InboundMail', 'A mail that has come in.')
export class InboundMailDto {
  @IdField()
  id: string;

  @IdField()
  routeId: string;

  @DateField()
  createdAt: Date;
}

@Output('InboundMailPage')
export class InboundMailPage extends PageOf(InboundMailDto) {}

@Output('InboundMailAttachment')
export class InboundMailAttachmentDto {
  @StringField({ min: 0, max: 1000 })
  filename: string;

  @StringField({ max: 300 })
  contentType: string;

  @IntField({ min: 0, max: 2 ** 31 - 1, description: 'Bytes.' })
  size: number;
}

@Output('InboundMailDetail')
export class InboundMailDetailDto extends InboundMailDto {
  @StringField({ max: 1000, nullable: true, description: 'As the mail says, which anybody may write.' })
  from: string | null;

  @StringField({ min: 0, max: 26_214_400 })
  subject: string;

  @StringField({ min: 0, max: 26_214_400 })
  body: string;

  @ObjectListField(() => InboundMailAttachmentDto)
  attachments: InboundMailAttachmentDto[];
}
