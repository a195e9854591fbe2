import { Injectable, Logger, OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Database, statement } from '../../../../core/data/database';
import { newId } from '../../../../core/kernel/runtime';
import { RoomBroadcast } from '../live/room-broadcast';
import { PresenceEvent, PresenceEvents, recordPresenceEvent } from './presence-events';

interface Here {
  readonly roomId: string;
  readonly userId: string;
  /** Sockets of this process. */
  sockets: number;
  /** Whether the database knows. */
  known: boolean;
  work: Promise<void>;
}

const BEAT_MS = 2000;
const LEASE_S = 10;
/** Who comes back within this has never left. */
const GRACE_S = 3;
const SWEEP_MS = 1000;
/** Of so many sweeps one looks for what should not be, or not any more. */
const THOROUGH = 10;

const BEAT = statement(
  'chat.beat',
  `UPDATE chat_instances SET lease_until = now() + $2 * interval '1 second' WHERE id = $1`,
);
const BEGIN = statement(
  'chat.begin',
  `INSERT INTO chat_instances (id, lease_until) VALUES ($1, now() + $2 * interval '1 second') ON CONFLICT DO NOTHING`,
);
const ENTER = statement(
  'chat.enter',
  `WITH entered AS (
     INSERT INTO chat_presences AS p (room_id, user_id, holders)
     SELECT room_id, user_id, ARRAY[$1::uuid] FROM unnest($2::uuid[], $3::uuid[]) AS t (room_id, user_id)
     WHERE EXISTS (SELECT FROM chat_rooms r WHERE r.id = t.room_id)
     ON CONFLICT (room_id, user_id) DO UPDATE SET empty_since = NULL,
       holders = CASE WHEN $1 = ANY (p.holders) THEN p.holders ELSE p.holders || $1 END
     RETURNING room_id, user_id, xmax = 0 AS is_new
   ) ${recordPresenceEvent('joined', 'entered WHERE is_new')}`,
);
const LEFT_BY = `holders = array_remove(holders, $1),
  empty_since = CASE WHEN array_remove(holders, $1) = '{}' THEN coalesce(empty_since, now()) END`;
const LEAVE = statement(
  'chat.leave',
  `UPDATE chat_presences SET ${LEFT_BY} WHERE room_id = $2 AND user_id = $3 AND $1 = ANY (holders)`,
);
const LEAVE_ALL = statement('chat.leave-all', `UPDATE chat_presences SET ${LEFT_BY} WHERE $1 = ANY (holders)`);
const DEAD = statement('chat.dead', 'DELETE FROM chat_instances WHERE lease_until < now() RETURNING id');
/** Held by processes that nobody knows: killed just when they had been taken for dead already. */
const ORPHANS = statement(
  'chat.orphans',
  `SELECT DISTINCT h.id FROM chat_presences, unnest(holders) AS h (id) WHERE NOT EXISTS (SELECT FROM chat_instances i WHERE i.id = h.id)`,
);
const GONE = statement(
  'chat.gone',
  `WITH gone AS (
     DELETE FROM chat_presences WHERE empty_since < now() - $1 * interval '1 second' RETURNING room_id, user_id
   ) ${recordPresenceEvent('left', 'gone')}`,
);

/**
 * Who is in which room, over all instances. Each says in Postgres which people have sockets there, and that it lives; what a
 * killed one has said ends with its lease. The row of somebody in a room comes and goes with the word of it, so it is said once
 * for any number of tabs and instances.
 */
@Injectable()
export class Presences implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly me = newId();
  private readonly here = new Map<string, Here>();
  private readonly log = new Logger(Presences.name);
  private timers: NodeJS.Timeout[] = [];
  private ending = false;
  private sweeping = false;
  private sweeps = 0;
  /** Since when this instance has lived without a gap, by `performance.now()`. */
  private livesSinceMs = Infinity;

  constructor(
    private readonly db: Database,
    private readonly news: RoomBroadcast,
    private readonly presenceEvents: PresenceEvents,
  ) {}

  onApplicationBootstrap(): void {
    const beat = (): void => void this.beat().catch(() => (this.livesSinceMs = Infinity));
    const sweep = (): void => void this.sweep();
    this.timers = [setInterval(beat, BEAT_MS).unref(), setInterval(sweep, SWEEP_MS).unref()];
    void this.db.whenOpen(() => this.beat().catch(() => undefined));
  }

  /** Before the sockets close: all leave at once, unless they come back to another instance. */
  async onModuleDestroy(): Promise<void> {
    this.ending = true;
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all([...this.here.values()].map(({ work }) => work));
    try {
      await this.db.execute(LEAVE_ALL, [this.me]);
      await this.db.execute('DELETE FROM chat_instances WHERE id = $1', [this.me]);
    } catch {
      // Then the lease ends by itself.
    }
  }

  /** One more socket of somebody in a room; told to all if they were not there. */
  enter(roomId: string, userId: string): Promise<void> {
    const key = `${roomId} ${userId}`;
    const one = this.here.get(key) ?? { roomId, userId, sockets: 0, known: false, work: Promise.resolve() };
    this.here.set(key, one);
    one.sockets += 1;
    return this.settle(key, one);
  }

  /** One socket fewer. */
  leave(roomId: string, userId: string): void {
    const key = `${roomId} ${userId}`;
    const one = this.here.get(key);
    if (!one) return;
    one.sockets -= 1;
    void this.settle(key, one);
  }

  /** Brings the database to what is so, one step after another. */
  private settle(key: string, one: Here): Promise<void> {
    one.work = one.work.then(async () => {
      try {
        if (this.ending || one.sockets > 0 === one.known) return;
        const isThere = one.sockets > 0;
        if (isThere) await this.come([one]);
        else await this.db.execute(LEAVE, [this.me, one.roomId, one.userId]);
        one.known = isThere;
      } catch (error) {
        this.log.warn(`Who is in a room could not be kept: ${(error as Error).message}`); // tried again with the next beat
      } finally {
        if (one.sockets === 0 && !one.known) this.here.delete(key);
      }
    });
    return one.work;
  }

  private async come(who: readonly Here[]): Promise<void> {
    const values = [this.me, who.map(({ roomId }) => roomId), who.map(({ userId }) => userId)];
    for (const event of await this.db.query<PresenceEvent>(ENTER, values)) await this.tell(event);
  }

  private async beat(): Promise<void> {
    if (this.ending) return;
    const lives = await this.db.execute(BEAT, [this.me, LEASE_S]);
    if (lives === 0) {
      await this.db.execute(BEGIN, [this.me, LEASE_S]);
      this.livesSinceMs = performance.now();
      // Taken for dead while it was suspended, or just begun: what it holds is said again.
      const known = [...this.here.values()].filter((one) => one.known && one.sockets > 0);
      if (known.length > 0) await this.come(known);
    }
    if (this.livesSinceMs === Infinity) this.livesSinceMs = performance.now();
    for (const [key, one] of this.here) if (one.sockets > 0 !== one.known) void this.settle(key, one);
  }

  private async sweep(): Promise<void> {
    if (this.sweeping || this.ending) return;
    this.sweeping = true;
    try {
      const isThorough = ++this.sweeps % THOROUGH === 0;
      await this.takeFromTheDead(isThorough);
      for (const event of await this.db.query<PresenceEvent>(GONE, [GRACE_S])) await this.tell(event);
    } catch {
      // Tried again soon.
    } finally {
      this.sweeping = false;
    }
  }

  /** After an outage of the database all seem dead: nobody judges who has not been alive for a whole lease. */
  private async takeFromTheDead(isThorough: boolean): Promise<void> {
    if (performance.now() - this.livesSinceMs < LEASE_S * 1000) return;
    await this.db.transaction(async () => {
      const dead = await this.db.query<{ id: string }>(DEAD);
      if (isThorough) dead.push(...(await this.db.query<{ id: string }>(ORPHANS)));
      for (const { id } of dead) await this.db.execute(LEAVE_ALL, [id]);
    });
  }

  private async tell(event: PresenceEvent): Promise<void> {
    this.news.publish({ roomId: event.roomId, presenceEvent: [event.id, await this.presenceEvents.frameOf(event)] });
  }
}
