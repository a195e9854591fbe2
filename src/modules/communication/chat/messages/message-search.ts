import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { BoundStatement, Conditions, Database } from '../../../../core/data/database';
import { Page, pageOf, orderById } from '../../../../core/web/dto';
import { ChatMessageDto, ChatSearchQuery, MESSAGE_COLUMNS, MessageRow, toMessageDto } from './dto/message.dto';
import { DisplayNameCache } from '../presence/display-name-cache';
import { readAddress } from '../rooms/room-address';
import { RoomsService } from '../rooms/rooms.service';

type Found = MessageRow & { readonly room: string };

const ORDER = orderById<Found>('-id', 'm.id');

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
    const rows = await this.db.query<Found>(sql);
    const names = await this.people.namesOf(rows.map(({ senderId }) => senderId));
    return pageOf(rows, query.limit, (row) => toMessageDto(row, row.room, names), ORDER.cursorOf);
  }
}

function searchQuery(
  userId: string,
  { q, mentioned, cursor, limit }: ChatSearchQuery,
  roomId: string | null,
): BoundStatement {
  const query = new Conditions().always('m.deleted_at IS NULL');
  if (roomId) query.and('room', 'm.room_id = ?::uuid', roomId);
  else query.and('mine', 'm.room_id IN (SELECT room_id FROM chat_members WHERE user_id = ?::uuid)', userId);
  if (q)
    query.and(
      'q',
      `to_tsvector('simple', search_text(m.content)) @@ plainto_tsquery('simple', search_text(?::text))`,
      q,
    );
  if (mentioned) query.and('mentioned', '?::uuid = ANY (m.mentions)', userId);
  ORDER.continue(query, cursor);
  const text = `SELECT ${MESSAGE_COLUMNS}, coalesce(r.name, r.id::text) AS room
    FROM chat_messages m JOIN chat_rooms r ON r.id = m.room_id
    WHERE ${query.where} ORDER BY ${ORDER.order} LIMIT ${query.bind(limit + 1, 'int')}`;
  return query.statement('chat.search', text);
}
