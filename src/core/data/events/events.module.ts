import { Module } from '@nestjs/common';
import { QueuesModule } from '../queues';
import { DeliveryMetrics } from './delivery-metrics';
import { Events } from './events';
import { EventsProcessor, Relay } from './relay';
import './outbox.entity';
import './delivery.entity';
import './subscription.entity';

@Module({
  imports: [QueuesModule.forCore()],
  providers: [DeliveryMetrics, Events, Relay, EventsProcessor],
  exports: [Events],
})
export class EventsModule {}
