import {
  BooleanField,
  DateField,
  IdField,
  Input,
  IntField,
  ObjectField,
  ObjectListField,
  Output,
  PageOf,
  PageQuery,
  StringField,
  IdListField,
  toWire,
} from '../../../../../core/web/dto';
import type { SharedFile } from '../entities/chat-message.entity';

const INT_MAX = 2_147_483_647;
/** Longer ones are read, so that the refusal can say how much is too much. */
const READ_CHARS = 65_536;

/** A message as the database has it. */
export interface MessageRow {
  readonly id: string;
  readonly seq: number;
  readonly senderId: string;
  readonly clientId: string | null;
  readonly content: string;
  readonly mentions: string[];
  readonly file: SharedFile | null;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
  readonly changeNo: number;
}

export const MESSAGE_COLUMNS = `m.id, m.seq, m.sender_id AS "senderId", m.client_id AS "clientId", m.content, m.mentions, m.file,
  m.created_at AS "createdAt", m.edited_at AS "editedAt", m.deleted_at AS "deletedAt", m.change_no AS "changeNo"`;

@Output('SharedFile', 'A file that is shared in a message.')
export class SharedFileDto {
  @IdField()
  id: string;

  @StringField({ max: 300, example: 'minutes.pdf' })
  name: string;

  @StringField({ max: 100, example: 'application/pdf' })
  contentType: string;

  @IntField({ min: 0, max: INT_MAX, example: 12_345, description: 'Bytes.' })
  size: number;
}

@Output('ChatMessage')
export class ChatMessageDto {
  @IdField()
  id: string;

  @IntField({ min: 1, max: INT_MAX, example: 42, description: 'Its place in the room: 1, 2, 3 …, none is left out.' })
  seq: number;

  @StringField({ max: 64, example: 'general' })
  room: string;

  @StringField({ max: 200, example: 'Ada Lovelace', description: 'The sender’s name, as it is now.' })
  sender: string;

  @IdField()
  senderId: string;

  @StringField({
    min: 0,
    max: 4096,
    example: 'Good morning',
    description: 'Text, never HTML. Empty when it was deleted.',
  })
  content: string;

  @DateField()
  timestamp: Date;

  @StringField({ max: 100, nullable: true, description: 'As its sender gave it.' })
  clientId: string | null;

  @IdListField({ description: 'Those it names by `@username`.' })
  mentions: string[];

  @ObjectField(() => SharedFileDto, { nullable: true })
  file: SharedFileDto | null;

  @DateField({ nullable: true })
  editedAt: Date | null;

  @DateField({ nullable: true })
  deletedAt: Date | null;
}

@Output('ChatMessagePage')
export class ChatMessagePage extends PageOf(ChatMessageDto) {}

export class ChatMessageQuery extends PageQuery {
  @IntField({ optional: true, min: 1, max: INT_MAX, description: 'Only messages before this number.' })
  before?: number;
}

export class ChatSearchQuery extends PageQuery {
  @StringField({ optional: true, max: 200, description: 'Words that all occur; case and accents do not matter.' })
  q?: string;

  @StringField({ optional: true, max: 64, description: 'Only in this room.' })
  room?: string;

  @BooleanField({ optional: true, description: 'true: only messages that name me.' })
  mentioned?: boolean;
}

@Input('PostMessageInput')
export class PostMessageInput {
  @StringField({ optional: true, min: 0, max: READ_CHARS, example: 'Good morning', description: 'At most 4 KiB.' })
  content?: string;

  @StringField({ optional: true, nullable: true, max: 100, description: 'The same one twice is one message.' })
  clientId?: string | null;

  @IdField({ optional: true, nullable: true, description: 'A file of mine, which all in the room may then download.' })
  fileId?: string | null;
}

@Input('EditMessageInput')
export class EditMessageInput {
  @StringField({ min: 0, max: READ_CHARS, example: 'Good evening' })
  content: string;
}

@Output('ChatMessageVersion', 'What a message said before.')
export class ChatMessageVersionDto {
  @IntField({ min: 1, max: INT_MAX })
  version: number;

  @StringField({ min: 0, max: 4096 })
  content: string;

  @DateField({ description: 'Until when it said so.' })
  replacedAt: Date;

  @IdField({ description: 'Who edited or deleted it.' })
  replacedBy: string;
}

@Output('ChatMessageHistory')
export class ChatMessageHistoryDto {
  @ObjectListField(() => ChatMessageVersionDto, {
    description: 'The oldest first; what it says now is not among them.',
  })
  items: ChatMessageVersionDto[];

  @IntField({ min: 0, max: INT_MAX })
  count: number;
}

/** @param room its address @param names of people by id */
export function toMessageDto(row: MessageRow, room: string, names: ReadonlyMap<string, string>): ChatMessageDto {
  const { id, seq, senderId, clientId, content, mentions, createdAt, editedAt, deletedAt } = row;
  const file = row.file && { ...row.file, contentType: row.file.content_type };
  const sender = names.get(senderId) ?? '';
  return {
    id,
    seq,
    room,
    sender,
    senderId,
    content,
    timestamp: createdAt,
    clientId,
    mentions,
    file,
    editedAt,
    deletedAt,
  };
}

/** The text of the frame that carries a message. */
export function messageFrame(dto: ChatMessageDto): string {
  return JSON.stringify({ type: 'message', ...toWire(ChatMessageDto, dto) });
}

/** The text of the frame that tells of an edit or a deletion. @param change its number in the room */
export function changeFrame(dto: ChatMessageDto, change: number): string {
  const type = dto.deletedAt ? 'message_deleted' : 'message_edited';
  return JSON.stringify({ type, change, ...toWire(ChatMessageDto, dto) });
}
