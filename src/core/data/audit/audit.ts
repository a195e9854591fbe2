import { Injectable } from '@nestjs/common';
import { findContext } from '../../kernel/context/context';
import { Database, statement } from '../database';
import { newId } from '../../kernel/runtime';

/** The facts beside caller, address and time, which come from the context. */
export interface AuditRecord {
  /** A word such as `auth.login`, `users.role-granted`. */
  readonly action: string;
  readonly outcome?: 'success' | 'failure';
  /** What it was done to, as `user:0192…`. */
  readonly target?: string;
  /** Where the caller is not the principal of the context: who logs in. */
  readonly actorId?: string;
  /** JSON-safe; never a secret. */
  readonly facts?: Record<string, unknown>;
}

const ADD = statement(
  'audit.add',
  `INSERT INTO audit_entries
     (id, action, outcome, actor_id, session_id, target, client_ip, user_agent, request_id, facts)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

/** The trail of who did what. */
@Injectable()
export class Audit {
  constructor(private readonly db: Database) {}

  /** Records a success within the open transaction, so that neither is there without the other. */
  async record(record: AuditRecord): Promise<void> {
    const context = findContext();
    const principal = context?.principal ?? null;
    await this.db.executeAtCommit(ADD, [
      newId(),
      record.action,
      record.outcome ?? 'success',
      record.actorId ?? principal?.userId ?? null,
      principal?.sessionId ?? null,
      record.target ?? null,
      context?.clientIp ?? null,
      context?.userAgent ?? null,
      context?.requestId ?? null,
      JSON.stringify(record.facts ?? {}),
    ]);
  }

  /** Records a failure in a transaction of its own: it stays when the open one is undone. */
  recordFailure(record: Omit<AuditRecord, 'outcome'>): Promise<void> {
    return this.db.inNewTransaction(() => this.record({ ...record, outcome: 'failure' }));
  }
}
