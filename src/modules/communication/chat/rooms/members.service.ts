import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { Database, statement } from '../../../../core/data/database';
import { Page, pageOf, PageQuery, Keyset } from '../../../../core/web/dto';
import { Forbidden } from '../../../../core/kernel/errors';
import { UserNotFound, UsersService } from '../../../identity/users';
import { ChatRooms } from '../live/chat-rooms';
import { LastOwner, MemberNotFound, MembersFixed, RoomFull } from '../chat.errors';
import type { ChatMemberDto, MemberInput, RoomRow } from './dto/room.dto';
import type { MemberRole } from './entities/chat-member.entity';
import { DisplayNameCache } from '../presence/display-name-cache';
import type { RoomAddress } from './room-address';
import { hasRole, RoomsService } from './rooms.service';

const ORDER = new Keyset<Omit<ChatMemberDto, 'name'>>('user_id', [
  { column: 'user_id', type: 'uuid', of: ({ userId }) => userId },
]);
const MAX_MEMBERS = 1000;

const PAGE = statement(
  'chat.members',
  `SELECT user_id AS "userId", role, created_at AS "createdAt" FROM chat_members
   WHERE room_id = $1 AND ($2::uuid IS NULL OR user_id > $2) ORDER BY user_id LIMIT $3`,
);
const ROLE_OF = statement('chat.role-of', 'SELECT role FROM chat_members WHERE room_id = $1 AND user_id = $2');
const PUT = statement(
  'chat.put-member',
  `INSERT INTO chat_members (room_id, user_id, role) VALUES ($1, $2, $3)
   ON CONFLICT (room_id, user_id) DO UPDATE SET role = EXCLUDED.role`,
);
const COUNT = `SELECT count(*)::int AS members, (count(*) FILTER (WHERE role = 'owner'))::int AS owners
  FROM chat_members WHERE room_id = $1`;
/** Their marker too, so that who comes back begins anew. */
const REMOVE = statement(
  'chat.remove-member',
  `WITH gone AS (DELETE FROM chat_members WHERE room_id = $1 AND user_id = $2),
     unread AS (DELETE FROM chat_reads WHERE room_id = $1 AND user_id = $2)
   UPDATE chat_rooms SET access_version = access_version + 1, updated_at = now() WHERE id = $1`,
);

/** Who belongs to a room, and as what. Owners decide about roles, moderators about members, anybody about themselves. */
@Injectable()
export class MembersService {
  constructor(
    private readonly db: Database,
    private readonly rooms: RoomsService,
    private readonly users: UsersService,
    private readonly people: DisplayNameCache,
    private readonly live: ChatRooms,
  ) {}

  /** @throws RoomNotFound, Validation for a broken cursor */
  async list(user: Principal, address: RoomAddress, { cursor, limit }: PageQuery): Promise<Page<ChatMemberDto>> {
    const [after] = ORDER.read(cursor);
    const { id } = await this.rooms.row(user, address);
    const rows = await this.db.query<Omit<ChatMemberDto, 'name'>>(PAGE, [id, after, limit + 1]);
    const names = await this.people.namesOf(rows.map(({ userId }) => userId));
    return pageOf(rows, limit, (row) => ({ ...row, name: names.get(row.userId) ?? '' }), ORDER.cursorOf);
  }

  /**
   * Makes somebody a member, or gives a member another role.
   * @throws RoomNotFound, Forbidden, UserNotFound, MembersFixed, RoomFull, LastOwner
   */
  put(user: Principal, address: RoomAddress, userId: string, { role }: MemberInput): Promise<ChatMemberDto> {
    return this.db.transaction(async () => {
      const room = await this.rooms.lock(user, address);
      needOpen(room);
      if (!hasRole(user, room, 'moderator')) throw new Forbidden();
      if (!(await this.users.findById(userId))?.isActive) throw new UserNotFound();
      const before = await this.roleOf(room.id, userId);
      const isOwners = role !== 'member' || (before !== null && before !== 'member');
      if (isOwners && !hasRole(user, room, 'owner')) throw new Forbidden();
      const { members, owners } = await this.count(room.id);
      if (before === null && room.kind === 'private' && members >= MAX_MEMBERS) throw new RoomFull({ members });
      if (before === 'owner' && role !== 'owner' && owners === 1) throw new LastOwner();
      await this.db.execute(PUT, [room.id, userId, role]);
      await this.rooms.record('member-put', room.id, { user_id: userId, old: before, new: role });
      const [member] = await this.db.query<Omit<ChatMemberDto, 'name'>>(
        'SELECT user_id AS "userId", role, created_at AS "createdAt" FROM chat_members WHERE room_id = $1 AND user_id = $2',
        [room.id, userId],
      );
      return { ...member, name: await this.people.nameOf(userId) };
    });
  }

  /**
   * They hear and see nothing more within a second. The last one's leaving takes the room away.
   * @throws RoomNotFound, MemberNotFound, Forbidden, MembersFixed, LastOwner
   */
  remove(user: Principal, address: RoomAddress, userId: string): Promise<void> {
    return this.db.transaction(async () => {
      const own = userId === user.userId;
      const room = await this.rooms.lock(user, address);
      needOpen(room);
      if (!own && !hasRole(user, room, 'moderator')) throw new Forbidden();
      if (room.kind === 'public' && !own) throw new MembersFixed(); // they would be back with the next click
      const before = await this.roleOf(room.id, userId);
      if (before === null) throw new MemberNotFound();
      if (!own && before !== 'member' && !hasRole(user, room, 'owner')) throw new Forbidden();
      const { members, owners } = await this.count(room.id);
      if (room.kind === 'private' && members === 1) return this.rooms.remove(user, { id: room.id });
      if (room.kind === 'private' && before === 'owner' && owners === 1) throw new LastOwner();
      await this.db.execute(REMOVE, [room.id, userId]);
      await this.rooms.record('member-removed', room.id, { user_id: userId, role: before });
      this.live.open.accessChanged(room.id);
    });
  }

  private async roleOf(roomId: string, userId: string): Promise<MemberRole | null> {
    const [row] = await this.db.query<{ role: MemberRole }>(ROLE_OF, [roomId, userId]);
    return row?.role ?? null;
  }

  private async count(roomId: string): Promise<{ members: number; owners: number }> {
    const [row] = await this.db.query<{ members: number; owners: number }>(COUNT, [roomId]);
    return row;
  }
}

/** Two stay two, and a classroom's people are the school's affair. @throws MembersFixed */
function needOpen({ kind }: RoomRow): void {
  if (kind === 'classroom' || kind === 'direct') throw new MembersFixed();
}
