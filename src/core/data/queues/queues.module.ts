import { setTimeout as sleep } from 'node:timers/promises';
import { BullModule, getQueueToken } from '@nestjs/bull';
import { BeforeApplicationShutdown, DynamicModule, Module } from '@nestjs/common';
import type { Queue } from 'bull';
import { Redis } from '../redis';
import { PULSE_QUEUE, QueuePulse } from './queue-pulse';

/** The queue that carries durable events. */
export const EVENTS_QUEUE = 'events';

const LOCK_MS = 30_000;
const CLOSE_MS = 5000;

/**
 * Bull, behind this folder alone. Its blocking connections wait for Redis as long as it takes; the one that adds jobs
 * fails at once, since the outbox will try again.
 */
@Module({})
export class QueuesModule {
  /** Core's own queues, and what every queue shares. */
  static forCore(): DynamicModule {
    const queues = [EVENTS_QUEUE, PULSE_QUEUE].map((name) => QueuesModule.queue(name));
    return {
      module: QueuesModule,
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
        ...queues,
      ],
      providers: [QueuePulse],
      exports: queues,
    };
  }

  /** A queue for the module that imports this, where `@InjectQueue(name)` finds it. @param name that of the module */
  static queue(name: string): DynamicModule {
    return {
      module: QueuesModule,
      imports: [BullModule.registerQueue({ name })],
      providers: [
        {
          provide: `closer of ${name}`,
          inject: [getQueueToken(name)],
          useFactory: (queue: BullQueue) => new QueueCloser(queue),
        },
      ],
      exports: [BullModule],
    };
  }
}

/** What Bull starts without waiting for it: nobody else can handle the promises. */
type BullQueue = Omit<Queue, 'process'> & {
  readonly closing?: Promise<void>;
  process: (...args: unknown[]) => Promise<void>;
  setWorkerName: () => Promise<void>;
};

/**
 * Closes a queue while core/data/redis still has its connections; one whose Redis is away is not waited for. What still waits for an
 * answer of Redis is then rejected by Bull, which ends the process unless it is handled here.
 */
class QueueCloser implements BeforeApplicationShutdown {
  constructor(private readonly queue: BullQueue) {
    const { process, setWorkerName } = queue;
    queue.process = (...args) =>
      process.apply(queue, args).catch((error: unknown) => {
        if (!queue.closing) throw error;
      });
    // A name in the list of Redis's clients: the queue works without.
    queue.setWorkerName = () => setWorkerName.call(queue).catch(() => undefined);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.race([this.queue.close().catch(() => undefined), sleep(CLOSE_MS, undefined, { ref: false })]);
  }
}
