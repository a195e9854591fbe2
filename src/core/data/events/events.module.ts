import { Module } from '@nestjs/common';
import { QueuesModule } from '../queues';
import { DeadLetters } from './dead-letters';
import { DeliveryMetrics } from './delivery-metrics';
import { Events } from './events';
import { EventsController } from './events.controller';
import { EventsProcessor, Relay } from './relay';
import './outbox.entity';
import './delivery.entity';
import './subscription.entity';

@Module({
  imports: [QueuesModule],
  controllers: [EventsController],
  providers: [DeadLetters, DeliveryMetrics, Events, Relay, EventsProcessor],
  exports: [Events],
})
export class EventsModule {}
