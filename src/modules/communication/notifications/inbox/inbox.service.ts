import { Injectable, OnModuleInit } from '@nestjs/common';
import { Conditions, Database, Statement } from '../../../../core/data/database';
import type { Principal } from '../../../../core/web/access';
import { Keyset, Page, pageOf } from '../../../../core/web/dto';
import { NotificationNotFound } from '../notifications.errors';
import { ResourceVisibility } from '../resource-visibility';
import {
  NotificationDto,
  NotificationQuery,
  ReadNotificationsDto,
  ReadNotificationsInput,
  UnreadNotificationsDto,
} from './dto/notification.dto';
import { NoticeWriter } from './notice-writer';
import { NOTIFICATION_COLUMNS, NotificationRow, toNotificationDto } from './notification-rows';

const MAX_SEQ = 2 ** 31 - 1;
const ORDER = new Keyset<NotificationRow>('-seq', [{ column: 'n.seq', type: 'int', of: ({ seq }) => seq ?? 0 }]);

/** What somebody has been told. What they may not see any more is as if it were not there. */
@Injectable()
export class InboxService implements OnModuleInit {
  private visible: string;
  private find: Statement;
  private unread: Statement;

  constructor(
    private readonly db: Database,
    private readonly writer: NoticeWriter,
    private readonly visibility: ResourceVisibility,
  ) {}

  onModuleInit(): void {
    this.visible = this.visibility.of('u', 'n.resource_type', 'n.resource_id');
    this.find = this.visibility.statement(
      'notifications.by-id',
      `SELECT ${NOTIFICATION_COLUMNS} FROM notifications n JOIN users u ON u.id = n.user_id
       WHERE n.id = $1 AND n.user_id = $2 AND n.deleted_at IS NULL AND ${this.visible}`,
    );
    this.unread = this.visibility.statement(
      'notifications.unread',
      `SELECT coalesce((SELECT last_seq FROM notification_inboxes i WHERE i.user_id = u.id), 0) AS "lastSeq", (
         SELECT count(*)::int FROM notifications n WHERE n.user_id = u.id AND n.seq IS NOT NULL AND n.deleted_at IS NULL
           AND n.read_at IS NULL AND ${this.visible}) AS count
       FROM users u WHERE u.id = $1`,
    );
  }

  /** The newest first. @throws Validation for a broken cursor */
  async list(
    { userId }: Principal,
    { unread, category, cursor, limit }: NotificationQuery,
  ): Promise<Page<NotificationDto>> {
    const query = new Conditions().always('n.user_id = ?::uuid AND n.seq IS NOT NULL AND n.deleted_at IS NULL', userId);
    if (unread) query.and('unread', 'n.read_at IS NULL');
    query.mark(this.visibility.word).andIf('category', 'n.category = ?::text', category);
    ORDER.continue(query, cursor);
    const text = `SELECT ${NOTIFICATION_COLUMNS} FROM notifications n JOIN users u ON u.id = n.user_id
      WHERE ${query.where} AND ${this.visible} ORDER BY ${ORDER.order} LIMIT ${query.bind(limit + 1, 'int')}`;
    const rows = await this.db.query<NotificationRow>(query.statement('notifications.page', text));
    return pageOf(rows, limit, toNotificationDto, ORDER.cursorOf);
  }

  /** @throws NotificationNotFound also for somebody else's */
  async byId({ userId }: Principal, id: string): Promise<NotificationDto> {
    const [row] = await this.db.query<NotificationRow>(this.find, [id, userId]);
    if (!row) throw new NotificationNotFound();
    return toNotificationDto(row);
  }

  async countUnread({ userId }: Principal): Promise<UnreadNotificationsDto> {
    const [row] = await this.db.query<UnreadNotificationsDto & Record<string, unknown>>(this.unread, [userId]);
    return row ?? { count: 0, lastSeq: 0 };
  }

  /** When it was first read stays. @throws NotificationNotFound */
  read(user: Principal, id: string): Promise<NotificationDto> {
    return this.db.transaction(async () => {
      await this.byId(user, id);
      await this.writer.read(user.userId, [id]);
      return this.byId(user, id);
    });
  }

  async readAll({ userId }: Principal, { upToSeq = MAX_SEQ }: ReadNotificationsInput): Promise<ReadNotificationsDto> {
    return { count: await this.writer.read(userId, null, upToSeq) };
  }

  /** @throws NotificationNotFound also the second time */
  remove(user: Principal, id: string): Promise<void> {
    return this.db.transaction(async () => {
      await this.byId(user, id);
      if ((await this.writer.remove(user.userId, [id])) === 0) throw new NotificationNotFound();
    });
  }
}
