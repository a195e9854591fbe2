import type { Invariant } from '../../../core/data/invariants';

/** That every event has its deliveries, and every delivery its webhook and event. */
export const WEBHOOK_INVARIANTS: Readonly<Record<string, Invariant>> = {
  spread: {
    table: 'webhook_events',
    violations: `SELECT 'webhook-event:' || id AS subject, format('%s of %s has no deliveries.', type, created_at) AS detail
      FROM webhook_events WHERE spread_at IS NULL AND created_at < now() - interval '10 minutes'`,
  },
  deliveries: {
    table: 'webhook_deliveries',
    violations: `SELECT 'webhook:' || d.webhook_id AS subject, format('Its delivery of %s has lost its webhook or its event.', d.event_id) AS detail
      FROM webhook_deliveries d LEFT JOIN webhooks w ON w.id = d.webhook_id LEFT JOIN webhook_events e ON e.id = d.event_id
      WHERE w.id IS NULL OR e.id IS NULL
      UNION ALL SELECT 'webhook:' || webhook_id, format('A sender has had the delivery of %s for more than 10 minutes.', event_id)
      FROM webhook_deliveries WHERE lease IS NOT NULL AND due_at < now() - interval '10 minutes'
        AND webhook_id IN (SELECT id FROM webhooks WHERE disabled_at IS NULL AND resume_at < now() - interval '10 minutes')`,
  },
};
