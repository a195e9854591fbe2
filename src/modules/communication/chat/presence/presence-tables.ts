import type { PresenceTables } from '../../../../core/realtime/rooms';

/** Where the chat keeps who is in its rooms. */
export const CHAT_PRESENCE: PresenceTables = {
  rooms: 'chat_rooms',
  instances: 'chat_instances',
  presences: 'chat_presences',
  events: 'chat_comings',
};
