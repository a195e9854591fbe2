import { HousekeepingRule, keep } from '../../../core/data/housekeeping';
import { presenceHousekeeping } from '../../../core/realtime/rooms';
import { CHAT_PRESENCE } from './presence/presence-tables';

/** How long the tables of the chat are kept. */
export const CHAT_HOUSEKEEPING: readonly HousekeepingRule[] = [
  keep(['chat_members', 'chat_reads'], 'as long as the membership'),
  keep(['chat_messages', 'chat_message_versions'], 'the newest of each room: 1000'),
  ...presenceHousekeeping('chat', CHAT_PRESENCE),
  {
    name: 'chat.unused-rooms',
    table: 'chat_rooms',
    where: `kind = 'public' AND last_seq = 0 AND title = '' AND created_at < now() - interval '1 day'
      AND NOT EXISTS (SELECT FROM chat_presences p WHERE p.room_id = chat_rooms.id)`,
    everyMs: 3_600_000,
    kept: 'until it is deleted; a public one in which nothing was said and nobody is, a day',
  },
];
