/**
 * Something that has happened: a small class of ids and facts, JSON-safe. `type` is in the past tense (`orders.placed`);
 * a durable one survives a crash between commit and delivery.
 */
export abstract class DomainEvent {
  static readonly type: string;
  static readonly durable: boolean = false;
}

/** The class of an event. */
export interface EventType<E extends DomainEvent = DomainEvent> {
  readonly type: string;
  readonly durable: boolean;
  new (...args: never[]): E;
}

/** What a durable listener is told beside the event. */
export interface Delivery {
  /** The same at every attempt: what makes a listener's outside effect idempotent (a Message-ID, a key). */
  readonly eventId: string;
}
