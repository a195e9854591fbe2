import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable, Logger, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { DataSource, EntityManager, EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import { DatabaseError, Pool, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { Config, CONFIG } from '../../kernel/config';
import { Unavailable } from '../../kernel/errors';
import { makeDataSource, makeSidePool } from './data-source';
import type { Statement } from './statement';
import { Transaction } from './transaction';
import { ConnectionQueue } from './connection-queue';

interface Scope {
  readonly transaction: Transaction;
  /** Made at the first use of a repository. */
  manager: EntityManager | null;
  /** What is sent together with the commit. */
  readonly atCommit: QueryConfig[];
  readonly afterCommit: (() => unknown)[];
}

/** What a committed transaction leaves to do. */
interface Committed<T> {
  readonly result: T;
  readonly afterCommit: (() => unknown)[];
}

const RETRIES = 3;
const REOPEN_MS = 1000;
/** How long those who wait for a connection do so while nobody who has one gets on. */
const PATIENCE_MS = 3000;
/** Serialization failure and deadlock, PostgreSQL Appendix A: the whole transaction may simply be run again. */
const MAY_RETRY = new Set(['40001', '40P01']);

/** The one way to the database. A transaction travels with the caller, so that modules compose. */
@Injectable()
export class Database implements OnModuleInit, OnApplicationShutdown {
  /** For core's own tools (migrations, drift); services use `repo`, `query` and `transaction`. */
  readonly dataSource: DataSource;
  private readonly side: Pool;
  /** Before the pool, whose own waiting ends after a fixed time, whether the server hangs or is merely busy. */
  private readonly turns: ConnectionQueue;
  private readonly log = new Logger(Database.name);
  private readonly scope = new AsyncLocalStorage<Scope>();
  private readonly waiting: (() => Promise<unknown>)[] = [];
  private opening: Promise<unknown> | null = null;
  private retry: NodeJS.Timeout | undefined;

  constructor(@Inject(CONFIG) config: Config) {
    this.dataSource = makeDataSource(config);
    this.side = makeSidePool(config);
    this.turns = new ConnectionQueue(config.databasePool, PATIENCE_MS);
  }

  /** Waits for the first attempt only: a server that is away at the start is tried again until it is there. */
  async onModuleInit(): Promise<void> {
    await this.open().catch((error: unknown) => {
      this.log.warn(`The database is away: ${(error as Error).message}`);
      this.retry = setTimeout(() => void this.onModuleInit(), REOPEN_MS).unref();
    });
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.retry);
    await this.side.end();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /** Runs the work once the database is open: now, or later when it is away at the start. */
  whenOpen(work: () => Promise<unknown>): Promise<unknown> {
    if (this.dataSource.isInitialized) return work();
    this.waiting.push(work);
    return Promise.resolve();
  }

  /** Connects, once. @throws when the server cannot be reached */
  async open(): Promise<void> {
    if (this.dataSource.isInitialized) return;
    this.opening ??= this.dataSource.initialize().finally(() => (this.opening = null));
    await this.opening;
    for (const work of this.waiting.splice(0)) await work();
  }

  /** The repository of an entity, within the open transaction if there is one. */
  repo<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    const scope = this.scope.getStore();
    const manager = scope ? (scope.manager ??= this.managerOf(scope.transaction)) : this.dataSource.manager;
    return manager.getRepository(entity);
  }

  /** Rows of a statement, within the open transaction if there is one. Prepared when it has a name. */
  async query<R extends QueryResultRow>(statement: Statement | string, values: readonly unknown[] = []): Promise<R[]> {
    return (await this.run<R>(statement, values)).rows;
  }

  /** How many rows a statement changed. */
  async execute(statement: Statement | string, values: readonly unknown[] = []): Promise<number> {
    return (await this.run(statement, values)).rowCount ?? 0;
  }

  /**
   * Writes within the open transaction without waiting: it is sent together with the commit, which fails when it fails.
   * For what nobody reads before, such as the trail; at once where no transaction is open.
   */
  async executeAtCommit(statement: Statement, values: readonly unknown[]): Promise<void> {
    const scope = this.scope.getStore();
    if (scope) scope.atCommit.push(queryOf(statement, values));
    else await this.run(statement, values);
  }

  private run<R extends QueryResultRow>(
    statement: Statement | string,
    values: readonly unknown[],
  ): Promise<QueryResult<R>> {
    const query = queryOf(statement, values);
    const scope = this.scope.getStore();
    if (scope) return scope.transaction.query<R>(query);
    return this.inTurn(async (gotOn) => {
      try {
        const result = await this.pool.query<R>(query);
        gotOn();
        return result;
      } catch (error) {
        if (error instanceof DatabaseError) gotOn();
        throw error;
      }
    });
  }

  /**
   * Runs the work in one transaction, joining the open one if there is one. Deadlocks and serialization failures run it
   * again, so the work has no effect outside the database; what must follow the commit goes to `afterCommit`.
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.scope.getStore()) return work();
    const { result, afterCommit } = await this.persist(work);
    await this.settle(afterCommit); // with neither transaction nor turn: it may want some of its own
    return result;
  }

  /** Runs the work within the open transaction; when it throws, only its own changes are undone. */
  async savepoint<T>(work: () => Promise<T>): Promise<T> {
    const scope = this.scope.getStore();
    if (!scope) return this.transaction(work);
    const [writes, pending] = [scope.atCommit.length, scope.afterCommit.length];
    await scope.transaction.query({ text: 'SAVEPOINT inner_work' });
    try {
      const result = await work();
      await scope.transaction.query({ text: 'RELEASE SAVEPOINT inner_work' });
      return result;
    } catch (error) {
      await scope.transaction.query({ text: 'ROLLBACK TO SAVEPOINT inner_work' });
      scope.atCommit.length = writes;
      scope.afterCommit.length = pending;
      throw error;
    }
  }

  /**
   * Runs the work in a transaction of its own, whatever becomes of the open one: for counters of failures. Beside an open
   * one it uses a pool of its own, since its caller waits for it while holding a connection.
   */
  inNewTransaction<T>(work: () => Promise<T>): Promise<T> {
    if (!this.scope.getStore()) return this.transaction(work);
    return this.scope.exit(() => this.aside(work));
  }

  /** Whether a transaction is open for the caller. */
  get inTransaction(): boolean {
    return this.scope.getStore() !== undefined;
  }

  /** Does it once the open transaction has committed, or at once when there is none. A failure is logged, no more. */
  afterCommit(run: () => unknown): void {
    const scope = this.scope.getStore();
    if (scope) scope.afterCommit.push(run);
    else void this.settle([run]);
  }

  /** Connections in use and waiting for one, for the metrics. */
  poolState(): { total: number; idle: number; waiting: number } {
    if (!this.dataSource.isInitialized) return { total: 0, idle: 0, waiting: 0 };
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { total: totalCount, idle: idleCount, waiting: waitingCount + this.turns.waiting };
  }

  private get pool(): Pool {
    if (!this.dataSource.isInitialized) throw new Unavailable({ retryAfterS: 1 });
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  /** @param work is told what to call once the server has answered */
  private inTurn<T>(work: (gotOn: () => void) => Promise<T>): Promise<T> {
    const turn = this.turns.enter();
    let hasGotOn = false;
    const run = (): Promise<T> => work(() => (hasGotOn = true)).finally(() => this.turns.leave(hasGotOn));
    return turn ? turn.then(run) : run();
  }

  private async persist<T>(work: () => Promise<T>): Promise<Committed<T>> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.inTurn((gotOn) => this.attempt(work, gotOn));
      } catch (error) {
        const code = (error as { code?: string }).code ?? '';
        if (attempt > RETRIES || !MAY_RETRY.has(code)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
      }
    }
  }

  private async attempt<T>(work: () => Promise<T>, gotOn: () => void): Promise<Committed<T>> {
    return this.within(new Transaction(await this.pool.connect(), gotOn), work);
  }

  private async aside<T>(work: () => Promise<T>): Promise<T> {
    const { result, afterCommit } = await this.within(new Transaction(await this.side.connect()), work);
    await this.settle(afterCommit);
    return result;
  }

  private async within<T>(transaction: Transaction, work: () => Promise<T>): Promise<Committed<T>> {
    const scope: Scope = { transaction, manager: null, atCommit: [], afterCommit: [] };
    try {
      const result = await this.scope.run(scope, work);
      await transaction.commit(scope.atCommit);
      return { result, afterCommit: scope.afterCommit };
    } catch (error) {
      await transaction.rollback();
      throw error;
    } finally {
      await scope.manager?.queryRunner?.release();
      transaction.release();
    }
  }

  /** Repositories within an open transaction. */
  private managerOf(transaction: Transaction): EntityManager {
    const runner = this.dataSource.createQueryRunner();
    const query = (text: string, values?: unknown[]): Promise<QueryResult> => transaction.query({ text, values });
    return Object.assign(runner, { databaseConnection: { query }, isTransactionActive: true }).manager;
  }

  private async settle(runs: readonly (() => unknown)[]): Promise<void> {
    for (const run of runs) {
      try {
        await run();
      } catch (error) {
        this.log.error('What should follow a commit failed', error);
      }
    }
  }
}

function queryOf(statement: Statement | string, values: readonly unknown[]): QueryConfig {
  if (typeof statement === 'string') return { text: statement, values: values as unknown[] };
  return { name: statement.name, text: statement.text, values: values as unknown[] };
}
