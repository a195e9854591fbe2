import {
  DateField,
  EnumField,
  IdField,
  Input,
  Output,
  ObjectListField,
  StringField,
} from '../../../../../core/web/dto';
import { DEVICE_TYPES } from '../entities/notification-device.entity';

const APP_TYPES = ['android', 'ios', 'web'] as const;

@Input('RegisterDeviceInput')
export class RegisterDeviceInput {
  @StringField({
    max: 4096,
    pattern: /^[\w:.-]+$/,
    shape: 'a registration token of Firebase',
    secret: true,
    description: 'The registration token that Firebase gave the app.',
  })
  fcmToken: string;

  @EnumField(APP_TYPES)
  deviceType: (typeof APP_TYPES)[number];
}

@Output('NotificationDevice', 'A browser or an app that notifications are pushed to.')
export class NotificationDeviceDto {
  @IdField()
  id: string;

  @EnumField(['web_push', 'fcm'])
  channel: string;

  @EnumField(DEVICE_TYPES)
  deviceType: string;

  @StringField({ max: 300, example: 'updates.push.services.mozilla.com', description: 'Of its push service.' })
  host: string;

  @DateField()
  createdAt: Date;

  @DateField({ description: 'When it last registered.' })
  registeredAt: Date;
}

@Output('NotificationDevices')
export class NotificationDevicesDto {
  @ObjectListField(() => NotificationDeviceDto)
  items: NotificationDeviceDto[];
}

@Output('VapidPublicKey')
export class VapidPublicKeyDto {
  @StringField({ max: 100, description: 'The `applicationServerKey` of subscriptions, base64url.' })
  publicKey: string;
}
