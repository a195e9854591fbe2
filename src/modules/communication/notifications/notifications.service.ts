import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import { Config, CONFIG, settingsOf } from '../../../core/kernel/config';
import { Forbidden, Validation } from '../../../core/kernel/errors';
import { Clock, isId, newId } from '../../../core/kernel/runtime';
import { Locale, nameFrom } from '../../../core/kernel/text';
import type { Principal } from '../../../core/web/access';
import { isActionUrl } from './action-url';
import { Categories } from './categories/categories';
import type { NotificationCategory, NoticeText } from './categories/category';
import { GENERAL } from './categories/own-categories';
import { decide, Decision } from './decision/decide';
import { Recipient, Recipients } from './decision/recipients';
import { NotificationDto, PreviewNotificationInput, SendNotificationInput } from './inbox/dto/notification.dto';
import type { Priority } from './decision/priority';
import { NewNotice, NoticeWriter } from './inbox/notice-writer';
import { toNotificationDto } from './inbox/notification-rows';
import { NotificationsPermission } from './notifications.permissions';
import { notificationsSettings } from './notifications.settings';
import { ResourceVisibility } from './resource-visibility';

/** A notice as a module gives it: facts, from which its category makes the text in each reader's language. */
export interface Notice<F extends object> {
  readonly userIds: readonly string[];
  readonly category: NotificationCategory<F>;
  readonly facts: F;
  /** A path of ours that it leads to. */
  readonly actionUrl?: `/${string}`;
  /** What it is about: who may not view it is told nothing. */
  readonly resource?: { readonly type: string; readonly id: string };
  /** The same key within 24 hours is the same notice, per person and category. */
  readonly dedupeKey?: string;
  /** Takes the place of an unread notice with this key, per person and category. */
  readonly collapseKey?: string;
  readonly priority?: Priority;
}

/** A notice whose text is not made yet, of any category. */
export interface PreparedNotice {
  readonly userIds: readonly string[];
  readonly made: MadeNotice;
  readonly write: (locale: Locale) => NoticeText;
}

/** A notice for `notifyAll`. */
export function noticeOf<F extends object>(notice: Notice<F>): PreparedNotice {
  const { userIds, category, facts, actionUrl = null, priority = 'normal', resource = null } = notice;
  const keyed = (key: string | undefined): string | null => (key === undefined ? null : `${category.key}:${key}`);
  const keys = { dedupeKey: keyed(notice.dedupeKey), collapseKey: keyed(notice.collapseKey) };
  return {
    userIds,
    made: { category, senderId: null, type: null, actionUrl, priority, resource, ...keys },
    write: (locale) => category.texts[locale](facts),
  };
}

/** What a notice is made of, apart from who reads it. */
interface MadeNotice {
  readonly category: NotificationCategory;
  readonly senderId: string | null;
  readonly type: string | null;
  readonly actionUrl: string | null;
  readonly priority: Priority;
  readonly resource: { readonly type: string; readonly id: string } | null;
  readonly dedupeKey: string | null;
  readonly collapseKey: string | null;
}

/** For how long a push service keeps a push for a device that is away, s. */
export const PUSH_TTL_S = 86_400;
/** UTF-16 units. */
const MAX_TITLE = 200;
const MAX_BODY = 4000;
/** So many people are told at once by one statement. */
const BATCH = 500;

/** Where modules, and people by the API, tell somebody something. */
@Injectable()
export class NotificationsService {
  private readonly origins: readonly string[];

  constructor(
    private readonly db: Database,
    private readonly categories: Categories,
    private readonly recipients: Recipients,
    private readonly writer: NoticeWriter,
    private readonly visibility: ResourceVisibility,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.origins = settingsOf(config, notificationsSettings).actionOrigins;
  }

  /**
   * Tells people of something, within the open transaction or one of its own. By which channels each is told, and when, is decided here
   * and stored with the notice. Accounts that are gone, and who may not view the resource, are left out.
   * @example
   * await notifications.notify({ userIds: [userId], category: ORDER_PLACED, facts: { number }, actionUrl: '/orders', dedupeKey: orderId });
   */
  notify<F extends object>(notice: Notice<F>): Promise<void> {
    return this.notifyAll([noticeOf(notice)]);
  }

  /** The same of several at once, with as many statements as for one. */
  async notifyAll(notices: readonly PreparedNotice[]): Promise<void> {
    if (notices.every(({ userIds }) => userIds.length === 0)) return;
    await this.db.transaction(async () => {
      const nowMs = this.clock.nowMs();
      const all: NewNotice[] = [];
      for (const group of byResource(notices)) {
        const ids = [...new Set(group.flatMap(({ userIds }) => userIds))];
        const found = await this.recipients.byIds(ids, group[0].made.resource);
        for (const { userIds, made, write } of group) {
          const told = [...new Set(userIds)].flatMap((id) => found.get(id) ?? []).filter(({ maySee }) => maySee);
          for (const one of told) all.push(this.newNotice(one, made, write(one.locale), nowMs));
        }
      }
      all.sort((a, b) => (a.userId < b.userId ? -1 : a.userId > b.userId ? 1 : 0)); // as inboxes are locked
      for (let from = 0; from < all.length; from += BATCH) await this.writer.store(all.slice(from, from + BATCH));
    });
  }

  /**
   * Sends one by the API. @returns also whether it is new: the first one again for a key that is known, the one that it has collapsed into
   * @throws Forbidden for others and for `critical` without the permission, Validation
   */
  async send(
    user: Principal,
    input: SendNotificationInput,
  ): Promise<{ notification: NotificationDto; isNew: boolean }> {
    const { made, userId } = this.assertSendable(user, input);
    return this.db.transaction(async () => {
      const recipient = await this.recipientOf(userId, made);
      const [{ row, change }] = await this.writer.store([this.newNotice(recipient, made, input, this.clock.nowMs())]);
      return { notification: toNotificationDto(row), isNew: change !== 'known' && row.count === 1 };
    });
  }

  /** What would be decided for it. @throws as `send` */
  async preview(user: Principal, input: PreviewNotificationInput): Promise<readonly Decision[]> {
    const { made, userId } = this.assertSendable(user, input);
    const recipient = await this.recipientOf(userId, made);
    return decideFor(recipient, made, input.at?.getTime() ?? this.clock.nowMs());
  }

  private newNotice(
    recipient: Recipient,
    made: MadeNotice,
    { title, body }: { title: string; body: string },
    nowMs: number,
  ): NewNotice {
    const { category, ...rest } = made;
    return {
      ...rest,
      id: newId(),
      userId: recipient.id,
      category: category.key,
      title: nameFrom(title, MAX_TITLE) ?? category.key, // names that people give stand in it
      body: body.slice(0, MAX_BODY),
      decisions: decideFor(recipient, made, nowMs),
      expiresAt: ({ notBefore }) => {
        const fromMs = notBefore === null ? nowMs : Date.parse(notBefore);
        return new Date(fromMs + PUSH_TTL_S * 1000).toISOString();
      },
    };
  }

  /** Whom it is for is looked at no further where the caller may not send to others. */
  private assertSendable(user: Principal, input: SendNotificationInput): { made: MadeNotice; userId: string } {
    const { permissions } = user;
    const { priority = 'normal', actionUrl = null, resource = null, type = null } = input;
    const userId = (input.userId ?? user.userId).toLowerCase();
    if (userId !== user.userId && !permissions.has(NotificationsPermission.Send)) throw new Forbidden();
    if (priority === 'critical' && !permissions.has(NotificationsPermission.SendCritical)) throw new Forbidden();
    const category = this.categories.find(input.category ?? GENERAL.key);
    if (!category) throw invalid('category', 'unknown', 'there is no such category');
    if (category.mandatory.length > 0 && !permissions.has(NotificationsPermission.Manage)) throw new Forbidden();
    if (actionUrl !== null && !isActionUrl(actionUrl, this.origins)) {
      throw invalid('action_url', 'origin', 'must be a path of ours, or an address of an allowed origin');
    }
    if (resource && !this.visibility.isKind(resource.type)) {
      throw invalid('resource.type', 'unknown', 'there is no such kind of resources');
    }
    const keyed = (key: string | undefined): string | null => (key === undefined ? null : `api:${key}`);
    const keys = { dedupeKey: keyed(input.dedupeKey), collapseKey: keyed(input.collapseKey) };
    return { userId, made: { category, senderId: user.userId, type, actionUrl, priority, resource, ...keys } };
  }

  /** @throws Validation for one that is not there */
  private async recipientOf(userId: string, { resource }: MadeNotice): Promise<Recipient> {
    const found = isId(userId) ? (await this.recipients.byIds([userId], resource)).get(userId) : undefined;
    if (!found) throw invalid('user_id', 'unknown', 'there is no such user');
    return found;
  }
}

function decideFor(recipient: Recipient, { category, priority }: MadeNotice, atMs: number): Decision[] {
  return decide({ ...recipient, category, priority, atMs });
}

/** In groups about one resource each. */
function byResource(notices: readonly PreparedNotice[]): PreparedNotice[][] {
  const groups = new Map<string, PreparedNotice[]>();
  for (const notice of notices) {
    const key = notice.made.resource?.id ?? '';
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  return [...groups.values()];
}

const invalid = (field: string, code: string, message: string): Error =>
  new Validation({ errors: [{ field, code, message }] });
