import { Module } from '@nestjs/common';
import { AuthModule } from '../../identity/auth';
import { GroupsModule } from '../../identity/groups';
import { UsersModule } from '../../identity/users';
import { SharingModule } from '../../platform/sharing';
import { WebhooksModule } from '../../platform/webhooks';
import { MailModule } from '../mail';
import { Categories } from './categories/categories';
import { Recipients } from './decision/recipients';
import { DeliveryNudge } from './delivery/delivery-nudge';
import { DeliveryOutcomes } from './delivery/delivery-outcomes';
import { NotificationDispatcher } from './delivery/dispatcher';
import './delivery/entities/notification-delivery.entity';
import { NoticeMailer } from './delivery/notice-mailer';
import { PushSender } from './delivery/push-sender';
import { WaitingDeliveries } from './delivery/waiting-deliveries';
import { NotificationReasonsController } from './delivery/why.controller';
import { WhyService } from './delivery/why.service';
import { FcmAccess } from './fcm/fcm-access';
import { FcmPush } from './fcm/fcm-push';
import './inbox/entities/notification-change.entity';
import './inbox/entities/notification-inbox.entity';
import './inbox/entities/notification.entity';
import { NotificationsController } from './inbox/notifications.controller';
import { InboxService } from './inbox/inbox.service';
import { NoticeWriter } from './inbox/notice-writer';
import { SecurityNotices } from './listeners/security-notices';
import { ShareNotices } from './listeners/share-notices';
import { NotificationsHealth } from './notifications-health';
import { NotificationsPersonalData } from './notifications-personal-data';
import { NotificationsService } from './notifications.service';
import { PushWorkerController } from './push/push-worker.controller';
import './preferences/entities/notification-preference.entity';
import { NotificationPreferencesController } from './preferences/preferences.controller';
import { PreferencesService } from './preferences/preferences.service';
import { NotificationDevicesController } from './push/devices.controller';
import { DevicesService } from './push/devices.service';
import './push/entities/notification-device.entity';
import { PushPosts } from './push/push-posts';
import { VapidKeys } from './push/vapid-keys';
import { WebPush } from './push/web-push';
import { ResourceVisibility } from './resource-visibility';
import { NotificationRooms } from './stream/notification-rooms';
import { NotificationStreams } from './stream/notification-streams';
import { NotificationsGateway } from './stream/notifications.gateway';
import { NotificationStreamController } from './stream/stream.controller';

@Module({
  imports: [AuthModule, GroupsModule, MailModule, SharingModule, UsersModule, WebhooksModule],
  // Paths of their own come before `/{id}`.
  controllers: [
    PushWorkerController,
    NotificationStreamController,
    NotificationPreferencesController,
    NotificationDevicesController,
    NotificationsController,
    NotificationReasonsController,
  ],
  providers: [
    Categories,
    DeliveryNudge,
    DeliveryOutcomes,
    DevicesService,
    FcmAccess,
    FcmPush,
    InboxService,
    NoticeMailer,
    NoticeWriter,
    NotificationDispatcher,
    NotificationRooms,
    NotificationStreams,
    NotificationsGateway,
    NotificationsHealth,
    NotificationsPersonalData,
    NotificationsService,
    PreferencesService,
    PushPosts,
    PushSender,
    Recipients,
    ResourceVisibility,
    SecurityNotices,
    ShareNotices,
    VapidKeys,
    WaitingDeliveries,
    WebPush,
    WhyService,
  ],
  exports: [NotificationsService],
})
export class NotificationsModule {}
