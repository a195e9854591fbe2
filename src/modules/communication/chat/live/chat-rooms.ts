import { Injectable, OnModuleInit } from '@nestjs/common';
import type { AppError } from '../../../../core/kernel/errors';
import { Database, statement } from '../../../../core/data/database';
import type { Connection } from '../../../../core/realtime';
import {
  Numbered,
  PresenceEvent,
  PresenceKind,
  RealtimeRooms,
  RoomKind,
  Rooms,
  RoomState,
} from '../../../../core/realtime/rooms';
import { RoomNotFound } from '../chat.errors';
import { changeFrame, messageFrame, MessageRow } from '../messages/dto/message.dto';
import { MessageReads } from '../messages/message-reads';
import { MessageWriter } from '../messages/message-writer';
import { DisplayNameCache } from '../presence/display-name-cache';
import { CHAT_PRESENCE } from '../presence/presence-tables';
import type { RoomRow } from '../rooms/dto/room.dto';

/** A room that has sockets. */
interface OpenRoom extends RoomState {
  readonly last: { readonly changes: number; readonly messages: number };
  /** By which its frames call it. */
  readonly address: string;
}

/** Number of the last one that a client has; null for a client that has none. */
export interface Since {
  readonly messages: number | null;
  /** Edits and deletions. */
  readonly changes: number | null;
}

const NEWEST = 50;
/** Whoever may be in a room may do there what everybody may; roles are looked at with each call. */
const RIGHT = 'in';

const STATES = statement(
  'chat.states',
  `SELECT id, jsonb_build_object('messages', last_seq, 'changes', last_change) AS last, access_version AS "accessVersion"
   FROM chat_rooms WHERE id = ANY ($1::uuid[])`,
);
const STILL_IN = statement(
  'chat.still-in',
  `SELECT u.id FROM unnest($2::uuid[]) AS u (id) JOIN chat_rooms r ON r.id = $1
   WHERE r.kind = 'public' OR EXISTS (SELECT FROM chat_members m WHERE m.room_id = $1 AND m.user_id = u.id)`,
);

/** The chat's rooms as `core/realtime` carries them: messages, their changes, and who is there. */
@Injectable()
export class ChatRooms implements RoomKind<OpenRoom>, OnModuleInit {
  readonly name = 'chat';
  readonly streams = { changes: { newest: 0 }, messages: { newest: NEWEST } };
  readonly presence: PresenceKind = { tables: CHAT_PRESENCE, frame: (event) => this.presenceFrame(event) };
  readonly open: Rooms<OpenRoom>;

  constructor(
    realtime: RealtimeRooms,
    private readonly db: Database,
    private readonly reads: MessageReads,
    private readonly writer: MessageWriter,
    private readonly people: DisplayNameCache,
  ) {
    this.open = realtime.define(this);
  }

  /** Lets a socket into the room, as `Rooms.join`. @param row as it is now */
  join(connection: Connection, row: RoomRow, after: Since): Promise<boolean> {
    return this.open.join(connection, openRoom(row), { after: { ...after }, right: RIGHT });
  }

  onModuleInit(): void {
    this.writer.onStored((roomId, rows) => this.publish(roomId, rows));
  }

  states(ids: readonly string[]): Promise<RoomState[]> {
    return this.db.query<OpenRoom>(STATES, [ids]);
  }

  async read({ id, address }: OpenRoom, stream: string, after: number, limit: number): Promise<Numbered[]> {
    if (stream === 'changes') return this.changesAfter(id, address, after, limit);
    const dtos = await this.reads.toDtos(await this.reads.after(id, after, limit), address);
    return dtos.map((dto) => [dto.seq, messageFrame(dto)]);
  }

  async rightsOf(roomId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const still = await this.db.query<{ id: string }>(STILL_IN, [roomId, userIds]);
    return new Map(still.map(({ id }) => [id, RIGHT]));
  }

  lost(): AppError {
    return new RoomNotFound();
  }

  /** Sends an edit or a deletion to all in the room, once it is committed. @param change its number */
  changed(roomId: string, change: number, frame: string): void {
    this.open.publish(roomId, 'changes', [[change, frame]]);
  }

  private async changesAfter(roomId: string, address: string, after: number, limit: number): Promise<Numbered[]> {
    const rows = await this.reads.changedAfter(roomId, after, limit);
    const dtos = await this.reads.toDtos(rows, address);
    return dtos.map((dto, n) => [rows[n].changeNo, changeFrame(dto, rows[n].changeNo)]);
  }

  /** The frames of what this instance has just stored, for all instances. */
  private async publish(roomId: string, rows: readonly MessageRow[]): Promise<void> {
    const address = this.open.find(roomId)?.address ?? (await this.addressOf(roomId));
    const dtos = await this.reads.toDtos(rows, address);
    const frames = dtos.map((dto): Numbered => [dto.seq, messageFrame(dto)]);
    this.open.publish(roomId, 'messages', frames);
  }

  private async addressOf(roomId: string): Promise<string> {
    const [row] = await this.db.query<{ name: string | null }>('SELECT name FROM chat_rooms WHERE id = $1', [roomId]);
    return row?.name ?? roomId;
  }

  private async presenceFrame({ userId, event, at }: PresenceEvent): Promise<string> {
    const name = await this.people.nameOf(userId);
    return JSON.stringify({
      type: 'system',
      content: `${name} has ${event} the chat`,
      event,
      user_id: userId,
      name,
      timestamp: at.toISOString(),
    });
  }
}

/** @param row as it is now */
function openRoom({ id, name, lastSeq, lastChange, accessVersion }: RoomRow): OpenRoom {
  return { id, address: name ?? id, accessVersion, last: { messages: lastSeq, changes: lastChange } };
}
