export { EVENTS_QUEUE, QueuesModule } from './queues.module';
export { TaskJob, TaskQueue, TASKS_QUEUE } from './task-queue';
