import type { Invariant } from '../../../core/data/invariants';

const STUCK = `SELECT 'file:' || id AS subject, format('Pending since %s.', created_at) AS detail
  FROM files WHERE status = 'pending' AND created_at < now() - interval '1 day'`;
const EXPIRED = `SELECT 'upload:' || id AS subject, format('Was to go at %s.', expires_at) AS detail
  FROM file_uploads WHERE expires_at < now() - interval '1 day'`;
/** Files, and uploads that are no file yet. */
const WRONG_USAGE = `SELECT 'user:' || coalesce(u.user_id, k.owner_id) AS subject,
    format('%s bytes counted, %s kept.', coalesce(u.used_bytes, 0), coalesce(k.bytes, 0)) AS detail
  FROM file_usage u FULL JOIN (
    SELECT owner_id, sum(bytes) AS bytes FROM (
      SELECT owner_id, size_bytes AS bytes FROM files
      UNION ALL
      SELECT owner_id, length_bytes FROM file_uploads u WHERE NOT EXISTS (SELECT FROM files f WHERE f.id = u.id)
    ) AS kept GROUP BY owner_id
  ) k ON k.owner_id = u.user_id
  WHERE coalesce(u.used_bytes, 0) <> coalesce(k.bytes, 0)`;

/** What must hold of files and uploads at any time. */
export const FILES_INVARIANTS: Record<string, Invariant> = {
  pending: { table: 'files', violations: STUCK },
  uploads: { table: 'file_uploads', violations: EXPIRED },
  usage: { table: 'file_usage', violations: WRONG_USAGE },
};
