import { Inject, Injectable, Logger, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { DataSource, EntityManager, EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import { DatabaseError, Pool, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { Config, CONFIG } from '../../kernel/config';
import { Unavailable } from '../../kernel/errors';
import { BoundStatement, valuesOf } from './conditions';
import { makeDataSource, makeSidePool } from './data-source';
import { DeferredTransaction, pooledSource } from './deferred-transaction';
import { Scope, scopes, ScopeTransaction, treatWaitsAsFaults } from './scope';
import { ServerWatch } from './server-watch';
import { queryOf, Statement } from './statement';
import { Transaction } from './transaction';
import { ConnectionQueue } from './connection-queue';

/** What a committed transaction leaves to do. */
interface Committed<T> {
  readonly result: T;
  readonly afterCommit: (() => unknown)[];
}

const SAVEPOINT = { text: 'SAVEPOINT inner_work' };
const AFTER_COMMIT_FAILED = 'What should follow a commit failed';
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
  private readonly connections: ConnectionQueue;
  private readonly watch: ServerWatch;
  private readonly log = new Logger(Database.name);
  private readonly waiting: (() => Promise<unknown>)[] = [];
  private opening: Promise<unknown> | null = null;
  private retry: NodeJS.Timeout | undefined;

  constructor(@Inject(CONFIG) config: Config) {
    this.dataSource = makeDataSource(config);
    this.side = makeSidePool(config);
    this.watch = new ServerWatch(config.databaseUrl);
    this.watch.follow(this.side);
    this.connections = new ConnectionQueue(config.databasePool, PATIENCE_MS);
    if (config.env === 'test') treatWaitsAsFaults();
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
    this.watch.stop();
    await this.side.end();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /**
   * Runs the work once the database is open: now, or later when it is away at the start. What fails later is logged, and
   * keeps no other work from running. @throws what the work throws, when it runs now
   */
  whenOpen(work: () => Promise<unknown>): Promise<unknown> {
    if (this.dataSource.isInitialized) return work();
    this.waiting.push(work);
    return Promise.resolve();
  }

  /** Connects, once. @throws when the server cannot be reached */
  async open(): Promise<void> {
    if (this.dataSource.isInitialized) return;
    this.opening ??= this.dataSource
      .initialize()
      .then(() => this.watch.follow(this.masterPool))
      .finally(() => (this.opening = null));
    await this.opening;
    await this.runAll(this.waiting.splice(0), 'What waited for the database failed');
  }

  /** The repository of an entity, within the open transaction if there is one. */
  repo<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    const scope = this.scope;
    const manager = scope ? (scope.manager ??= this.managerOf(scope.transaction)) : this.dataSource.manager;
    return manager.getRepository(entity);
  }

  /** Rows of a statement, within the open transaction if there is one. Prepared when it has a name. */
  async query<R extends QueryResultRow>(
    statement: Statement | BoundStatement | string,
    values: readonly unknown[] = valuesOf(statement),
  ): Promise<R[]> {
    return (await this.run<R>(statement, values)).rows;
  }

  /** How many rows a statement changed. */
  async execute(statement: Statement | string, values: readonly unknown[] = []): Promise<number> {
    return (await this.run(statement, values)).rowCount ?? 0;
  }

  /**
   * Writes within the open transaction without waiting: it is sent right before the commit, which fails when it fails.
   * For what nobody reads before, such as the trail; at once where no transaction is open.
   */
  async executeAtCommit(statement: Statement, values: readonly unknown[]): Promise<void> {
    const scope = this.scope;
    if (scope) scope.atCommit.push(queryOf(statement, values));
    else await this.run(statement, values);
  }

  private run<R extends QueryResultRow>(
    statement: Statement | string,
    values: readonly unknown[],
  ): Promise<QueryResult<R>> {
    const query = queryOf(statement, values);
    return this.scope ? this.scope.transaction.query<R>(query) : this.runQuery<R>(query);
  }

  private runQuery<R extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<R>> {
    return this.inTurn(async (onProgress) => {
      try {
        const result = await this.pool.query<R>(query);
        onProgress();
        return result;
      } catch (error) {
        if (error instanceof DatabaseError) onProgress();
        throw error;
      }
    });
  }

  /**
   * Runs the work in one transaction, joining the open one if there is one. Deadlocks and serialization failures run it
   * again, so the work has no effect outside the database; what must follow the commit goes to `afterCommit`.
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    const open = this.scope;
    if (open) {
      open.transaction.join();
      return work();
    }
    return this.persist(() => this.inTurn((onProgress) => this.attempt(work, onProgress)));
  }

  /**
   * As `transaction`, for work that also waits for others: it holds no connection before it first writes, or opens a
   * transaction of its own; until then it reads outside. From there to its end all is one transaction.
   * @param onOpen runs first in it; what it throws every later statement throws
   */
  async deferredTransaction<T>(
    onOpen: (transaction: ScopeTransaction) => Promise<void>,
    work: () => Promise<T>,
  ): Promise<T> {
    if (this.scope) throw new Error('A deferred transaction joins none');
    return this.persist(() => this.attemptDeferred(onOpen, work));
  }

  /** Runs the work within the open transaction; when it throws, only its own changes are undone. */
  async savepoint<T>(work: () => Promise<T>): Promise<T> {
    const scope = this.scope;
    if (!scope) return this.transaction(work);
    const [writes, pending] = [scope.atCommit.length, scope.afterCommit.length];
    const { transaction } = scope;
    if (transaction.isOpen) await transaction.query(SAVEPOINT); // else it is set at the opening
    try {
      const result = await work();
      if (transaction.isOpen) await transaction.query({ text: 'RELEASE SAVEPOINT inner_work' });
      return result;
    } catch (error) {
      if (transaction.isOpen) await transaction.query({ text: 'ROLLBACK TO SAVEPOINT inner_work' });
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
    const open = this.scope;
    if (!open) return this.transaction(work);
    return scopes.exit(() => (open.transaction.isOpen ? this.aside(work) : this.transaction(work)));
  }

  /** Whether a transaction is open for the caller. */
  get inTransaction(): boolean {
    return this.scope !== undefined;
  }

  /** Does it once the open transaction has committed, or at once when there is none. A failure is logged, no more. */
  afterCommit(run: () => unknown): void {
    const scope = this.scope;
    if (scope) scope.afterCommit.push(run);
    else void this.runAll([run], AFTER_COMMIT_FAILED);
  }

  /** Connections in use and waiting for one, for the metrics. */
  poolState(): { total: number; idle: number; waiting: number } {
    if (!this.dataSource.isInitialized) return { total: 0, idle: 0, waiting: 0 };
    const { totalCount, idleCount, waitingCount } = this.masterPool;
    return { total: totalCount, idle: idleCount, waiting: waitingCount + this.connections.waiting };
  }

  private get scope(): Scope | undefined {
    const scope = scopes.getStore();
    return scope?.owner === this ? scope : undefined;
  }

  private get pool(): Pool {
    if (!this.dataSource.isInitialized || this.watch.isStill) throw new Unavailable({ retryAfterS: 1 });
    return this.masterPool;
  }

  private get masterPool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  /** @param work gets the function to call once the server has answered */
  private inTurn<T>(work: (onProgress: () => void) => Promise<T>): Promise<T> {
    const turn = this.connections.enter();
    let hasProgressed = false;
    const run = (): Promise<T> =>
      work(() => (hasProgressed = true)).finally(() => this.connections.leave(hasProgressed));
    return turn ? turn.then(run) : run();
  }

  private async persist<T>(attempt: () => Promise<Committed<T>>): Promise<T> {
    const { result, afterCommit } = await this.retried(attempt);
    await this.runAll(afterCommit, AFTER_COMMIT_FAILED); // with neither transaction nor turn: it may want some of its own
    return result;
  }

  private async retried<T>(once: () => Promise<Committed<T>>): Promise<Committed<T>> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once();
      } catch (error) {
        const code = (error as { code?: string }).code ?? '';
        if (attempt > RETRIES || !MAY_RETRY.has(code)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
      }
    }
  }

  private async attempt<T>(work: () => Promise<T>, onProgress: () => void): Promise<Committed<T>> {
    return this.within(new Transaction(await this.pool.connect(), onProgress), work);
  }

  private async attemptDeferred<T>(
    onOpen: (transaction: ScopeTransaction) => Promise<void>,
    work: () => Promise<T>,
  ): Promise<Committed<T>> {
    const read = <R extends QueryResultRow>(config: QueryConfig): Promise<QueryResult<R>> => this.runQuery<R>(config);
    const source = pooledSource(() => this.pool.connect(), this.connections, read);
    const begin = async (transaction: ScopeTransaction): Promise<void> => {
      await onOpen(transaction);
      await transaction.query(SAVEPOINT);
    };
    return this.within(new DeferredTransaction(source, begin), work);
  }

  private async aside<T>(work: () => Promise<T>): Promise<T> {
    const { result, afterCommit } = await this.within(new Transaction(await this.side.connect()), work);
    await this.runAll(afterCommit, AFTER_COMMIT_FAILED);
    return result;
  }

  private async within<T>(transaction: ScopeTransaction, work: () => Promise<T>): Promise<Committed<T>> {
    const scope: Scope = { owner: this, transaction, manager: null, atCommit: [], afterCommit: [] };
    try {
      const result = await scopes.run(scope, work);
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
  private managerOf(transaction: ScopeTransaction): EntityManager {
    const runner = this.dataSource.createQueryRunner();
    const query = (text: string, values?: unknown[]): Promise<QueryResult> => transaction.query({ text, values });
    return Object.assign(runner, { databaseConnection: { query }, isTransactionActive: true }).manager;
  }

  /** Each by itself. @param failed what is logged of one that fails */
  private async runAll(runs: readonly (() => unknown)[], failed: string): Promise<void> {
    for (const run of runs) {
      try {
        await run();
      } catch (error) {
        this.log.error(failed, error);
      }
    }
  }
}
