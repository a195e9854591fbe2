import type { Client } from 'pg';
import type { ScopeTransaction } from './scope';
import { queryOf, Statement, statement } from './statement';

/** A lock's number is made from its name, 64 bits, so that two names do not meet. */
const NUMBER = 'hashtextextended($1, 0)';
const ACQUIRE = statement('locks.acquire', `SELECT pg_advisory_xact_lock(${NUMBER})`);
const TRY_ACQUIRE = statement('locks.try-acquire', `SELECT pg_try_advisory_xact_lock(${NUMBER}) AS free`);
const ACQUIRE_IN_SESSION = `SELECT pg_advisory_lock(${NUMBER})`;
const TRY_ACQUIRE_IN_SESSION = `SELECT pg_try_advisory_lock(${NUMBER}) AS free`;

const names = new Set<string>();

/** What a lock needs of `Database`. */
interface Transactions {
  readonly inTransaction: boolean;
  query<R extends object>(statement: Statement, values: readonly unknown[]): Promise<R[]>;
}

/** A lock that all instances share, held until the transaction or session that has acquired it ends. */
export class Lock {
  constructor(readonly name: string) {}

  /**
   * Waits for the lock; the open transaction holds it to its end.
   * @param key one of many things of this kind, each with a lock of its own
   * @throws Error without a transaction
   */
  async acquire(db: Transactions, key?: string): Promise<void> {
    this.assertTransaction(db);
    await db.query(ACQUIRE, [this.textOf(key)]);
  }

  /**
   * Acquires the lock if nobody holds it. @returns whether the open transaction holds it now
   * @throws Error without a transaction
   */
  async tryAcquire(db: Transactions, key?: string): Promise<boolean> {
    this.assertTransaction(db);
    const [{ free }] = await db.query<{ free: boolean }>(TRY_ACQUIRE, [this.textOf(key)]);
    return free;
  }

  /** The same for a transaction that is being opened, and that `Database` does not know yet. */
  async tryAcquireIn(transaction: ScopeTransaction, key?: string): Promise<boolean> {
    const { rows } = await transaction.query<{ free: boolean }>(queryOf(TRY_ACQUIRE, [this.textOf(key)]));
    return rows[0].free;
  }

  /** Waits for the lock; the connection holds it until it is closed. */
  async acquireInSession(client: Client): Promise<void> {
    await client.query(ACQUIRE_IN_SESSION, [this.name]);
  }

  /** Acquires the lock if nobody holds it. @returns whether the connection holds it now, until it is closed */
  async tryAcquireInSession(client: Client): Promise<boolean> {
    const { rows } = await client.query<{ free: boolean }>(TRY_ACQUIRE_IN_SESSION, [this.name]);
    return rows[0].free;
  }

  private textOf(key?: string): string {
    return key === undefined ? this.name : `${this.name} ${key}`;
  }

  private assertTransaction(db: Transactions): void {
    if (!db.inTransaction) throw new Error(`Lock ${this.name} needs a transaction`);
  }
}

/**
 * Registers an advisory lock, at the head of the module that uses it.
 * @param name unique over the application, the module first @throws Error when another lock has the name
 * @example const CHAIN = defineLock('audit.chain');
 */
export function defineLock(name: string): Lock {
  if (names.has(name)) throw new Error(`Two locks named ${name}`);
  names.add(name);
  return new Lock(name);
}
