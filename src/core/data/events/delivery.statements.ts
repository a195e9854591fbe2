import { unpreparedStatement, statement } from '../database';

/** Deliveries the relay takes at once. */
export const BATCH = 200;
/** A delivery that has failed so often is dead: about four days, since an attempt waits an hour at most for the next. */
const MAX_ATTEMPTS = 100;

const BACKOFF = (limit: string): string => `now() + least(2 ^ least(attempts, 12), ${limit}) * interval '1 second'`;

/** The subscriptions of the database, and those of this process ($1 consumers, $2 types, $3 ordered). */
const CONSUMERS = `consumers AS (
  SELECT DISTINCT ON (consumer) consumer, type, ordered FROM (
    SELECT consumer, type, ordered, 1 AS place FROM event_subscriptions
    UNION ALL SELECT own.*, 0 FROM unnest($1::text[], $2::text[], $3::boolean[]) AS own (consumer, type, ordered)
  ) AS all_of_them ORDER BY consumer, place)`;

/** Writes an event with a delivery for each consumer; one that nobody wants is delivered at once. */
export const EMIT = statement(
  'outbox.emit',
  `WITH ${CONSUMERS}, wanted AS (SELECT consumer, ordered FROM consumers WHERE type = $5::text),
   event AS (
     INSERT INTO outbox (id, type, payload, version, subject, pending, delivered_at)
     SELECT $4::uuid, $5::text, $6::jsonb, $7::int, $8::text, count(*), CASE WHEN count(*) = 0 THEN now() END FROM wanted
   )
   INSERT INTO event_deliveries (id, event_id, consumer, type, version, subject, ordered)
   SELECT gen_random_uuid(), $4::uuid, consumer, $5::text, $7::int, $8::text, ordered FROM wanted`,
);
/** Makes the deliveries of events that were written without any: by an earlier release. */
export const SPREAD = unpreparedStatement(
  `WITH ${CONSUMERS}, taken AS MATERIALIZED (
     SELECT id, type, version, subject FROM outbox WHERE pending IS NULL AND delivered_at IS NULL
     ORDER BY created_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
   ), made AS (
     INSERT INTO event_deliveries (id, event_id, consumer, type, version, subject, ordered)
     SELECT gen_random_uuid(), taken.id, c.consumer, taken.type, taken.version, taken.subject, c.ordered
     FROM taken JOIN consumers c USING (type) ON CONFLICT DO NOTHING RETURNING event_id
   ), counted AS (SELECT taken.id, (SELECT count(*) FROM made WHERE event_id = taken.id) AS made FROM taken)
   UPDATE outbox SET pending = counted.made, delivered_at = CASE WHEN counted.made = 0 THEN now() END
   FROM counted WHERE outbox.id = counted.id`,
);
/**
 * Takes what is due of consumers that this process has, in versions it understands, and puts it off until the queue has
 * surely had its chance: the reconciler is this same statement. An ordered one waits for the earlier ones of its subject.
 */
export const TAKE = unpreparedStatement(
  `UPDATE event_deliveries SET due_at = now() + interval '10 seconds' WHERE id IN (
     SELECT d.id FROM event_deliveries d JOIN unnest($1::text[], $2::int[]) AS own (consumer, version)
       ON own.consumer = d.consumer AND d.version <= own.version
     WHERE d.state = 'pending' AND d.due_at <= now() AND NOT (d.ordered AND EXISTS (
       SELECT FROM event_deliveries e WHERE e.consumer = d.consumer AND e.subject = d.subject
         AND e.state <> 'delivered' AND e.event_id < d.event_id))
     ORDER BY d.due_at LIMIT ${BATCH} FOR UPDATE OF d SKIP LOCKED
   ) RETURNING id`,
);
/** A row when `SPREAD` or `TAKE` has something to do; asked for every second. */
export const DUE = `SELECT true AS due WHERE EXISTS (
    SELECT FROM event_deliveries d JOIN unnest($1::text[], $2::int[]) AS own (consumer, version)
      ON own.consumer = d.consumer AND d.version <= own.version WHERE d.state = 'pending' AND d.due_at <= now()
  ) OR EXISTS (SELECT FROM outbox WHERE pending IS NULL AND delivered_at IS NULL)`;
const COLUMNS = `SELECT d.event_id AS "eventId", d.consumer, d.version, o.type, o.payload
  FROM event_deliveries d JOIN outbox o ON o.id = d.event_id WHERE d.id = $1 AND d.state = 'pending'`;
export const FIND = statement('deliveries.find', COLUMNS);
/** Of two attempts at once the second finds nothing. */
export const HOLD = statement('deliveries.hold', `${COLUMNS} FOR UPDATE OF d SKIP LOCKED`);
const COUNT_DOWN = `UPDATE outbox SET pending = pending - n, delivered_at = CASE WHEN pending <= n THEN now() END
   FROM (SELECT event_id, count(*)::int AS n FROM done GROUP BY event_id) AS counted WHERE outbox.id = counted.event_id`;
export const DELIVERED = statement(
  'deliveries.delivered',
  `WITH done AS (UPDATE event_deliveries SET state = 'delivered', delivered_at = now(), last_error = NULL
     WHERE id = $1 AND state = 'pending' RETURNING event_id) ${COUNT_DOWN}`,
);
/** Of several at once; locked in the order of their events by all who do so. */
export const DELIVERED_MANY = unpreparedStatement(
  `WITH held AS MATERIALIZED (
     SELECT d.id FROM outbox o JOIN event_deliveries d ON d.event_id = o.id
     WHERE d.id = ANY($1::uuid[]) AND d.state = 'pending' ORDER BY o.id FOR UPDATE
   ), done AS (UPDATE event_deliveries d SET state = 'delivered', delivered_at = now(), last_error = NULL
     FROM held WHERE d.id = held.id RETURNING d.event_id) ${COUNT_DOWN}`,
);
export const FAILED = statement(
  'deliveries.failed',
  `UPDATE event_deliveries SET attempts = attempts + 1, due_at = ${BACKOFF('3600')}, last_error = left($2, 1000),
     state = CASE WHEN attempts + 1 >= ${MAX_ATTEMPTS} THEN 'dead' ELSE 'pending' END
   WHERE id = $1 AND state = 'pending'`,
);
/** Whoever is called for it is away, which says nothing of the event: however long that lasts, it is tried soon after. */
export const AWAY = statement(
  'deliveries.away',
  `UPDATE event_deliveries SET attempts = attempts + 1, due_at = ${BACKOFF('10 + 20 * random()')}, last_error = left($2, 1000)
   WHERE id = $1 AND state = 'pending'`,
);
/** The queue gave it to a process without its consumer: it is due again at once, for one that has it. */
export const HAND_BACK = statement(
  'deliveries.hand-back',
  `UPDATE event_deliveries SET due_at = now() + interval '200 milliseconds' WHERE id = $1 AND state = 'pending'`,
);
/** A process says which consumers it has. */
export const VOUCH = unpreparedStatement(
  `INSERT INTO event_subscriptions (consumer, type, ordered)
   SELECT * FROM unnest($1::text[], $2::text[], $3::boolean[]) AS own (consumer, type, ordered) ORDER BY 1
   ON CONFLICT (consumer) DO UPDATE SET type = excluded.type, ordered = excluded.ordered, seen_at = now()`,
);
const ABANDONED = `seen_at < now() - interval '30 days'`;
/** What an abandoned consumer still waits for is dead, for an admin to see. */
export const BURY = `UPDATE event_deliveries SET state = 'dead', last_error = 'No process has had this consumer for 30 days'
  WHERE id IN (SELECT d.id FROM event_subscriptions s JOIN event_deliveries d ON d.consumer = s.consumer AND d.state = 'pending'
    WHERE s.${ABANDONED} LIMIT ${BATCH})`;
/** A consumer nobody has vouched for within 30 days gets nothing more. */
export const UNSUBSCRIBE = `DELETE FROM event_subscriptions s WHERE ${ABANDONED}
  AND NOT EXISTS (SELECT FROM event_deliveries d WHERE d.consumer = s.consumer AND d.state = 'pending')`;
export const OVERDUE = `SELECT 'event:' || event_id AS subject,
    format('%s of %s is not delivered to %s after %s attempts.', type, created_at, consumer, attempts) AS detail
  FROM event_deliveries WHERE state <> 'delivered' AND created_at < now() - interval '10 minutes'
  UNION ALL SELECT 'event:' || id, format('%s of %s has no deliveries.', type, created_at)
  FROM outbox WHERE pending IS NULL AND delivered_at IS NULL AND created_at < now() - interval '10 minutes'`;
