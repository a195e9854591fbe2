import { Injectable } from '@nestjs/common';
import { findContext } from '../../../../core/kernel/context/context';
import { Database, statement } from '../../../../core/data/database';
import { newId, sha256 } from '../../../../core/kernel/runtime';
import type { SessionKind } from './entities/session.entity';
import { IS_LIVE } from './live';
import { LiveSession, SessionCache } from './session-cache';

/** A credential that stands for itself until it is taken back. */
export type CredentialKind = Exclude<SessionKind, 'login' | 'client'>;

/** One of them in its owner's list. */
export interface Credential {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly scopes: string[] | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
}

export interface NewCredential {
  readonly userId: string;
  readonly kind: CredentialKind;
  readonly name: string;
  readonly scopes: readonly string[] | null;
  readonly secret: string;
}

/** It ends when somebody ends it: a hundred years are no end that anybody meets. */
const ADD = statement(
  'credentials.add',
  `INSERT INTO sessions (id, user_id, kind, name, scopes, secret_hash, assurance, user_agent, client_ip, last_used_at, idle_expires_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, 'password', $7, $8, 'epoch', now() + interval '100 years', now() + interval '100 years')
   RETURNING id, user_id AS "userId", name, scopes, created_at AS "createdAt", last_used_at AS "lastUsedAt"`,
);
const FIND = statement(
  'credentials.find',
  `SELECT id FROM sessions WHERE secret_hash = $1 AND kind = $2 AND ${IS_LIVE}`,
);
const REMEMBERED = 20_000;

/**
 * Secrets that stand for a session of their own. Whose session it is, is remembered by the secret's hash and never changes;
 * whether it still may act, `SessionCache` knows.
 */
@Injectable()
export class Credentials {
  private readonly ids = new Map<string, string>();

  constructor(
    private readonly db: Database,
    private readonly live: SessionCache,
  ) {}

  /** Within the open transaction; the secret itself is kept nowhere. */
  async add({ userId, kind, name, scopes, secret }: NewCredential): Promise<Credential> {
    const { userAgent = null, clientIp = null } = findContext() ?? {};
    const values = [newId(), userId, kind, name, scopes, sha256(secret), userAgent, clientIp];
    const [added] = await this.db.query<Credential & Record<string, unknown>>(ADD, values);
    return added;
  }

  /** The session of a secret; null when it is not, or no longer, good. One look-up, and none while it is remembered. */
  find(secret: string, kind: CredentialKind): LiveSession | null | Promise<LiveSession | null> {
    const hash = sha256(secret);
    const key = hash.toString('base64');
    const id = this.ids.get(key);
    if (id === undefined) return this.lookUp(hash, key, kind);
    const found = this.live.find(id);
    return found instanceof Promise ? found.then((session) => ofKind(session, kind)) : ofKind(found, kind);
  }

  private async lookUp(hash: Buffer, key: string, kind: CredentialKind): Promise<LiveSession | null> {
    const [row] = await this.db.query<{ id: string }>(FIND, [hash, kind]);
    if (!row) return null;
    if (this.ids.size >= REMEMBERED) this.ids.clear();
    this.ids.set(key, row.id);
    return ofKind(await this.live.find(row.id), kind);
  }
}

function ofKind(session: LiveSession | null, kind: CredentialKind): LiveSession | null {
  return session?.kind === kind ? session : null;
}

/** When it was last used, to the minute; null when it never was. */
export function usedAt({ lastUsedAt }: Credential): Date | null {
  return lastUsedAt.getTime() === 0 ? null : lastUsedAt;
}
