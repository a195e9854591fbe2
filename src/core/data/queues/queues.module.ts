import { setTimeout as sleep } from 'node:timers/promises';
import { BullModule, InjectQueue } from '@nestjs/bull';
import { BeforeApplicationShutdown, Module } from '@nestjs/common';
import type { Queue } from 'bull';
import { Redis } from '../redis';
import { PULSE_QUEUE, QueuePulse } from './queue-pulse';
import { TaskQueue, TASKS_QUEUE } from './task-queue';

/** The queue that carries durable events. */
export const EVENTS_QUEUE = 'events';

const LOCK_MS = 30_000;
const CLOSE_MS = 5000;

/**
 * Bull, behind this folder alone. Its blocking connections wait for Redis as long as it takes; the one that adds jobs
 * fails at once, since the outbox will try again.
 */
@Module({
  imports: [
    BullModule.forRootAsync({
      inject: [Redis],
      useFactory: (redis: Redis) => ({
        prefix: `${redis.prefix}:bull`,
        createClient: (type) =>
          type === 'client'
            ? redis.open({ maxRetriesPerRequest: 1, commandTimeout: 2000, enableReadyCheck: false })
            : redis.open({ maxRetriesPerRequest: null, enableReadyCheck: false }),
        settings: { lockDuration: LOCK_MS, stalledInterval: 5000, maxStalledCount: 10, guardInterval: 2000 },
      }),
    }),
    BullModule.registerQueue({ name: EVENTS_QUEUE }, { name: PULSE_QUEUE }, { name: TASKS_QUEUE }),
  ],
  providers: [QueuePulse, TaskQueue],
  exports: [BullModule, TaskQueue],
})
export class QueuesModule implements BeforeApplicationShutdown {
  private readonly queues: readonly Queue[];

  constructor(
    @InjectQueue(EVENTS_QUEUE) events: Queue,
    @InjectQueue(PULSE_QUEUE) pulse: Queue,
    @InjectQueue(TASKS_QUEUE) tasks: Queue,
  ) {
    this.queues = [events, pulse, tasks];
  }

  /** While core/data/redis still has its connections; a queue whose Redis is away is not waited for. */
  async beforeApplicationShutdown(): Promise<void> {
    const closed = Promise.all(this.queues.map((queue) => queue.close().catch(() => undefined)));
    await Promise.race([closed, sleep(CLOSE_MS, undefined, { ref: false })]);
  }
}
