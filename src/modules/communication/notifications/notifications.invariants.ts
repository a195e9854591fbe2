import type { Invariant } from '../../../core/data/invariants';
import { CHANGES_KEPT, KEPT } from './inbox/notice-writer';

/** That changes are numbered without a gap, inboxes count what they have, and nothing that is due waits for ever. */
export const NOTIFICATIONS_INVARIANTS: Readonly<Record<string, Invariant>> = {
  numbers: {
    table: 'notification_inboxes',
    violations: `SELECT 'user:' || i.user_id AS subject,
        format('%s changes from %s to %s, the last number is %s.', count(c.seq), min(c.seq), max(c.seq), i.last_seq) AS detail
      FROM notification_inboxes i LEFT JOIN notification_changes c ON c.user_id = i.user_id GROUP BY i.user_id
      HAVING coalesce(max(c.seq), 0) <> i.last_seq OR count(c.seq) <> coalesce(max(c.seq) - min(c.seq) + 1, 0)
        OR (i.last_seq <= ${CHANGES_KEPT} AND count(c.seq) <> i.last_seq)`,
  },
  kept: {
    table: 'notification_inboxes',
    violations: `SELECT 'user:' || i.user_id AS subject, format('Counts %s notices and has %s.', i.kept, count(n.id)) AS detail
      FROM notification_inboxes i LEFT JOIN notifications n ON n.user_id = i.user_id AND n.seq IS NOT NULL AND n.deleted_at IS NULL
      GROUP BY i.user_id HAVING count(n.id) <> i.kept OR count(n.id) > ${KEPT}`,
  },
  places: {
    table: 'notifications',
    violations: `SELECT 'notification:' || n.id AS subject, format('Has the place %s of %s.', n.seq, i.last_seq) AS detail
      FROM notifications n LEFT JOIN notification_inboxes i ON i.user_id = n.user_id
      WHERE n.seq IS NOT NULL AND (i.user_id IS NULL OR n.seq > i.last_seq)`,
  },
  due: {
    table: 'notification_deliveries',
    violations: `SELECT 'notification:' || notification_id AS subject, format('Its delivery by %s has been due since %s.', channel, due_at) AS detail
      FROM notification_deliveries WHERE state = 'pending' AND due_at < now() - interval '10 minutes'`,
  },
};
