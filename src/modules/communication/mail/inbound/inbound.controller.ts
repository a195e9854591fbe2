import { Body, Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../../core/web/access';
import { IdParam, Page, PageQuery, Responds, Summary } from '../../../../core/web/dto';
import { InboundMailNotFound, InboundRouteNotFound, TooManyInboundRoutes } from '../mail.errors';
import {
  CreateInboundRouteInput,
  InboundMailDetailDto,
  InboundMailDto,
  InboundMailPage,
  InboundMailQuery,
  InboundRouteDto,
  InboundRoutePage,
} from './dto/inbound.dto';
import { InboundService } from './inbound.service';

@ApiTags('mail')
@Controller(`${API_PREFIX}/mail`)
export class InboundController {
  constructor(private readonly inbound: InboundService) {}

  @Get('inbound-routes')
  @Summary('My addresses for mail that comes in, the newest first.')
  @Require()
  @Responds(200, InboundRoutePage)
  list(@CurrentUser() user: Principal, @Query() query: PageQuery): Promise<Page<InboundRouteDto>> {
    return this.inbound.list(user, query);
  }

  @Post('inbound-routes')
  @Summary('Makes an address that nobody can guess; its mail goes to the target.')
  @Require()
  @Responds(201, InboundRouteDto, [TooManyInboundRoutes])
  create(@CurrentUser() user: Principal, @Body() input: CreateInboundRouteInput): Promise<InboundRouteDto> {
    return this.inbound.create(user, input);
  }

  @Delete('inbound-routes/:id')
  @Summary('Takes an address away with the mails that came by it.')
  @Require()
  @Responds(204, null, [InboundRouteNotFound])
  remove(@CurrentUser() user: Principal, @IdParam() id: string): Promise<void> {
    return this.inbound.remove(user, id);
  }

  @Get('inbound-messages')
  @Summary('Mail that came in by my routes, the newest first; kept for 30 days.')
  @Require()
  @Responds(200, InboundMailPage)
  mails(@CurrentUser() user: Principal, @Query() query: InboundMailQuery): Promise<Page<InboundMailDto>> {
    return this.inbound.mails(user, query);
  }

  @Get('inbound-messages/:id')
  @Summary('One mail that came in.')
  @Require()
  @Responds(200, InboundMailDetailDto, [InboundMailNotFound])
  mail(@CurrentUser() user: Principal, @IdParam() id: string): Promise<InboundMailDetailDto> {
    return this.inbound.mail(user, id);
  }
}
