import { Inject, Injectable } from '@nestjs/common';
import type { Assurance, Principal } from '../../../../core/web/access';
import { Audit } from '../../../../core/data/audit';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { findContext } from '../../../../core/kernel/context/context';
import { Database, Statement, statement } from '../../../../core/data/database';
import { Events } from '../../../../core/data/events';
import { Page, pageOf, PageQuery, orderById } from '../../../../core/web/dto';
import { InactiveUser, Unauthenticated } from '../../../../core/kernel/errors';
import { Clock, Keys, newId, newSecret, seal, sha256, unseal } from '../../../../core/kernel/runtime';
import { MfaService } from '../../mfa';
import { UsersService } from '../../users';
import { AccessTokens } from './access-tokens';
import { InvalidRefreshToken, SessionNotFound } from '../auth.errors';
import { NewDeviceUsed } from '../auth.events';
import type { TokenPairDto } from '../dto/auth.dto';
import { SessionDto, toSessionDto } from './dto/session.dto';
import type { Session } from './entities/session.entity';
import { IS_LIVE } from './live';
import type { CredentialKind } from './credentials';
import { SessionCache } from './session-cache';

/** How long the direct parent of the live refresh token still gives the same pair: a lost answer, three tabs. */
const GRACE = '10 seconds';

const COLUMNS = `id, user_agent AS "userAgent", client_ip AS "clientIp", created_at AS "createdAt",
  last_used_at AS "lastUsedAt", expires_at AS "expiresAt", idle_expires_at AS "idleExpiresAt"`;
/** For how long a proof of who it is counts as fresh. */
const FRESH = `now() + interval '5 minutes'`;
/** Cursors are of no other list. */
const ORDER = orderById<Session>();

const OPEN = statement(
  'sessions.open',
  `INSERT INTO sessions (id, user_id, assurance, user_agent, client_ip, last_used_at, idle_expires_at, expires_at, fresh_until)
   VALUES ($1, $2, $3, $4, $5, now(), now() + $6 * interval '1 second', now() + $7 * interval '1 second',
     CASE WHEN $3 <> 'pending_mfa' THEN ${FRESH} END)
   RETURNING EXISTS (SELECT FROM sessions s WHERE s.user_id = $2 AND s.kind = 'login') AND NOT EXISTS (
     SELECT FROM sessions s WHERE s.user_id = $2 AND s.kind = 'login' AND s.user_agent IS NOT DISTINCT FROM $4) AS "isNewDevice"`,
);
const OPEN_CLIENT = statement(
  'sessions.open-client',
  `INSERT INTO sessions (id, user_id, kind, scopes, assurance, user_agent, client_ip, last_used_at, idle_expires_at, expires_at)
   VALUES ($1, $2, 'client', $3, 'password', $4, $5, now(), now() + $6 * interval '1 second', now() + $6 * interval '1 second')`,
);
const ADD_TOKEN = statement(
  'refresh.add',
  'INSERT INTO refresh_tokens (id, session_id, token_hash) VALUES ($1, $2, $3)',
);
const USE_TOKEN = statement(
  'refresh.use',
  'UPDATE refresh_tokens SET used_at = now() WHERE token_hash = $1 AND used_at IS NULL RETURNING id, session_id AS "sessionId"',
);
const TOUCH = statement(
  'sessions.touch',
  `UPDATE sessions SET last_used_at = now(), idle_expires_at = now() + $2 * interval '1 second'
   WHERE id = $1 AND kind = 'login' AND ${IS_LIVE}
   RETURNING user_id AS "userId", assurance`,
);
const KEEP_SUCCESSOR = statement('refresh.successor', 'UPDATE refresh_tokens SET successor = $2 WHERE id = $1');
const FIND_USED = statement(
  'refresh.find-used',
  `SELECT t.session_id AS "sessionId", s.ended_at AS "endedAt",
     CASE WHEN t.used_at > now() - interval '${GRACE}' AND child.used_at IS NULL THEN t.successor END AS successor
   FROM refresh_tokens t
   JOIN sessions s ON s.id = t.session_id
   LEFT JOIN LATERAL (
     SELECT used_at FROM refresh_tokens c WHERE c.session_id = t.session_id AND c.created_at >= t.used_at
     ORDER BY c.created_at LIMIT 1
   ) child ON true
   WHERE t.token_hash = $1`,
);
const RAISE = statement(
  'sessions.raise',
  `UPDATE sessions SET assurance = 'mfa', cookie_hash = NULL, fresh_until = ${FRESH}, changed_at = now()
   WHERE id = $1 AND kind = 'login' AND ${IS_LIVE}`,
);
const FRESHEN = statement(
  'sessions.freshen',
  `UPDATE sessions SET fresh_until = ${FRESH}, changed_at = now() WHERE id = $1 AND kind = 'login' AND ${IS_LIVE}`,
);
const FORGET_TOKENS = statement('refresh.forget', 'DELETE FROM refresh_tokens WHERE session_id = $1');
const END = statement(
  'sessions.end',
  'UPDATE sessions SET ended_at = now(), changed_at = now(), end_reason = $2 WHERE id = $1 AND ended_at IS NULL',
);
const END_ALL = statement(
  'sessions.end-all',
  'UPDATE sessions SET ended_at = now(), changed_at = now(), end_reason = $2 WHERE user_id = $1 AND ended_at IS NULL RETURNING id',
);
const END_LOGINS = statement(
  'sessions.end-logins',
  `UPDATE sessions SET ended_at = now(), changed_at = now(), end_reason = $2
   WHERE user_id = $1 AND kind = 'login' AND ended_at IS NULL RETURNING id`,
);
const END_OTHERS = statement(
  'sessions.end-others',
  `UPDATE sessions SET ended_at = now(), changed_at = now(), end_reason = $2
   WHERE user_id = $1 AND kind = 'login' AND ended_at IS NULL AND id <> $3 RETURNING id`,
);
const END_MINE = statement(
  'sessions.end-mine',
  `UPDATE sessions SET ended_at = now(), changed_at = now(), end_reason = $3
   WHERE id = $1 AND user_id = $2 AND kind = $4 AND ${IS_LIVE} RETURNING id`,
);
const LIST = statement(
  'sessions.list',
  `SELECT ${COLUMNS} FROM sessions
   WHERE user_id = $1 AND kind = 'login' AND ${IS_LIVE} AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
);
const MINE = statement('sessions.mine', `SELECT ${COLUMNS} FROM sessions WHERE id = $1 AND user_id = $2`);

/** The rows stay a while, so that every instance learns that they are over. */
const BLANK = `UPDATE sessions SET user_agent = NULL, client_ip = NULL, name = NULL WHERE user_id = $1`;
const DROP_TOKENS = 'DELETE FROM refresh_tokens WHERE session_id IN (SELECT id FROM sessions WHERE user_id = $1)';

/** Sessions and their tokens. The session of a login is a family of refresh tokens of which one is live. */
@Injectable()
export class SessionsService {
  private readonly sealKey: Buffer;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly live: SessionCache,
    private readonly tokens: AccessTokens,
    private readonly users: UsersService,
    private readonly mfa: MfaService,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
    keys: Keys,
  ) {
    this.sealKey = keys.derive('refresh successor');
  }

  /** Opens a session for the device that asks. */
  open(userId: string, assurance: Assurance): Promise<TokenPairDto> {
    return this.db.transaction(async () => {
      const sessionId = await this.begin(userId, assurance);
      return this.newPair(userId, sessionId, assurance);
    });
  }

  /** A new session that nothing carries yet; within the caller's transaction. @returns its id */
  async begin(userId: string, assurance: Assurance): Promise<string> {
    const sessionId = newId();
    const { userAgent = null, clientIp = null } = findContext() ?? {};
    const times = [this.config.sessionIdleS, this.config.sessionMaxS];
    const values = [sessionId, userId, assurance, userAgent, clientIp, ...times];
    const [{ isNewDevice }] = await this.db.query<{ isNewDevice: boolean }>(OPEN, values);
    if (isNewDevice) {
      const at = new Date(this.clock.nowMs()).toISOString();
      await this.events.emit(new NewDeviceUsed(userId, sessionId, userAgent, clientIp, at));
    }
    return sessionId;
  }

  /** A session for one access token of a service, within the caller's transaction. @returns its id */
  async beginForClient(userId: string, scopes: readonly string[]): Promise<string> {
    const sessionId = newId();
    const { userAgent = null, clientIp = null } = findContext() ?? {};
    const values = [sessionId, userId, scopes, userAgent, clientIp, this.config.accessTokenTtlS];
    await this.db.execute(OPEN_CLIENT, values);
    return sessionId;
  }

  /**
   * The next pair. The token's direct parent within 10 s gives the same pair again; anything older or later is a stolen
   * token, and ends the session. @throws InvalidRefreshToken, InactiveUser
   */
  async refresh(token: string): Promise<TokenPairDto> {
    const tokenHash = sha256(token);
    const pair = (await this.db.transaction(() => this.rotate(tokenHash))) ?? (await this.replay(tokenHash));
    if (!pair) throw new InvalidRefreshToken();
    return pair;
  }

  /** Raises the caller's session as `elevate`, and gives it tokens. @throws Unauthenticated when the session is over */
  elevateWithTokens(user: Principal): Promise<TokenPairDto> {
    return this.db.transaction(async () => {
      await this.elevate(user);
      return this.newPair(user.userId, user.sessionId, 'mfa');
    });
  }

  /**
   * Raises the caller's session, whose second factor has just been proven, within the caller's transaction. What carried
   * it, refresh tokens or a cookie, is as if it had never been. @throws Unauthenticated when the session is over
   */
  async elevate({ sessionId }: Principal): Promise<void> {
    if ((await this.db.execute(RAISE, [sessionId])) === 0) throw new Unauthenticated();
    await this.db.execute(FORGET_TOKENS, [sessionId]);
    this.live.announceEnd(sessionId);
  }

  /** The caller has just proven once more who it is. @throws Unauthenticated when the session is over */
  freshen({ sessionId }: Principal): Promise<void> {
    return this.db.transaction(async () => {
      if ((await this.db.execute(FRESHEN, [sessionId])) === 0) throw new Unauthenticated();
      this.live.announceEnd(sessionId);
    });
  }

  /** Ends a session; without effect when it has ended. */
  end(sessionId: string, reason: string): Promise<void> {
    return this.db.transaction(async () => {
      const ended = await this.db.execute(END, [sessionId, reason]);
      if (ended === 1)
        await this.audit.record({ action: 'auth.session-ended', target: `session:${sessionId}`, facts: { reason } });
      this.live.announceEnd(sessionId);
    });
  }

  /** The session that asks. @throws SessionNotFound when it has been deleted just now */
  async current({ userId, sessionId }: Principal): Promise<SessionDto> {
    const [session] = await this.db.query<Session>(MINE, [sessionId, userId]);
    if (!session) throw new SessionNotFound();
    return toSessionDto(session, sessionId);
  }

  /** The user's live logins, the newest first. @throws Validation for a broken cursor */
  async list({ userId, sessionId }: Principal, { limit, cursor }: PageQuery): Promise<Page<SessionDto>> {
    const rows = await this.db.query<Session>(LIST, [userId, ...ORDER.read(cursor), limit + 1]);
    return pageOf(rows, limit, (row) => toSessionDto(row, sessionId), ORDER.cursorOf);
  }

  /** Ends a login of the user. @throws SessionNotFound also for somebody else's */
  endOne({ userId }: Principal, id: string): Promise<void> {
    return this.db.transaction(async () => {
      const reason = 'ended_by_user';
      if ((await this.db.execute(END_MINE, [id, userId, reason, 'login'])) === 0) throw new SessionNotFound();
      await this.audit.record({ action: 'auth.session-ended', target: `session:${id}`, facts: { reason } });
      this.live.announceEnd(id);
    });
  }

  /** Ends every login of the user, but for one session if it is named; app passwords stay. */
  endLogins(userId: string, reason: string, except?: string): Promise<void> {
    return this.endMany(
      userId,
      reason,
      except ? [END_OTHERS, [userId, reason, except]] : [END_LOGINS, [userId, reason]],
    );
  }

  /** Ends whatever the user can act by: logins, app passwords, tokens. */
  endAll(userId: string, reason: string): Promise<void> {
    return this.endMany(userId, reason, [END_ALL, [userId, reason]]);
  }

  /** Ends one of the user's credentials, within the open transaction. @returns whether there was one */
  async endCredential(id: string, userId: string, kind: CredentialKind): Promise<boolean> {
    const ended = await this.db.execute(END_MINE, [id, userId, 'deleted', kind]);
    this.live.announceEnd(id);
    return ended === 1;
  }

  /** Ends the sessions of an erased account and empties what they say. */
  async erase(userId: string): Promise<void> {
    await this.endAll(userId, 'erased');
    await this.db.execute(DROP_TOKENS, [userId]);
    await this.db.execute(BLANK, [userId]);
  }

  private endMany(userId: string, reason: string, [sql, values]: [Statement, unknown[]]): Promise<void> {
    return this.db.transaction(async () => {
      const ended = await this.db.query<{ id: string }>(sql, values);
      await this.audit.record({
        action: 'auth.sessions-ended',
        target: `user:${userId}`,
        facts: { reason, count: ended.length },
      });
      this.live.announceEnd(...ended.map(({ id }) => id));
    });
  }

  /** null when the token is unknown, used, or of a session that is over. */
  private async rotate(tokenHash: Buffer): Promise<TokenPairDto | null> {
    const [used] = await this.db.query<{ id: string; sessionId: string }>(USE_TOKEN, [tokenHash]);
    if (!used) return null;
    const [session] = await this.db.query<{ userId: string; assurance: Assurance }>(TOUCH, [
      used.sessionId,
      this.config.sessionIdleS,
    ]);
    if (!session) return null;
    const user = await this.users.findById(session.userId);
    if (!user) return null;
    if (!user.isActive) throw new InactiveUser();
    const assurance = await this.mfa.assuranceNow(session.userId, session.assurance);
    const pair = await this.newPair(session.userId, used.sessionId, assurance);
    await this.db.execute(KEEP_SUCCESSOR, [used.id, seal(this.sealKey, JSON.stringify(pair))]);
    return pair;
  }

  private async replay(tokenHash: Buffer): Promise<TokenPairDto | null> {
    const [used] = await this.db.query<{ sessionId: string; endedAt: Date | null; successor: Buffer | null }>(
      FIND_USED,
      [tokenHash],
    );
    if (!used || used.endedAt) return null;
    if (used.successor) return JSON.parse(unseal(this.sealKey, used.successor)) as TokenPairDto;
    await this.db.inNewTransaction(() => this.end(used.sessionId, 'refresh_reuse'));
    return null;
  }

  private async newPair(userId: string, sessionId: string, assurance: Assurance): Promise<TokenPairDto> {
    const refreshToken = newSecret();
    await this.db.execute(ADD_TOKEN, [newId(), sessionId, sha256(refreshToken)]);
    return {
      accessToken: this.tokens.issue(userId, sessionId),
      refreshToken,
      tokenType: 'bearer',
      expiresIn: this.config.accessTokenTtlS,
      requiresMfa: assurance === 'pending_mfa',
    };
  }
}
