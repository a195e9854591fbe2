import { AsyncLocalStorage } from 'node:async_hooks';
import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { QueryConfig, QueryResult, QueryResultRow } from 'pg';

/** What the statements of a scope run in: a `Transaction`, or one that is opened by the first write. */
export interface ScopeTransaction {
  /** Whether it holds a connection. */
  readonly isOpen: boolean;
  query<R extends QueryResultRow>(config: QueryConfig): Promise<QueryResult<R>>;
  /** A `transaction` of a service has joined: from now on every statement belongs to it. */
  join(): void;
  commit(last: readonly QueryConfig[]): Promise<void>;
  rollback(): Promise<void>;
  release(): void;
}

export interface Scope {
  /** The `Database` it belongs to: one process may have several. */
  readonly owner: object;
  readonly transaction: ScopeTransaction;
  /** Made at the first use of a repository. */
  manager: EntityManager | null;
  /** What is sent together with the commit. */
  readonly atCommit: QueryConfig[];
  readonly afterCommit: (() => unknown)[];
}

/** The transaction that travels with the caller. */
export const scopes = new AsyncLocalStorage<Scope>();

const log = new Logger('Transactions');
const told = new Set<string>();
let isFault = false;

/** Makes `assertNoConnectionHeld` throw instead of warn. */
export function treatWaitsAsFaults(): void {
  isFault = true;
}

/**
 * Called by whoever waits for something else than the database: a hash, a call outward. While it waits nobody may hold a
 * connection. Tells the log once for each; in tests it throws. @param what is waited for
 */
export function assertNoConnectionHeld(what: string): void {
  if (!scopes.getStore()?.transaction.isOpen) return;
  const message = `${what} is waited for while a transaction is open`;
  if (isFault) throw new Error(message);
  if (!told.has(message)) log.warn(message);
  told.add(message);
}
