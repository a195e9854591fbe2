import { Module } from '@nestjs/common';
import { MailModule } from '../../communication/mail';
import { UsersModule } from '../../identity/users';
import { SharingModule } from '../sharing';
import { DeliveriesService } from './deliveries.service';
import { DeliveryNudge } from './delivery-nudge';
import { DeliveryOutcomes } from './delivery-outcomes';
import { Dispatcher } from './dispatcher';
import './entities/webhook-delivery.entity';
import './entities/webhook-event.entity';
import './entities/webhook.entity';
import { EventWriter } from './event-writer';
import { PublicEvents } from './public-events';
import { WebhookHealth } from './webhook-health';
import { WebhookSecrets } from './webhook-secrets';
import { WebhookSender } from './webhook-sender';
import { WebhooksController } from './webhooks.controller';
import { WebhooksPersonalData } from './webhooks-personal-data';
import { WebhooksService } from './webhooks.service';

@Module({
  imports: [MailModule, SharingModule, UsersModule],
  controllers: [WebhooksController],
  providers: [
    DeliveriesService,
    DeliveryNudge,
    DeliveryOutcomes,
    Dispatcher,
    EventWriter,
    PublicEvents,
    WebhookHealth,
    WebhookSecrets,
    WebhookSender,
    WebhooksPersonalData,
    WebhooksService,
  ],
})
export class WebhooksModule {}
