import { Logger } from '@nestjs/common';
import type { Database, Statement } from '../../data/database';
import type { Poller } from '../../data/polling';
import { newId } from '../../kernel/runtime';
import { PresenceEvents } from './presence-events';
import type { PresenceEvent, PresenceKind } from './presence-kind';
import { PresenceStatements, presenceStatements } from './presence-statements';

interface Here {
  readonly roomId: string;
  readonly userId: string;
  /** Sockets of this process. */
  sockets: number;
  /** Whether the database knows. */
  known: boolean;
  work: Promise<void>;
}

const BEAT_MS = 3000;
const LEASE_S = 10;
/** Who comes back within this has never left. */
const GRACE_S = 3;
const SWEEP_MS = 1000;
/** So often somebody looks for what should not be, or not any more. */
const THOROUGH_MS = 20_000;

/**
 * Who is in which room, over all instances. Each says in Postgres which people have sockets there, and that it lives; what a
 * killed one has said ends with its lease. The row of somebody in a room comes and goes with the event of it, so it is told once
 * for any number of tabs and instances.
 */
export class Presence {
  readonly events: PresenceEvents;
  private readonly statements: PresenceStatements;
  private readonly me = newId();
  private readonly here = new Map<string, Here>();
  private readonly log = new Logger(Presence.name);
  private timers: NodeJS.Timeout[] = [];
  private ending = false;
  /** Since when this instance has lived without a gap, by `performance.now()`. */
  private livesSinceMs = Infinity;

  /** @param tell all instances of an event */
  constructor(
    private readonly name: string,
    { tables }: PresenceKind,
    private readonly db: Database,
    private readonly poller: Poller,
    private readonly tell: (event: PresenceEvent) => Promise<void>,
  ) {
    this.statements = presenceStatements(name, tables);
    this.events = new PresenceEvents(db, this.statements);
  }

  start(): void {
    const beat = (): void => void this.beat().catch(() => (this.livesSinceMs = Infinity));
    const judgeOrphans = (): void => void this.takeFromTheDead(this.statements.orphans).catch(() => undefined);
    this.timers = [setInterval(beat, BEAT_MS).unref(), setInterval(judgeOrphans, THOROUGH_MS).unref()];
    this.poller.register({
      name: `${this.name}.presence-due`,
      everyMs: SWEEP_MS,
      select: this.statements.due,
      values: () => [GRACE_S],
      found: (rows) => (rows.length > 0 ? this.sweep() : undefined),
    });
    void this.db.whenOpen(() => this.beat().catch(() => undefined));
  }

  /** Before the sockets close: all leave at once, unless they come back to another instance. */
  async stop(): Promise<void> {
    this.ending = true;
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all([...this.here.values()].map(({ work }) => work));
    try {
      await this.db.execute(this.statements.leaveAll, [this.me]);
      await this.db.execute(this.statements.endLease, [this.me]);
    } catch {
      // Then the lease ends by itself.
    }
  }

  /** Ids of the people who have a socket in the room, on any instance. */
  async in(roomId: string): Promise<string[]> {
    const rows = await this.db.query<{ userId: string }>(this.statements.present, [roomId]);
    return rows.map(({ userId }) => userId);
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
        else await this.db.execute(this.statements.leave, [this.me, one.roomId, one.userId]);
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
    for (const event of await this.db.query<PresenceEvent>(this.statements.enter, values)) await this.tell(event);
  }

  private async beat(): Promise<void> {
    if (this.ending) return;
    const lives = await this.db.execute(this.statements.extendLease, [this.me, LEASE_S]);
    if (lives === 0) {
      await this.db.execute(this.statements.beginLease, [this.me, LEASE_S]);
      this.livesSinceMs = performance.now();
      // Taken for dead while it was suspended, or just begun: what it holds is said again.
      const known = [...this.here.values()].filter((one) => one.known && one.sockets > 0);
      if (known.length > 0) await this.come(known);
    }
    if (this.livesSinceMs === Infinity) this.livesSinceMs = performance.now();
    for (const [key, one] of this.here) if (one.sockets > 0 !== one.known) void this.settle(key, one);
  }

  private async sweep(): Promise<void> {
    if (this.ending) return;
    await this.takeFromTheDead(this.statements.removeDead);
    for (const event of await this.db.query<PresenceEvent>(this.statements.removeGone, [GRACE_S]))
      await this.tell(event);
  }

  /**
   * After an outage of the database all seem dead: nobody judges who has not been alive for a whole lease.
   * @param dead answers their ids
   */
  private async takeFromTheDead(dead: Statement): Promise<void> {
    if (this.ending || performance.now() - this.livesSinceMs < LEASE_S * 1000) return;
    await this.db.transaction(async () => {
      for (const { id } of await this.db.query<{ id: string }>(dead))
        await this.db.execute(this.statements.leaveAll, [id]);
    });
  }
}
