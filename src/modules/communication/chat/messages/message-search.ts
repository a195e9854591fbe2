import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { Database, statement } from '../../../../core/data/database';
import { decodeCursor, encodeCursor, Page, pageOf } from '../../../../core/web/dto';
import { isId } from '../../../../core/kernel/runtime';
import { ChatMessageDto, ChatSearchQuery, MESSAGE_COLUMNS, MessageRow, toMessageDto } from './dto/message.dto';
import { DisplayNameCache } from '../presence/display-name-cache';
import { readAddress } from '../rooms/room-address';
import { RoomsService } from '../rooms/rooms.service';

const SORT = '-id';

type Found = MessageRow & { readonly room: string };

/** Looks for messages. Only rooms that the caller belongs to are looked into, or one that they may enter. */
@Injectable()
export class MessageSearch {
  constructor(
    private readonly db: Database,
    private readonly rooms: RoomsService,
    private readonly people: DisplayNameCache,
  ) {}

  /** The newest first. @throws Validation, RoomNotFound */
  async find(user: Principal, query: ChatSearchQuery): Promise<Page<ChatMessageDto>> {
    const room = query.room === undefined ? null : await this.rooms.row(user, readAddress(query.room));
    const sql = searchQuery(user.userId, query, room?.id ?? null);
    const rows = await this.db.query<Found>(sql.statement, sql.values);
    const names = await this.people.namesOf(rows.map(({ senderId }) => senderId));
    return pageOf(
      rows,
      query.limit,
      (row) => toMessageDto(row, row.room, names),
      ({ id }) => encodeCursor(SORT, [id]),
    );
  }
}

function searchQuery(userId: string, { q, mentioned, cursor, limit }: ChatSearchQuery, roomId: string | null) {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const shape: string[] = [];
  const conditions = ['m.deleted_at IS NULL'];
  const add = (name: string, condition: string): void => {
    shape.push(name);
    conditions.push(condition);
  };
  if (roomId) add('room', `m.room_id = ${bind(roomId)}::uuid`);
  else add('mine', `m.room_id IN (SELECT room_id FROM chat_members WHERE user_id = ${bind(userId)}::uuid)`);
  if (q) {
    const words = `plainto_tsquery('simple', search_text(${bind(q)}))`;
    add('q', `to_tsvector('simple', search_text(m.content)) @@ ${words}`);
  }
  if (mentioned) add('mentioned', `${bind(userId)}::uuid = ANY (m.mentions)`);
  if (cursor) {
    const isUuid = (value: unknown): boolean => typeof value === 'string' && isId(value);
    add('after', `m.id < ${bind(decodeCursor(cursor, SORT, [isUuid])[0])}::uuid`);
  }
  const text = `SELECT ${MESSAGE_COLUMNS}, coalesce(r.name, r.id::text) AS room
    FROM chat_messages m JOIN chat_rooms r ON r.id = m.room_id
    WHERE ${conditions.join(' AND ')} ORDER BY m.id DESC LIMIT ${bind(limit + 1)}`;
  return { statement: statement(`chat.search ${shape.join(' ')}`, text), values };
}
