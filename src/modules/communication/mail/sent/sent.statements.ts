import { statement } from '../../../../core/data/database';

/** Of the recipients the one that has got least far. */
const STATUS = `(ARRAY['queued','deferred','failed','bounced','suppressed','cancelled','sent','delivered'])[min(array_position(
  ARRAY['queued','deferred','failed','bounced','suppressed','cancelled','sent','delivered'], d.state))]`;

const RECIPIENTS = `json_agg(json_build_object('id', d.id, 'address', encode(d.address, 'base64'), 'field', d.field, 'status', d.state,
  'statusAt', d.state_at, 'attempts', d.attempts, 'dueAt', d.due_at, 'code', d.last_code, 'enhancedStatus', d.last_status, 'reason', d.reason)
  ORDER BY d.field = 'bcc', d.field = 'cc', d.id)`;

export const SENT_COLUMNS = `m.id, m.kind, m.sender_id AS "senderId", m.category, m.template, m.template_version AS "templateVersion", m.content,
  m.gate, m.request_id AS "requestId", m.send_at AS "sendAt", m.created_at AS "createdAt", m.is_separate AS "isSeparate", r.status, r.recipients`;

/** To be put behind the messages `m` of a page. */
export const WITH_RECIPIENTS = `CROSS JOIN LATERAL (
  SELECT ${STATUS} AS status, ${RECIPIENTS} AS recipients FROM mail_deliveries d WHERE d.message_id = m.id) AS r`;

export const BY_ID = statement(
  'mail.sent-by-id',
  `SELECT ${SENT_COLUMNS} FROM mail_messages m ${WITH_RECIPIENTS} WHERE m.id = $1 AND ($2::uuid IS NULL OR m.sender_id = $2)`,
);
/** Until the transaction ends nobody takes one of them. */
export const HOLD = statement(
  'mail.hold-deliveries',
  `SELECT state, attempts, lease IS NOT NULL AS "isTaken" FROM mail_deliveries WHERE message_id = $1 ORDER BY id FOR UPDATE`,
);
export const CANCEL = statement(
  'mail.cancel',
  `WITH cancelled AS (
     UPDATE mail_deliveries SET state = 'cancelled', state_at = now() WHERE message_id = $1 AND state = 'queued' RETURNING id
   )
   INSERT INTO mail_steps (id, delivery_id, kind, state) SELECT gen_random_uuid(), id, 'cancelled', 'cancelled' FROM cancelled`,
);
export const STEPS = statement(
  'mail.steps',
  `SELECT s.at, s.kind AS step, d.address, s.state AS status, s.code, s.status AS "enhancedStatus", s.reason, s.tls, s.ms
   FROM mail_deliveries d JOIN mail_steps s ON s.delivery_id = d.id WHERE d.message_id = $1 ORDER BY s.at, s.id`,
);
