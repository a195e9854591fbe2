import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { setAnswerStatus } from '../../../../core/kernel/context/context';
import { API_PREFIX, CurrentUser, Principal, Require } from '../../../../core/web/access';
import { IdParam, Responds, Summary } from '../../../../core/web/dto';
import { DeviceNotFound } from '../notifications.errors';
import { DevicesService } from './devices.service';
import {
  NotificationDeviceDto,
  NotificationDevicesDto,
  RegisterDeviceInput,
  VapidPublicKeyDto,
} from './dto/device.dto';
import { VapidKeys } from './vapid-keys';

/** As browsers write it (W3C Push API), so its names are theirs. */
const SUBSCRIPTION = {
  schema: {
    type: 'object',
    required: ['endpoint', 'keys'],
    additionalProperties: false,
    properties: {
      endpoint: { type: 'string', format: 'uri', maxLength: 2000 },
      expirationTime: { type: 'number', nullable: true },
      keys: {
        type: 'object',
        required: ['p256dh', 'auth'],
        properties: { p256dh: { type: 'string' }, auth: { type: 'string' } },
      },
      type: { type: 'string', enum: ['browser', 'unified_push'], default: 'browser' },
    },
  },
} as const;

@ApiTags('notifications')
@Controller(`${API_PREFIX}/notifications`)
export class NotificationDevicesController {
  constructor(
    private readonly devices: DevicesService,
    private readonly vapid: VapidKeys,
  ) {}

  @Post('register-device')
  @Summary(
    'Registers an app with Firebase for this session; 200 for one that is known. A token that another account had leaves it.',
  )
  @Require()
  @Responds(201, NotificationDeviceDto)
  async register(@CurrentUser() user: Principal, @Body() input: RegisterDeviceInput): Promise<NotificationDeviceDto> {
    const { device, isNew } = await this.devices.register(user, input);
    if (!isNew) setAnswerStatus(200);
    return device;
  }

  @Get('web-push/vapid-public-key')
  @Summary('The key by which a browser subscribes to pushes of this installation.')
  @Require()
  @Responds(200, VapidPublicKeyDto)
  publicKey(): VapidPublicKeyDto {
    return { publicKey: this.vapid.publicKey };
  }

  @Get('web-push/subscriptions')
  @Summary('My browsers that notifications are pushed to.')
  @Require()
  @Responds(200, NotificationDevicesDto)
  subscriptions(@CurrentUser() user: Principal): Promise<NotificationDevicesDto> {
    return this.devices.list(user, 'web_push');
  }

  @Post('web-push/subscriptions')
  @Summary('Subscribes a browser, or an app by UnifiedPush, for this session; 200 for one that is known.')
  @Require()
  @ApiBody(SUBSCRIPTION as never)
  @Responds(201, NotificationDeviceDto)
  async subscribe(@CurrentUser() user: Principal, @Body() body: unknown): Promise<NotificationDeviceDto> {
    const { device, isNew } = await this.devices.subscribe(user, body);
    if (!isNew) setAnswerStatus(200);
    return device;
  }

  @Delete('web-push/subscriptions/:id')
  @Summary('Ends a subscription of mine.')
  @Require()
  @Responds(204, null, [DeviceNotFound])
  unsubscribe(@CurrentUser() user: Principal, @IdParam() id: string): Promise<void> {
    return this.devices.remove(user, id);
  }

  @Get('devices')
  @Summary('My browsers and apps that notifications are pushed to, the last registered first; 20 at most.')
  @Require()
  @Responds(200, NotificationDevicesDto)
  list(@CurrentUser() user: Principal): Promise<NotificationDevicesDto> {
    return this.devices.list(user, null);
  }

  @Delete('devices/:id')
  @Summary('Removes a device of mine.')
  @Require()
  @Responds(204, null, [DeviceNotFound])
  remove(@CurrentUser() user: Principal, @IdParam() id: string): Promise<void> {
    return this.devices.remove(user, id);
  }
}
