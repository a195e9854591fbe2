export { InjectQueue } from '@nestjs/bull';
export type { Queue } from 'bull';
export { EVENTS_QUEUE, QueuesModule } from './queues.module';
