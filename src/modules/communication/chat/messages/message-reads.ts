import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../../../core/data/database';
import { ChatMessageDto, MESSAGE_COLUMNS, MessageRow, toMessageDto } from './dto/message.dto';
import { DisplayNameCache } from '../presence/display-name-cache';

const AFTER = statement(
  'chat.after',
  `SELECT ${MESSAGE_COLUMNS} FROM chat_messages m WHERE m.room_id = $1 AND m.seq > $2 ORDER BY m.seq LIMIT $3`,
);
const BEFORE = statement(
  'chat.before',
  `SELECT ${MESSAGE_COLUMNS} FROM chat_messages m WHERE m.room_id = $1 AND m.seq < $2 ORDER BY m.seq DESC LIMIT $3`,
);
const CHANGED = statement(
  'chat.changed-after',
  `SELECT ${MESSAGE_COLUMNS} FROM chat_messages m WHERE m.room_id = $1 AND m.change_no > $2 ORDER BY m.change_no LIMIT $3`,
);

/** Messages of a room by their numbers, for who has been let in already. */
@Injectable()
export class MessageReads {
  constructor(
    private readonly db: Database,
    private readonly people: DisplayNameCache,
  ) {}

  /** The oldest first. @param seq the number before the first one */
  after(roomId: string, seq: number, limit: number): Promise<MessageRow[]> {
    return this.db.query<MessageRow>(AFTER, [roomId, seq, limit]);
  }

  /** The newest first. @param seq the number after the first one */
  before(roomId: string, seq: number, limit: number): Promise<MessageRow[]> {
    return this.db.query<MessageRow>(BEFORE, [roomId, seq, limit]);
  }

  /** Messages whose last edit or deletion has a higher number, in the order of those. */
  changedAfter(roomId: string, change: number, limit: number): Promise<MessageRow[]> {
    return this.db.query<MessageRow>(CHANGED, [roomId, change, limit]);
  }

  /** @param room its address */
  async toDtos(rows: readonly MessageRow[], room: string): Promise<ChatMessageDto[]> {
    const names = await this.people.namesOf(rows.map(({ senderId }) => senderId));
    return rows.map((row) => toMessageDto(row, room, names));
  }
}
