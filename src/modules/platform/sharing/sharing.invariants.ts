import type { Invariant } from '../../../core/data/invariants';

/** The paths as `parent_id` says, and an owner's right for each resource. */
export const SHARING_INVARIANTS: Readonly<Record<string, Invariant>> = {
  paths: {
    table: 'resources',
    violations: `WITH RECURSIVE walk AS (
        SELECT id, id AS ancestor_id, 0 AS depth FROM resources
        UNION ALL SELECT w.id, r.parent_id, w.depth + 1 FROM walk w JOIN resources r ON r.id = w.ancestor_id
          WHERE r.parent_id IS NOT NULL AND w.depth < 64
      )
      SELECT DISTINCT 'resource:' || coalesce(w.id, p.resource_id) AS subject, 'its paths are not those of its folders' AS detail FROM walk w FULL JOIN resource_paths p
        ON p.resource_id = w.id AND p.ancestor_id = w.ancestor_id AND p.depth = w.depth
      WHERE w.id IS NULL OR p.resource_id IS NULL`,
  },
  containers: {
    table: 'shares',
    violations: `SELECT 'share:' || s.id AS subject, 'what lies in its folder is not listed by it' AS detail FROM shares s
      WHERE NOT s.is_container AND EXISTS (SELECT FROM resource_paths p WHERE p.ancestor_id = s.resource_id AND p.depth > 0)`,
  },
  owners: {
    table: 'resources',
    violations: `SELECT 'resource:' || r.id AS subject, 'its owner has no right to it' AS detail FROM resources r WHERE NOT EXISTS (SELECT FROM shares s
      WHERE s.resource_id = r.id AND s.principal_type = 'owner' AND s.principal_id = r.owner_id)`,
  },
};
