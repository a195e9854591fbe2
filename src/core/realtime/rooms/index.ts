export { isPresent, PresenceEvent, presenceHousekeeping, PresenceKind, PresenceTables } from './presence-kind';
export { RealtimeRooms } from './realtime-rooms';
export { Numbered, RoomKind, RoomState, StreamOptions } from './room-kind';
export { Joining, Rooms } from './rooms';
