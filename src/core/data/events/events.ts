import { Injectable, Logger } from '@nestjs/common';
import { Batcher, Database } from '../database';
import { newId } from '../../kernel/runtime';
import { DELIVERED, DELIVERED_MANY, EMIT, FIND, HAND_BACK, HOLD, SPREAD, TAKE, VOUCH } from './delivery.statements';
import type { Delivery, DomainEvent, EventType } from './event';

type Listener = (event: DomainEvent, delivery: Delivery) => unknown;

interface Subscription {
  readonly type: EventType;
  /** Unique name of a durable listener, as `orders.mail-receipt`. */
  readonly consumer: string;
  readonly listener: Listener;
  readonly outside: boolean;
  readonly ordered: boolean;
}

/** How a durable listener is run. */
export interface ListenerOptions {
  /**
   * Without a transaction, for one that talks to another server: no connection waits for it. That it ran is written
   * once it has, so a crash in between runs it again: what it does must be idempotent by `Delivery.eventId`.
   */
  readonly outside?: boolean;
  /** Events of one subject come in their order: none while an earlier one is not delivered, be it dead. */
  readonly ordered?: boolean;
}

const SPREAD_EVERY_MS = 3000;

/** A delivery that is not done yet. */
interface DueDelivery {
  readonly eventId: string;
  readonly consumer: string;
  readonly version: number;
  readonly type: string;
  readonly payload: object;
}

/** Tells modules of what others have done, once it is committed. */
@Injectable()
export class Events {
  private readonly log = new Logger(Events.name);
  private readonly subscriptions: Subscription[] = [];
  private readonly writers = new Map<string, ((event: DomainEvent) => Promise<unknown>)[]>();
  /** A commit for each would keep as many connections waiting for the disk. */
  private readonly finished = new Batcher<string, void>(async (ids) => {
    await this.db.execute(DELIVERED_MANY, [ids]);
    return ids.map(() => undefined);
  });
  /** When deliveries were last made for events that had none, by `performance.now()`. */
  private spreadAtMs = -Infinity;
  private wake: () => void = () => undefined;

  constructor(private readonly db: Database) {}

  /**
   * Publishes an event of the open transaction. A durable one is written to the outbox with it, with a delivery for each
   * consumer; any other is handed to its listeners right after the commit and lost if the process dies in between.
   * @param id of the event, for who must know it beforehand; a new UUID v7 unless given @throws Error when a durable event has no transaction
   */
  async emit(event: DomainEvent, id = newId()): Promise<void> {
    const type = event.constructor as EventType;
    if (!type.durable) return this.db.afterCommit(() => this.tell(type, event));
    if (!this.db.inTransaction) throw new Error(`${type.type} is durable and needs a transaction`);
    for (const write of this.writers.get(type.type) ?? []) await write(event);
    const row = [id, type.type, JSON.stringify(event), type.version, type.subjectOf(event)];
    await this.db.executeAtCommit(EMIT, [...this.own(), ...row]);
    this.db.afterCommit(() => this.wake());
  }

  /**
   * Listens to an event. A durable listener runs at least once, in a transaction of its own that also remembers that it
   * ran: what it does in the database happens once. @param consumer unique and stable
   */
  on<E extends DomainEvent>(
    type: EventType<E>,
    consumer: string,
    listener: (event: E, delivery: Delivery) => unknown,
    { outside = false, ordered = false }: ListenerOptions = {},
  ): void {
    if (this.subscriptions.some((one) => one.consumer === consumer)) throw new Error(`Two listeners named ${consumer}`);
    this.subscriptions.push({ type, consumer, listener: listener as Listener, outside, ordered });
  }

  /**
   * Writes more with each durable event of this type, in the transaction and the context that emit it. For what must not cost a delivery
   * of its own; where it throws, nothing has happened.
   */
  alongside<E extends DomainEvent>(type: EventType<E>, write: (event: E) => Promise<unknown>): void {
    const before = this.writers.get(type.type) ?? [];
    this.writers.set(type.type, [...before, write as (event: DomainEvent) => Promise<unknown>]);
  }

  /** Called after each commit that left a durable event. */
  onDurable(wake: () => void): void {
    this.wake = wake;
  }

  /** Tells the database which consumers this process has, so that other releases make deliveries for them. */
  async vouch(): Promise<void> {
    await this.db.execute(VOUCH, this.own());
  }

  /** Makes deliveries for events that were written without, and takes a portion of those that are due here. @returns their ids */
  async take(): Promise<string[]> {
    await this.spread();
    return (await this.db.query<{ id: string }>(TAKE, this.known())).map(({ id }) => id);
  }

  /** The durable consumers of this process, and the newest version of an event that each understands. */
  known(): [consumers: string[], versions: number[]] {
    const durable = this.durable();
    return [durable.map(({ consumer }) => consumer), durable.map(({ type }) => type.version)];
  }

  /**
   * Hands an event to its consumer and writes down that it has; does nothing where that is done, where another process is
   * at it, or where this one does not have the consumer or understand the version. @throws the listener's error
   */
  async deliver(deliveryId: string): Promise<void> {
    const [found] = await this.db.query<DueDelivery>(FIND, [deliveryId]);
    if (!found) return;
    const subscription = this.subscriptionOf(found);
    if (!subscription) return void (await this.db.execute(HAND_BACK, [deliveryId]));
    if (subscription.outside) {
      await this.call(subscription, found);
      return this.finished.do(deliveryId);
    }
    await this.db.transaction(async () => {
      const [due] = await this.db.query<DueDelivery>(HOLD, [deliveryId]);
      if (!due) return;
      await this.call(subscription, due);
      await this.db.executeAtCommit(DELIVERED, [deliveryId]);
    });
  }

  /** Only an earlier release writes events without deliveries, so this is seldom asked. */
  private async spread(): Promise<void> {
    if (performance.now() - this.spreadAtMs < SPREAD_EVERY_MS) return;
    await this.db.execute(SPREAD, this.own());
    this.spreadAtMs = performance.now();
  }

  private async call({ type, listener }: Subscription, { eventId, payload }: DueDelivery): Promise<void> {
    const event = Object.assign(Object.create(type.prototype as object) as DomainEvent, payload);
    await listener(event, { eventId });
  }

  private subscriptionOf(due: DueDelivery): Subscription | undefined {
    return this.subscriptions.find(
      ({ type, consumer }) => consumer === due.consumer && type.type === due.type && due.version <= type.version,
    );
  }

  private durable(): Subscription[] {
    return this.subscriptions.filter(({ type }) => type.durable);
  }

  /** Consumers, types and orders of the durable subscriptions, as the statements take them. */
  private own(): unknown[] {
    const durable = this.durable();
    return [
      durable.map(({ consumer }) => consumer),
      durable.map(({ type }) => type.type),
      durable.map(({ ordered }) => ordered),
    ];
  }

  private async tell(type: EventType, event: DomainEvent): Promise<void> {
    for (const subscription of this.subscriptions) {
      if (subscription.type !== type) continue;
      try {
        await subscription.listener(event, { eventId: newId() });
      } catch (error) {
        this.log.error(`${subscription.consumer} failed`, error);
      }
    }
  }
}
