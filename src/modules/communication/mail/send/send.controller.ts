import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../../core/web/access';
import { Responds, Summary } from '../../../../core/web/dto';
import { RouteOptions } from '../../../../core/web/http';
import {
  AttachmentsTooLarge,
  DomainNotReady,
  MailNotAllowed,
  MailQuota,
  TemplateData,
  TemplateNotFound,
} from '../mail.errors';
import { SendTemplateInput } from '../templates/dto/mail-template.dto';
import { QueuedMailDto, SendMailInput } from './dto/send-mail.dto';
import { SendService } from './send.service';

/** Ten MiB of attachments in base64, and the texts. */
const MAX_BODY_BYTES = 13_631_488;

@ApiTags('mail')
@Controller(`${API_PREFIX}/mail`)
export class SendController {
  constructor(private readonly mails: SendService) {}

  @Post('send')
  @Summary('Sends a mail: with `send_mail` to anybody, else to my own proven address, or as MAIL_SENDERS says.')
  @Require()
  @RouteOptions({ bodyLimitBytes: MAX_BODY_BYTES })
  @Responds(202, QueuedMailDto, [MailNotAllowed, MailQuota, AttachmentsTooLarge, DomainNotReady])
  send(@CurrentUser() user: Principal, @Body() input: SendMailInput): Promise<QueuedMailDto> {
    return this.mails.send(user, input);
  }

  @Post('send-template')
  @Summary(
    'Sends a mail that a published template makes of data. `welcome` and `policy-created` are there from the start.',
  )
  @Require()
  @Responds(202, QueuedMailDto, [MailNotAllowed, MailQuota, TemplateNotFound, TemplateData, DomainNotReady])
  sendTemplate(@CurrentUser() user: Principal, @Body() input: SendTemplateInput): Promise<QueuedMailDto> {
    return this.mails.sendTemplate(user, input);
  }
}
