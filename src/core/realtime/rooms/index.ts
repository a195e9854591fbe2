export { isPresent, PresenceEvent, presenceHousekeeping, PresenceKind, PresenceTables } from './presence-kind';
export { RealtimeRooms } from './realtime-rooms';
export { Numbered, RoomKind, RoomState, StreamOptions } from './room-kind';
export { roomEvents } from './room-events';
export { RoomMember } from './room-member';
export { Joining, Rooms } from './rooms';
