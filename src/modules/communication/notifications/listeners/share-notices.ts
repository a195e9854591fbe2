import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../../../core/data/database';
import { GroupsService } from '../../../identity/groups';
import { UsersService } from '../../../identity/users';
import type { ResourceChange, ResourceListener } from '../../../platform/sharing';
import { Categories } from '../categories/categories';
import { defineCategory, NotificationCategory } from '../categories/category';
import { NotificationsService } from '../notifications.service';

/** What a notice of a share tells; a module with resources may have a category of its own for it, `files.shared`. */
export interface SharedFacts {
  /** null for the application itself. */
  readonly by: string | null;
  readonly title: string;
}

interface SharedRow extends Record<string, unknown> {
  readonly principalType: 'owner' | 'user' | 'group' | 'link';
  readonly principalId: string;
  readonly type: string;
  readonly title: string;
  readonly url: `/${string}`;
}

/** Members of a group who are told; a larger one finds out by itself. */
const MOST_MEMBERS = 500;
const SHARE = statement(
  'notifications.share',
  `SELECT s.principal_type AS "principalType", s.principal_id AS "principalId", r.type, r.title, r.url
   FROM shares s JOIN resources r ON r.id = s.resource_id WHERE s.id = $1`,
);

export const SHARED = defineCategory<SharedFacts>('sharing.shared', {
  sentence: { en: 'Somebody shares something with me.', es: 'Alguien comparte algo conmigo.' },
  texts: {
    en: ({ by, title }) => ({
      title: `${by ?? 'Somebody'} shares “${title}” with you`,
      body: 'You find it where it leads.',
    }),
    es: ({ by, title }) => ({
      title: `${by ?? 'Alguien'} comparte «${title}» contigo`,
      body: 'Lo encuentras donde lleva el enlace.',
    }),
  },
});

/** Tells people, and members of groups that somebody has made, of what is shared with them: in the transaction that shares it. */
@Injectable()
export class ShareNotices implements ResourceListener {
  constructor(
    private readonly db: Database,
    private readonly categories: Categories,
    private readonly notifications: NotificationsService,
    private readonly groups: GroupsService,
    private readonly users: UsersService,
  ) {}

  async resourcesChanged({ act, subjectId, actorId, facts }: ResourceChange): Promise<void> {
    // `to` is told of a share that is given, and not of one that is changed.
    if (act !== 'shared' || typeof facts?.share !== 'string' || typeof facts.to !== 'string') return;
    const [row] = await this.db.query<SharedRow>(SHARE, [facts.share]);
    if (!row || (row.principalType !== 'user' && row.principalType !== 'group')) return;
    const { principalType, principalId, type, title, url } = row;
    const found = principalType === 'user' ? [principalId] : await this.groups.memberIds(principalId, MOST_MEMBERS);
    const userIds = found.filter((id) => id !== actorId);
    if (userIds.length === 0) return;
    const names = actorId === null ? null : await this.users.namesOf([actorId]);
    await this.notifications.notify<SharedFacts>({
      userIds,
      category: this.categoryOf(type),
      facts: { by: (actorId !== null && names?.get(actorId)) || null, title },
      actionUrl: url,
      resource: { type, id: subjectId },
      dedupeKey: facts.share,
    });
  }

  private categoryOf(type: string): NotificationCategory<SharedFacts> {
    return (this.categories.find(`${type}s.shared`) as NotificationCategory<SharedFacts> | undefined) ?? SHARED;
  }
}
