import { DomainEvent } from '../../../core/data/events';

/**
 * Somebody asked for a new password for this address, with an account or without. What follows happens in the
 * listener: the request itself does the same for every address.
 */
export class PasswordForgotten extends DomainEvent {
  static override readonly type = 'auth.password-forgotten';
  static override readonly durable = true;

  constructor(
    readonly email: string,
    /** Who asked, for the audit trail. */
    readonly by: { readonly requestId: string; readonly clientIp: string | null; readonly userAgent: string | null },
  ) {
    super();
  }
}
