/**
 * Something that has happened: a small class of ids and facts, JSON-safe. `type` is in the past tense (`orders.placed`);
 * a durable one survives a crash between commit and delivery.
 */
export abstract class DomainEvent {
  static readonly type: string;
  static readonly durable: boolean = false;
  /** Raised when the facts change their shape: a process leaves a newer version to one that understands it. */
  static readonly version: number = 1;

  /** What the event is about, such as an id, where a consumer needs the order of such events; null for none. */
  static subjectOf(_event: DomainEvent): string | null {
    return null;
  }
}

/** The class of an event. */
export interface EventType<E extends DomainEvent = DomainEvent> {
  readonly type: string;
  readonly durable: boolean;
  readonly version: number;
  subjectOf(event: DomainEvent): string | null;
  new (...args: never[]): E;
}

/** What a durable listener gets beside the event. */
export interface Delivery {
  /** The same at every attempt: what makes a listener's outside effect idempotent (a Message-ID, a key). */
  readonly eventId: string;
}
