import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../../core/data/database';
import { defineCategory, NotificationsService } from '../../communication/notifications';
import { UsersService } from '../../identity/users';
import type { FoundResource } from '../sharing';
import type { CommentMentioned } from './comments.events';

interface CommentFacts {
  /** null for a visitor by link who is known by nothing. */
  readonly by: string | null;
  readonly title: string;
}

interface ResourceRow extends Record<string, unknown> {
  readonly title: string;
  readonly url: `/${string}`;
}

const RESOURCE = statement('comments.resource', 'SELECT title, url FROM resources WHERE id = $1');

export const COMMENT_MENTIONED = defineCategory<CommentFacts>('comments.mentioned', {
  sentence: { en: 'Somebody mentions me in a comment.', es: 'Alguien me menciona en un comentario.' },
  texts: {
    en: ({ by, title }) => ({ title: `${by ?? 'Somebody'} mentions you`, body: `In a comment on “${title}”.` }),
    es: ({ by, title }) => ({ title: `${by ?? 'Alguien'} te menciona`, body: `En un comentario sobre «${title}».` }),
  },
});

export const COMMENT_ADDED = defineCategory<CommentFacts>('comments.added', {
  sentence: { en: 'Somebody comments on what is mine.', es: 'Alguien comenta algo mío.' },
  texts: {
    en: ({ by, title }) => ({
      title: `${by ?? 'Somebody'} comments on “${title}”`,
      body: 'You find it where it leads.',
    }),
    es: ({ by, title }) => ({
      title: `${by ?? 'Alguien'} comenta «${title}»`,
      body: 'Lo encuentras donde lleva el enlace.',
    }),
  },
});

/** Tells people of comments that concern them. */
@Injectable()
export class CommentNotices {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly db: Database,
    private readonly users: UsersService,
  ) {}

  /** Those whom the comment mentions, as far as they may still view what it is about. */
  async mentioned({ commentId, resourceType, resourceId, authorId, userIds }: CommentMentioned): Promise<void> {
    const [resource] = await this.db.query<ResourceRow>(RESOURCE, [resourceId]);
    if (!resource) return;
    await this.notifications.notify({
      userIds: userIds.filter((id) => id !== authorId),
      category: COMMENT_MENTIONED,
      facts: { by: await this.nameOf(authorId), title: resource.title },
      actionUrl: resource.url,
      resource: { type: resourceType, id: resourceId },
      dedupeKey: commentId,
    });
  }

  /** The owner of what was commented on; within the open transaction. @param authorName of a visitor by link */
  async added(
    resource: FoundResource,
    authorId: string | null,
    authorName: string | null,
    told: readonly string[],
  ): Promise<void> {
    const { ownerId, title, url, type, id } = resource;
    if (ownerId === authorId || told.includes(ownerId)) return;
    await this.notifications.notify({
      userIds: [ownerId],
      category: COMMENT_ADDED,
      facts: { by: authorName ?? (await this.nameOf(authorId)), title },
      actionUrl: url as `/${string}`,
      resource: { type, id },
      collapseKey: id,
    });
  }

  private async nameOf(id: string | null): Promise<string | null> {
    return id === null ? null : ((await this.users.namesOf([id])).get(id) ?? null);
  }
}
