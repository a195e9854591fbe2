import type { Duplex } from 'node:stream';
import { DatabaseError, PoolClient, Query, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { assertCommitted, Transaction } from '../data/database';

/** The messages of the extended protocol that are sent here by hand (PostgreSQL 55.2.3). */
interface Wire {
  readonly stream: Duplex;
  parse(statement: { name: string; text: string }): void;
  bind(portal: { statement: string }): void;
  execute(portal: object): void;
}

type Result<R extends QueryResultRow> = QueryResult<R> | QueryResult<R>[];

/**
 * A transaction in as few journeys as it takes: it begins together with its first statement, and what nobody waits for goes
 * with the commit. The server does nothing of a message that follows a failed one, so no statement is ever run outside.
 */
export class PipelinedTransaction extends Transaction {
  private begun = false;

  override query<R extends QueryResultRow>(config: QueryConfig): Promise<QueryResult<R>> {
    if (this.begun) return this.client.query<R>(config);
    this.begun = true;
    return this.begin<R>(config);
  }

  override async commit(last: readonly QueryConfig[]): Promise<void> {
    if (!this.begun && last.length === 0) return;
    const { stream } = wireOf(this.client);
    stream.cork();
    const sent = [...last, { text: 'COMMIT' }].map((one) => this.query(one));
    stream.uncork();
    const results = await Promise.allSettled(sent);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    assertCommitted((results[results.length - 1] as PromiseFulfilledResult<QueryResult>).value);
  }

  protected override get hasBegun(): boolean {
    return this.begun;
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

const wireOf = (client: PoolClient): Wire => (client as unknown as { connection: Wire }).connection;
