import { randomUUID } from 'node:crypto';
import { Injectable, OnModuleInit } from '@nestjs/common';
import type { Redis as Client } from 'ioredis';
import { Redis } from './redis';

type Handler = (payload: unknown) => unknown;

/**
 * Tells all instances of something at once. Only a hint that may be lost, or never be sent while Redis is away: the truth
 * is in Postgres, and a listener that must not miss anything looks there too.
 */
@Injectable()
export class Bus implements OnModuleInit {
  private readonly me = randomUUID();
  private readonly channel: string;
  private readonly handlers = new Map<string, Handler[]>();
  private subscriber: Client;

  constructor(private readonly redis: Redis) {
    this.channel = `${redis.prefix}:bus`;
  }

  onModuleInit(): void {
    this.subscriber = this.redis.open({ maxRetriesPerRequest: null, autoResubscribe: true });
    void this.subscriber.subscribe(this.channel).catch(() => undefined); // resubscribes by itself once connected
    this.subscriber.on('message', (_, text) => this.receive(text));
  }

  /** Calls the handlers of this topic here at once, and on the other instances if Redis carries it there. */
  async publish(topic: string, payload: unknown): Promise<void> {
    this.deliver(topic, payload);
    if (!this.redis.ready) return;
    await this.redis.client.publish(this.channel, JSON.stringify([this.me, topic, payload])).catch(() => undefined);
  }

  /** @param handler must not throw; called on every instance, also the publishing one */
  subscribe(topic: string, handler: Handler): void {
    this.handlers.set(topic, [...(this.handlers.get(topic) ?? []), handler]);
  }

  private receive(text: string): void {
    const [from, topic, payload] = JSON.parse(text) as [string, string, unknown];
    if (from !== this.me) this.deliver(topic, payload);
  }

  private deliver(topic: string, payload: unknown): void {
    for (const handler of this.handlers.get(topic) ?? []) handler(payload);
  }
}
