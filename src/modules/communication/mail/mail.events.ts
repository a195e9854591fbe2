import { DomainEvent } from '../../../core/data/events';

/**
 * A mail is to be sent. Sealed whole, with address, names and links: the row stays in the outbox for days, and a reset
 * link read from a backup would open an account. Sealed and not made when the mail is: so every attempt sends the same
 * mail, whose token a later attempt does not replace.
 */
export class MailRequested extends DomainEvent {
  static override readonly type = 'mail.requested';
  static override readonly durable = true;

  /** @param sealed an `Envelope` as JSON, sealed, base64url */
  constructor(readonly sealed: string) {
    super();
  }
}
