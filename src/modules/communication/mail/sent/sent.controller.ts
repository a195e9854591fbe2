import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../../core/web/access';
import { IdParam, Page, Responds, Summary } from '../../../../core/web/dto';
import { MailNotFound, MailStarted } from '../mail.errors';
import { MailTraceDto, SentMailDetailDto, SentMailDto, SentMailPage, SentMailQuery } from './dto/sent-mail.dto';
import { SentService } from './sent.service';

@ApiTags('mail')
@Controller(`${API_PREFIX}/mail/sent`)
export class SentController {
  constructor(private readonly mails: SentService) {}

  @Get()
  @Summary(
    'What I have sent, the newest first; with `manage_mail` everything. Kept for 30 days, letters of the application for 7.',
  )
  @Require()
  @Responds(200, SentMailPage)
  list(@CurrentUser() user: Principal, @Query() query: SentMailQuery): Promise<Page<SentMailDto>> {
    return this.mails.list(user, query);
  }

  @Get(':id')
  @Summary('One mail with its text and the status of each recipient.')
  @Require()
  @Responds(200, SentMailDetailDto, [MailNotFound])
  byId(@CurrentUser() user: Principal, @IdParam() id: string): Promise<SentMailDetailDto> {
    return this.mails.byId(user, id);
  }

  @Post(':id/cancel')
  @Summary('Cancels a mail that nobody has been sent yet.')
  @Require()
  @HttpCode(200)
  @Responds(200, SentMailDetailDto, [MailNotFound, MailStarted])
  cancel(@CurrentUser() user: Principal, @IdParam() id: string): Promise<SentMailDetailDto> {
    return this.mails.cancel(user, id);
  }

  @Get(':id/trace')
  @Summary('Everything that has happened to a mail: who asked, the gate, each attempt, each report.')
  @Require()
  @Responds(200, MailTraceDto, [MailNotFound])
  trace(@CurrentUser() user: Principal, @IdParam() id: string): Promise<MailTraceDto> {
    return this.mails.trace(user, id);
  }
}
