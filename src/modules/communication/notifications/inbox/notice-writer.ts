import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../../../core/data/database';
import type { SentChannel } from '../decision/channels';
import type { Decision } from '../decision/decide';
import { DeliveryNudge } from '../delivery/delivery-nudge';
import { NotificationRooms } from '../stream/notification-rooms';
import type { ChangeKind } from './entities/notification-change.entity';
import type { Priority } from '../decision/priority';
import { changeFrame, NOTIFICATION_COLUMNS, NotificationRow } from './notification-rows';

/** So many notices of somebody are kept. */
export const KEPT = 1000;
/** So many changes of somebody's inbox are kept, for clients that come back. */
export const CHANGES_KEPT = 2000;

/** A notice to one person, decided and written, as `notification_store` takes it. */
export interface NewNotice {
  readonly id: string;
  readonly userId: string;
  readonly senderId: string | null;
  readonly category: string;
  readonly type: string | null;
  readonly title: string;
  readonly body: string;
  readonly actionUrl: string | null;
  readonly priority: Priority;
  readonly resource: { readonly type: string; readonly id: string } | null;
  readonly dedupeKey: string | null;
  readonly collapseKey: string | null;
  readonly decisions: readonly Decision[];
  /** Pushes only: ISO text of when they are of no use any more, by what they wait for. */
  readonly expiresAt: (decision: Decision) => string | null;
}

/** What came of one: `known` where its key was there already. */
export interface WrittenNotice {
  readonly row: NotificationRow;
  readonly change: ChangeKind | 'known';
}

interface StoredRow extends NotificationRow {
  readonly place: number;
  readonly change: ChangeKind | 'known';
  /** Of the change; null where the inbox does not show it. */
  readonly changeSeq: number | null;
}

/** A function of the database (its migration says how), so that it is one round trip. */
const STORE = statement(
  'notifications.store',
  `/* it writes */ SELECT f.place, f.kind AS change, f.seq AS "changeSeq", ${NOTIFICATION_COLUMNS}
   FROM notification_store($1, ${KEPT}, ${CHANGES_KEPT}) f, LATERAL (SELECT (f.notice).*) n`,
);
const CHANGE = statement(
  'notifications.change',
  `/* it writes */ SELECT f.kind AS change, f.seq AS "changeSeq", ${NOTIFICATION_COLUMNS}
   FROM notification_change($1, $2, $3, $4) f, LATERAL (SELECT (f.notice).*) n`,
);

/** Changes inboxes: every change has the next number of its inbox, and is published once it is committed. */
@Injectable()
export class NoticeWriter {
  constructor(
    private readonly db: Database,
    private readonly rooms: NotificationRooms,
    private readonly nudge: DeliveryNudge,
  ) {}

  /** Within the open transaction, which holds the inboxes until it ends. @returns what came of each, in their order */
  async store(notices: readonly NewNotice[]): Promise<WrittenNotice[]> {
    if (notices.length === 0) return [];
    const items = notices.map((notice, n) => ({ n, ...itemOf(notice) }));
    const rows = await this.db.query<StoredRow>(STORE, [JSON.stringify(items)]);
    this.db.afterCommit(() => {
      for (const row of rows) {
        if (row.change === 'known' || row.changeSeq === null) continue;
        this.rooms.publish(row.userId, row.changeSeq, changeFrame(row.change, row.changeSeq, row));
      }
      if (items.some(({ deliveries }) => deliveries.length > 0)) this.nudge.deliveries();
    });
    const byPlace = new Map(rows.filter(({ change }) => change !== 'deleted').map((row) => [row.place, row]));
    return notices.map((_, n) => {
      const row = byPlace.get(n) as StoredRow;
      return { row, change: row.change };
    });
  }

  /** Marks those as read that are not. @param ids null for all up to a number @returns how many were unread */
  read(userId: string, ids: readonly string[] | null, upTo: number | null = null): Promise<number> {
    return this.change(userId, 'read', ids, upTo);
  }

  /** @returns how many there were */
  remove(userId: string, ids: readonly string[]): Promise<number> {
    return this.change(userId, 'deleted', ids, null);
  }

  private change(
    userId: string,
    wanted: 'read' | 'deleted',
    ids: readonly string[] | null,
    upTo: number | null,
  ): Promise<number> {
    return this.db.transaction(async () => {
      const rows = await this.db.query<StoredRow>(CHANGE, [userId, wanted, ids, upTo]);
      const numbers = rows.flatMap(({ changeSeq }) => changeSeq ?? []);
      // Read back, so that nobody is sent what they may not see any more.
      if (numbers.length > 0) this.db.afterCommit(() => this.rooms.publishStored(userId, numbers[0], numbers.length));
      return rows.length;
    });
  }
}

function itemOf(notice: NewNotice): Record<string, unknown> & { deliveries: readonly object[] } {
  const { decisions } = notice;
  const isListed = decisions.some(({ channel, outcome }) => channel === 'in_app' && outcome !== 'off');
  return {
    id: notice.id,
    user_id: notice.userId,
    sender_id: notice.senderId,
    category: notice.category,
    type: notice.type,
    title: notice.title,
    body: notice.body,
    action_url: notice.actionUrl,
    priority: notice.priority,
    resource_type: notice.resource?.type ?? null,
    resource_id: notice.resource?.id ?? null,
    dedupe_key: notice.dedupeKey,
    collapse_key: notice.collapseKey,
    listed: isListed,
    decisions,
    deliveries: decisions.flatMap((decision) => {
      if (decision.channel === 'in_app' || decision.outcome === 'off') return [];
      const channel: SentChannel = decision.channel;
      return [
        {
          channel,
          is_digest: decision.outcome === 'digest',
          not_before: decision.notBefore,
          expires_at: notice.expiresAt(decision),
        },
      ];
    }),
  };
}
