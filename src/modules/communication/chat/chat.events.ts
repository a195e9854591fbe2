import { DomainEvent } from '../../../core/data/events';

/** A message names people by `@username`. Whether they may be in its room, and are there, is looked at by who tells them. */
export class PeopleMentioned extends DomainEvent {
  static override readonly type = 'chat.people-mentioned';
  static override readonly durable = true;

  constructor(
    readonly roomId: string,
    readonly messageId: string,
    readonly seq: number,
    readonly senderId: string,
    readonly userIds: readonly string[],
  ) {
    super();
  }
}
