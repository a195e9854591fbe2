import type { Invariant } from '../../../core/data/invariants';

/** Each resource is found by its title, and not while it is in the trash. */
export const SEARCH_INVARIANTS: Readonly<Record<string, Invariant>> = {
  entries: {
    table: 'search_entries',
    violations: `SELECT 'resource:' || r.id AS subject, 'it is not found as it is' AS detail
      FROM resources r LEFT JOIN search_entries e ON e.resource_id = r.id
      WHERE e.title IS DISTINCT FROM r.title OR e.type IS DISTINCT FROM r.type OR e.is_trashed IS DISTINCT FROM (r.trashed_at IS NOT NULL)`,
  },
};
