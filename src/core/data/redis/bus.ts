import { randomUUID } from 'node:crypto';
import { Injectable, Logger, OnModuleInit } from '@nestjs/common';
import type { Redis as Client } from 'ioredis';
import type { Counter } from 'prom-client';
import { Metrics } from '../../kernel/metrics';
import { Redis } from './redis';

/** A kind of message on the bus, and what its payload is. Another release may send another version of it. */
export interface Topic<T> {
  readonly name: string;
  /** Raised when the payload changes its shape; 1 unless given. A process ignores versions other than its own. */
  readonly version?: number;
  /** Whether a payload that came over the wire has the shape of this version. */
  readonly accepts: (payload: unknown) => payload is T;
}

interface Subscriber {
  readonly topic: Topic<never>;
  readonly handler: (payload: never) => unknown;
}

/** Why a message was not handled, as the metric names it. */
type Ignored = 'unreadable' | 'unknown_topic' | 'unknown_version' | 'handler_failed';

/**
 * Tells all instances of something at once. A message is only a hint that may be lost, or never be sent while Redis is
 * away: the truth is in Postgres, and a listener that must not miss anything looks there too. No message ends a process:
 * what cannot be read, or is of an unknown topic or version, is counted and ignored.
 */
@Injectable()
export class Bus implements OnModuleInit {
  private readonly log = new Logger(Bus.name);
  private readonly me = randomUUID();
  private readonly channel: string;
  private readonly subscribers = new Map<string, Subscriber[]>();
  private readonly ignored: Counter<'reason'>;
  private subscriber: Client;

  constructor(
    private readonly redis: Redis,
    metrics: Metrics,
  ) {
    this.channel = `${redis.prefix}:bus`;
    this.ignored = metrics.counter('bus_messages_ignored_total', 'Messages of the bus that were not handled.', [
      'reason',
    ]);
  }

  onModuleInit(): void {
    this.subscriber = this.redis.open({ maxRetriesPerRequest: null, autoResubscribe: true });
    void this.subscriber.subscribe(this.channel).catch(() => undefined); // resubscribes by itself once connected
    this.subscriber.on('message', (_, text) => this.receive(text));
  }

  /** Calls the subscribers of this topic here at once, and on the other instances if Redis carries it there. */
  async publish<T>({ name, version = 1 }: Topic<T>, payload: T): Promise<void> {
    this.deliver(name, version, payload);
    if (!this.redis.ready) return;
    // The version comes last: a release without versions reads the first three.
    const text = JSON.stringify([this.me, name, payload, version]);
    await this.redis.client.publish(this.channel, text).catch(() => undefined);
  }

  /** @param handler called on every instance, also the publishing one; when it throws or rejects, that is logged and counted */
  subscribe<T>(topic: Topic<T>, handler: (payload: T) => unknown): void {
    const known = this.subscribers.get(topic.name) ?? [];
    this.subscribers.set(topic.name, [...known, { topic, handler } as unknown as Subscriber]);
  }

  private receive(text: string): void {
    const message = read(text);
    if (!message) return this.ignore('unreadable');
    if (message.from !== this.me) this.deliver(message.topic, message.version, message.payload);
  }

  private deliver(topicName: string, version: number, payload: unknown): void {
    const subscribers = this.subscribers.get(topicName);
    if (!subscribers) return this.ignore('unknown_topic');
    for (const { topic, handler } of subscribers) {
      if ((topic.version ?? 1) !== version) this.ignore('unknown_version');
      else if (!this.isAccepted(topic, payload)) this.ignore('unreadable');
      else void this.run(topicName, handler, payload as never);
    }
  }

  private isAccepted(topic: Topic<never>, payload: unknown): boolean {
    try {
      return topic.accepts(payload);
    } catch {
      return false;
    }
  }

  /** Begins the handler at once; resolves in any case. */
  private async run(topicName: string, handler: Subscriber['handler'], payload: never): Promise<void> {
    try {
      await handler(payload);
    } catch (error) {
      this.ignore('handler_failed');
      this.log.error(`A subscriber of ${topicName} failed`, error);
    }
  }

  private ignore(reason: Ignored): void {
    this.ignored.inc({ reason });
  }
}

/** The parts of a message; null where it has none. A message without a version is of the first. */
function read(text: string): { from: string; topic: string; payload: unknown; version: number } | null {
  try {
    const parts: unknown = JSON.parse(text);
    if (!Array.isArray(parts)) return null;
    const [from, topic, payload, version = 1] = parts as unknown[];
    if (typeof from !== 'string' || typeof topic !== 'string' || typeof version !== 'number') return null;
    return { from, topic, payload, version };
  } catch {
    return null;
  }
}
