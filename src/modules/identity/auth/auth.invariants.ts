import type { Invariant } from '../../../core/data/invariants';

/** Two live tokens of one session: somebody else has one of them. */
const FORKED = `SELECT 'session:' || session_id AS subject, format('%s refresh tokens are live.', count(*)) AS detail
  FROM refresh_tokens WHERE used_at IS NULL GROUP BY session_id HAVING count(*) > 1`;

/** What must hold of sessions at any time. */
export const AUTH_INVARIANTS: Record<string, Invariant> = {
  'refresh-tokens': { table: 'sessions', violations: FORKED },
};
