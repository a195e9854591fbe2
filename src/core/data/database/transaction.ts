import type { Duplex } from 'node:stream';
import { DatabaseError, PoolClient, Query, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { ScopeTransaction } from './scope';

/** The messages of the extended protocol that are sent here by hand (PostgreSQL 55.2.3). */
interface Wire {
  readonly stream: Duplex;
  parse(statement: { name: string; text: string }): void;
  bind(portal: { statement: string }): void;
  execute(portal: object): void;
}

type Result<R extends QueryResultRow> = QueryResult<R> | QueryResult<R>[];

/**
 * One transaction on one connection, in as few journeys as it takes: it begins together with its first statement, and
 * what nobody waits for goes with the commit. The server does nothing of a message that follows a failed one, so no
 * statement is ever run outside.
 */
export class Transaction implements ScopeTransaction {
  readonly isOpen = true;
  private begun = false;
  private broken: Error | undefined;

  /** @param onProgress called once the server has done something */
  constructor(
    private readonly client: PoolClient,
    private readonly onProgress?: () => void,
  ) {
    client.on('error', lost);
  }

  query<R extends QueryResultRow>(config: QueryConfig): Promise<QueryResult<R>> {
    if (this.begun) return this.client.query<R>(config);
    this.begun = true;
    return this.begin<R>(config);
  }

  /** Runs these and commits. @throws the first failure; then nothing has happened */
  async commit(last: readonly QueryConfig[]): Promise<void> {
    if (!this.begun && last.length === 0) return;
    const { stream } = wireOf(this.client);
    stream.cork();
    const sent = [...last, { text: 'COMMIT' }].map((one) => this.query(one));
    stream.uncork();
    const results = await Promise.allSettled(sent);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    const { value } = results[results.length - 1] as PromiseFulfilledResult<QueryResult>;
    // What the server calls it where an earlier failure was overlooked.
    if (value.command !== 'COMMIT') throw new Error('The transaction had failed before its commit');
  }

  /** Every statement belongs to it anyway. */
  join(): void {}

  async rollback(): Promise<void> {
    if (this.begun) await this.client.query('ROLLBACK').catch((cause: Error) => (this.broken = cause));
  }

  /** Gives the connection back, or throws it away when it is of no use any more. */
  release(): void {
    this.client.removeListener('error', lost);
    this.client.release(this.broken);
  }

  /** `BEGIN` and the statement with one Sync behind them: the statement is not looked at when BEGIN fails. */
  private begin<R extends QueryResultRow>(config: QueryConfig): Promise<QueryResult<R>> {
    return new Promise((resolve, reject) => {
      const extended = { ...config, queryMode: 'extended' };
      const query = new Query<R>(extended, (error, result) => {
        if (!error || error instanceof DatabaseError) this.onProgress?.();
        if (error) reject(error);
        else resolve([result as Result<R>].flat().at(-1) as QueryResult<R>); // BEGIN has one too
      });
      const submit = query.submit.bind(query);
      query.submit = (connection) => {
        const wire = connection as unknown as Wire;
        wire.stream.cork();
        wire.parse({ name: '', text: 'BEGIN' });
        wire.bind({ statement: '' });
        wire.execute({});
        const refused = submit(connection);
        wire.stream.uncork();
        return refused;
      };
      this.client.query(query);
    });
  }
}

/** A connection that is lost between two statements says so at the next one. */
const lost = (): void => undefined;

const wireOf = (client: PoolClient): Wire => (client as unknown as { connection: Wire }).connection;
