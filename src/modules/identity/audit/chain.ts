import { createHash } from 'node:crypto';

/** What the first link is chained to. */
export const GENESIS = Buffer.alloc(32);

/** A checkpoint stands at every multiple of this, at least. */
export const CHECKPOINT_EVERY = 100;

/**
 * No entry is linked that is so much older than the newest linked one: no transaction lasts so long, so somebody has
 * put it among the past.
 */
export const LATEST = '5 minutes';

/**
 * The canonical text of an entry `e`: a jsonb array in the order of the columns, as Postgres writes it (keys of `facts`
 * in its own fixed order), the instant in seconds with microseconds, whatever the session's time zone.
 */
export const CANONICAL = `jsonb_build_array(e.id, extract(epoch FROM e.at), e.action, e.outcome, e.actor_id, e.session_id,
  e.target, e.client_ip, e.user_agent, e.request_id, e.facts)::text`;

/** The hash of the next link. @param canonical the entry's text */
export function linkHash(previous: Buffer, canonical: string): Buffer {
  return createHash('sha256').update(previous).update(canonical, 'utf8').digest();
}
