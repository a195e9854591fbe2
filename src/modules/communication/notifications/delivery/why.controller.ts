import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Forbidden } from '../../../../core/kernel/errors';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../../core/web/access';
import { IdParam, Responds, Summary } from '../../../../core/web/dto';
import { PreviewNotificationInput } from '../inbox/dto/notification.dto';
import { NotificationNotFound } from '../notifications.errors';
import { NotificationDeliveriesDto, NotificationWhyDto } from './dto/why.dto';
import { WhyService } from './why.service';

@ApiTags('notifications')
@Controller(`${API_PREFIX}/notifications`)
export class NotificationReasonsController {
  constructor(private readonly reasons: WhyService) {}

  @Post('preview')
  @Summary('By which channels a notification would go, when and why, without sending it.')
  @Require()
  @HttpCode(200)
  @Responds(200, NotificationWhyDto, [Forbidden])
  preview(@CurrentUser() user: Principal, @Body() input: PreviewNotificationInput): Promise<NotificationWhyDto> {
    return this.reasons.preview(user, input);
  }

  @Get(':id/why')
  @Summary('Why I was told this, by each channel; of anybody’s with `manage_notifications`.')
  @Require()
  @Responds(200, NotificationWhyDto, [NotificationNotFound])
  why(@CurrentUser() user: Principal, @IdParam() id: string): Promise<NotificationWhyDto> {
    return this.reasons.why(user, id);
  }

  @Get(':id/deliveries')
  @Summary(
    'What has become of a notification of mine by each channel and device; of anybody’s with `manage_notifications`.',
  )
  @Require()
  @Responds(200, NotificationDeliveriesDto, [NotificationNotFound])
  deliveries(@CurrentUser() user: Principal, @IdParam() id: string): Promise<NotificationDeliveriesDto> {
    return this.reasons.deliveries(user, id);
  }
}
