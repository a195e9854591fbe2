import { HousekeepingRule, keep } from '../../../core/data/housekeeping';

const SECOND_MS = 1000;
const HOUR_MS = 3600 * SECOND_MS;

/** Sessions that nobody can use any more. Idle ones go with their absolute end: `idle_expires_at` moves with each use. */
const OVER = `(ended_at < now() - interval '1 day' OR expires_at < now() - interval '1 day')`;

/** How long the tables of logins are kept. */
export const AUTH_HOUSEKEEPING: readonly HousekeepingRule[] = [
  keep(['password_credentials', 'external_identities'], 'as long as the account'),
  keep(['service_clients'], 'for ever, revoked ones too: the audit trail names them'),
  keep(['signing_keys'], 'until a rotation finds its last token dead'),
  {
    name: 'auth.refresh-successors',
    table: 'refresh_tokens',
    where: `successor IS NOT NULL AND used_at < now() - interval '10 seconds'`,
    set: 'successor = NULL',
    everyMs: 15 * SECOND_MS,
    kept: 'the sealed pair that took its place: 10 seconds after its use',
  },
  {
    name: 'auth.refresh-tokens',
    table: 'refresh_tokens',
    where: `session_id = ANY (ARRAY(SELECT s.id FROM sessions s WHERE ${OVER}
      AND EXISTS (SELECT FROM refresh_tokens t WHERE t.session_id = s.id) LIMIT 500))`,
    everyMs: HOUR_MS,
    kept: 'a day after the end of its session; used ones until then, since one that comes again is stolen',
  },
  {
    name: 'auth.sessions',
    table: 'sessions',
    where: `${OVER} AND NOT EXISTS (SELECT FROM refresh_tokens t WHERE t.session_id = sessions.id)`,
    everyMs: HOUR_MS,
    kept: 'a day after its end',
  },
  {
    name: 'auth.ws-tickets',
    table: 'ws_tickets',
    where: `expires_at < now() - interval '1 minute'`,
    everyMs: 60 * SECOND_MS,
    kept: 'a minute after its end',
  },
  {
    name: 'auth.one-time-tokens',
    table: 'one_time_tokens',
    where: `expires_at < now() - interval '7 days'`,
    everyMs: HOUR_MS,
    kept: '7 days after its end',
  },
  {
    name: 'auth.oidc-logins',
    table: 'oidc_logins',
    where: `expires_at < now() - interval '1 day'`,
    everyMs: HOUR_MS,
    kept: 'a day after its end',
  },
  {
    name: 'auth.login-failures',
    table: 'login_failures',
    where: `(succeeded_at IS NULL AND last_at < now() - interval '1 day')
      OR (succeeded_at < now() - interval '90 days' AND last_at < now() - interval '1 day')`,
    everyMs: HOUR_MS,
    kept: 'a day; of a network where the right password came from, 90 days after the last one',
  },
];
