import { DomainEvent } from '../../../core/data/events';

/** A comment mentions people who may view its resource. Others whom it mentions are not among them. */
export class CommentMentioned extends DomainEvent {
  static override readonly type = 'comments.mentioned';
  static override readonly durable = true;

  /** @param authorId null for a visitor by link */
  constructor(
    readonly commentId: string,
    readonly resourceType: string,
    readonly resourceId: string,
    readonly authorId: string | null,
    readonly userIds: readonly string[],
  ) {
    super();
  }
}
