import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { Audit } from '../../../../core/data/audit';
import { Database, defineLock, onConstraint, statement } from '../../../../core/data/database';
import { Page, pageOf } from '../../../../core/web/dto';
import { Forbidden, Validation } from '../../../../core/kernel/errors';
import { newId } from '../../../../core/kernel/runtime';
import { UserNotFound, UsersInBulk, UsersService } from '../../../identity/users';
import { ChatRooms } from '../live/chat-rooms';
import { RoomNameTaken, RoomNotFound, TooManyRooms } from '../chat.errors';
import { ChatPermission } from '../chat.permissions';
import {
  ActiveUsersDto,
  ChatRoomDto,
  ChatRoomQuery,
  CreateRoomInput,
  DirectRoomInput,
  otherOf,
  RoomRow,
  toRoomDto,
  UpdateRoomInput,
} from './dto/room.dto';
import type { MemberRole } from './entities/chat-member.entity';
import { ChatRoom } from './entities/chat-room.entity';
import { DisplayNameCache } from '../presence/display-name-cache';
import type { RoomAddress } from './room-address';
import { ROOM_ORDER, roomPageQuery, roomQuery } from './room-reads';

const AN_HOUR = 30;
const HOUR_S = 3600;

const MADE_LATELY = `SELECT count(*)::int AS n FROM chat_rooms WHERE created_by = $1 AND created_at > now() - interval '1 hour'`;
const DIRECT_LOCK = defineLock('chat direct');
const MADE_LOCK = defineLock('chat made');
const ADD_MEMBERS = statement(
  'chat.add-members',
  `INSERT INTO chat_members (room_id, user_id, role) SELECT $1, id, $3 FROM unnest($2::uuid[]) AS id ON CONFLICT DO NOTHING`,
);
const LOCK = statement('chat.lock', 'SELECT id FROM chat_rooms WHERE id = $1 FOR UPDATE');
const BY_KEY = statement('chat.by-key', 'SELECT id FROM chat_rooms WHERE direct_key = $1');

/**
 * Rooms. A public one has a name and is open to whoever is signed in; opening a name that there is not yet makes the room. The
 * others are addressed by their id and are, for who is no member, not there.
 */
@Injectable()
export class RoomsService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly users: UsersService,
    private readonly inBulk: UsersInBulk,
    private readonly people: DisplayNameCache,
    private readonly live: ChatRooms,
  ) {}

  /** Public rooms and my own, the newest first. @throws Validation for a broken cursor */
  async list(user: Principal, query: ChatRoomQuery): Promise<Page<ChatRoomDto>> {
    const sql = roomPageQuery(user.userId, query);
    const rows = await this.db.query<RoomRow>(sql);
    const titles = await this.titlesOf(rows, user.userId);
    return pageOf(rows, query.limit, (row) => toRoomDto(row, user.userId, titles), ROOM_ORDER.cursorOf);
  }

  /** @throws RoomNotFound also for one that the caller may not enter */
  async byAddress(user: Principal, address: RoomAddress): Promise<ChatRoomDto> {
    const row = await this.row(user, address);
    return toRoomDto(row, user.userId, await this.titlesOf([row], user.userId));
  }

  /** The row of a room that the caller may enter. @throws RoomNotFound */
  async row(user: Principal, address: RoomAddress): Promise<RoomRow> {
    const row = await this.findRow(user, address);
    if (!row) throw new RoomNotFound();
    return row;
  }

  /**
   * The room of a socket. Opening a public room makes the caller one of its people; opening a name that there is not yet makes
   * the room, and the caller its owner. @throws RoomNotFound, TooManyRooms
   */
  async open(user: Principal, address: RoomAddress): Promise<RoomRow> {
    const found = await this.findRow(user, address);
    if (found?.role) return found;
    if (found) {
      await this.db.execute(ADD_MEMBERS, [found.id, [user.userId], 'member']);
      return { ...found, role: 'member' };
    }
    if ('id' in address) throw new RoomNotFound();
    await this.make(user, { kind: 'public', name: address.name, title: '' }, []).catch((error: unknown) => {
      if (!(error instanceof RoomNameTaken)) throw error; // somebody else was faster
    });
    return this.open(user, address);
  }

  /** @throws Validation, RoomNameTaken, TooManyRooms */
  async create(user: Principal, input: CreateRoomInput): Promise<ChatRoomDto> {
    const { kind, name = null, title = '', members = [] } = input;
    if ((kind === 'public') !== (name !== null)) {
      throw wrong(
        'name',
        kind === 'public' ? 'required' : 'unknown',
        'a public room has a name, and only a public one',
      );
    }
    if (kind === 'public' && members.length > 0) throw wrong('members', 'unknown', 'a public room is open to all');
    const ids = await this.needUsers(members);
    const id = await this.make(user, { kind, name, title }, ids);
    return this.byAddress(user, { id });
  }

  /** The room of two, made when there is none. @throws UserNotFound, Validation */
  async direct(user: Principal, { userId, username }: DirectRoomInput): Promise<ChatRoomDto> {
    if ((userId === undefined) === (username === undefined)) throw wrong('user_id', 'required', 'or else username');
    const other = userId ?? (await this.inBulk.idsByUsernames([username as string])).get(username as string);
    const known = other === undefined ? null : await this.users.findById(other);
    if (!known?.isActive) throw new UserNotFound();
    const directKey = [user.userId, known.id].sort().join(':');
    const id = await this.db.transaction(async () => {
      await DIRECT_LOCK.acquire(this.db, directKey);
      const [found] = await this.db.query<{ id: string }>(BY_KEY, [directKey]);
      return found?.id ?? (await this.make(user, { kind: 'direct', directKey, title: '' }, [known.id]));
    });
    return this.byAddress(user, { id });
  }

  /** @throws RoomNotFound, Forbidden for who is not its owner */
  async update(user: Principal, address: RoomAddress, { title }: UpdateRoomInput): Promise<ChatRoomDto> {
    const row = await this.db.transaction(async () => {
      const room = await this.lockFor(user, address, 'owner');
      if (room.kind === 'direct' || room.kind === 'classroom') throw new Forbidden(); // they are called by whose they are
      await this.db.execute('UPDATE chat_rooms SET title = $2, updated_at = now() WHERE id = $1', [room.id, title]);
      await this.record('room-updated', room.id, { title });
      return room;
    });
    return this.byAddress(user, { id: row.id });
  }

  /** With all its messages. @throws RoomNotFound, Forbidden for who is not its owner */
  remove(user: Principal, address: RoomAddress): Promise<void> {
    return this.db.transaction(async () => {
      const room = await this.lockFor(user, address, 'owner');
      if (room.kind === 'classroom') throw new Forbidden(); // it goes with its classroom
      await this.db.execute('DELETE FROM chat_rooms WHERE id = $1', [room.id]);
      await this.record('room-deleted', room.id, { kind: room.kind, name: room.name, messages: room.lastSeq });
      this.live.open.accessChanged(room.id);
    });
  }

  /** @throws RoomNotFound */
  async active(user: Principal, address: RoomAddress): Promise<ActiveUsersDto> {
    const room = await this.row(user, address);
    const ids = await this.live.open.present(room.id);
    const names = await this.people.namesOf(ids);
    const users = ids.map((userId) => ({ userId, name: names.get(userId) ?? '' }));
    return { room: room.name ?? room.id, activeUsers: users.map(({ name }) => name), users };
  }

  /**
   * Locks the room for who has at least this role: until the transaction ends no message is stored and nobody comes or goes.
   * @throws RoomNotFound, Forbidden
   */
  async lockFor(user: Principal, address: RoomAddress, role: 'owner' | 'moderator'): Promise<RoomRow> {
    const room = await this.lock(user, address);
    if (!hasRole(user, room, role)) throw new Forbidden();
    return room;
  }

  /** The same for who may enter it. @throws RoomNotFound */
  async lock(user: Principal, address: RoomAddress): Promise<RoomRow> {
    const { id } = await this.row(user, address);
    await this.db.query(LOCK, [id]);
    return this.row(user, { id }); // as it is now that it is locked
  }

  record(what: string, roomId: string, facts: Record<string, unknown> = {}): Promise<void> {
    return this.audit.record({ action: `chat.${what}`, target: `room:${roomId}`, facts });
  }

  private async findRow(user: Principal, address: RoomAddress): Promise<RoomRow | null> {
    const sql = roomQuery(address, user.userId);
    const [row] = await this.db.query<RoomRow>(sql);
    return row ?? null;
  }

  private make(user: Principal, values: Partial<ChatRoom>, others: readonly string[]): Promise<string> {
    return this.db.transaction(async () => {
      await MADE_LOCK.acquire(this.db, user.userId);
      const [{ n }] = await this.db.query<{ n: number }>(MADE_LATELY, [user.userId]);
      if (n >= AN_HOUR) throw new TooManyRooms({ retryAfterS: HOUR_S });
      const id = newId();
      const room = { id, createdBy: user.userId, name: null, directKey: null, classroomId: null, ...values };
      await this.db.repo(ChatRoom).insert(room).catch(onConstraint('uq_chat_rooms_name', RoomNameTaken));
      // Of two neither has a say over what the other says.
      await this.db.execute(ADD_MEMBERS, [id, [user.userId], values.kind === 'direct' ? 'member' : 'owner']);
      await this.db.execute(ADD_MEMBERS, [id, others, 'member']);
      await this.record('room-created', id, { kind: values.kind, name: room.name, members: [...others] });
      return id;
    });
  }

  private async needUsers(ids: readonly string[]): Promise<string[]> {
    const unique = [...new Set(ids)];
    for (const id of unique) {
      if (!(await this.users.findById(id))?.isActive) throw wrong('members', 'user', `there is no user ${id}`);
    }
    return unique;
  }

  private titlesOf(rows: readonly RoomRow[], userId: string): Promise<ReadonlyMap<string, string>> {
    return this.people.namesOf(rows.flatMap(({ directKey }) => (directKey ? [otherOf(directKey, userId)] : [])));
  }
}

const RANK: Record<MemberRole, number> = { owner: 2, moderator: 1, member: 0 };

/** Whether the caller has at least this role in the room; with `manage_chat` every role in a public one. */
export function hasRole(user: Principal, { kind, role }: RoomRow, wanted: MemberRole): boolean {
  if (kind === 'public' && user.permissions.has(ChatPermission.Manage)) return true;
  return role !== null && RANK[role] >= RANK[wanted];
}

function wrong(field: string, code: string, message: string): Error {
  return new Validation({ errors: [{ field, code, message }] });
}
