import type { DomainEvent, EventType } from '../../../core/data/events';
import { ExtensionPoint } from '../../../core/module';

/** A kind of thing that events are about, and who may see one. */
export interface WebhookSubject {
  /** Singular: `order`. */
  readonly word: string;
  /** Where the API has one, from the root. */
  readonly path: (id: string) => `/${string}`;
  /** Who has it sees all of them. */
  readonly permission?: string;
  /** SQL of whether somebody may see one. @param id SQL of its id @param user SQL of theirs */
  readonly seenBy?: (id: string, user: string) => string;
}

/** A domain event that webhooks are told of. */
export interface WebhookEvent {
  /** As webhooks have it: `orders.placed`. */
  readonly type: string;
  readonly subject: WebhookSubject;
  readonly event: EventType;
  /** What it is about; each is told of by itself. */
  readonly idsOf: (event: never) => readonly string[];
}

/** Public events of other modules. */
export const WEBHOOK_EVENTS = new ExtensionPoint<WebhookEvent>('webhooks.events');

/**
 * Makes a domain event public; the module's manifest adds it to `WEBHOOK_EVENTS`. Who may see its subject is asked when its
 * deliveries are made, and again when each is sent. @param idsOf the ids of what it is about
 * @example defineWebhookEvent('orders.placed', ORDER, OrderPlaced, ({ orderId }) => [orderId])
 */
export function defineWebhookEvent<E extends DomainEvent>(
  type: string,
  subject: WebhookSubject,
  event: EventType<E>,
  idsOf: (event: E) => readonly string[],
): WebhookEvent {
  return { type, subject, event, idsOf };
}

/** SQL of whether somebody has a webhook that is on. @param user SQL of their id */
export const hasWebhook = (user: string): string =>
  `EXISTS (SELECT FROM webhooks w WHERE w.owner_id = ${user} AND w.disabled_at IS NULL)`;
