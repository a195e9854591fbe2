import { Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, AllowPartialAuth, Principal, Require } from '../../../../core/web/access';
import { IdParam, Page, PageQuery, Responds, Summary } from '../../../../core/web/dto';
import { SessionNotFound } from '../auth.errors';
import { SessionDto, SessionPage, WsTicketDto } from './dto/session.dto';
import { SessionsService } from './sessions.service';
import { WsTickets } from './ws-tickets';

@ApiTags('auth')
@Controller(`${API_PREFIX}/auth`)
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly tickets: WsTickets,
  ) {}

  @Get('session')
  @Summary('This session.')
  @Require()
  @AllowPartialAuth('mfa', 'enrolment')
  @Responds(200, SessionDto)
  current(@CurrentUser() user: Principal): Promise<SessionDto> {
    return this.sessions.current(user);
  }

  @Get('sessions')
  @Summary('My live sessions, the newest first.')
  @Require()
  @Responds(200, SessionPage)
  list(@CurrentUser() user: Principal, @Query() query: PageQuery): Promise<Page<SessionDto>> {
    return this.sessions.list(user, query);
  }

  @Delete('sessions/:id')
  @Summary('Ends one of my sessions.')
  @Require()
  @Responds(204, null, [SessionNotFound])
  remove(@CurrentUser() user: Principal, @IdParam() id: string): Promise<void> {
    return this.sessions.endOne(user, id);
  }

  @Post('ws-ticket')
  @Summary('A ticket that opens one socket of the chat within thirty seconds: `/ws/{room}?ticket=`.')
  @Require()
  @Responds(201, WsTicketDto)
  ticket(@CurrentUser() user: Principal): Promise<WsTicketDto> {
    return this.tickets.issue(user);
  }
}
