import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { ScopeTransaction } from './scope';
import { Transaction } from './transaction';
import type { ConnectionQueue } from './connection-queue';

const READS = /^\s*SELECT\b/i;
/**
 * A `SELECT` that means to hold something until the end of its transaction, or changes something. One that calls a function which
 * writes does not begin with the word: a comment before it says so.
 */
const HOLDS = /\bFOR\s+(UPDATE|SHARE|NO\s+KEY|KEY\s+SHARE)\b|\b(pg_\w*lock\w*|nextval|setval|set_config)\s*\(/i;

/** Where a deferred transaction gets its connection and its reads. */
export interface DeferredSource {
  /** Waits for a connection. */
  connect(): Promise<Transaction>;
  /** Runs a statement outside any transaction. */
  read<R extends QueryResultRow>(config: QueryConfig): Promise<QueryResult<R>>;
  /** Gives back what `connect` has got. */
  release(transaction: Transaction): void;
}

/**
 * A transaction that holds no connection before its first write, or before a service opens a transaction of its own. Reads
 * before that run outside. From its opening to its end it is one transaction, whatever joins.
 */
export class DeferredTransaction implements ScopeTransaction {
  private opening: Promise<Transaction> | null = null;
  private transaction: Transaction | null = null;
  private isJoined = false;

  /** @param onOpen runs first in the transaction, all its statements sent at once; what it throws every later statement throws */
  constructor(
    private readonly source: DeferredSource,
    private readonly onOpen: (transaction: ScopeTransaction) => Promise<void>,
  ) {}

  get isOpen(): boolean {
    return this.opening !== null;
  }

  join(): void {
    this.isJoined = true;
  }

  async query<R extends QueryResultRow>(config: QueryConfig): Promise<QueryResult<R>> {
    if (!this.opening && !this.isJoined && isRead(config.text)) return this.source.read<R>(config);
    return (await this.open()).query<R>(config);
  }

  async commit(last: readonly QueryConfig[]): Promise<void> {
    if (!this.opening && last.length === 0) return;
    await (await this.open()).commit(last);
  }

  async rollback(): Promise<void> {
    await this.transaction?.rollback();
  }

  release(): void {
    if (this.transaction) this.source.release(this.transaction);
  }

  private open(): Promise<Transaction> {
    return (this.opening ??= this.begin());
  }

  private async begin(): Promise<Transaction> {
    this.transaction = await this.source.connect();
    await this.onOpen(this.transaction);
    return this.transaction;
  }
}

/** Connections of a pool, one for each turn. @param read runs a statement on any of them */
export function pooledSource(
  connect: () => Promise<PoolClient>,
  turns: ConnectionQueue,
  read: DeferredSource['read'],
): DeferredSource {
  let hasProgressed = false;
  return {
    connect: async () => {
      await turns.enter();
      try {
        return new Transaction(await connect(), () => (hasProgressed = true));
      } catch (error) {
        turns.leave(false);
        throw error;
      }
    },
    read,
    release: (transaction) => {
      transaction.release();
      turns.leave(hasProgressed);
    },
  };
}

const isRead = (text: string): boolean => READS.test(text) && !HOLDS.test(text);
