import { BoundStatement, statement } from '../../../../core/data/database';
import { isPresent } from '../../../../core/realtime/rooms';
import { orderById } from '../../../../core/web/dto';
import { CHAT_PRESENCE } from '../presence/presence-tables';
import type { RoomAddress } from './room-address';

export const ROOM_ORDER = orderById();

/** What one caller, $1, sees of the rooms whose ids are `page`. */
const SHOWN = `SELECT r.id, r.kind, r.name, r.title, r.direct_key AS "directKey", r.last_seq AS "lastSeq",
    r.last_change AS "lastChange", r.access_version AS "accessVersion", r.created_at AS "createdAt", m.role,
    coalesce(u.unread, 0) AS unread, coalesce(u.mentions, 0) AS mentions,
    (SELECT count(*)::int FROM chat_presences p WHERE p.room_id = r.id AND ${isPresent(CHAT_PRESENCE, 'p')}) AS "activeUsers"
  FROM page JOIN chat_rooms r USING (id)
  LEFT JOIN chat_members m ON m.room_id = r.id AND m.user_id = $1
  LEFT JOIN chat_reads d ON d.room_id = r.id AND d.user_id = $1
  LEFT JOIN LATERAL (
    SELECT count(*)::int AS unread, (count(*) FILTER (WHERE $1 = ANY (x.mentions)))::int AS mentions FROM chat_messages x
    WHERE x.room_id = r.id AND x.seq > coalesce(d.seq, 0) AND x.sender_id <> $1 AND x.deleted_at IS NULL
  ) u ON m.user_id IS NOT NULL`;

/** A room that the caller, $1, may enter: a public one, or one whose member they are. */
const MAY_ENTER = `(r.kind = 'public' OR m.user_id IS NOT NULL)`;

const BY_ID = statement('chat.room-by-id', `WITH page AS (SELECT $2::uuid AS id) ${SHOWN} WHERE ${MAY_ENTER}`);
const BY_NAME = statement(
  'chat.room-by-name',
  `WITH page AS (SELECT id FROM chat_rooms WHERE lower(name) = lower($2)) ${SHOWN} WHERE ${MAY_ENTER}`,
);

/** The statement that finds a room for a caller. */
export function roomQuery(address: RoomAddress, userId: string): BoundStatement {
  return 'id' in address ? { ...BY_ID, values: [userId, address.id] } : { ...BY_NAME, values: [userId, address.name] };
}

const PUBLIC = `(SELECT id FROM chat_rooms WHERE kind = 'public' AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $2)`;
const OWN = `(SELECT room_id AS id FROM chat_members WHERE user_id = $1 AND ($3::uuid IS NULL OR room_id < $3)
  ORDER BY room_id DESC LIMIT $2)`;

const ALL_PAGE = statement(
  'chat.rooms',
  `WITH page AS (SELECT id FROM (${PUBLIC} UNION ${OWN}) AS both_of_them ORDER BY id DESC LIMIT $2) ${SHOWN} ORDER BY r.id DESC`,
);
const OWN_PAGE = statement('chat.rooms-own', `WITH page AS (${OWN}) ${SHOWN} ORDER BY r.id DESC`);

/** The statement of a page of rooms, one more than asked for. @throws Validation for a broken cursor */
export function roomPageQuery(
  userId: string,
  { limit, cursor, mine }: { limit: number; cursor?: string; mine?: boolean },
): BoundStatement {
  return { ...(mine ? OWN_PAGE : ALL_PAGE), values: [userId, limit + 1, ...ROOM_ORDER.read(cursor)] };
}
