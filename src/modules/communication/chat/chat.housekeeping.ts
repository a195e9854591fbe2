import { HousekeepingRule, keep } from '../../../core/data/housekeeping';

/** How long the tables of the chat are kept. */
export const CHAT_HOUSEKEEPING: readonly HousekeepingRule[] = [
  keep(['chat_members', 'chat_reads'], 'as long as the membership'),
  keep(['chat_messages', 'chat_message_versions'], 'the newest of each room: 1000'),
  keep(
    ['chat_instances', 'chat_presences'],
    'seconds: instances remove each other when a lease ends, and people who left',
  ),
  {
    name: 'chat.presence-events',
    table: 'chat_comings',
    where: `at < now() - interval '1 minute'`,
    everyMs: 60_000,
    kept: 'a minute',
  },
  {
    name: 'chat.unused-rooms',
    table: 'chat_rooms',
    where: `kind = 'public' AND last_seq = 0 AND title = '' AND created_at < now() - interval '1 day'
      AND NOT EXISTS (SELECT FROM chat_presences p WHERE p.room_id = chat_rooms.id)`,
    everyMs: 3_600_000,
    kept: 'until it is deleted; a public one in which nothing was said and nobody is, a day',
  },
];
