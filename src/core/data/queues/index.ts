export { EVENTS_QUEUE, QueuesModule } from './queues.module';
