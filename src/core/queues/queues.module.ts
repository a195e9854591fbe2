import { setTimeout as sleep } from 'node:timers/promises';
import { BullModule, InjectQueue } from '@nestjs/bull';
import { BeforeApplicationShutdown, Module } from '@nestjs/common';
import type { Queue } from 'bull';
import { Redis } from '../redis';

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
    BullModule.registerQueue({ name: EVENTS_QUEUE }),
  ],
  exports: [BullModule],
})
export class QueuesModule implements BeforeApplicationShutdown {
  constructor(@InjectQueue(EVENTS_QUEUE) private readonly queue: Queue) {}

  /** While core/redis still has its connections; a queue whose Redis is away is not waited for. */
  async beforeApplicationShutdown(): Promise<void> {
    const closed = this.queue.close().catch(() => undefined);
    await Promise.race([closed, sleep(CLOSE_MS, undefined, { ref: false })]);
  }
}
