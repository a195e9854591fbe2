import { Inject, Injectable, Logger, OnApplicationShutdown } from '@nestjs/common';
import { Redis as Client, RedisOptions } from 'ioredis';
import { Config, CONFIG } from '../../kernel/config';

const COMMAND_MS = 500;
const CONNECT_MS = 2000;
const RETRY_MAX_MS = 500;

/** How every client tries again: soon at first, then twice a second for ever. */
const retryStrategy = (times: number): number => Math.min(times * 50, RETRY_MAX_MS);

/**
 * The connections to Redis. Commands fail at once while it is away: whoever uses it must be able to do without, since
 * Redis holds nothing that Postgres does not.
 */
@Injectable()
export class Redis implements OnApplicationShutdown {
  /** For commands: no queue while away, half a second at most. */
  readonly client: Client;
  /** First part of every key. */
  readonly prefix: string;
  private readonly log = new Logger(Redis.name);
  private readonly opened: Client[] = [];

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.prefix = config.redisPrefix;
    this.client = this.open({ enableOfflineQueue: false, commandTimeout: COMMAND_MS, maxRetriesPerRequest: 1 });
  }

  /** Whether commands can be expected to work right now. */
  get ready(): boolean {
    return this.client.status === 'ready';
  }

  /** A connection of its own, for subscriptions and for Bull; closed with the application. */
  open(options: RedisOptions): Client {
    const client = new Client(this.config.redisUrl, {
      connectTimeout: CONNECT_MS,
      retryStrategy,
      enableAutoPipelining: false,
      ...options,
    });
    let away = false;
    client.on('error', (error) => {
      if (!away) this.log.warn(`Redis is away: ${error.message}`);
      away = true;
    });
    client.on('ready', () => {
      if (away) this.log.log('Redis is back');
      away = false;
    });
    this.opened.push(client);
    return client;
  }

  onApplicationShutdown(): void {
    for (const client of this.opened) client.disconnect();
  }
}
