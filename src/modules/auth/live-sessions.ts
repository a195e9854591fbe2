import { Inject, Injectable, OnModuleInit } from '@nestjs/common';
import { Principal, Roles } from '../../core/access';
import { Config, CONFIG } from '../../core/config';
import { Database, statement } from '../../core/database';
import { Bus } from '../../core/redis';
import { UsersService } from '../users';
import type { Session } from './entities/session.entity';

interface Known {
  readonly live: LiveSession | null;
  readonly atMs: number;
}

/** A session that may act, and its caller. */
export interface LiveSession {
  readonly principal: Principal;
  /** The sooner of idle and absolute end. */
  readonly expiresAt: Date;
}

const FIND = statement(
  'sessions.live',
  `WITH used AS (
     UPDATE sessions SET last_used_at = now(), idle_expires_at = now() + $2 * interval '1 second'
     WHERE id = $1 AND last_used_at < now() - interval '1 minute'
       AND ended_at IS NULL AND expires_at > now() AND idle_expires_at > now()
   )
   SELECT id, user_id AS "userId", assurance, least(expires_at, idle_expires_at) AS "expiresAt" FROM sessions
   WHERE id = $1 AND ended_at IS NULL AND expires_at > now() AND idle_expires_at > now()`,
);
const ENDED = 'auth.session-ended';
const USER_CHANGED = 'auth.user-changed';
const FRESH_MS = 800;
const REMEMBERED = 50_000;

/**
 * Which sessions live, remembered in process for less than a second. Their end is told over the bus at once; since the bus
 * may lose that, and an instance without Redis cannot say it, nobody relies on having been told.
 */
@Injectable()
export class LiveSessions implements OnModuleInit {
  private readonly known = new Map<string, Known>();
  private readonly flights = new Map<string, Promise<LiveSession | null>>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly bus: Bus,
    private readonly users: UsersService,
    private readonly roles: Roles,
  ) {}

  onModuleInit(): void {
    this.bus.subscribe(ENDED, (id) => this.forget(id as string));
    this.bus.subscribe(USER_CHANGED, (userId) => {
      for (const [id, { live }] of this.known) if (live?.principal.userId === userId) this.forget(id);
    });
  }

  /** The session and its caller; null when it has ended or is unknown. */
  find(id: string): LiveSession | null | Promise<LiveSession | null> {
    const known = this.known.get(id);
    if (known && performance.now() - known.atMs < FRESH_MS && !isPast(known.live?.expiresAt)) return known.live;
    return this.flights.get(id) ?? this.load(id);
  }

  /** Tells all instances, once the open transaction has committed, that the session is over. */
  announceEnd(id: string): void {
    this.db.afterCommit(() => this.bus.publish(ENDED, id));
  }

  /** The same for all sessions of a user, whose rights have changed. */
  announceChange(userId: string): void {
    this.db.afterCommit(() => this.bus.publish(USER_CHANGED, userId));
  }

  private forget(id: string): void {
    this.known.delete(id);
    this.flights.delete(id); // what it is about to find may be older than the news
  }

  private load(id: string): Promise<LiveSession | null> {
    const atMs = performance.now();
    const flight: Promise<LiveSession | null> = this.read(id)
      .then((live) => {
        if (this.flights.get(id) !== flight) return this.find(id);
        if (this.known.size >= REMEMBERED) this.known.clear();
        this.known.set(id, { live, atMs });
        return live;
      })
      .finally(() => {
        if (this.flights.get(id) === flight) this.flights.delete(id);
      });
    this.flights.set(id, flight);
    return flight;
  }

  private async read(id: string): Promise<LiveSession | null> {
    const [session] = await this.db.query<Session>(FIND, [id, this.config.sessionIdleS]);
    if (!session) return null;
    const user = await this.users.byId(session.userId);
    if (!user.isActive) return null;
    return {
      expiresAt: session.expiresAt,
      principal: {
        userId: user.id,
        sessionId: session.id,
        username: user.username,
        roles: user.roles,
        permissions: this.roles.permissionsOf(user.roles, user.permissions),
        assurance: session.assurance,
      },
    };
  }
}

function isPast(instant: Date | undefined): boolean {
  return instant !== undefined && instant.getTime() <= Date.now();
}
