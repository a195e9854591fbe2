import { Injectable, Logger } from '@nestjs/common';
import { Database, unpreparedStatement, statement } from '../database';
import { newId } from '../../kernel/runtime';
import type { Delivery, DomainEvent, EventType } from './event';
import { Gathering } from './gathering';

type Listener = (event: DomainEvent, delivery: Delivery) => unknown;

interface Subscription {
  readonly type: EventType;
  /** Unique name of a durable listener, as `orders.mail-receipt`. */
  readonly consumer: string;
  readonly listener: Listener;
  readonly outside: boolean;
}

/** How a durable listener is run. */
export interface ListenerOptions {
  /**
   * Without a transaction, for one that talks to another server: no connection waits for it. That it ran is written
   * once it has, so a crash in between runs it again: what it does must be idempotent by `Delivery.eventId`.
   */
  readonly outside?: boolean;
}

const ADD = statement('outbox.add', 'INSERT INTO outbox (id, type, payload) VALUES ($1, $2, $3)');
/** With which of its listeners have had it. */
const FIND = statement(
  'outbox.find',
  `SELECT type, payload, ARRAY(SELECT consumer FROM processed_events WHERE event_id = $1) AS "doneBy"
   FROM outbox WHERE id = $1 AND delivered_at IS NULL`,
);
const DONE_BY = statement('outbox.done-by', 'INSERT INTO processed_events (consumer, event_id) VALUES ($1, $2)');
const DELIVERED = statement('outbox.delivered', 'UPDATE outbox SET delivered_at = now() WHERE id = $1');
/** Of several events at once, each with the listener that was its last; locked in id order by all who do so. */
const DONE_AND_DELIVERED = unpreparedStatement(
  `WITH held AS MATERIALIZED (SELECT id FROM outbox WHERE id = ANY($2::uuid[]) ORDER BY id FOR UPDATE),
   done AS (
     INSERT INTO processed_events (consumer, event_id)
     SELECT f.* FROM unnest($1::text[], $2::uuid[]) AS f (consumer, event_id) JOIN held ON held.id = f.event_id
     ON CONFLICT DO NOTHING
   )
   UPDATE outbox SET delivered_at = now() FROM held WHERE outbox.id = held.id`,
);

/** An event of the outbox that some listener still has to have. */
export interface DueEvent {
  readonly type: string;
  readonly payload: object;
  readonly doneBy: readonly string[];
}

/** Tells modules of what others have done, once it is committed. */
@Injectable()
export class Events {
  private readonly log = new Logger(Events.name);
  private readonly subscriptions: Subscription[] = [];
  /** A commit for each would keep as many connections waiting for the disk. */
  private readonly finished = new Gathering<{ consumer: string; eventId: string }>((all) =>
    this.db.execute(DONE_AND_DELIVERED, [all.map(({ consumer }) => consumer), all.map(({ eventId }) => eventId)]),
  );
  private wake: () => void = () => undefined;

  constructor(private readonly db: Database) {}

  /**
   * Publishes an event of the open transaction. A durable one is written to the outbox with it; any other is handed to
   * its listeners right after the commit and lost if the process dies in between.
   * @throws Error when a durable event has no transaction
   */
  async emit(event: DomainEvent): Promise<void> {
    const type = event.constructor as EventType;
    if (!type.durable) return this.db.afterCommit(() => this.tell(type, event));
    if (!this.db.inTransaction) throw new Error(`${type.type} is durable and needs a transaction`);
    await this.db.executeAtCommit(ADD, [newId(), type.type, JSON.stringify(event)]);
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
    { outside = false }: ListenerOptions = {},
  ): void {
    if (this.subscriptions.some((one) => one.consumer === consumer)) throw new Error(`Two listeners named ${consumer}`);
    this.subscriptions.push({ type, consumer, listener: listener as Listener, outside });
  }

  /** Called after each commit that left a durable event. */
  onDurable(wake: () => void): void {
    this.wake = wake;
  }

  /** An event that is not delivered yet; null for any other. */
  async findDue(eventId: string): Promise<DueEvent | null> {
    const [row] = await this.db.query<DueEvent>(FIND, [eventId]);
    return row ?? null;
  }

  /** Hands a durable event to every listener that has not had it, and writes down that all have. @throws the first listener's error */
  async deliver(eventId: string, { type: typeName, payload, doneBy }: DueEvent): Promise<void> {
    const due = this.subscriptions.filter(({ type, consumer }) => type.type === typeName && !doneBy.includes(consumer));
    for (const [index, { type, consumer, listener, outside }] of due.entries()) {
      const event = Object.assign(Object.create(type.prototype as object) as DomainEvent, payload);
      const isLast = index === due.length - 1;
      if (outside) {
        await listener(event, { eventId });
        await (isLast ? this.finished.add({ consumer, eventId }) : this.db.execute(DONE_BY, [consumer, eventId]));
        continue;
      }
      // Of two attempts at once the second fails at its commit, and with it what it has done.
      await this.db.transaction(async () => {
        await listener(event, { eventId });
        await this.db.executeAtCommit(DONE_BY, [consumer, eventId]);
        if (isLast) await this.db.executeAtCommit(DELIVERED, [eventId]);
      });
    }
    if (due.length === 0) await this.db.execute(DELIVERED, [eventId]);
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
