import { Inject, Injectable, OnModuleInit } from '@nestjs/common';
import {
  Assurance,
  Authentication,
  MissingFactor,
  LiveCaller,
  Roles,
  SessionScheme,
} from '../../../../core/web/access';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { Database, statement } from '../../../../core/data/database';
import { Poller } from '../../../../core/data/polling';
import { Bus, isString, listOf, Topic } from '../../../../core/data/redis';
import { Clock } from '../../../../core/kernel/runtime';
import { MfaService } from '../../mfa';
import { UsersService } from '../../users';
import type { Session, SessionKind } from './entities/session.entity';
import { IS_LIVE } from './live';

interface Known {
  readonly live: LiveSession | null;
  readonly atMs: number;
}

/** A session that may act, and its caller. */
export interface LiveSession extends LiveCaller {
  readonly kind: SessionKind;
  /** Where an app password counts; null for other kinds. */
  readonly scopes: readonly string[] | null;
  /** Of its user. */
  readonly email: string;
  /** SHA-256 of the cookie; null when no browser carries it. */
  readonly cookieHash: Buffer | null;
  /** The sooner of idle and absolute end; what is no login does not idle. */
  readonly expiresAt: Date;
}

/** What is fresh is measured by the database's clock alone, so that it is so on every instance. */
const FIND = statement(
  'sessions.live',
  `WITH used AS (
     UPDATE sessions SET last_used_at = now(), idle_expires_at = now() + $2 * interval '1 second'
     WHERE id = $1 AND last_used_at < now() - interval '1 minute' AND ${IS_LIVE}
   )
   SELECT id, user_id AS "userId", kind, scopes, assurance, cookie_hash AS "cookieHash",
     CASE WHEN kind = 'login' THEN least(expires_at, idle_expires_at) ELSE expires_at END AS "expiresAt",
     (extract(epoch FROM fresh_until - now()) * 1000)::float8 AS "freshMs" FROM sessions
   WHERE id = $1 AND ${IS_LIVE}`,
);
/** Further back than any transaction may last, since `changed_at` is when its transaction began. */
const CHANGED = `SELECT id FROM sessions WHERE changed_at > now() - interval '20 seconds'`;
const CHANGE = statement(
  'sessions.change',
  'UPDATE sessions SET changed_at = now() WHERE user_id = $1 AND ended_at IS NULL RETURNING id',
);
const NO_RIGHTS: { roles: string[]; permissions: string[] } = { roles: [], permissions: [] };
const TOPIC: Topic<readonly string[]> = {
  name: 'auth.session-changed',
  accepts: (payload): payload is readonly string[] => listOf(isString)(payload),
};
const POLL_INTERVAL_MS = 400;
/** A look that began longer ago proves nothing any more. */
const LOOK_GOOD_MS = 800;
const FRESH_MS = 30_000;
const REMEMBERED = 50_000;
const NONE: ReadonlySet<string> = new Set();

/**
 * Which sessions live, remembered in process. What has ended or changed is told over the bus at once; since the bus may
 * lose that, and an instance without Redis cannot say it, every instance also asks Postgres every 0.4 s, and
 * believes nothing it remembers while it gets no answer.
 */
@Injectable()
export class SessionCache implements SessionScheme, OnModuleInit {
  private readonly known = new Map<string, Known>();
  private readonly flights = new Map<string, Promise<LiveSession | null>>();
  private readonly listeners: ((ids: readonly string[]) => void)[] = [];
  /** When the last look that was answered began, by `performance.now()`. */
  private lastPolledAtMs = -Infinity;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly bus: Bus,
    private readonly poller: Poller,
    private readonly users: UsersService,
    private readonly mfa: MfaService,
    private readonly roles: Roles,
    private readonly clock: Clock,
    private readonly authentication: Authentication,
  ) {}

  onModuleInit(): void {
    this.authentication.useSessions(this);
    this.users.onRightsChanged((userId) => this.announceChange(userId));
    this.bus.subscribe(TOPIC, (ids) => this.forget(ids));
    this.poller.register<{ id: string }>({
      name: 'sessions.changed',
      everyMs: POLL_INTERVAL_MS,
      select: CHANGED,
      found: (rows, askedAtMs) => {
        this.forget(rows.map(({ id }) => id));
        this.lastPolledAtMs = askedAtMs;
      },
    });
  }

  /** The session and its caller, who may be inactive; null when it has ended or is unknown. */
  find(id: string): LiveSession | null | Promise<LiveSession | null> {
    const known = this.known.get(id);
    const nowMs = performance.now();
    const believed = nowMs - this.lastPolledAtMs < LOOK_GOOD_MS && known && nowMs - known.atMs < FRESH_MS;
    if (believed && !isPast(known.live?.expiresAt)) return known.live;
    return this.flights.get(id) ?? this.load(id);
  }

  onChange(listener: (ids: readonly string[]) => void): void {
    this.listeners.push(listener);
  }

  /** Tells all instances, once the open transaction has committed, that these sessions are over, or others than before. */
  announceEnd(...ids: string[]): void {
    this.db.afterCommit(() => this.bus.publish(TOPIC, ids));
  }

  /** The same for the sessions of a user whose rights the open transaction changes. */
  async announceChange(userId: string): Promise<void> {
    const changed = await this.db.query<{ id: string }>(CHANGE, [userId]);
    this.announceEnd(...changed.map(({ id }) => id));
  }

  private forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.known.delete(id);
      this.flights.delete(id); // what it is about to find may be older than the news
    }
    if (ids.length > 0) for (const listener of this.listeners) listener(ids);
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
    const [session] = await this.db.query<Session & { freshMs: number | null }>(FIND, [id, this.config.sessionIdleS]);
    if (!session) return null;
    const user = await this.users.findById(session.userId);
    if (!user) return null;
    const { roles, permissions } = user.isActive ? user : NO_RIGHTS;
    const { kind, scopes, expiresAt, cookieHash } = session;
    const granted = kind === 'client' ? permissions.filter((one) => scopes?.includes(one)) : permissions;
    const isLogin = kind === 'login';
    // What is no login was given by somebody who had proven both factors, and has no second step of its own.
    const assurance = isLogin ? await this.mfa.assuranceNow(user.id, session.assurance) : 'password';
    const missingFactor = isLogin ? this.lackOf(assurance, roles) : null;
    return {
      kind,
      scopes,
      email: user.email,
      expiresAt,
      cookieHash,
      principal: {
        userId: user.id,
        sessionId: session.id,
        username: user.username,
        roles,
        permissions: missingFactor ? NONE : this.roles.permissionsOf(roles, granted),
        assurance,
        missingFactor,
        freshUntil: session.freshMs === null ? null : new Date(this.clock.nowMs() + session.freshMs),
        reader: { locale: user.locale, timeZone: user.timeZone },
        ...(kind === 'app_password' && { kind: 'app_password' as const }),
        ...(user.kind === 'service' && { kind: 'service' as const }),
        ...(!user.isActive && { inactive: true as const }),
      },
    };
  }

  private lackOf(assurance: Assurance, roles: readonly string[]): MissingFactor | null {
    if (assurance === 'pending_mfa') return 'mfa';
    return assurance === 'password' && this.mfa.isEnrolmentDue(roles) ? 'enrolment' : null;
  }
}

function isPast(instant: Date | undefined): boolean {
  return instant !== undefined && instant.getTime() <= Date.now();
}
