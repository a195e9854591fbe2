import { defineError } from '../../../core/kernel/errors';

export const RoomNotFound = defineError('room_not_found', 404, 'There is no such room.');
export const RoomNameTaken = defineError('room_name_taken', 409, 'There is a room of this name.');
export const TooManyRooms = defineError<{ retryAfterS: number }>(
  'too_many_rooms',
  429,
  () => 'You have made many rooms within the hour.',
);
export const RoomFull = defineError<{ members: number }>(
  'room_full',
  409,
  ({ members }) => `A room has at most ${members} members.`,
);
export const MembersFixed = defineError('members_fixed', 409, 'Who is in this room is not decided here.');
export const MemberNotFound = defineError('member_not_found', 404, 'Nobody of this id is a member of the room.');
export const LastOwner = defineError('last_owner', 409, 'The room would be left without an owner.');
export const MessageNotFound = defineError('message_not_found', 404, 'There is no such message in the room.');
export const MessageTooLong = defineError<{ maxBytes: number }>(
  'message_too_long',
  413,
  ({ maxBytes }) => `A message has at most ${maxBytes} bytes.`,
);
