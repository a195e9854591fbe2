export { Delivery, DomainEvent, EventType } from './event';
export { Events, ListenerOptions } from './events';
export { EventsModule } from './events.module';
