import { DomainEvent } from '../../../core/data/events';

/**
 * A mail is to be sent: as the releases before deliveries wrote it. What they have left in the outbox becomes a message.
 */
export class MailRequested extends DomainEvent {
  static override readonly type = 'mail.requested';
  static override readonly durable = true;

  /** @param sealed an `Envelope` as JSON, sealed, base64url */
  constructor(readonly sealed: string) {
    super();
  }
}

/** Of somebody's mail: what its events are about is the message. */
abstract class DeliveryEvent extends DomainEvent {
  static override readonly durable = true;

  constructor(
    readonly messageId: string,
    readonly deliveryId: string,
  ) {
    super();
  }
}

/** The mail server has taken somebody's mail for one recipient. */
export class MailSent extends DeliveryEvent {
  static override readonly type = 'mail.sent';
}

/** A delivery report says that the mailbox has it. */
export class MailDelivered extends DeliveryEvent {
  static override readonly type = 'mail.delivered';
}

/** There is no such mailbox, or it takes nothing. */
export class MailBounced extends DeliveryEvent {
  static override readonly type = 'mail.bounced';
}

/** It was refused for another reason, or is out of date. */
export class MailFailed extends DeliveryEvent {
  static override readonly type = 'mail.failed';
}

/** A mail has come in by a route. */
export class MailReceived extends DomainEvent {
  static override readonly type = 'mail.received';
  static override readonly durable = true;

  constructor(
    readonly inboundId: string,
    readonly routeId: string,
  ) {
    super();
  }
}
