import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../../core/web/access';
import { Responds, Summary } from '../../../../core/web/dto';
import { RouteOptions } from '../../../../core/web/http';
import { AttachmentsTooLarge, MailNotAllowed, MailQuota } from '../mail.errors';
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
  @Responds(202, QueuedMailDto, [MailNotAllowed, MailQuota, AttachmentsTooLarge])
  send(@CurrentUser() user: Principal, @Body() input: SendMailInput): Promise<QueuedMailDto> {
    return this.mails.send(user, input);
  }
}
