import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Forbidden, PreconditionFailed } from '../../../core/kernel/errors';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../core/web/access';
import { IdParam, Page, PageQuery, Responds, Summary } from '../../../core/web/dto';
import { IfMatch } from '../../../core/web/http';
import { DeliveriesService } from './deliveries.service';
import { CreateWebhookInput, UpdateWebhookInput, WebhookDto, WebhookPage } from './dto/webhook.dto';
import {
  ReplayWebhookInput,
  WebhookDeliveryDto,
  WebhookDeliveryPage,
  WebhookDeliveryQuery,
  WebhookReplayDto,
  WebhookTestDto,
} from './dto/webhook-delivery.dto';
import { TooManyWebhooks, WebhookNotFound, WebhookOff } from './webhooks.errors';
import { WebhooksService } from './webhooks.service';

@ApiTags('webhooks')
@Controller(`${API_PREFIX}/webhooks`)
export class WebhooksController {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly deliveries: DeliveriesService,
  ) {}

  @Get()
  @Summary('My webhooks, the newest first; everybody’s with `manage_webhooks`.')
  @Require()
  @Responds(200, WebhookPage)
  list(@CurrentUser() user: Principal, @Query() query: PageQuery): Promise<Page<WebhookDto>> {
    return this.webhooks.list(user, query);
  }

  @Get(':id')
  @Summary('One webhook.')
  @Require()
  @Responds(200, WebhookDto, [WebhookNotFound])
  byId(@CurrentUser() user: Principal, @IdParam() id: string): Promise<WebhookDto> {
    return this.webhooks.byId(user, id);
  }

  @Post()
  @Summary('Makes a webhook: an address that is told of events that I may see. Its secret is shown this once.')
  @Require()
  @Responds(201, WebhookDto, [TooManyWebhooks])
  create(@CurrentUser() user: Principal, @Body() input: CreateWebhookInput): Promise<WebhookDto> {
    return this.webhooks.create(user, input);
  }

  @Patch(':id')
  @Summary('Changes a webhook of mine, or switches it off or on.')
  @Require()
  @Responds(200, WebhookDto, [WebhookNotFound, Forbidden, PreconditionFailed])
  update(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Body() input: UpdateWebhookInput,
    @IfMatch() ifMatch?: string,
  ): Promise<WebhookDto> {
    return this.webhooks.update(user, id, input, ifMatch);
  }

  @Delete(':id')
  @Summary('Deletes a webhook with its deliveries.')
  @Require()
  @Responds(204, null, [WebhookNotFound])
  remove(@CurrentUser() user: Principal, @IdParam() id: string): Promise<void> {
    return this.webhooks.remove(user, id);
  }

  @Post(':id/rotate')
  @Summary('Gives a webhook of mine a new secret; the one before signs too for 24 hours.')
  @Require()
  @HttpCode(200)
  @Responds(200, WebhookDto, [WebhookNotFound, Forbidden])
  rotate(@CurrentUser() user: Principal, @IdParam() id: string): Promise<WebhookDto> {
    return this.webhooks.rotate(user, id);
  }

  @Post(':id/test')
  @Summary('Sends an event `webhooks.test` to a webhook of mine.')
  @Require()
  @HttpCode(202)
  @Responds(202, WebhookTestDto, [WebhookNotFound, Forbidden, WebhookOff])
  test(@CurrentUser() user: Principal, @IdParam() id: string): Promise<WebhookTestDto> {
    return this.deliveries.test(user, id);
  }

  @Get(':id/deliveries')
  @Summary('What has become of the events of a webhook, the newest first; kept for 30 days.')
  @Require()
  @Responds(200, WebhookDeliveryPage, [WebhookNotFound])
  listDeliveries(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Query() query: WebhookDeliveryQuery,
  ): Promise<Page<WebhookDeliveryDto>> {
    return this.deliveries.list(user, id, query);
  }

  @Post(':id/replay')
  @Summary('Sends events to a webhook of mine once more, under the same ids.')
  @Require()
  @HttpCode(202)
  @Responds(202, WebhookReplayDto, [WebhookNotFound, Forbidden, WebhookOff])
  replay(
    @CurrentUser() user: Principal,
    @IdParam() id: string,
    @Body() input: ReplayWebhookInput,
  ): Promise<WebhookReplayDto> {
    return this.deliveries.replay(user, id, input);
  }
}
