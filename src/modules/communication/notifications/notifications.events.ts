import { DomainEvent } from '../../../core/data/events';

/** Somebody was told something, and has a webhook that may want to know. */
export class NotificationCreated extends DomainEvent {
  static override readonly type = 'notifications.created';
  static override readonly durable = true;

  constructor(readonly notificationId: string) {
    super();
  }
}
