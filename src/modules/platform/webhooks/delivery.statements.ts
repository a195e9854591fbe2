import { statement, Statement, unpreparedStatement } from '../../../core/data/database';
import { patternsSql } from './event-patterns';
import { AILING_FROM } from './schedule';

/** Events whose deliveries are made at once: half are the oldest, half the newest, so that what happens now is not behind a flood. */
export const SPREAD_BATCH = 500;
/** Sends to one webhook at a time; one where it is ailing. */
export const PER_WEBHOOK = 8;
/** Longer than any send takes: what is not done by then another sender takes. */
const LEASE_S = 30;

/** Makes the deliveries of events; one that nobody wants or may see is forgotten. @param visible SQL of `PublicEvents` for `e` and `u` */
export const spreadStatement = (visible: string): Statement =>
  unpreparedStatement(
    `WITH taken AS MATERIALIZED (
       SELECT * FROM webhook_events WHERE spread_at IS NULL AND id IN (
         (SELECT id FROM webhook_events WHERE spread_at IS NULL ORDER BY id LIMIT ${SPREAD_BATCH / 2})
         UNION (SELECT id FROM webhook_events WHERE spread_at IS NULL ORDER BY id DESC LIMIT ${SPREAD_BATCH / 2})
       ) ORDER BY id FOR UPDATE SKIP LOCKED
     ), made AS (
       INSERT INTO webhook_deliveries (webhook_id, event_id)
       SELECT w.id, e.id FROM taken e
         JOIN webhooks w ON w.disabled_at IS NULL AND w.created_at <= e.created_at AND w.events && ${patternsSql('e.type')}
         JOIN users u ON u.id = w.owner_id
       WHERE ${visible} ORDER BY w.id, e.id ON CONFLICT DO NOTHING RETURNING event_id
     ), spread AS (
       UPDATE webhook_events SET spread_at = now() WHERE id IN (SELECT event_id FROM made)
     ), forgotten AS (
       DELETE FROM webhook_events WHERE id IN (SELECT id FROM taken EXCEPT SELECT event_id FROM made)
     )
     SELECT count(*)::int AS taken FROM taken`,
  );

/**
 * Takes what is due, from each webhook in turn, the oldest first: $1 of webhooks that are well, $2 of ailing ones, which have places
 * of their own so that they hold up no other, $3 the lease. Webhooks with something to send are found by skipping through the
 * index, whatever each has waiting. One sender at a time takes from a webhook.
 */
export const CLAIM = unpreparedStatement(
  `WITH RECURSIVE busy AS (
     (SELECT webhook_id FROM webhook_deliveries WHERE state = 'pending' ORDER BY webhook_id LIMIT 1)
     UNION ALL
     SELECT (SELECT d.webhook_id FROM webhook_deliveries d WHERE d.state = 'pending' AND d.webhook_id > busy.webhook_id
       ORDER BY d.webhook_id LIMIT 1) FROM busy WHERE busy.webhook_id IS NOT NULL
   ), open AS MATERIALIZED (
     SELECT w.id, w.failures >= ${AILING_FROM} AS is_ailing FROM busy JOIN webhooks w ON w.id = busy.webhook_id
     WHERE w.disabled_at IS NULL AND w.resume_at <= now() FOR NO KEY UPDATE OF w SKIP LOCKED
   ), room AS MATERIALIZED (
     SELECT id, is_ailing, CASE WHEN is_ailing THEN 1 ELSE ${PER_WEBHOOK} END - (
       SELECT count(*) FROM webhook_deliveries d WHERE d.webhook_id = open.id AND d.lease IS NOT NULL AND d.due_at > now()) AS free
     FROM open
   ), due AS MATERIALIZED (
     SELECT room.id AS webhook_id, room.is_ailing, d.event_id, d.due_at FROM room CROSS JOIN LATERAL (
       SELECT event_id, due_at FROM webhook_deliveries WHERE webhook_id = room.id AND state = 'pending' AND due_at <= now()
       ORDER BY due_at, event_id LIMIT greatest(room.free, 0) FOR UPDATE SKIP LOCKED) d
   ), turns AS (
     SELECT *, row_number() OVER (PARTITION BY webhook_id ORDER BY due_at, event_id) AS turn FROM due
   ), chosen AS (
     (SELECT * FROM turns WHERE NOT is_ailing ORDER BY turn, due_at, event_id LIMIT $1)
     UNION ALL (SELECT * FROM turns WHERE is_ailing ORDER BY turn, due_at, event_id LIMIT $2)
   )
   UPDATE webhook_deliveries d SET lease = $3, due_at = now() + interval '${LEASE_S} seconds'
   FROM chosen c WHERE d.webhook_id = c.webhook_id AND d.event_id = c.event_id
   RETURNING d.webhook_id AS "webhookId", d.event_id AS "eventId", c.is_ailing AS "isAiling"`,
);

/** What has been taken, and whether its owner may see it now. @param visible SQL of `PublicEvents` for `e` and `u` */
export const loadStatement = (visible: string): Statement =>
  unpreparedStatement(
    `SELECT d.webhook_id AS "webhookId", d.event_id AS "eventId", d.attempts, w.url, w.secret,
       CASE WHEN w.previous_until > now() THEN w.previous_secret END AS "previousSecret",
       e.type, e.about, e.subject_id AS "subjectId", e.path, e.actor_id AS "actorId", e.created_at AS "happenedAt", ${visible} AS "isVisible"
     FROM unnest($1::uuid[], $2::uuid[]) AS taken (webhook_id, event_id)
       JOIN webhook_deliveries d ON d.webhook_id = taken.webhook_id AND d.event_id = taken.event_id
       JOIN webhooks w ON w.id = d.webhook_id JOIN webhook_events e ON e.id = d.event_id JOIN users u ON u.id = w.owner_id
     WHERE d.lease = $3 AND w.disabled_at IS NULL ORDER BY d.event_id`,
  );

/** A row when a delivery is due or an event has none; asked for all the time. */
export const DUE = `SELECT true AS due WHERE EXISTS (SELECT FROM webhook_deliveries WHERE state = 'pending' AND due_at <= now())
  OR EXISTS (SELECT FROM webhook_events WHERE spread_at IS NULL)`;

/** Of sends that went well, or that were not made since their owner may not see it ($1: webhook, event, lease, state, status). */
export const DONE = unpreparedStatement(
  `WITH given AS (
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS g (webhook_id uuid, event_id uuid, lease uuid, state text, status int)
   ), done AS (
     UPDATE webhook_deliveries d SET state = g.state, lease = NULL, last_error = NULL, last_status = g.status,
       attempts = attempts + (g.state = 'delivered')::int,
       last_attempt_at = CASE WHEN g.state = 'delivered' THEN now() ELSE last_attempt_at END,
       delivered_at = CASE WHEN g.state = 'delivered' THEN now() END
     FROM given g WHERE d.webhook_id = g.webhook_id AND d.event_id = g.event_id AND d.lease = g.lease RETURNING d.webhook_id, d.state
   ), well AS (
     SELECT id FROM webhooks WHERE failures > 0 AND id IN (SELECT webhook_id FROM done WHERE state = 'delivered') ORDER BY id FOR NO KEY UPDATE
   )
   UPDATE webhooks w SET failures = 0, failing_since = NULL, resume_at = now() FROM well WHERE w.id = well.id`,
);

/** $1 webhook, $2 event, $3 lease, $4 seconds to the next attempt or null, $5 status, $6 why. */
export const FAILED = statement(
  'webhook-deliveries.failed',
  `UPDATE webhook_deliveries SET attempts = attempts + 1, lease = NULL, last_attempt_at = now(), last_status = $5, last_error = $6,
     state = CASE WHEN $4::float8 IS NULL THEN 'failed' ELSE 'pending' END,
     due_at = CASE WHEN $4::float8 IS NULL THEN due_at ELSE now() + $4::float8 * interval '1 second' END
   WHERE webhook_id = $1 AND event_id = $2 AND lease = $3`,
);
/** Held until the transaction ends. */
export const HOLD_FAILING = statement(
  'webhooks.hold-failing',
  `SELECT owner_id AS "ownerId", url, failures + 1 AS failures, coalesce(failing_since, now()) <= now() - interval '5 days' AS "isOver"
   FROM webhooks WHERE id = $1 AND disabled_at IS NULL FOR NO KEY UPDATE`,
);
/** $2 seconds for which nothing is sent. */
export const COUNT_FAILURE = statement(
  'webhooks.count-failure',
  `UPDATE webhooks SET failures = failures + 1, failing_since = coalesce(failing_since, now()),
     resume_at = greatest(resume_at, now() + $2::float8 * interval '1 second') WHERE id = $1`,
);
export const SWITCH_OFF = statement(
  'webhooks.switch-off',
  `UPDATE webhooks SET disabled_at = now(), disabled_reason = $2, updated_at = now() WHERE id = $1 AND disabled_at IS NULL`,
);
/** What was taken and not sent after all is due again at once. */
export const HAND_BACK = unpreparedStatement(
  `UPDATE webhook_deliveries d SET lease = NULL, due_at = now() FROM unnest($1::uuid[], $2::uuid[]) AS given (webhook_id, event_id)
   WHERE d.webhook_id = given.webhook_id AND d.event_id = given.event_id AND d.lease = $3`,
);
