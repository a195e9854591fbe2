import { Injectable, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Authentication } from '../web/access/authentication';
import type { Principal } from '../kernel/context/principal';
import { CLOSE, Connection } from './connection';

interface Watched {
  readonly connections: Set<Connection>;
  /** When it is looked at again though nobody has told of a change, by `performance.now()`. */
  dueAtMs: number;
  looking: boolean;
}

const TICK_MS = 500;
const LOOK_AT_MOST_MS = 300_000;
const LOOK_AT_LEAST_MS = 250;

/**
 * Which sockets belong to a session. They close within a second when it ends, or when its caller may do other things than
 * when the socket was opened: auth tells which sessions have changed, and those that nobody speaks of are looked at when
 * half of what was left of them has passed.
 */
@Injectable()
export class SessionWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly watched = new Map<string, Watched>();
  private ticker: NodeJS.Timeout;

  constructor(private readonly authentication: Authentication) {}

  onApplicationBootstrap(): void {
    this.ticker = setInterval(() => this.tick(), TICK_MS).unref();
    this.authentication.sessions.onChange((ids) => {
      for (const id of ids) this.lookAt(id);
    });
  }

  onApplicationShutdown(): void {
    clearInterval(this.ticker);
  }

  add(connection: Connection): void {
    const id = connection.principal.sessionId;
    const watched = this.watched.get(id) ?? { connections: new Set(), dueAtMs: 0, looking: false };
    this.watched.set(id, watched);
    watched.connections.add(connection);
    connection.onClose(() => {
      watched.connections.delete(connection);
      if (watched.connections.size === 0 && this.watched.get(id) === watched) this.watched.delete(id);
    });
    if (watched.dueAtMs === 0) this.lookAt(id); // it may have ended since the upgrade began
  }

  private tick(): void {
    const nowMs = performance.now();
    for (const [id, { dueAtMs }] of this.watched) if (dueAtMs <= nowMs) this.lookAt(id);
  }

  private lookAt(id: string): void {
    const watched = this.watched.get(id);
    if (!watched || watched.looking) {
      if (watched) watched.dueAtMs = 0; // what is being read may be older than the news
      return;
    }
    watched.looking = true;
    watched.dueAtMs = performance.now() + LOOK_AT_MOST_MS;
    void this.look(id, watched).finally(() => (watched.looking = false));
  }

  private async look(id: string, watched: Watched): Promise<void> {
    try {
      const live = await this.authentication.sessions.find(id);
      for (const connection of watched.connections) end(connection, live?.principal ?? null);
      if (!live) return;
      const leftMs = live.expiresAt.getTime() - Date.now();
      const nextMs = Math.min(Math.max(leftMs / 2, LOOK_AT_LEAST_MS), LOOK_AT_MOST_MS);
      watched.dueAtMs = Math.min(watched.dueAtMs, performance.now() + nextMs);
    } catch {
      watched.dueAtMs = 0; // nobody can tell just now: asked again with the next tick
    }
  }
}

/** Closes the socket of a caller who is not what they were when it was opened. */
function end(connection: Connection, now: Principal | null): void {
  const why = reasonToClose(now, connection.principal);
  if (why) connection.close(why === 'rights_changed' ? CLOSE.restart : CLOSE.policy, why);
  else if (now) connection.principal = now;
}

/** The code of the problem that REST would answer this caller with; null for one who may go on. */
export function refusalOf(principal: Principal | null): string | null {
  if (!principal) return 'unauthenticated';
  if (principal.inactive) return 'inactive_user';
  if (principal.missingFactor === 'mfa') return 'mfa_required';
  return principal.missingFactor === 'enrolment' ? 'mfa_enrolment_required' : null;
}

function reasonToClose(now: Principal | null, before: Principal): string | null {
  const refusal = refusalOf(now);
  if (refusal) return refusal;
  const { permissions } = now as Principal;
  const same =
    permissions === before.permissions ||
    (permissions.size === before.permissions.size && [...permissions].every((one) => before.permissions.has(one)));
  return same ? null : 'rights_changed'; // the client comes back, and is looked at afresh
}
