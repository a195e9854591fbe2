import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../../../core/data/database';
import { DisplayNameCache } from './display-name-cache';

/** Somebody came to a room, or went: written down in the transaction that makes it so. */
export interface PresenceEvent {
  readonly id: string;
  readonly roomId: string;
  readonly userId: string;
  readonly event: 'joined' | 'left';
  readonly at: Date;
}

const KEPT = `interval '1 minute'`;
/** Ids of what was told are remembered for at least as long as it can be read or heard again. */
const REMEMBERED_MS = 90_000;

export const PRESENCE_EVENT_COLUMNS = 'id, room_id AS "roomId", user_id AS "userId", event, at';
/** @param from the rows to write down: room_id, user_id @returns SQL of an INSERT */
export const recordPresenceEvent = (event: PresenceEvent['event'], from: string): string =>
  `INSERT INTO chat_comings (id, room_id, user_id, event, at, tx)
   SELECT gen_random_uuid(), room_id, user_id, '${event}', now(), pg_current_xact_id()::text::bigint FROM ${from}
   RETURNING ${PRESENCE_EVENT_COLUMNS}`;

/** From the oldest transaction that was open at the last look: what it wrote may have become visible since. */
const NEW = statement(
  'chat.presence-events',
  `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS since, c.* FROM (SELECT 1) AS one
   LEFT JOIN (
     SELECT ${PRESENCE_EVENT_COLUMNS} FROM chat_comings WHERE tx >= $1::bigint AND at > now() - ${KEPT}
   ) c ON true ORDER BY c.at`,
);
/** No transaction has this number yet. */
const NONE = '9223372036854775807';

/** Words of joining and leaving, each told once here, whether it comes over the bus or is found in Postgres. */
@Injectable()
export class PresenceEvents {
  private since = NONE;
  private told = new Set<string>();
  private toldBefore = new Set<string>();
  private turnedAtMs = performance.now();

  constructor(
    private readonly db: Database,
    private readonly people: DisplayNameCache,
  ) {}

  /** Whether it is to be told here: true once for each. */
  isNew(id: string): boolean {
    const nowMs = performance.now();
    if (nowMs - this.turnedAtMs > REMEMBERED_MS) {
      [this.toldBefore, this.told] = [this.told, new Set()];
      this.turnedAtMs = nowMs;
    }
    if (this.told.has(id) || this.toldBefore.has(id)) return false;
    this.told.add(id);
    return true;
  }

  /** What was written down since it was asked last, of all rooms; of the first time, and after `pause`, nothing. */
  async read(): Promise<PresenceEvent[]> {
    const rows = await this.db.query<PresenceEvent & { since: string; id: string | null }>(NEW, [this.since]);
    this.since = rows[0].since;
    return rows.filter(({ id }) => id !== null);
  }

  /** What comes from now on until the next `read` is nobody's affair here. */
  pause(): void {
    this.since = NONE;
  }

  /** The text of its frame. */
  async frameOf({ userId, event, at }: PresenceEvent): Promise<string> {
    const name = await this.people.nameOf(userId);
    return JSON.stringify({
      type: 'system',
      content: `${name} has ${event} the chat`,
      event,
      user_id: userId,
      name,
      timestamp: at.toISOString(),
    });
  }
}
