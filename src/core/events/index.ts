export { Delivery, DomainEvent, EventType } from './event';
export { Events } from './events';
export { EventsModule } from './events.module';
