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

/** Somebody has signed in by a device that this account was not used on before. The first one of an account is none. */
export class NewDeviceUsed extends DomainEvent {
  static override readonly type = 'auth.new-device-used';
  static override readonly durable = true;

  constructor(
    readonly userId: string,
    readonly sessionId: string,
    readonly userAgent: string | null,
    readonly clientIp: string | null,
    /** ISO text. */
    readonly at: string,
  ) {
    super();
  }
}

/** The password of an account is another one: by its owner, or by a link that was mailed to them. */
export class PasswordChanged extends DomainEvent {
  static override readonly type = 'auth.password-changed';
  static override readonly durable = true;

  /** @param at ISO text */
  constructor(
    readonly userId: string,
    readonly at: string,
  ) {
    super();
  }
}
