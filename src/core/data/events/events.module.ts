import { Module } from '@nestjs/common';
import { QueuesModule } from '../queues';
import { Events } from './events';
import { EventsProcessor, Relay } from './relay';
import './outbox.entity';
import './processed.entity';

@Module({ imports: [QueuesModule], providers: [Events, Relay, EventsProcessor], exports: [Events] })
export class EventsModule {}
