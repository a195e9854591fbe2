import { statement, unpreparedStatement } from '../../../../core/data/database';

/** Longer than any attempt takes: what is not done by then another process takes. */
export const LEASE_S = 120;
/** Of a sender's deliveries so many are looked at. */
const PER_SENDER = 64;
const WAITING = `state IN ('queued', 'deferred')`;

/** A row when a delivery is due; asked for all the time. */
export const DUE = `SELECT true AS due WHERE EXISTS (SELECT FROM mail_deliveries WHERE ${WAITING} AND due_at <= now())`;

/** Whether the list keeps a mail of message `m` from the address of delivery `d`. Who is unsubscribed still hears of their account. */
const SUPPRESSED = `EXISTS (SELECT FROM mail_suppressions s WHERE s.address_key = d.address_key AND s.category IN ('', m.category)
  AND (s.until IS NULL OR s.until > now()) AND NOT (s.reason = 'unsubscribe' AND m.category = 'security'))`;

/**
 * Takes what is due: $1 at most, $2 of bulk, $3 the lease, $4 whether domains have a pace, $5 mails to a domain in a minute, $6 at a time.
 * Each sender is found by skipping through the index, whatever each has waiting, and takes turns with the others of its priority. A domain
 * has a bucket of tokens: full it holds what may go at once, and it fills so that no minute has more than $5. Bulk leaves a part of it to
 * others. What its domain does not take now is put off to when its turn comes, and holds up nobody. One process at a time takes.
 */
export const CLAIM = unpreparedStatement(
  `WITH RECURSIVE groups AS (
     (SELECT priority, sender_key FROM mail_deliveries WHERE ${WAITING} ORDER BY priority, sender_key LIMIT 1)
     UNION ALL
     SELECT next.priority, next.sender_key FROM groups g CROSS JOIN LATERAL (
       SELECT d.priority, d.sender_key FROM mail_deliveries d WHERE ${WAITING} AND (d.priority, d.sender_key) > (g.priority, g.sender_key)
       ORDER BY d.priority, d.sender_key LIMIT 1) AS next
   ), candidates AS MATERIALIZED (
     SELECT d.*, row_number() OVER (PARTITION BY g.priority, g.sender_key ORDER BY d.due_at, d.id) AS turn
     FROM groups g CROSS JOIN LATERAL (
       SELECT c.id, c.domain, c.priority, c.due_at FROM mail_deliveries c
       WHERE ${WAITING} AND c.priority = g.priority AND c.sender_key = g.sender_key AND c.due_at <= now()
       ORDER BY c.due_at, c.id LIMIT greatest($1::int, ${PER_SENDER}) FOR UPDATE SKIP LOCKED) AS d
   ), pace AS MATERIALIZED (
     SELECT least($6::float8, $5::float8 / 2) AS bucket, ($5::float8 - least($6::float8, $5::float8 / 2)) / 60 AS per_s
   ), domains AS MATERIALIZED (
     SELECT c.domain, coalesce(p.resume_at, now()) AS resume_at,
       least(pace.bucket, coalesce(p.tokens + extract(epoch FROM now() - p.refilled_at) * pace.per_s, pace.bucket)) AS tokens,
       $6::int - (SELECT count(*) FROM mail_deliveries b WHERE b.domain = c.domain AND b.lease IS NOT NULL) AS free
     FROM (SELECT DISTINCT domain FROM candidates) AS c CROSS JOIN pace LEFT JOIN mail_paces p USING (domain)
   ), judged AS MATERIALIZED (
     SELECT c.*, d.resume_at, pace.per_s, row_number() OVER (PARTITION BY c.domain ORDER BY c.priority, c.turn, c.due_at, c.id) AS place,
       CASE WHEN d.resume_at > now() THEN 0
            ELSE greatest(0, least(d.free, floor(d.tokens - CASE WHEN c.priority = 2 THEN pace.bucket / 5 ELSE 0 END))) END AS room
     FROM candidates c JOIN domains d USING (domain) CROSS JOIN pace
   ), ordered AS (
     SELECT *, row_number() OVER (ORDER BY priority, turn, due_at, id) AS n,
       row_number() OVER (PARTITION BY priority = 2 ORDER BY priority, turn, due_at, id) AS of_kind
     FROM judged WHERE NOT $4::boolean OR place <= room
   ), chosen AS MATERIALIZED (
     SELECT id, domain FROM ordered WHERE n <= $1::int AND (priority < 2 OR of_kind <= $2::int)
   ), put_off AS (
     UPDATE mail_deliveries d SET due_at = greatest(j.resume_at, now() + greatest(0.2, (j.place - j.room) / j.per_s) * interval '1 second')
     FROM judged j WHERE d.id = j.id AND $4::boolean AND j.place > j.room
   ), spent AS (
     INSERT INTO mail_paces (domain, tokens, refilled_at)
     SELECT domain, d.tokens - count(*), now() FROM chosen JOIN domains d USING (domain) WHERE $4::boolean
     GROUP BY domain, d.tokens ORDER BY domain
     ON CONFLICT (domain) DO UPDATE SET tokens = excluded.tokens, refilled_at = excluded.refilled_at
   )
   UPDATE mail_deliveries d SET lease = $3::uuid, due_at = now() + interval '${LEASE_S} seconds'
   FROM chosen JOIN mail_deliveries own ON own.id = chosen.id JOIN mail_messages m ON m.id = own.message_id WHERE d.id = chosen.id
   RETURNING d.id, d.message_id AS "messageId", d.address, d.domain, d.attempts, d.priority, m.kind, m.sender_id AS "senderId", m.category,
     m.template, m.content, m.is_separate AS "isSeparate", m.created_at AS "createdAt", m.expires_at <= now() AS "isExpired",
     ${SUPPRESSED} AS "isSuppressed"`,
);

/** The bytes of the attachments of $1, in their order. */
export const ATTACHMENTS = statement(
  'mail.attachments',
  'SELECT content FROM mail_attachments WHERE message_id = $1 ORDER BY position',
);

/**
 * What came of attempts ($1, JSON of `Outcome` rows): the delivery and a step of its trace. One whose lease is another's by now stays as
 * it is. @returns the ids of those that were changed
 */
export const SETTLE = unpreparedStatement(
  `WITH given AS (
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS g (step_id uuid, id uuid, lease uuid, kind text, state text, code int, status text,
       reason text, tls text, ms int, wait float8)
   ), settled AS (
     UPDATE mail_deliveries d SET state = g.state, lease = NULL, attempts = d.attempts + (g.kind = 'attempt')::int,
       last_code = CASE WHEN g.kind = 'attempt' THEN g.code ELSE d.last_code END,
       last_status = CASE WHEN g.kind = 'attempt' THEN g.status ELSE d.last_status END, reason = g.reason,
       due_at = CASE WHEN g.wait IS NULL THEN d.due_at ELSE now() + g.wait * interval '1 second' END,
       sent_at = CASE WHEN g.state = 'sent' THEN now() END,
       state_at = CASE WHEN d.state = g.state THEN d.state_at ELSE now() END
     FROM given g WHERE d.id = g.id AND d.lease = g.lease
     RETURNING d.id, g.step_id, g.kind, g.state, g.code, g.status, g.reason, g.tls, g.ms
   ), traced AS (
     INSERT INTO mail_steps (id, delivery_id, at, kind, state, code, status, reason, tls, ms)
     SELECT step_id, id, clock_timestamp(), kind, state, code, status, reason, tls, ms FROM settled
   )
   SELECT id FROM settled`,
);

/** The server was not to be had: it counts against none. $1 ids, $2 lease, $3 seconds. */
export const RELEASE = unpreparedStatement(
  `UPDATE mail_deliveries SET lease = NULL, due_at = now() + $3::float8 * interval '1 second'
   WHERE id = ANY ($1::uuid[]) AND lease = $2::uuid`,
);

/** The domain has answered 421 or 451; $2 seconds of each pause in a row. */
export const PAUSE = statement(
  'mail.pause',
  `INSERT INTO mail_paces AS p (domain, tokens, resume_at, refusals) VALUES ($1, 0, now() + ($2::float8[])[1] * interval '1 second', 1)
   ON CONFLICT (domain) DO UPDATE SET
     refusals = CASE WHEN p.resume_at > now() THEN p.refusals ELSE p.refusals + 1 END,
     resume_at = CASE WHEN p.resume_at > now() THEN p.resume_at
       ELSE now() + ($2::float8[])[least(p.refusals + 1, array_length($2::float8[], 1))] * interval '1 second' END`,
);
export const RESUME = statement(
  'mail.resume',
  'UPDATE mail_paces SET refusals = 0 WHERE domain = ANY ($1) AND refusals > 0',
);
