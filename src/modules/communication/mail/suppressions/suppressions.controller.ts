import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localeOfCaller } from '../../../../core/kernel/context/context';
import { API_PREFIX, CurrentUser, Principal, Public, Require } from '../../../../core/web/access';
import { IdParam, Page, Responds, Summary } from '../../../../core/web/dto';
import { RouteOptions, TakesBytes } from '../../../../core/web/http';
import { SuppressionNotFound, UnsubscribeLinkInvalid } from '../mail.errors';
import { MailPermission } from '../mail.permissions';
import { CreateSuppressionInput, SuppressionDto, SuppressionPage, SuppressionQuery } from './dto/suppression.dto';
import { SuppressionsService } from './suppressions.service';
import { unsubscribePage } from './unsubscribe-page';
import { UnsubscribeTokens, Unsubscription } from './unsubscribe-tokens';

const HTML = 'text/html; charset=utf-8';
const PAGE = { description: 'A page.', media: { 'text/html': 'text' } } as const;
/** What comes with a click is read away, whatever it is. */
const MAX_CLICK_BYTES = 16_384;

@ApiTags('mail')
@Controller(`${API_PREFIX}/mail`)
export class SuppressionsController {
  constructor(
    private readonly suppressions: SuppressionsService,
    private readonly tokens: UnsubscribeTokens,
  ) {}

  @Get('suppressions')
  @Summary('Addresses that get no mail, or none of a category; the newest first.')
  @Require(MailPermission.Manage)
  @Responds(200, SuppressionPage)
  list(@Query() query: SuppressionQuery): Promise<Page<SuppressionDto>> {
    return this.suppressions.list(query);
  }

  @Post('suppressions')
  @Summary('Puts an address on the list, for good.')
  @Require(MailPermission.Manage)
  @Responds(201, SuppressionDto)
  add(@CurrentUser() user: Principal, @Body() input: CreateSuppressionInput): Promise<SuppressionDto> {
    return this.suppressions.add(user, input);
  }

  @Delete('suppressions/:id')
  @Summary('Takes an address off the list.')
  @Require(MailPermission.Manage)
  @Responds(204, null, [SuppressionNotFound])
  remove(@IdParam() id: string): Promise<void> {
    return this.suppressions.remove(id);
  }

  @Get('unsubscribe/:token')
  @Summary('Asks whether the recipient wants no more mail of a category; changes nothing.')
  @Public()
  @RouteOptions({ secretPath: true })
  @Header('content-type', HTML)
  @Responds(200, PAGE, [UnsubscribeLinkInvalid])
  ask(@Param('token') token: string): string {
    return unsubscribePage(this.read(token), localeOfCaller(), false);
  }

  @Post('unsubscribe/:token')
  @Summary('Ends one category for one recipient (RFC 8058), by one click; again and again without effect.')
  @Public()
  @RouteOptions({ secretPath: true })
  @TakesBytes(MAX_CLICK_BYTES)
  @HttpCode(200)
  @Header('content-type', HTML)
  @Responds(200, PAGE, [UnsubscribeLinkInvalid])
  async unsubscribe(@Param('token') token: string): Promise<string> {
    const found = this.read(token);
    await this.suppressions.unsubscribe(found.address, found.category);
    return unsubscribePage(found, localeOfCaller(), true);
  }

  /** @throws UnsubscribeLinkInvalid */
  private read(token: string): Unsubscription {
    const found = this.tokens.read(token);
    if (!found) throw new UnsubscribeLinkInvalid();
    return found;
  }
}
