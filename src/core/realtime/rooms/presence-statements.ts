import { Statement, statement } from '../../data/database';
import { isPresent, PresenceEvent, PresenceTables } from './presence-kind';

const EVENT_COLUMNS = 'id, room_id AS "roomId", user_id AS "userId", event, at';
/** Events are read for as long, and kept a little longer. */
const READABLE = `interval '1 minute'`;

/** $1 is the instance in all of them where nothing else is said. */
export interface PresenceStatements {
  /** Extends its lease by $2 seconds; no row where it has none. */
  readonly extendLease: Statement;
  /** Begins one of $2 seconds. */
  readonly beginLease: Statement;
  readonly endLease: Statement;
  /** Vouches for people $3 in rooms $2, pair by pair. Answers the events of those who were not there. */
  readonly enter: Statement;
  /** Does not vouch any more for $3 in $2. */
  readonly leave: Statement;
  readonly leaveAll: Statement;
  /** SELECT of a row when there is an instance whose lease has ended, or somebody for whom nobody has vouched for $1 seconds. */
  readonly due: string;
  /** Removes instances whose lease has ended, and answers their ids. */
  readonly removeDead: Statement;
  /** Instances that vouch and have no row: killed just when they had been removed. */
  readonly orphans: Statement;
  /** Removes people for whom nobody has vouched for $1 seconds. Answers the events of their leaving. */
  readonly removeGone: Statement;
  /** Events of transactions from number $1 on, and the number for the next time. One row at least, without an id where there is no event. */
  readonly eventsSince: Statement;
  /** Ids of people in the room $1. */
  readonly present: Statement;
}

/** @param name of the kind of rooms */
export function presenceStatements(name: string, tables: PresenceTables): PresenceStatements {
  const { rooms, instances, presences, events } = tables;
  const leftBy = `holders = array_remove(holders, $1),
    empty_since = CASE WHEN array_remove(holders, $1) = '{}' THEN coalesce(empty_since, now()) END`;
  const record = (event: PresenceEvent['event'], from: string): string =>
    `INSERT INTO ${events} (id, room_id, user_id, event, at, tx)
     SELECT gen_random_uuid(), room_id, user_id, '${event}', now(), pg_current_xact_id()::text::bigint FROM ${from}
     RETURNING ${EVENT_COLUMNS}`;
  return {
    extendLease: statement(
      `${name}.extend-lease`,
      `UPDATE ${instances} SET lease_until = now() + $2 * interval '1 second' WHERE id = $1`,
    ),
    beginLease: statement(
      `${name}.begin-lease`,
      `INSERT INTO ${instances} (id, lease_until) VALUES ($1, now() + $2 * interval '1 second') ON CONFLICT DO NOTHING`,
    ),
    endLease: statement(`${name}.end-lease`, `DELETE FROM ${instances} WHERE id = $1`),
    enter: statement(
      `${name}.enter`,
      `WITH entered AS (
         INSERT INTO ${presences} AS p (room_id, user_id, holders)
         SELECT room_id, user_id, ARRAY[$1::uuid] FROM unnest($2::uuid[], $3::uuid[]) AS t (room_id, user_id)
         WHERE EXISTS (SELECT FROM ${rooms} r WHERE r.id = t.room_id)
         ON CONFLICT (room_id, user_id) DO UPDATE SET empty_since = NULL,
           holders = CASE WHEN $1 = ANY (p.holders) THEN p.holders ELSE p.holders || $1 END
         RETURNING room_id, user_id, xmax = 0 AS is_new
       ) ${record('joined', 'entered WHERE is_new')}`,
    ),
    leave: statement(
      `${name}.leave`,
      `UPDATE ${presences} SET ${leftBy} WHERE room_id = $2 AND user_id = $3 AND $1 = ANY (holders)`,
    ),
    leaveAll: statement(`${name}.leave-all`, `UPDATE ${presences} SET ${leftBy} WHERE $1 = ANY (holders)`),
    due: `SELECT true AS due WHERE EXISTS (SELECT FROM ${instances} WHERE lease_until < now())
      OR EXISTS (SELECT FROM ${presences} WHERE empty_since < now() - $1::int * interval '1 second')`,
    removeDead: statement(`${name}.remove-dead`, `DELETE FROM ${instances} WHERE lease_until < now() RETURNING id`),
    orphans: statement(
      `${name}.orphans`,
      `SELECT DISTINCT h.id FROM ${presences}, unnest(holders) AS h (id)
       WHERE NOT EXISTS (SELECT FROM ${instances} i WHERE i.id = h.id)`,
    ),
    removeGone: statement(
      `${name}.remove-gone`,
      `WITH gone AS (
         DELETE FROM ${presences} WHERE empty_since < now() - $1 * interval '1 second' RETURNING room_id, user_id
       ) ${record('left', 'gone')}`,
    ),
    // From the oldest transaction that was open at the last poll: what it wrote may have become visible since.
    eventsSince: statement(
      `${name}.presence-events`,
      `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS since, c.* FROM (SELECT 1) AS one
       LEFT JOIN (
         SELECT ${EVENT_COLUMNS} FROM ${events} WHERE tx >= $1::bigint AND at > now() - ${READABLE}
       ) c ON true ORDER BY c.at`,
    ),
    present: statement(
      `${name}.present`,
      `SELECT user_id AS "userId" FROM ${presences} p WHERE room_id = $1 AND ${isPresent(tables, 'p')} ORDER BY user_id`,
    ),
  };
}
