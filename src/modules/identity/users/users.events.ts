import { DomainEvent } from '../../../core/data/events';

/** Somebody has an account now. */
export class UserRegistered extends DomainEvent {
  static override readonly type = 'users.registered';
  static override readonly durable = true;

  constructor(readonly userId: string) {
    super();
  }
}
