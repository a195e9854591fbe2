import { Injectable, OnModuleInit } from '@nestjs/common';
import { Database, Statement, statement } from '../../../../core/data/database';
import { AppError, InactiveUser } from '../../../../core/kernel/errors';
import { Numbered, RealtimeRooms, RoomKind, RoomMember, Rooms, RoomState } from '../../../../core/realtime/rooms';
import type { ChangeKind } from '../inbox/entities/notification-change.entity';
import {
  changeFrame,
  deletedFrame,
  NOTIFICATION_COLUMNS,
  NotificationRow,
  resetFrame,
} from '../inbox/notification-rows';
import { ResourceVisibility } from '../resource-visibility';

/** The only stream of a room: what has changed in somebody's inbox. */
const CHANGES = 'changes';
/** Nobody but its owner is ever in a room. */
const RIGHT = 'own';

const STATES = statement(
  'notifications.states',
  `SELECT u.id, jsonb_build_object('${CHANGES}', coalesce(i.last_seq, 0)) AS last, 0 AS "accessVersion"
   FROM users u LEFT JOIN notification_inboxes i ON i.user_id = u.id WHERE u.id = ANY ($1::uuid[])`,
);
const RANGE = statement(
  'notifications.range',
  `SELECT coalesce(i.last_seq, 0) AS last, coalesce((SELECT min(c.seq) FROM notification_changes c WHERE c.user_id = u.id), 1) AS first
   FROM users u LEFT JOIN notification_inboxes i ON i.user_id = u.id WHERE u.id = $1`,
);

interface ChangeRow extends NotificationRow {
  readonly changeSeq: number;
  readonly kind: ChangeKind;
  readonly changedId: string;
  readonly isShown: boolean;
}

/** The inbox of each person as a room of `core/realtime`: sockets and streams of its owner get its changes in their order. */
@Injectable()
export class NotificationRooms implements RoomKind, OnModuleInit {
  readonly name = 'notifications';
  readonly streams = { [CHANGES]: { newest: 0 } };
  private readonly open: Rooms;
  private readAfter: Statement;

  constructor(
    realtime: RealtimeRooms,
    private readonly db: Database,
    private readonly visibility: ResourceVisibility,
  ) {
    this.open = realtime.define(this);
  }

  onModuleInit(): void {
    this.readAfter = this.visibility.statement(
      'notifications.changes-after',
      `SELECT c.seq AS "changeSeq", c.kind, c.notification_id AS "changedId", (n.deleted_at IS NULL AND n.id IS NOT NULL
         AND ${this.visibility.of('u', 'n.resource_type', 'n.resource_id')}) AS "isShown", ${NOTIFICATION_COLUMNS}
       FROM notification_changes c JOIN users u ON u.id = c.user_id LEFT JOIN notifications n ON n.id = c.notification_id
       WHERE c.user_id = $1 AND c.seq > $2 ORDER BY c.seq LIMIT $3`,
    );
  }

  /**
   * Lets a socket or a stream of the caller into their room: what has changed since a number, and then everything.
   * @param after null for what comes from now on; where its changes are gone the first frame is a `reset`
   */
  async join(member: RoomMember, after: number | null): Promise<void> {
    const { userId } = member.principal;
    const [{ last, first }] = await this.db.query<{ last: number; first: number }>(RANGE, [userId]);
    const isTooOld = after !== null && (after < first - 1 || after > last);
    if (isTooOld) await member.sendAll([resetFrame(last)]);
    const state = { id: userId, last: { [CHANGES]: last }, accessVersion: 0 };
    await this.open.join(member, state, { after: { [CHANGES]: isTooOld ? last : after }, right: RIGHT });
  }

  /** Sends a change to its owner, on every instance, once it is committed. */
  publish(userId: string, seq: number, frame: string): void {
    this.open.publish(userId, CHANGES, [[seq, frame]]);
  }

  /** The same of changes that are read back. @param first number of the first @param count so many in a row */
  async publishStored(userId: string, first: number, count: number): Promise<void> {
    const frames = await this.framesAfter(userId, first - 1, count);
    this.open.publish(userId, CHANGES, frames);
  }

  states(ids: readonly string[]): Promise<RoomState[]> {
    return this.db.query<RoomState & Record<string, unknown>>(STATES, [ids]);
  }

  read({ id }: RoomState, _stream: string, after: number, limit: number): Promise<Numbered[]> {
    return this.framesAfter(id, after, limit);
  }

  rightsOf(roomId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return Promise.resolve(new Map(userIds.filter((id) => id === roomId).map((id) => [id, RIGHT])));
  }

  lost(): AppError {
    return new InactiveUser();
  }

  /** A notice that is gone, or about what its owner may not see any more, is told as deleted. */
  private async framesAfter(userId: string, after: number, limit: number): Promise<Numbered[]> {
    const rows = await this.db.query<ChangeRow>(this.readAfter, [userId, after, limit]);
    return rows.map((row) => {
      const { changeSeq, kind, changedId, isShown } = row;
      return [changeSeq, isShown ? changeFrame(kind, changeSeq, row) : deletedFrame(changeSeq, changedId)];
    });
  }
}
