import { Injectable, StreamableFile } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { Database, statement } from '../../../../core/data/database';
import { decodeCursor, encodeCursor, Page, pageOf } from '../../../../core/web/dto';
import { isVisible } from '../../../../core/kernel/text';
import { Forbidden, Unavailable, Validation } from '../../../../core/kernel/errors';
import type { ReadConditions } from '../../../../core/web/http';
import { FileNotFound, FilesService } from '../../../content/files';
import { UsersInBulk } from '../../../identity/users';
import { ChatRooms } from '../live/chat-rooms';
import { MessageNotFound, MessageTooLong } from '../chat.errors';
import {
  changeFrame,
  ChatMessageDto,
  ChatMessageHistoryDto,
  ChatMessageQuery,
  ChatMessageVersionDto,
  EditMessageInput,
  MESSAGE_COLUMNS,
  MessageRow,
  PostMessageInput,
} from './dto/message.dto';
import type { RoomRow } from '../rooms/dto/room.dto';
import type { SharedFile } from './entities/chat-message.entity';
import { mentionsIn } from './mentions';
import { MessageReads } from './message-reads';
import { Draft, MessageWriter, Stored } from './message-writer';
import type { RoomAddress } from '../rooms/room-address';
import { hasRole, RoomsService } from '../rooms/rooms.service';

const MAX_BYTES = 4096;
/** Of a room that is behind nobody is let further ahead. */
const MAX_WAITING = 2000;
const SORT = '-seq';
const NEWEST = 2_147_483_647;

const BY_ID = statement(
  'chat.message',
  `SELECT ${MESSAGE_COLUMNS} FROM chat_messages m WHERE m.id = $2 AND m.room_id = $1`,
);
const KEEP_VERSION = statement(
  'chat.keep-version',
  `INSERT INTO chat_message_versions (message_id, version, content, file, replaced_by)
   SELECT id, 1 + (SELECT count(*) FROM chat_message_versions WHERE message_id = m.id), content, file, $2
   FROM chat_messages m WHERE id = $1`,
);
const CHANGE = 'UPDATE chat_rooms SET last_change = last_change + 1 WHERE id = $1 RETURNING last_change AS change';
const EDIT = statement(
  'chat.edit',
  `WITH room AS (${CHANGE})
   UPDATE chat_messages m SET content = $3, mentions = $4, edited_at = now(), change_no = room.change FROM room
   WHERE m.id = $2 RETURNING ${MESSAGE_COLUMNS}`,
);
const DELETE = statement(
  'chat.delete',
  `WITH room AS (${CHANGE})
   UPDATE chat_messages m SET content = '', mentions = '{}', file = NULL, deleted_at = now(), change_no = room.change FROM room
   WHERE m.id = $2 RETURNING ${MESSAGE_COLUMNS}`,
);
const VERSIONS = statement(
  'chat.versions',
  `SELECT version, content, replaced_at AS "replacedAt", replaced_by AS "replacedBy" FROM chat_message_versions
   WHERE message_id = $1 ORDER BY version`,
);

const addressOf = ({ name, id }: Pick<RoomRow, 'name' | 'id'>): string => name ?? id;

/** Messages: said, read, edited, deleted. Who may not enter the room finds neither it nor what is in it. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly db: Database,
    private readonly rooms: RoomsService,
    private readonly reads: MessageReads,
    private readonly writer: MessageWriter,
    private readonly files: FilesService,
    private readonly inBulk: UsersInBulk,
    private readonly live: ChatRooms,
  ) {}

  /** @throws RoomNotFound, Validation, MessageTooLong, FileNotFound, Unavailable */
  async post(user: Principal, address: RoomAddress, input: PostMessageInput): Promise<ChatMessageDto> {
    const room = await this.rooms.row(user, address);
    const { row } = await (await this.accept(user, room.id, input)).stored;
    const [dto] = await this.reads.toDtos([row], addressOf(room));
    return dto;
  }

  /**
   * Takes a message in its turn; `stored` is when it has its number. Between two that are accepted one after the other nobody
   * of the same room comes. @throws Validation, MessageTooLong, FileNotFound, Unavailable
   */
  async accept(user: Principal, roomId: string, input: PostMessageInput): Promise<{ stored: Promise<Stored> }> {
    const { content = '', clientId = null, fileId = null } = input;
    checkContent(content, fileId !== null);
    if (this.writer.waitingFor(roomId) >= MAX_WAITING) throw new Unavailable({ retryAfterS: 1 });
    const names = mentionsIn(content);
    const draft: Draft = {
      senderId: user.userId,
      clientId,
      content,
      mentions: names.length > 0 ? await this.mentioned(names) : [],
      file: fileId === null ? null : await this.fileOf(user, fileId),
    };
    return { stored: this.writer.store(roomId, draft) };
  }

  /** The newest first. @throws RoomNotFound, Validation for a broken cursor */
  async page(user: Principal, address: RoomAddress, query: ChatMessageQuery): Promise<Page<ChatMessageDto>> {
    const { limit, before = NEWEST, cursor } = query;
    const isNumber = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) <= NEWEST;
    const seq = cursor === undefined ? before : Math.min(before, Number(decodeCursor(cursor, SORT, [isNumber])[0]));
    const room = await this.rooms.row(user, address);
    const dtos = await this.reads.toDtos(await this.reads.before(room.id, seq, limit + 1), addressOf(room));
    return pageOf(
      dtos,
      limit,
      (dto) => dto,
      (dto) => encodeCursor(SORT, [dto.seq]),
    );
  }

  /** Its sender alone edits a message. @throws RoomNotFound, MessageNotFound, Forbidden, Validation, MessageTooLong */
  async edit(
    user: Principal,
    address: RoomAddress,
    id: string,
    { content }: EditMessageInput,
  ): Promise<ChatMessageDto> {
    const mentions = await this.mentioned(mentionsIn(content));
    return this.change(user, address, id, async (room, message) => {
      if (message.senderId !== user.userId) throw new Forbidden();
      checkContent(content, message.file !== null);
      const [row] = await this.db.query<MessageRow>(EDIT, [room.id, id, content, mentions]);
      return row;
    });
  }

  /** Its sender, or who has a say in the room. The number stays. @throws RoomNotFound, MessageNotFound, Forbidden */
  async remove(user: Principal, address: RoomAddress, id: string): Promise<void> {
    await this.change(user, address, id, async (room, message) => {
      const own = message.senderId === user.userId;
      if (!own && !hasRole(user, room, 'moderator')) throw new Forbidden();
      const [row] = await this.db.query<MessageRow>(DELETE, [room.id, id]);
      await this.rooms.record('message-deleted', room.id, { message_id: id, seq: row.seq, sender_id: row.senderId });
      return row;
    });
  }

  /** What it said before; of a deleted one to who has a say in the room. @throws RoomNotFound, MessageNotFound */
  async history(user: Principal, address: RoomAddress, id: string): Promise<ChatMessageHistoryDto> {
    const room = await this.rooms.row(user, address);
    const message = await this.message(room.id, id);
    if (message.deletedAt && !hasRole(user, room, 'moderator')) throw new MessageNotFound();
    const items = await this.db.query<ChatMessageVersionDto>(VERSIONS, [id]);
    return { items, count: items.length };
  }

  /** The bytes of what was shared, for all in the room. @throws RoomNotFound, MessageNotFound, FileNotFound as the files module */
  async file(
    user: Principal,
    address: RoomAddress,
    id: string,
    conditions: ReadConditions,
  ): Promise<StreamableFile | undefined> {
    const room = await this.rooms.row(user, address);
    const { file } = await this.message(room.id, id);
    if (!file) throw new FileNotFound();
    return this.files.downloadAnyones(file.id, conditions);
  }

  private async change(
    user: Principal,
    address: RoomAddress,
    id: string,
    work: (room: RoomRow, message: MessageRow) => Promise<MessageRow>,
  ): Promise<ChatMessageDto> {
    return this.db.transaction(async () => {
      const room = await this.rooms.lock(user, address);
      const message = await this.message(room.id, id);
      if (message.deletedAt) throw new MessageNotFound();
      await this.db.execute(KEEP_VERSION, [id, user.userId]);
      const row = await work(room, message);
      const [dto] = await this.reads.toDtos([row], addressOf(room));
      this.db.afterCommit(() => this.live.changed(room.id, row.changeNo, changeFrame(dto, row.changeNo)));
      return dto;
    });
  }

  private async message(roomId: string, id: string): Promise<MessageRow> {
    const [row] = await this.db.query<MessageRow>(BY_ID, [roomId, id]);
    if (!row) throw new MessageNotFound();
    return row;
  }

  private async mentioned(names: readonly string[]): Promise<string[]> {
    if (names.length === 0) return [];
    return [...new Set((await this.inBulk.idsByUsernames(names)).values())];
  }

  private async fileOf(user: Principal, fileId: string): Promise<SharedFile> {
    const { id, originalFilename: name, contentType, size } = await this.files.byId(user, fileId);
    return { id, name, content_type: contentType, size };
  }
}

/** @throws Validation for nothing said, MessageTooLong */
function checkContent(content: string, hasFile: boolean): void {
  if (Buffer.byteLength(content) > MAX_BYTES) throw new MessageTooLong({ maxBytes: MAX_BYTES });
  if (isVisible(content) || hasFile) return;
  throw new Validation({ errors: [{ field: 'content', code: 'min_length', message: 'must not be blank' }] });
}
