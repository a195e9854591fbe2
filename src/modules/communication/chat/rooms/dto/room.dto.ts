import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  Input,
  IntField,
  ObjectListField,
  Output,
  PageOf,
  PageQuery,
  StringField,
  IdListField,
  StringListField,
} from '../../../../../core/web/dto';
import { MEMBER_ROLES, MemberRole } from '../entities/chat-member.entity';
import { ROOM_KINDS, RoomKind } from '../entities/chat-room.entity';
import { ROOM_NAME } from '../room-address';

const INT_MAX = 2_147_483_647;
const COUNT = { min: 0, max: INT_MAX };
const NAME = { max: 64, pattern: ROOM_NAME, shape: 'letters, digits, ., _ and -, at most 64' };
const TITLE = { min: 0, max: 120, as: 'name' as const };

/** A room as the database has it, for one caller. */
export interface RoomRow {
  readonly id: string;
  readonly kind: RoomKind;
  readonly name: string | null;
  readonly title: string;
  readonly directKey: string | null;
  readonly lastSeq: number;
  readonly lastChange: number;
  readonly accessVersion: number;
  readonly createdAt: Date;
  readonly role: MemberRole | null;
  readonly unread: number;
  readonly mentions: number;
  readonly activeUsers: number;
}

@Output('ChatRoom')
export class ChatRoomDto {
  @StringField({ max: 64, example: 'general', description: 'Its address: the name of a public room, else its id.' })
  room: string;

  @IdField()
  id: string;

  @EnumField(ROOM_KINDS, { example: 'public' })
  kind: RoomKind;

  @StringField({ max: 200, example: 'Everything else', description: 'Of a direct room the other person.' })
  title: string;

  @EnumField(MEMBER_ROLES, { nullable: true, description: 'Mine; null in a public room that I have not opened yet.' })
  role: MemberRole | null;

  @IntField({ ...COUNT, example: 42, description: 'Number of its newest message.' })
  lastSeq: number;

  @IntField({ ...COUNT, example: 3, description: 'Messages of others beyond my read marker.' })
  unread: number;

  @IntField({ ...COUNT, example: 1, description: 'How many of those name me.' })
  mentions: number;

  @IntField({ ...COUNT, example: 2, description: 'How many people are in it right now.' })
  activeUsers: number;

  @DateField()
  createdAt: Date;
}

@Output('ChatRoomPage')
export class ChatRoomPage extends PageOf(ChatRoomDto) {}

export class ChatRoomQuery extends PageQuery {
  @BooleanField({ optional: true, description: 'true: only rooms that I belong to.' })
  mine?: boolean;
}

@Input('CreateRoomInput')
export class CreateRoomInput {
  @EnumField(['public', 'private'], { example: 'private' })
  kind: 'public' | 'private';

  @StringField({ ...NAME, optional: true, example: 'chess', description: 'Of a public room, and only of one.' })
  name?: string;

  @StringField({ ...TITLE, optional: true, example: 'Chess club' })
  title?: string;

  @IdListField({ optional: true, maxItems: 100, description: 'Members of a private room.' })
  members?: string[];
}

@Input('UpdateRoomInput')
export class UpdateRoomInput {
  @StringField({ ...TITLE, example: 'Chess club' })
  title: string;
}

@Input('DirectRoomInput', 'Whom to talk to, by one of the two.')
export class DirectRoomInput {
  @IdField({ optional: true })
  userId?: string;

  @StringField({ optional: true, max: 50, as: 'typed', example: 'ada' })
  username?: string;
}

@Output('ChatPerson')
export class ChatPersonDto {
  @IdField()
  userId: string;

  @StringField({ max: 200, example: 'Ada Lovelace' })
  name: string;
}

@Output('ChatMember')
export class ChatMemberDto extends ChatPersonDto {
  @EnumField(MEMBER_ROLES)
  role: MemberRole;

  @DateField()
  createdAt: Date;
}

@Output('ChatMemberPage')
export class ChatMemberPage extends PageOf(ChatMemberDto) {}

@Input('MemberInput')
export class MemberInput {
  @EnumField(MEMBER_ROLES, { optional: true, default: 'member' })
  role: MemberRole = 'member';
}

@Output('ActiveUsers', 'Who is in a room right now.')
export class ActiveUsersDto {
  @StringField({ max: 64, example: 'general' })
  room: string;

  @StringListField({ max: 200, maxItems: INT_MAX, example: ['Ada Lovelace'], description: 'Their names.' })
  activeUsers: string[];

  @ObjectListField(() => ChatPersonDto, { description: 'The same people with their ids.' })
  users: ChatPersonDto[];
}

@Input('ReadInput')
export class ReadInput {
  @IntField({ ...COUNT, example: 42, description: 'The newest message that was read; the marker never moves back.' })
  seq: number;
}

@Output('ReadMarker')
export class ReadMarkerDto {
  @StringField({ max: 64, example: 'general' })
  room: string;

  @IntField({ ...COUNT, example: 42 })
  seq: number;
}

/** @param titles names of the people of direct rooms, by id */
export function toRoomDto(row: RoomRow, userId: string, titles: ReadonlyMap<string, string>): ChatRoomDto {
  const { id, kind, name, directKey, role, lastSeq, unread, mentions, activeUsers, createdAt } = row;
  const title = directKey ? (titles.get(otherOf(directKey, userId)) ?? '') : row.title || (name ?? '');
  return { room: name ?? id, id, kind, title, role, lastSeq, unread, mentions, activeUsers, createdAt };
}

/** The other of two, or the same where somebody talks to themselves. */
export function otherOf(directKey: string, userId: string): string {
  const [one, two] = directKey.split(':');
  return one === userId ? two : one;
}
