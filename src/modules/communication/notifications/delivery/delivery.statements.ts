import { statement, Statement, unpreparedStatement } from '../../../../core/data/database';
import { hasOpenSession } from '../../../identity/auth';
import { RECIPIENT_COLUMNS } from '../decision/recipients';

/** Longer than any send takes: what is not done by then another sender takes. */
const LEASE_S = 60;

/** A row when a delivery is due; asked for all the time. */
export const DUE = `SELECT true AS due WHERE EXISTS (SELECT FROM notification_deliveries WHERE state = 'pending' AND due_at <= now())`;

/** Takes up to $1 of what is due, the oldest first, by the lease $2. */
export const CLAIM = unpreparedStatement(
  `WITH due AS (
     SELECT id FROM notification_deliveries WHERE state = 'pending' AND due_at <= now() ORDER BY due_at, id LIMIT $1 FOR UPDATE SKIP LOCKED
   )
   UPDATE notification_deliveries d SET lease = $2, due_at = now() + interval '${LEASE_S} seconds' FROM due WHERE d.id = due.id RETURNING d.id`,
);

/** What has been taken ($1 ids, $2 the lease), and all that decides whether it is still wanted. @param visible SQL of `ResourceVisibility` */
export const loadStatement = (visible: string): Statement =>
  unpreparedStatement(
    `SELECT d.id AS "deliveryId", d.channel, d.attempts, d.is_digest AS "isDigest", d.expires_at AS "expiresAt", n.id, n.title, n.body, n.category,
       n.action_url AS "actionUrl", n.priority, n.collapse_key AS "collapseKey", n.read_at IS NOT NULL AS "isRead", n.deleted_at IS NOT NULL AS "isDeleted",
       u.email, u.full_name AS "fullName", v.id AS "deviceId", v.target, v.registration, v.host, ${hasOpenSession('v.session_id')} AS "isDeviceOpen",
       ${RECIPIENT_COLUMNS}, ${visible} AS "maySee"
     FROM notification_deliveries d JOIN notifications n ON n.id = d.notification_id JOIN users u ON u.id = d.user_id
       LEFT JOIN notification_preferences p ON p.user_id = u.id LEFT JOIN notification_devices v ON v.id = d.device_id
     WHERE d.id = ANY ($1::uuid[]) AND d.lease = $2 AND d.state = 'pending' ORDER BY d.id`,
  );

/** Of a digest: everything of somebody ($1) that is due with it, whoever has taken it. @param visible SQL of `ResourceVisibility` */
export const digestStatement = (visible: string): Statement =>
  unpreparedStatement(
    `SELECT d.id AS "deliveryId", n.title, n.body, n.category, n.priority, n.action_url AS "actionUrl", n.created_at AS "createdAt",
       n.read_at IS NOT NULL AS "isRead", n.deleted_at IS NOT NULL AS "isDeleted", ${RECIPIENT_COLUMNS}, ${visible} AS "maySee"
     FROM notification_deliveries d JOIN notifications n ON n.id = d.notification_id JOIN users u ON u.id = d.user_id
       LEFT JOIN notification_preferences p ON p.user_id = u.id
     WHERE d.user_id = $1 AND d.channel = 'email' AND d.is_digest AND d.state = 'pending' AND d.not_before <= now() ORDER BY n.created_at, n.id
     FOR UPDATE OF d`,
  );
/** One at a time makes the digest of somebody. */
export const HOLD_INBOX = statement(
  'notifications.hold-inbox',
  'SELECT 1 FROM notification_inboxes WHERE user_id = $1 FOR NO KEY UPDATE',
);

/** $1 the delivery, $2 the lease or null for whoever holds it otherwise, $3 the status, $4 the id of the mail. */
export const SENT = statement(
  'notification-deliveries.sent',
  `UPDATE notification_deliveries SET state = 'sent', sent_at = now(), attempts = attempts + 1, last_attempt_at = now(), last_status = $3, reason = NULL,
     message_id = $4, lease = NULL WHERE id = $1 AND state = 'pending' AND ($2::uuid IS NULL OR lease = $2)`,
);
/** $3 why. */
export const SKIPPED = statement(
  'notification-deliveries.skipped',
  `UPDATE notification_deliveries SET state = 'skipped', reason = $3, lease = NULL
   WHERE id = $1 AND state = 'pending' AND ($2::uuid IS NULL OR lease = $2)`,
);
/** $3 seconds to the next attempt, null for none; $4 the status, $5 why. */
export const FAILED = statement(
  'notification-deliveries.failed',
  `UPDATE notification_deliveries SET attempts = attempts + 1, last_attempt_at = now(), last_status = $4, lease = NULL,
     state = CASE WHEN $3::float8 IS NULL OR now() + $3::float8 * interval '1 second' > expires_at THEN 'failed' ELSE 'pending' END,
     reason = $5, due_at = now() + coalesce($3::float8, 0) * interval '1 second'
   WHERE id = $1 AND lease = $2`,
);
/** It waits until $3; $4 whether for a digest. */
export const HELD = statement(
  'notification-deliveries.held',
  `UPDATE notification_deliveries SET lease = NULL, due_at = $3, not_before = $3, is_digest = $4,
     expires_at = $3::timestamptz + (expires_at - coalesce(not_before, created_at)) WHERE id = $1 AND lease = $2`,
);
/** What was taken and not sent after all is due again in $3 seconds. */
export const HANDED_BACK = unpreparedStatement(
  `UPDATE notification_deliveries SET lease = NULL, due_at = now() + $3::float8 * interval '1 second' WHERE id = ANY ($1::uuid[]) AND lease = $2`,
);
