import type { Invariant } from '../../../core/data/invariants';

/** Threads are one level deep, of one resource, and a deleted comment keeps its place only for its answers. */
export const COMMENTS_INVARIANTS: Readonly<Record<string, Invariant>> = {
  threads: {
    table: 'comments',
    violations: `SELECT 'comment:' || c.id AS subject, 'it answers what is no first comment of its resource' AS detail
      FROM comments c JOIN comments p ON p.id = c.parent_id WHERE p.parent_id IS NOT NULL OR p.resource_id <> c.resource_id
      UNION ALL SELECT 'comment:' || c.id, 'it is deleted and has no answers' FROM comments c
      WHERE c.deleted_at IS NOT NULL AND NOT EXISTS (SELECT FROM comments a WHERE a.parent_id = c.id)`,
  },
};
