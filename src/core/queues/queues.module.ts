import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import { Redis } from '../redis';

/** The queue that carries durable events. */
export const EVENTS_QUEUE = 'events';

const LOCK_MS = 30_000;

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
export class QueuesModule {}
