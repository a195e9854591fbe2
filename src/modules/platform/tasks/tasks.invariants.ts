import type { Invariant } from '../../../core/data/invariants';

const NO_LEASE = `SELECT 'task:' || id AS subject, format('It runs, and its lease ended at %s.', lease_until) AS detail
  FROM tasks WHERE status = 'running' AND lease_until < now() - interval '2 minutes'`;
const OVERDUE = `SELECT 'task:' || id AS subject, format('It was to be handed to the queue at %s.', due_at) AS detail
  FROM tasks WHERE status = 'pending' AND due_at < now() - interval '10 minutes'`;

/** What must hold of tasks at any time. */
export const TASKS_INVARIANTS: Record<string, Invariant> = {
  leases: { table: 'tasks', violations: NO_LEASE },
  handed: { table: 'tasks', violations: OVERDUE },
};
